#!/usr/bin/env bash
# Mounts a small disk in memory and fills it while cairn writes. Needs root; without it, says so and passes.
# Options go to full_disk.py: --cairn FILE, --rows N, --encrypted.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if [ "$(id -u)" -ne 0 ]; then
  echo "skipped: mounting a small disk needs root"
  exit 0
fi
disk="$(mktemp -d)"
if ! mount -t tmpfs -o size=96m tmpfs "$disk" 2>/dev/null; then
  rmdir "$disk"
  echo "skipped: this machine does not let a small disk be mounted"
  exit 0
fi
trap 'umount "$disk"; rmdir "$disk"' EXIT
python3 "$here/full_disk.py" "$disk" "$@"
