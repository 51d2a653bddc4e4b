#!/usr/bin/env python3
"""Fills a small disk at many points of an import, an acceptance and an undo. Called by full_disk.sh, which mounts it.

    full_disk.py DISK [--cairn FILE] [--rows 20000] [--encrypted]
"""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile

from register import VERBS, Broken, Register, binary, demo_files

# What is left free, in KiB: nothing, less than one page of the log, and up to more than the work needs.
FREE = (0, 4, 16, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)


def fill(disk, free):
    """A file that leaves `free` KiB on the disk."""
    filler = disk / "filler"
    left = shutil.disk_usage(disk).free - free * 1024
    with open(filler, "wb") as file:
        if left > 0:
            os.posix_fallocate(file.fileno(), 0, left)
    return filler


def one_case(base, verb, disk, free, before, after):
    """Whether the disk was large enough; otherwise nothing changed, and the same command finishes the work."""
    register = base.copy(disk / "spoilt")
    command = register.verb(verb)
    filler = fill(disk, free)
    done = register.run(*command)
    words = done.stderr.decode(errors="replace")
    filler.unlink()
    register.verify()
    seen = register.seen()
    if done.returncode in (0, 1):
        if seen != after:
            raise Broken("the command ended well and its batch is not there")
        return "enough"
    if done.returncode != 2:
        raise Broken(f"the command ended with {done.returncode}: {words}")
    if seen != before:
        raise Broken(f"the command failed and readers see a change: {words}")
    register.must(*command, codes=(0, 1))
    if register.seen() != after:
        raise Broken("after the same command the register is not that of an undisturbed run")
    register.verify()
    return "full" if "disk is full" in words else f"another error: {words.strip()}"


def main():
    parser = argparse.ArgumentParser(description="Fill a small disk while cairn writes.")
    parser.add_argument("disk", type=pathlib.Path, help="a folder that is a small disk of its own")
    parser.add_argument("--cairn", help="the program under test")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--encrypted", action="store_true")
    args = parser.parse_args()
    cairn, failed = binary(args.cairn), 0
    with tempfile.TemporaryDirectory(prefix="cairn-full-disk-") as work:
        documents = pathlib.Path(work) / "documents"
        demo_files(documents, args.rows)
        passphrase = None
        if args.encrypted:
            passphrase = pathlib.Path(work) / "passphrase"
            passphrase.write_text("five words only for tests\n")
        base = Register(cairn, pathlib.Path(work) / "base", documents, passphrase)
        base.make()
        before = base.seen()
        for verb in VERBS:
            whole = base.copy(pathlib.Path(work) / "whole")
            whole.must(*whole.verb(verb), codes=(0, 1))
            after = whole.seen()
            for free in FREE:
                try:
                    outcome = one_case(base, verb, args.disk, free, before, after)
                except Broken as e:
                    outcome, failed = f"BROKEN: {e}", failed + 1
                else:
                    failed += outcome.startswith("another")
                print(f"{verb}, {free} KiB free: {outcome}", flush=True)
    print("a full disk left every register whole" if not failed else f"{failed} cases failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
