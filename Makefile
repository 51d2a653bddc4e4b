# Two commands do everything: 'make demo' and 'make test'. Both set up what they need, except the tools below.

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR

.PHONY: help demo test lint fmt bench api tools web web-test e2e cluster

help:
	@echo "make demo   build Cairn and its page, fill a fictional register, with a tour on the terminal"
	@echo "make test   everything that must hold before a change is taken"
	@echo "make lint   formatting and lints only"
	@echo "make fmt    format the code"
	@echo "make web    build the page alone"
	@echo "make e2e    the page in Chromium against the built program"
	@echo "make api    the interface with generated requests, and with many clients at once"
	@echo "make cluster  linkage on several machines: a workspace of its own, and its tests"
	@echo "make bench  measure the import beside the sqlite3 shell"

demo: tools web
	cargo build --release --locked -p cairn
	"$(CARGO_TARGET_DIR)/release/cairn" demo --replace
	@printf '\nOpen it in a browser of this machine:\n\n  %s serve demo-register/register --open\n\n' "$(CARGO_TARGET_DIR)/release/cairn"

test: tools
	@if command -v python3 >/dev/null 2>&1; then \
		python3 tests/tidy/tidy.py && python3 tests/vectors/check.py; \
	else \
		echo "skipped: tests/tidy and the independent checker of tests/vectors need python3"; \
	fi
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo test --workspace --locked
	cargo clippy -p cairn --all-targets --features propose --locked -- -D warnings
	cargo test -p cairn --features propose --locked propose
	$(MAKE) web-test
	$(MAKE) e2e

# The page. What npm installs is taken from web/package-lock.json and nothing else.
web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	cd web && npm ci
	@touch $@

web: tools web/node_modules/.package-lock.json
	cd web && npm run --silent build

web-test: web/node_modules/.package-lock.json
	cd web && npm run --silent lint && npm test --silent

# Needs the program as 'cargo test' or 'cargo build' left it.
e2e: web
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; then \
		cd web && npm run --silent e2e; \
	else \
		echo "skipped: the tests of the page in a browser need Chromium (apt install chromium)"; \
	fi

lint: tools
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

fmt: tools
	cargo fmt --all

# Reaches Python's package index once, so it is no part of 'make test'.
api: tools
	cargo build --locked -p cairn
	tests/api/schemathesis.sh
	python3 tests/api/load.py "$(CARGO_TARGET_DIR)/debug/cairn" 60 32

# Heavy (DataFusion and Ballista), so neither in 'make test' nor in the workspace; docs/cluster.md.
cluster: tools
	cd cluster && cargo fmt --check && cargo clippy --all-targets --locked -- -D warnings && cargo test --locked

bench: tools
	bench/import.sh

tools:
	@missing=""; \
	need() { command -v "$$1" >/dev/null 2>&1 || missing="$$missing\n  $$2"; }; \
	need cargo "cargo    Rust, stable: https://rustup.rs"; \
	need cc "cc       a C compiler: apt install build-essential"; \
	need perl "perl     apt install perl (OpenSSL's own build needs it)"; \
	need npm "npm      Node.js 20.19 or newer, with npm: apt install nodejs npm"; \
	if command -v node >/dev/null 2>&1 && ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then \
		missing="$$missing\n  node     version 20.19 or newer; this one is $$(node --version)"; \
	fi; \
	if [ -n "$$missing" ]; then \
		printf "These tools are needed and not found:$$missing\nInstall them, then run make again.\n" >&2; exit 1; \
	fi
