#!/usr/bin/env python3
"""What must hold of the tree itself. Reads the files that git knows; exit 1 when something is untidy."""

import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path("tests/tidy")

LONGEST_RUST_FILE = 700
MOST_PACKAGES = 400
LARGEST_FILE = 1 << 20

CODE = {".rs", ".toml", ".sql", ".py", ".sh", ".ts", ".tsx", ".js", ".css", ".html", ".yml", ".json"}
# The page of a standard may be named in a comment. Code that runs names no host but its own machine.
OWN_HOSTS = re.compile(r"^(localhost|127\.0\.0\.1|\[::1\]|[a-z.]*example(\.(org|com|net))?|www\.w3\.org)$")
URL = re.compile(r"\bhttps?://([^/\s\"'<>):]+)", re.I)
COMMENT = re.compile(r"^\s*(//|#|--|\*|/\*|\"\"\"|<!--)|(?<![:\"'])//\s|\s#\s")
LANGUAGE = re.compile(r"\b(ukrainian|russian|українською)\b", re.I)
QUOTED = re.compile(r'"[^"]*"')
# Files that tests compare byte by byte are as they are.
GOLDEN = re.compile(r"/(golden|snapshots)/")
MACHINE = re.compile(r"(?<![\w.$}])/(work|home|root|Users|mnt)/\w")

findings = []


def find(path, line, words):
    findings.append(f"{path}{f':{line}' if line else ''}: {words}")


def words_of(name):
    lines = (ROOT / HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def any_of(words):
    return re.compile("|".join(r"(?<!\w)" + re.escape(w) for w in words), re.I)


def files():
    """What git knows; in a tree without git, everything but what is built."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        names = [pathlib.Path(n) for n in out.stdout.decode().split("\0") if n]
    except (FileNotFoundError, subprocess.CalledProcessError):
        built = {".git", "target", "node_modules", "dist", "__pycache__", "demo-register"}
        names = [p.relative_to(ROOT) for p in ROOT.rglob("*") if not built & set(p.relative_to(ROOT).parts)]
    return sorted({n for n in names if (ROOT / n).is_file()})


def ours(line):
    """A line without what a comment quotes: sources may use words that Cairn does not."""
    return QUOTED.sub("", line) if line.lstrip().startswith("//") else line


def check_text(path, text, real, loaded):
    lines = text.split("\n")
    if path.suffix == ".rs" and len(lines) - 1 > LONGEST_RUST_FILE:
        find(path, 0, f"{len(lines) - 1} lines, more than {LONGEST_RUST_FILE}: make two rooms of it")
    own = path.parent == HERE
    for n, line in enumerate(lines, 1):
        if MACHINE.search(line) and not own:
            find(path, n, "a path of one machine")
        if path.suffix in CODE and path.name != "Cargo.lock" and not own:
            check_urls(path, n, line)
        # Tests on real inputs, which lie outside the tree, name those files. The name of a language names no country.
        if path.suffix == ".rs" and path.name != "shared.rs" and (word := real.search(LANGUAGE.sub("", line))):
            find(path, n, f"'{word[0]}' is a real name: code and comments name no country, place or party")
        if path.suffix in {".rs", ".md"} and (word := loaded.search(ours(line))):
            find(path, n, f"'{word[0]}' takes a side: use the neutral word")
        if path.suffix in {".md", ".py", ".sh", ".toml", ".sql"} and line != line.rstrip():
            find(path, n, "a space at the end of the line")
    if text and not text.endswith("\n") and path.suffix in CODE | {".md"}:
        find(path, 0, "no line feed at the end")


def check_urls(path, n, line):
    for url in URL.finditer(line):
        host = url[1].lower()
        before = line[: url.start()]
        if not OWN_HOSTS.match(host) and not COMMENT.search(before) and path.suffix != ".json":
            find(path, n, f"the host {host} in code: nothing may be asked of another machine")


def check_lock():
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    packages = lock["package"]
    if len(packages) > MOST_PACKAGES:
        find("Cargo.lock", 0, f"{len(packages)} packages, more than {MOST_PACKAGES}")
    for p in packages:
        if p.get("source", "registry+https://github.com/rust-lang/crates.io-index") != (
            "registry+https://github.com/rust-lang/crates.io-index"
        ):
            find("Cargo.lock", 0, f"{p['name']} does not come from the public registry")


def check_crate(folder):
    path = folder.relative_to(ROOT) / "Cargo.toml"
    manifest = tomllib.loads((folder / "Cargo.toml").read_text(encoding="utf-8"))
    package = manifest.get("package", {})
    if not package.get("description", "").strip().endswith("."):
        find(path, 0, "no description in a full sentence")
    if package.get("name", "").removeprefix("cairn-") != folder.name:
        find(path, 0, f"the package is called {package.get('name')}, its folder {folder.name}")
    if manifest.get("lints") != {"workspace": True}:
        find(path, 0, "the workspace's lints do not apply: add [lints] workspace = true")
    for key in ("version", "edition", "rust-version", "license", "publish"):
        if package.get(key) != {"workspace": True}:
            find(path, 0, f"{key} is not the workspace's")
    tests = folder / "tests"
    binaries = sorted(p.relative_to(ROOT) for p in tests.glob("*.rs")) if tests.is_dir() else []
    if binaries:
        find(binaries[0], 0, "an integration test outside tests/it: each crate has one such binary")
    main = tests / "it" / "main.rs"
    if main.is_file():
        named = set(re.findall(r"^mod (\w+);", main.read_text(encoding="utf-8"), re.M))
        for other in sorted(main.parent.glob("*.rs")):
            if other != main and other.stem not in named:
                find(other.relative_to(ROOT), 0, "a test file that main.rs does not name: its tests never run")


def main():
    real, loaded = any_of(words_of("real-names.txt")), any_of(words_of("loaded-words.txt"))
    known = files()
    for path in known:
        data = (ROOT / path).read_bytes()
        if len(data) > LARGEST_FILE:
            find(path, 0, f"{len(data)} bytes, more than {LARGEST_FILE}")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if not GOLDEN.search(path.as_posix()):
            check_text(path, text, real, loaded)
    check_lock()
    crates = sorted(p.parent for p in (ROOT / "crates").glob("*/Cargo.toml"))
    for folder in crates:
        check_crate(folder)
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "TENETS.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        if not (ROOT / name).is_file():
            find(name, 0, "is missing")
    for words in findings:
        print(words, file=sys.stderr)
    print(f"tidy: {len(known)} files, {len(crates)} crates, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
