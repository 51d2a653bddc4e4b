"""What both fault tests share: a register to spoil, the verbs that write to it, and what readers see of it."""

import json
import os
import pathlib
import shutil
import subprocess

VERBS = ("import", "accept", "undo", "link")


class Broken(Exception):
    """The register is not as it must be."""


def binary(given=None):
    """The program under test: the one given, or the release build of this tree."""
    tree = pathlib.Path(__file__).resolve().parents[2]
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target"))
    path = pathlib.Path(given) if given else (target if target.is_absolute() else tree / target) / "release/cairn"
    if not path.is_file():
        raise SystemExit(f"{path} is not there: cargo build --release -p cairn, or name another with --cairn")
    return path.resolve()


def demo_files(folder, rows):
    """The documents of the fictional conflict, the hospital's list with `rows` rows."""
    tree = pathlib.Path(__file__).resolve().parents[2]
    subprocess.run(
        ["cargo", "run", "--quiet", "--release", "--locked", "-p", "cairn-demo", "--example", "list", "--"]
        + ["--documents", str(folder), str(rows)],
        cwd=tree,
        check=True,
    )


class Register:
    """A register folder, the documents to put into it, and the program."""

    def __init__(self, cairn, folder, documents, passphrase=None):
        self.cairn, self.folder, self.documents = cairn, pathlib.Path(folder), pathlib.Path(documents)
        self.passphrase = passphrase

    def copy(self, folder):
        if pathlib.Path(folder).exists():
            shutil.rmtree(folder)
        shutil.copytree(self.folder, folder)
        return Register(self.cairn, folder, self.documents, self.passphrase)

    def args(self, *args):
        lock = ["--passphrase-file", str(self.passphrase)] if self.passphrase else []
        return [str(self.cairn), *args, "--format", "json", *lock]

    def run(self, *args):
        return subprocess.run(self.args(*args), stdin=subprocess.DEVNULL, capture_output=True)

    def must(self, *args, codes=(0,)):
        done = self.run(*args)
        if done.returncode not in codes:
            words = done.stderr.decode(errors="replace")[-2000:]
            raise Broken(f"'cairn {' '.join(args)}' ended with {done.returncode}: {words}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def make(self):
        """A register with a text whose claims wait and two batches; `undo` has the first of them to withdraw."""
        lock = [] if self.passphrase else ["--plaintext"]
        self.must("init", str(self.folder), *lock)
        for name, day in (("article-market.txt", "2031-04-20"), ("monitor-report.md", "2031-05-02")):
            self.must("add", str(self.folder), str(self.documents / name), "--published", day)
        self.must("import", str(self.folder), str(self.documents / "monitor-list.csv"), codes=(0, 1))

    def verb(self, verb):
        """The command line of a verb that writes."""
        folder = str(self.folder)
        if verb == "import":
            return ["import", folder, str(self.documents / "hospital-list.csv")]
        if verb == "accept":
            return ["claims", folder, "accept", "--all"]
        if verb == "link":
            return ["link", folder]
        batches = self.must("history", folder)
        rows = next(v for v in batches.values() if isinstance(v, list))
        return ["undo", folder, next(r["batch"] for r in rows if r["act"] == "import")]

    def seen(self):
        """All that readers see, without the times at which things were done."""
        folder = str(self.folder)
        answers = [
            self.must("history", folder),
            self.must("count", folder, "killed", "--by", "sex"),
            self.must("claims", folder, "list", "--decided"),
        ]
        return json.dumps(without_times(answers), sort_keys=True)

    def verify(self):
        """Everything stored is as it was written."""
        done = self.run("verify", str(self.folder))
        if done.returncode != 0:
            words = (done.stdout + done.stderr).decode(errors="replace")[-2000:]
            raise Broken(f"verify ended with {done.returncode}: {words}")


def without_times(value):
    if isinstance(value, dict):
        return {k: without_times(v) for k, v in value.items() if k != "time"}
    if isinstance(value, list):
        return [without_times(v) for v in value]
    return value
