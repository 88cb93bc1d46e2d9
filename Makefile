# Everything runs in .venv, from the lock file; nothing here needs root.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PYTHON := $(shell command -v python3.11 || command -v python3)

.PHONY: demo test check lint types tests evaluate offices bench lock clean help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' \
	  || { echo "Saksama needs Python 3.11: install it (Debian: apt-get install python3.11-venv), then run make again."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

demo: $(STAMP)  ## install, and show the account of the example articles
	$(BIN)/saksama brief examples/pyongyang
	@mkdir -p build
	$(BIN)/saksama brief examples/pyongyang -o build/pyongyang.html
	@echo "The same account with every source sentence one click away: build/pyongyang.html"

test: check  ## install, and run all checks and tests

check: lint types tests  ## ruff, mypy and pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

tests: $(STAMP)
	$(BIN)/python -m pytest

evaluate: $(STAMP)  ## every measure that has data, one table
	$(BIN)/python -m evaluation

offices: $(STAMP)  ## what the office records leave open, state by state
	PYTHONPATH=src $(BIN)/python -m training.office_coverage

bench: $(STAMP)  ## speed, memory and cold start
	$(BIN)/python -m benchmarks

lock: $(STAMP)  ## pin the dependencies anew
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --extra dev \
	  --no-emit-index-url --no-emit-find-links --no-header -o requirements.lock pyproject.toml

clean:  ## remove what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
