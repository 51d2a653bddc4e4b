#!/usr/bin/env bash
# How long an import takes beside the sqlite3 shell's .import of the same file, in one run on one machine.
#   bench/import.sh [ROWS] [RUNS]        default 300000 rows, 5 runs of each, in turn
# Prints each wall time, the medians of wall and processor time in seconds, and the ratios of cairn to sqlite3. On a
# machine that does other work the processor time is the one to trust. What cairn does more: it preserves and hashes
# the file, reads every cell, writes one signed log entry and the columns of counts for each row, and syncs. The
# sqlite3 shell puts the cells into one table of texts. The search index is filled after an import and has its own line.
set -euo pipefail

rows="${1:-300000}"
runs="${2:-5}"
tree="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$tree"
command -v sqlite3 >/dev/null || { echo "sqlite3 is needed: apt install sqlite3" >&2; exit 2; }
cargo build --quiet --release --locked -p cairn -p cairn-demo --example list --bin cairn
target="$(cd "${CARGO_TARGET_DIR:-target}" && pwd)"
cairn="$target/release/cairn"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$target/release/examples/list" "$rows" >"$work/list.csv"
echo "five words only for tests" >"$work/passphrase"

# Runs a command; adds its wall and processor time in seconds to the files of the name in $1. An import with odd
# cells ends with 1.
TIMEFORMAT='%R %U %S'
timed() {
  local name="$1" code=0 wall user system
  shift
  { time "$@" >"$work/out" 2>"$work/err" || code=$?; } 2>"$work/time"
  if [ "$code" -gt 1 ]; then
    cat "$work/err" >&2
    exit 2
  fi
  read -r wall user system <"$work/time"
  echo "$wall" >>"$work/$name.wall"
  awk -v u="$user" -v s="$system" 'BEGIN { printf "%.3f\n", u + s }' >>"$work/$name.cpu"
}

median() { sort -n "$work/$1" | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

for ((run = 1; run <= runs; run++)); do
  rm -rf "$work/plain" "$work/locked" "$work/shell.db"
  "$cairn" init "$work/plain" --plaintext --quiet >/dev/null
  "$cairn" init "$work/locked" --passphrase-file "$work/passphrase" --quiet >/dev/null
  timed sqlite3 sqlite3 "$work/shell.db" ".mode csv" ".import $work/list.csv people"
  timed plaintext "$cairn" import "$work/plain" "$work/list.csv" --no-index --quiet
  timed encrypted "$cairn" import "$work/locked" "$work/list.csv" --no-index --quiet --passphrase-file "$work/passphrase"
  timed index "$cairn" index "$work/locked" --quiet --passphrase-file "$work/passphrase"
  echo "run $run: sqlite3 $(tail -1 "$work/sqlite3.wall") s, plaintext $(tail -1 "$work/plaintext.wall") s," \
    "encrypted $(tail -1 "$work/encrypted.wall") s"
done

wall="$(median sqlite3.wall)"
cpu="$(median sqlite3.cpu)"
echo
echo "$rows rows, $(wc -c <"$work/list.csv") bytes, median of $runs runs, $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
echo "kind          wall  ratio   processor  ratio"
for name in sqlite3 plaintext encrypted index; do
  awk -v n="$name" -v t="$(median "$name.wall")" -v b="$wall" -v u="$(median "$name.cpu")" -v c="$cpu" \
    'BEGIN { printf "%-9s  %7.3f  %5.2f     %7.3f  %5.2f\n", n, t, t / b, u, u / c }'
done
du -sk "$work/plain" "$work/locked" "$work/shell.db" | awk '{ n = split($2, p, "/"); printf "%s: %d KiB on disk\n", p[n], $1 }'
