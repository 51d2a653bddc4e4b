#!/usr/bin/env bash
# Tries the interface with generated requests against its own description: no 5xx, no breach of the contract.
#
# usage: tests/api/schemathesis.sh [PATH-OF-cairn] [more options of schemathesis]
# Needs python3 with venv and reaches its package index once. Everything happens on a fictional register in a scratch
# folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
cairn=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/cairn}")
shift || true
[ -x "$cairn" ] || { echo "build the program first: cargo build -p cairn" >&2; exit 2; }
command -v python3 >/dev/null || { echo "skipped: python3 is absent" >&2; exit 0; }

scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -INT "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
venv=${CAIRN_SCHEMATHESIS_VENV:-$scratch/venv}
if [ ! -x "$venv/bin/schemathesis" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" -q install 'schemathesis==4.32.5'
fi

cd "$scratch" # schemathesis keeps its findings where it runs
"$cairn" demo "$scratch/demo" --quiet > /dev/null
"$cairn" serve "$scratch/demo/register" --port 0 --format json > "$scratch/url" &
server=$!
for _ in $(seq 100); do
    [ -s "$scratch/url" ] && break
    sleep 0.1
done
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$scratch/url")
base=${url%%/#*}
token=${url##*token=}

# The stream of events has no end. Semantic refusals (422) are part of the contract: what a schema cannot say.
cat > "$scratch/schemathesis.toml" <<TOML
[auth.openapi.token]
bearer = "$token"

[checks.positive_data_acceptance]
expected-statuses = ["2xx", "401", "403", "404", "409", "413", "422"]
TOML
"$venv/bin/schemathesis" --config-file "$scratch/schemathesis.toml" run "$base/api/v1/openapi.json" \
    --exclude-path /api/v1/events --exclude-operation-id leave \
    --max-examples "${CAIRN_EXAMPLES:-40}" --workers 2 --request-timeout 20 --generation-database none --suppress-health-check all \
    --no-color "$@"
