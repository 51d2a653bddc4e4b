#!/usr/bin/env python3
"""Kills the program at random moments while it writes, and checks that nothing is lost and nothing is half there.

    kill.py [--cairn FILE] [--rounds 200] [--rows 20000] [--seed 1] [--encrypted] [--keep]

Each round takes a fresh copy of one register, starts an import, an acceptance of claims, an undo or a linkage, and kills it
(SIGKILL) at a random moment of its usual duration. Then: the register opens and verifies; readers see what they saw
before, or all of the new batch; the same command finishes the work; and the register is the one that an
undisturbed run gives. Exit 1 and the folder's name when one of these does not hold.
"""

import argparse
import collections
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from register import VERBS, Broken, Register, binary, demo_files


def undisturbed(base, verb, folder):
    """How long a verb takes, how it ends, and what readers see then."""
    times = []
    for _ in range(3):
        register = base.copy(folder)
        command = register.args(*register.verb(verb))
        start = time.monotonic()
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        times.append(time.monotonic() - start)
    if done.returncode not in (0, 1):
        raise Broken(f"an undisturbed {verb} ends with {done.returncode}: {done.stderr.decode()[-2000:]}")
    return statistics.median(times), done.returncode, register.seen()


def one_round(base, verb, folder, wait, code, before, after):
    """What the kill hit: `before`, `after`, or `ended` when the program was quicker."""
    register = base.copy(folder)
    command = register.args(*register.verb(verb))
    running = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(wait)
    running.kill()
    ended = running.wait()
    register.verify()
    seen = register.seen()
    if seen not in (before, after):
        raise Broken("readers see neither the register before the batch nor the one after it")
    if ended >= 0 and seen != after:
        raise Broken("the program ended and its batch is not there")
    again = register.run(*register.verb(verb))
    # A batch that was whole already may be refused (it is withdrawn already), but nothing may change.
    if again.returncode != code and not (seen == after and again.returncode in (0, 2)):
        raise Broken(f"the same command ended with {again.returncode}: {again.stderr.decode()[-2000:]}")
    if register.seen() != after:
        raise Broken("after the same command the register is not that of an undisturbed run")
    register.verify()
    return "ended" if ended >= 0 else "after" if seen == after else "before"


def main():
    parser = argparse.ArgumentParser(description="Kill cairn at random moments and check what is left.")
    parser.add_argument("--cairn", help="the program under test")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--rows", type=int, default=20_000, help="rows of the list that is imported")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--encrypted", action="store_true", help="an encrypted register; slower")
    parser.add_argument("--keep", action="store_true", help="keep the working folder")
    args = parser.parse_args()
    cairn, moments = binary(args.cairn), random.Random(args.seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="cairn-kill-"))
    folder = work / "spoilt"
    outcomes = collections.Counter()
    try:
        demo_files(work / "documents", args.rows)
        passphrase = None
        if args.encrypted:
            passphrase = work / "passphrase"
            passphrase.write_text("five words only for tests\n")
        base = Register(cairn, work / "base", work / "documents", passphrase)
        base.make()
        before = base.seen()
        usual = {verb: undisturbed(base, verb, folder) for verb in VERBS}
        for verb, (seconds, code, _) in usual.items():
            print(f"{verb}: {seconds:.3f} s undisturbed, ends with {code}", flush=True)
        for n in range(args.rounds):
            verb = VERBS[n % len(VERBS)]
            seconds, code, after = usual[verb]
            # Every second kill falls around the usual end, where the batch becomes visible.
            wait = seconds * (moments.uniform(0, 1) if n // len(VERBS) % 2 else moments.uniform(0.7, 1.15))
            try:
                outcomes[verb, one_round(base, verb, folder, wait, code, before, after)] += 1
            except Broken as e:
                args.keep = True
                print(f"round {n + 1}, {verb} killed after {wait:.4f} s: {e}", file=sys.stderr)
                print(f"the register is in {folder}", file=sys.stderr)
                return 1
        for verb in VERBS:
            counts = {what: outcomes[verb, what] for what in ("before", "after", "ended")}
            print(
                f"{verb}: killed and nothing visible {counts['before']}, killed and all visible {counts['after']}, "
                f"quicker than the kill {counts['ended']}"
            )
        print(f"{args.rounds} rounds: every register opened, verified, was whole, and the same command finished it")
        return 0
    except Broken as e:
        args.keep = True
        print(f"kill.py: {e} (in {work})", file=sys.stderr)
        return 1
    finally:
        if not args.keep:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
