#!/usr/bin/env bash
# How long an import takes beside the sqlite3 shell's .import of the same file, in one run on one machine.
#   bench/import.sh [ROWS] [RUNS]        default 300000 rows, 5 runs of each, in turn
# Prints each time, the medians in seconds of wall time, and the ratio of cairn to sqlite3. What cairn does more: it
# preserves and hashes the file, reads every cell, writes one signed log entry and the columns of counts for each row,
# and syncs. The sqlite3 shell puts the cells into one table of texts.
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

# Runs a command; adds its wall time in seconds to the file that $1 names. An import with odd cells ends with 1.
timed() {
  local name="$1" start end code=0
  shift
  start="$EPOCHREALTIME"
  "$@" >"$work/out" 2>"$work/err" || code=$?
  end="$EPOCHREALTIME"
  if [ "$code" -gt 1 ]; then
    cat "$work/err" >&2
    exit 2
  fi
  awk -v a="$start" -v b="$end" 'BEGIN { printf "%.3f\n", b - a }' >>"$work/$name"
}

median() { sort -n "$work/$1" | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

for ((run = 1; run <= runs; run++)); do
  rm -rf "$work/plain" "$work/locked" "$work/shell.db"
  "$cairn" init "$work/plain" --plaintext --quiet >/dev/null
  "$cairn" init "$work/locked" --passphrase-file "$work/passphrase" --quiet >/dev/null
  timed sqlite3 sqlite3 "$work/shell.db" ".mode csv" ".import $work/list.csv people"
  timed plaintext "$cairn" import "$work/plain" "$work/list.csv" --quiet
  timed encrypted "$cairn" import "$work/locked" "$work/list.csv" --quiet --passphrase-file "$work/passphrase"
  echo "run $run: sqlite3 $(tail -1 "$work/sqlite3") s, plaintext $(tail -1 "$work/plaintext") s," \
    "encrypted $(tail -1 "$work/encrypted") s"
done

base="$(median sqlite3)"
echo
echo "$rows rows, $(wc -c <"$work/list.csv") bytes, median of $runs runs, $(nproc) cores"
echo "kind       seconds  ratio"
for name in sqlite3 plaintext encrypted; do
  awk -v n="$name" -v t="$(median "$name")" -v b="$base" 'BEGIN { printf "%-9s  %7.3f  %5.2f\n", n, t, t / b }'
done
du -sk "$work/plain" "$work/locked" "$work/shell.db" | awk '{ n = split($2, p, "/"); printf "%s: %d KiB on disk\n", p[n], $1 }'
