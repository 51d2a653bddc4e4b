# Two commands do everything: 'make demo' and 'make test'. Both set up what they need, except the tools below.

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR

.PHONY: help demo test lint fmt bench tools

help:
	@echo "make demo   build Cairn and fill a fictional register, with a tour on the terminal"
	@echo "make test   everything that must hold before a change is taken"
	@echo "make lint   formatting and lints only"
	@echo "make fmt    format the code"
	@echo "make bench  measure the import beside the sqlite3 shell"

demo: tools
	cargo build --release --locked -p cairn
	"$(CARGO_TARGET_DIR)/release/cairn" demo --replace

test: tools
	@if command -v python3 >/dev/null 2>&1; then \
		python3 tests/tidy/tidy.py && python3 tests/vectors/check.py; \
	else \
		echo "skipped: tests/tidy and the independent checker of tests/vectors need python3"; \
	fi
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo test --workspace --locked

lint: tools
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

fmt: tools
	cargo fmt --all

bench: tools
	bench/import.sh

tools:
	@missing=""; \
	need() { command -v "$$1" >/dev/null 2>&1 || missing="$$missing\n  $$2"; }; \
	need cargo "cargo    Rust, stable: https://rustup.rs"; \
	need cc "cc       a C compiler: apt install build-essential"; \
	need perl "perl     apt install perl (OpenSSL's own build needs it)"; \
	if [ -f web/package.json ]; then need npm "npm      Node.js 20: apt install nodejs npm"; fi; \
	if [ -n "$$missing" ]; then \
		printf "These tools are needed and not found:$$missing\nInstall them, then run make again.\n" >&2; exit 1; \
	fi
