.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do $$name -c '' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
UV := $(shell command -v uv)
ORDERS ?= 300000
export PYTHONUNBUFFERED := 1

.PHONY: help setup run test lint types bench docs screenshots pins clean

help:  ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: .venv/.installed  ## Create .venv with everything for development

.venv/.installed: requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit("Whitespot needs Python 3.11 to 3.13, this is %d.%d" % sys.version_info[:2] if not (3, 11) <= sys.version_info[:2] <= (3, 13) else 0)'
ifdef UV
	@test -x $(BIN)/python || uv venv --quiet --python $(PYTHON) .venv
	uv pip install --quiet --python $(BIN)/python -r requirements-dev.txt
else
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
endif
	@touch $@

run: setup  ## Open the dashboard at http://127.0.0.1:8050, on sample data if there is none (HOST, PORT, ORDERS)
	@$(BIN)/python -m data migrate
	@$(BIN)/python -m data generate --orders $(ORDERS) --if-empty
	@$(BIN)/python app.py

test: setup  ## Run all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: setup  ## Check format, style and layering
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: setup  ## Check the types
	$(BIN)/mypy .

bench: setup  ## Measure answers and loads
	$(BIN)/python -m benchmarks

docs: setup  ## Write the generated pages of docs/
	$(BIN)/python -m docs.generate

screenshots: setup  ## Take the pictures of docs/images (needs a Chromium)
	$(BIN)/python -m docs.screenshots

pins: setup  ## Pin the newest versions that work together (needs uv)
	echo '# What production runs; `make pins` writes this file from pyproject.toml.' > requirements.txt
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header --no-annotate pyproject.toml >> requirements.txt
	printf '# What development and tests add to production.\n-r requirements.txt\n' > requirements-dev.txt
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header --no-annotate --extra dev -c requirements.txt pyproject.toml \
		| grep -vxFf requirements.txt >> requirements-dev.txt

clean:  ## Remove .venv and var (data included)
	rm -rf .venv var
