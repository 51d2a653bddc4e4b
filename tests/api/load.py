#!/usr/bin/env python3
"""Thirty-two clients at once on a live server: no error, no lost write, facets and rows agree.

usage: tests/api/load.py PATH-OF-cairn [SECONDS] [CLIENTS]

Each client adds documents, decides their claims, keeps drafts, browses and counts, on a fictional register in a scratch
folder. Prints what was asked, how fast, and whether everything written is there. Exit 1 when anything is not.
"""
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

CAIRN = sys.argv[1]
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 60
CLIENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 32


class Client:
    """One connection that measures."""

    def __init__(self, port, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.token = token
        self.times = {}
        self.errors = []

    def ask(self, what, method, path, body=None, kind="application/json"):
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = kind
            body = json.dumps(body).encode() if kind == "application/json" else body.encode()
        start = time.perf_counter()
        self.connection.request(method, "/api/v1" + path, body, headers)
        answer = self.connection.getresponse()
        data = answer.read()
        self.times.setdefault(what, []).append(time.perf_counter() - start)
        if answer.status >= 400:
            self.errors.append(f"{method} {path}: {answer.status} {data[:200]!r}")
            return None
        return json.loads(data) if data else None


def work(client, number, until, accounts):
    turn = 0
    while time.time() < until:
        turn += 1
        text = f"Desk {number}: {number + 2} people were killed in Northport on 17 May 2031. Bulletin {turn}."
        query = urllib.parse.urlencode({"name": f"{number}-{turn}.txt", "published": "2031-05-18"})
        added = client.ask("add", "POST", f"/documents?{query}", text, "application/octet-stream")
        if not added:
            continue
        doc = added["added"]["doc"]
        claims = client.ask("claims", "GET", f"/claims?doc={doc}")
        decisions = [{"claim": c["id"], "verdict": "accept"} for c in (claims or {}).get("claims", [])]
        if decisions:
            decided = client.ask("decide", "POST", "/claims/decisions", {"decisions": decisions})
            accounts.extend(a["account"] for a in (decided or {}).get("accepted", []))
        client.ask("draft", "PUT", f"/drafts/client-{number}", {"turn": turn})
        page = client.ask("browse", "GET", "/accounts?kind=figure&facets=metric,place&limit=20")
        for facet in (page or {}).get("facets", []):
            # A figure counts one thing, so the values of its metric add up to the rows found.
            found = sum(v["count"] for v in facet["values"])
            if facet["field"] == "metric" and not facet["more"] and found != page["total"]:
                client.errors.append(f"facets say {found}, rows {page['total']}")
        client.ask("figures", "GET", "/figures?metric=killed&by=month")


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([CAIRN, "init", f"{folder}/r", "--plaintext", "--quiet"], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [CAIRN, "serve", f"{folder}/r", "--port", "0", "--format", "json"], stdout=subprocess.PIPE, text=True
        )
        try:
            return measured(server)
        finally:
            server.terminate()
            server.wait()


def measured(server):
    said = json.loads(server.stdout.readline())
    port, token = said["port"], said["url"].split("token=")[1]
    clients = [Client(port, token) for _ in range(CLIENTS)]
    accounts = [[] for _ in clients]
    until = time.time() + SECONDS
    threads = [
        threading.Thread(target=work, args=(client, i, until, accounts[i])) for i, client in enumerate(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors = [e for client in clients for e in client.errors]
    written = sorted(a for some in accounts for a in some)
    last = Client(port, token)
    behind, skip = [], 0
    while True:
        page = last.ask("explain", "GET", f"/explain?metric=killed&limit=200&skip={skip}")
        if not page or not page["accounts"]:
            break
        behind.extend(a["account"] for a in page["accounts"])
        skip += 200
    lost = set(written) - set(behind)
    print(f"{CLIENTS} clients, {SECONDS:.0f} s: {len(errors)} errors, {len(written)} accounts written, {len(lost)} lost")
    for what in ["add", "claims", "decide", "draft", "browse", "figures"]:
        times = sorted(t for client in clients for t in client.times.get(what, []))
        if times:
            at = lambda share: times[min(int(len(times) * share), len(times) - 1)] * 1000
            print(f"{what:8} {len(times):6} requests, p50 {at(0.5):7.1f} ms, p95 {at(0.95):7.1f} ms, max {at(1):7.1f} ms")
    for error in errors[:10]:
        print(error, file=sys.stderr)
    return 1 if errors or lost or len(set(written)) != len(written) else 0


if __name__ == "__main__":
    sys.exit(main())
