# make demo: set up what is needed, then read the embedded demo. make test: set up, then run the tests.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test test-all lint docs

demo: $(VENV)/.readout
	$(BIN)/readout demo -o demo.readout
	$(BIN)/readout check demo.readout

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not slow"

test-all: $(VENV)/.ray
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/.dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check readout tests && $(BIN)/mypy

docs: $(VENV)/.dev
	$(BIN)/python -m docs.generate

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Modules are compiled here, for machines where Python is told to keep no compiled ones. Tracing compiles its kernels once a machine; a few demo
# pages that copy each other make it do so.
KERNELS = $(BIN)/python -m compileall -q readout > /dev/null; \
	$(BIN)/readout read readout/demo/pages/newsmill readout/demo/pages/orlesk-courier -q --rebuild -o $(VENV)/kernels.readout

$(VENV)/.readout: pyproject.toml | $(VENV)/bin/python
	$(PIP) -e .
	$(KERNELS) > /dev/null
	touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(PIP) -e '.[dev]'
	$(KERNELS) > /dev/null
	touch $@ $(VENV)/.readout

$(VENV)/.ray: pyproject.toml | $(VENV)/bin/python
	$(PIP) -e '.[dev,ray]'
	$(KERNELS) > /dev/null
	touch $@ $(VENV)/.dev $(VENV)/.readout
