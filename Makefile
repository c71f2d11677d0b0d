# The README's contract. Everything is installed into .venv from the lock files, with hashes.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := tests/node/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test test-site test-since publish preview serve check bench lint fuzz sbom audit lock clean mutate
site: $(VENV)/site.ok          ## build site/
	$(BIN)/mkdocs build --strict

test: $(VENV)/dev.ok           ## run the whole test suite, the browser included
	-@$(MAKE) --no-print-directory $(NODE)
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-programs
	$(BIN)/python -m pytest -n auto

test-site: $(VENV)/dev.ok      ## run only the tests of what data/ and docs/ make: enough for a change in them alone
	-@$(MAKE) --no-print-directory $(NODE)
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-programs
	$(BIN)/python -m pytest -n auto tests/site

test-since:                    ## style and all tests; only those of the site where nothing but data/ and docs/ has changed since SINCE
	@if [ "$$(deploy/what-to-test "$(SINCE)")" = test-site ]; then $(MAKE) test-site; else $(MAKE) lint test; fi

publish: site                  ## build site/ and show it from TARGET/aktuell
	@test -n "$(TARGET)" || { echo "Ange var: make publish TARGET=/srv/rusplan"; exit 2; }
	$(BIN)/rusplan publish "$(TARGET)"

preview: site                  ## tell in build/forslag.md what differs from the commit BASE; a page that is lost is an error
	@test -n "$(BASE)" || { echo "Ange vad du jämför med: make preview BASE=main"; exit 2; }
	rm -rf build && mkdir build && git worktree prune
	git worktree add --quiet --detach build/bas "$(BASE)"
	cd build/bas && PYTHONPATH=macros ../../$(BIN)/python -P -m mkdocs build --quiet --site-dir ../bas-site
	git worktree remove --force build/bas
	$(BIN)/rusplan changes "$(BASE)..HEAD" --format md > build/forslag.md
	@$(BIN)/rusplan pages-changed build/bas-site site --format md --strict >> build/forslag.md; \
	  lost=$$?; cat build/forslag.md $(if $(SUMMARY),>> "$(SUMMARY)"); exit $$lost

serve: $(VENV)/site.ok         ## show the site while you edit
	$(BIN)/mkdocs serve

bench: $(VENV)/dev.ok          ## measure what must stay quick (minutes)
	for name in $(BENCHES); do $(BIN)/python -m tests.bench.$$name || exit 1; done
BENCHES := speed saved changes index search light load

check: $(VENV)/site.ok         ## check data/ only; VERBOSE=1 shows LIX too
	@$(BIN)/rusplan check --format $(FORMAT) $(if $(VERBOSE),--verbose)
FORMAT := text

lint: $(VENV)/dev.ok $(NODE)   ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/node tests/node/node_modules/typescript/bin/tsc --project tests/node
	$(BIN)/node tests/node/node_modules/eslint/bin/eslint.js --config tests/node/eslint.config.js --max-warnings 0 macros/rusplan/assets/js tests/node

fuzz: $(VENV)/dev.ok           ## break the data files in 2,000 ways and edit them in 5,000, and see what comes of it (minutes)
	$(BIN)/python -m tests.fuzz.fuzz $(CASES)
	$(BIN)/python -m tests.fuzz.edits $(EDITS)

mutate: $(VENV)/dev.ok         ## put 300 small faults into the engine, and see whether the fast tests notice (half an hour)
	$(BIN)/python -m tests.mutate.mutate $(FAULTS)

sbom: $(VENV)/dev.ok           ## list in build/sbom.json what the site is built with (CycloneDX)
	@mkdir -p build
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json

audit: $(VENV)/dev.ok          ## look for known holes in what is locked; asks a service on the net
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.lock || \
	  { echo "Granskningen hittade brister, eller nådde inte tjänsten som känner till dem: se ovan."; exit 1; }

lock: $(VENV)/dev.ok           ## make the lock files anew from pyproject.toml
	$(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile pyproject.toml --group build $(LOCK) -o requirements.lock
	$(VENV)/lock/bin/uv pip compile pyproject.toml --group build --group dev $(LOCK) -c requirements.lock -o requirements-dev.lock
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header

clean:                         ## remove everything that is made
	rm -rf $(VENV) site build

$(NODE): tests/node/package-lock.json tests/node/.npmrc | $(VENV)/dev.ok
	@cd tests/node && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error --fetch-retries=1 --fetch-timeout=30000 >/dev/null
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "rusplan behöver Python 3.11 eller senare, som $(PYTHON). Ange en annan med: make site PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "Python saknar venv. På Debian och Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/site.ok: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.ok: requirements-dev.lock $(VENV)/site.ok
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
