#!/usr/bin/env python3
"""How long `cairn link` takes beside Splink on the same records with the same blocking rules, in one run.

    bench/linkage.py [--records 1000000] [--settings heavy,lean,own] [--data FOLDER] [--no-splink] [--seed N]
    bench/linkage.py --scale 10000,100000,1000000,10000000      a table of own passes by size, without Splink

Needs Python 3 and, for Splink, a network once: it is installed from PyPI into an environment under target/. Without
it the bench says so and goes on alone. The records are invented (crates/link/examples/lists.rs) unless --data names
a folder with records.csv and truth_entities.csv (rec_id, entity) of the same columns. Processor seconds are those of
the whole process, reading and writing included: on a machine that does other work they are the numbers to trust.
F1 is over all pairs inside clusters. heavy and lean are bench/linkage-heavy.toml and linkage-lean.toml; own lets
Cairn choose its passes."""
import argparse
import array
import json
import os
import subprocess
import sys
import tempfile
import time

TREE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.environ.get("CARGO_TARGET_DIR", os.path.join(TREE, "target"))
SPLINK = ["splink==5.0.0", "duckdb==2.0.0", "pandas==3.1.1"]
LIMIT = 8 * 1024  # MB, for --scale


def run(command, log):
    """Wall s, processor s, peak MB and standard output of a process."""
    with open(log, "w+") as out, open(log + ".err", "w") as err:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=err, cwd=TREE)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = status
        wall = time.perf_counter() - start
        out.seek(0)
        if status != 0:
            tail = open(log + ".err").read()[-2000:]
            sys.exit(f"{command[0]} ended with {status}:\n{tail}")
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read()


def column(path, n):
    """The second column of a file as numbers, in the order of the first, which counts records from 0."""
    numbers, seen = array.array("I", [0] * n), {}
    with open(path) as rows:
        next(rows)
        for row in rows:
            record, value = row.rstrip("\n").replace('"', "").split(",")[:2]
            numbers[int(record)] = seen.setdefault(value, len(seen))
    return numbers, len(seen)


def pairs(keys):
    """Pairs of equal numbers in a list of them."""
    keys = sorted(keys)
    total = run_length = 0
    for i, key in enumerate(keys):
        run_length = run_length + 1 if i and key == keys[i - 1] else 0
        total += run_length
    return total


def score(folder, clusters):
    """Precision, recall, F1 of the pairs inside clusters, the number of clusters and of people."""
    n = sum(1 for _ in open(f"{folder}/truth_entities.csv")) - 1
    people, number = column(f"{folder}/truth_entities.csv", n)
    found, groups = column(clusters, n)
    right = pairs(f * number + p for f, p in zip(found, people))
    judged, true = pairs(found), pairs(people)
    precision, recall = right / max(judged, 1), right / max(true, 1)
    return precision, recall, 2 * right / max(judged + true, 1), groups, number


def environment():
    """Python of the environment that has Splink, or None."""
    home = os.path.join(TARGET, "bench-splink")
    python = os.path.join(home, "bin", "python")
    try:
        if not os.path.exists(python):
            subprocess.run([sys.executable, "-m", "venv", home], check=True, capture_output=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *SPLINK], check=True, capture_output=True)
        return python
    except subprocess.CalledProcessError as e:
        print("Splink could not be installed:", e.stderr.decode()[-300:].strip(), file=sys.stderr)
        return None


def build():
    """The command line and the generator."""
    cargo = ["cargo", "build", "--quiet", "--release", "--locked"]
    subprocess.run([*cargo, "-p", "cairn", "--bin", "cairn"], check=True, cwd=TREE)
    subprocess.run([*cargo, "-p", "cairn-link", "--example", "lists"], check=True, cwd=TREE)
    return f"{TARGET}/release/cairn", f"{TARGET}/release/examples/lists"


def generate(lists, records, folder, seed):
    subprocess.run([lists, str(records), folder, str(seed)], check=True, capture_output=True)


HEAD = f"{'':<22}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'pairs':>13}{'ns/pair':>9}{'P':>8}{'R':>8}{'F1':>8}{'people':>10}"


def line(name, wall, cpu, peak, candidates, quality):
    precision, recall, f1, groups, _ = quality
    print(
        f"{name:<22}{wall:>8.1f}{cpu:>8.1f}{peak:>9.0f}{candidates:>13,}{1e9 * cpu / max(candidates, 1):>9.0f}"
        f"{precision:>8.4f}{recall:>8.4f}{f1:>8.4f}{groups:>10,}",
        flush=True,
    )


def cairn(binary, folder, work, model):
    clusters = f"{work}/cairn.csv"
    command = [binary, "link", f"{folder}/records.csv", "--clusters", clusters, "--out", f"{work}/pairs.csv"]
    command += ["--model", f"{TREE}/bench/linkage-{model}.toml"] if model else []
    wall, cpu, peak, out = run([*command, "--quiet", "--format", "json"], f"{work}/cairn.log")
    answer = json.loads(out)
    return wall, cpu, peak, answer["candidate_pairs"], score(folder, clusters), answer["people"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--records", type=int, default=1_000_000)
    options.add_argument("--settings", default="heavy,lean,own")
    options.add_argument("--data", help="a folder with records.csv and truth_entities.csv")
    options.add_argument("--no-splink", action="store_true")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--scale", help="numbers of records")
    asked = options.parse_args()
    binary, lists = build()
    with tempfile.TemporaryDirectory() as work:
        folder = asked.data or f"{work}/data"
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        if asked.scale:
            print(HEAD)
            for n in map(int, asked.scale.split(",")):
                generate(lists, n, folder, asked.seed)
                *used, quality, people = cairn(binary, folder, work, None)
                line(f"{n:,} records", *used, quality)
                low, high = people["lower"], people["upper"]
                print(f"    people {quality[4]:,}, estimated {people['estimate']:,.0f} ({low:,.0f} to {high:,.0f})")
                if used[2] > LIMIT:
                    sys.exit(f"more than {LIMIT} MB")
            return
        if not asked.data:
            generate(lists, asked.records, folder, asked.seed)
        python = None if asked.no_splink else environment()
        print(HEAD)
        for setting in asked.settings.split(","):
            *ours, quality, people = cairn(binary, folder, work, None if setting == "own" else setting)
            line(f"cairn, {setting}", *ours, quality)
            low, high = people["lower"], people["upper"]
            print(f"    people {quality[4]:,}, estimated {people['estimate']:,.0f} ({low:,.0f} to {high:,.0f})")
            if python and setting != "own":
                out = f"{work}/splink.csv"
                script = [python, f"{TREE}/bench/linkage_splink.py", f"{folder}/records.csv", setting, out]
                wall, cpu, peak, said = run(script, f"{work}/splink.log")
                candidates = json.loads(said.splitlines()[-1])["candidate_pairs"]
                line(f"splink, {setting}", wall, cpu, peak, candidates, score(folder, out))
                print(f"    ratio: wall {wall / ours[0]:.1f}, CPU {cpu / ours[1]:.1f}, memory {peak / ours[2]:.1f}")


main()
