#!/usr/bin/env python3
"""How fast the page's server answers over HTTP on a large register.

usage: bench/page.py PATH-OF-cairn [PERSONS]

Imports so many invented persons (100,000 when not said) into a register in a scratch folder, serves it and asks what the
page asks, one request after another. Prints milliseconds; asserts nothing.
"""
import http.client
import json
import random
import subprocess
import sys
import tempfile
import time
import urllib.parse

CAIRN = sys.argv[1]
PERSONS = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
PLACES = [f"Quarter {n}" for n in range(40)]


def syllables(random, low, high):
    return "".join(random.choice("bdfgklmnrstvz") + random.choice("aeiou") for _ in range(random.randint(low, high))).title()


def write_list(path):
    draw = random.Random(7)
    given = [syllables(draw, 2, 3) for _ in range(900)]
    family = [syllables(draw, 2, 4) for _ in range(6000)]
    with open(path, "w", encoding="utf-8") as out:
        out.write("id,name,age,sex,date of death,place of death\n")
        for n in range(PERSONS):
            day = f"20{draw.randint(29, 31)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            name = f"{draw.choice(given)} {draw.choice(given)} {draw.choice(family)}"
            out.write(f"{n},{name},{draw.randint(0, 90)},{draw.choice('mf')},{day},{draw.choice(PLACES)}\n")
    return given, family


class Client:
    def __init__(self, url):
        parts = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.netloc, timeout=120)
        self.headers = {"Authorization": f"Bearer {parts.fragment.split('token=')[1]}"}

    def ask(self, path, **query):
        start = time.perf_counter()
        self.connection.request("GET", f"/api/v1{path}?{urllib.parse.urlencode(query, doseq=True)}", headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            sys.exit(f"{path} {query}: {answer.status} {body[:300]!r}")
        return took, json.loads(body)


def show(what, times):
    times = sorted(times)
    at = lambda share: times[min(int(len(times) * share), len(times) - 1)]
    print(f"{what:52} {len(times):5} asked   p50 {at(0.5):8.1f}   p95 {at(0.95):8.1f}   most {at(1):8.1f} ms")


def serve(register):
    start = time.perf_counter()
    server = subprocess.Popen([CAIRN, "serve", register, "--port", "0", "--format", "json"], stdout=subprocess.PIPE, text=True)
    client = Client(json.loads(server.stdout.readline())["url"])
    client.connection.request("GET", "/")
    client.connection.getresponse().read()
    return server, client, (time.perf_counter() - start) * 1000


def main():
    with tempfile.TemporaryDirectory() as folder:
        register = f"{folder}/register"
        given, family = write_list(f"{folder}/list.csv")
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run([CAIRN, "init", register, "--plaintext", "--quiet"], **quiet)
        start = time.perf_counter()
        subprocess.run([CAIRN, "import", register, f"{folder}/list.csv", "--said-by", "A list", "--quiet"], **quiet)
        print(f"{PERSONS:,} persons imported in {time.perf_counter() - start:.1f} s")
        # The first start makes the index of what was imported.
        server, client, _ = serve(register)
        while client.ask("/accounts", limit=1)[1]["indexing"]:
            time.sleep(0.2)
        server.terminate()
        server.wait()
        server, client, began = serve(register)
        try:
            show("start to first byte of the page", [began])
            facets = "kind,metric,sex,age,year,month,place,source,publisher,document,status,named,standing"
            show("first page of the register with 13 facets, cold", [client.ask("/accounts", facets=facets, limit=50)[0]])
            draw = random.Random(8)
            some = lambda: draw.sample(
                [("sex", "f"), ("place", draw.choice(PLACES)), ("year", "2030"), ("age_from", 20), ("q", draw.choice(family))],
                draw.randint(1, 3),
            )
            show("filters, 13 facets and a page", [client.ask("/accounts", **dict(some()), facets=facets, limit=50)[0] for _ in range(300)])
            show("nearest names while one is typed", [client.ask("/nearest", name=f"{draw.choice(given)} {draw.choice(family)[:5]}")[0] for _ in range(300)])
            show("search in all that is there", [client.ask("/search", q=draw.choice(family))[0] for _ in range(300)])
            show("figures by month", [client.ask("/figures", metric="killed", by="month")[0] for _ in range(10)])
            show("overview", [client.ask("/overview")[0] for _ in range(10)])
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
