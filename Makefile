# `make` lists the targets; `make run` and `make test` need nothing but Python 3.11+, make and git.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Tests of the app wait more than they compute.
WORKERS ?= $(shell expr 2 '*' $$(getconf _NPROCESSORS_ONLN))

.DEFAULT_GOAL := help
.PHONY: help run test thorough lint types floors pictures bench catalogue format clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# A stamp tells which extras were installed, and goes stale with pyproject.toml.
$(VENV)/.run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "reader needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1 || echo missing)." >&2; \
	  echo "Install one and run: make run PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: its venv module is missing." >&2; \
	  echo "On Debian or Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q reader
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

run: $(VENV)/.run ## open the app on the five seed articles
	@$(BIN)/reader

test: $(VENV)/.test ## install what tests need and pass them
	@# Where Python was told not to keep what it compiled, each worker would rewrite all tests each time.
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m 'not thorough'

thorough: $(VENV)/.test ## every test, also those that take long
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test ## lint and check the format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test ## check the types
	$(BIN)/mypy

floors: $(VENV)/.test ## check that rooms import only from floors below
	$(BIN)/lint-imports

pictures: $(VENV)/.test ## keep what every screen looks like now, and draw it (build/pictures)
	READER_PICTURES=1 $(BIN)/python -m pytest -q -n $(WORKERS) tests/tui/test_gallery.py
	$(BIN)/python -m tests.tui.gallery build/pictures

bench: $(VENV)/.test ## measure (see benchmarks/README.md)
	SPECS='$(SPECS)' $(BIN)/python -m benchmarks

catalogue: $(VENV)/.test ## bring the translations of the interface up to date (docs/languages.md)
	$(BIN)/python scripts/catalogue.py

format: $(VENV)/.test ## put the code into its format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
