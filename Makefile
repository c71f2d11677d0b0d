# The README's contract. Everything is installed into .venv from the lock files, with hashes.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -P -m pip install --quiet --disable-pip-version-check
NODE := tests/node/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1

.PHONY: site documents test test-site test-office test-since publish preview kept serve edit check bench lint fuzz kill sbom audit audit-issue wheel licences lock clean mutate
site: $(VENV)/site.ok          ## build site/
	$(BIN)/mkdocs build --strict

documents: $(VENV)/documents.ok  ## build site/ with all documents in it, as PDF, Word and Excel
	RUSPLAN_DOKUMENT=ja $(BIN)/mkdocs build --strict

test: $(VENV)/dev.ok           ## run the whole test suite, the browser included
	-@$(MAKE) --no-print-directory $(NODE)
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-programs
	$(BIN)/python -m pytest $(SHARED)

# Neighbours stay with one worker, which keeps what they share, until another has nothing left to do.
SHARED := -n auto --dist worksteal

test-site: $(VENV)/dev.ok      ## run only the tests of what data/ and docs/ make, or RUSPLAN_SITE=folder: enough for a change in them alone
	-@$(MAKE) --no-print-directory $(NODE)
	PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/install-programs
	$(BIN)/python -m pytest $(SHARED) tests/site tests/rus

test-since:                    ## style and all tests; only those of the site where nothing but data/ and docs/ has changed since SINCE
	@if [ "$$(deploy/what-to-test "$(SINCE)")" = test-site ]; then $(MAKE) test-site; else $(MAKE) lint test; fi

publish: $(if $(wildcard $(VENV)/documents.ok),documents,site) ## build site/ and show it from TARGET/aktuell
	@test -n "$(TARGET)" || { echo "Ange var: make publish TARGET=/srv/rusplan"; exit 2; }
	$(BIN)/rusplan publish "$(TARGET)"

preview: $(VENV)/site.ok       ## tell in build/forslag.md what has changed since this left the branch BASE; what would not answer any more is an error
	@test -n "$(BASE)" || { echo "Ange vad du jämför med: make preview BASE=main"; exit 2; }
	RUSPLAN_FORHANDSVISNING=ja $(BIN)/mkdocs build --strict || { rm -rf site && mkdir site && $(BIN)/rusplan check --format html > site/index.html; exit 1; }
	rm -rf build && mkdir build
	@git merge-base "$(BASE)" HEAD >build/fran || { echo "Det du har här har inget gemensamt med $(BASE), eller så finns inte $(BASE)."; exit 1; }
	deploy/build-commit "$$(cat build/fran)" "$(CURDIR)/$(BIN)/python"
	$(BIN)/rusplan changes "$$(cat build/fran)..HEAD" --format md > build/forslag.md
	@$(BIN)/rusplan pages-changed build/bas-site site --format md --strict >> build/forslag.md; \
	  lost=$$?; cat build/forslag.md $(if $(SUMMARY),>> "$(SUMMARY)"); exit $$lost

kept: $(VENV)/site.ok          ## tell what the site of the commit SINCE had that the one in site/ lacks; it is an error
	deploy/build-commit "$(SINCE)" "$(CURDIR)/$(BIN)/python"
	@[ -d build/bas-site ] || { echo "Det finns ingen tidigare webbplats att jämföra med."; exit 0; }; \
	  $(BIN)/rusplan pages-changed build/bas-site site --strict

serve: $(VENV)/site.ok         ## show the site while you edit
	$(BIN)/mkdocs serve

edit: $(VENV)/edit.ok          ## write in forms instead of files, on this machine
	$(BIN)/rusplan edit

bench: $(VENV)/dev.ok          ## measure what must stay quick (minutes)
	for name in $(BENCHES); do $(BIN)/python -m tests.bench.$$name || exit 1; done
BENCHES := speed saved changes index search light load

check: $(VENV)/site.ok         ## check data/ and docs/; VERBOSE=1 shows LIX too
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

kill: $(VENV)/dev.ok           ## kill processes of builds, pushes and servers at MOMENTS moments, and see that nothing is left (minutes)
	MOMENTS=$(MOMENTS) $(BIN)/python -m pytest tests/killed
MOMENTS := 600

test-office: $(VENV)/dev.ok    ## see that files go to LibreOffice and come back as they were; installs Debian's LibreOffice (a minute)
	command -v soffice >/dev/null || { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq --no-install-recommends libreoffice-calc libreoffice-writer >/dev/null; }
	$(BIN)/python -m pytest tests/office/saved_by_libreoffice.py tests/office/opened_by_libreoffice.py
AS_ROOT = $$([ "$$(id -u)" -eq 0 ] || echo sudo -n)

mutate: $(VENV)/dev.ok         ## put 300 small faults into the engine, and see whether the fast tests notice (half an hour)
	$(BIN)/python -m tests.mutate.mutate $(FAULTS)

sbom: $(VENV)/dev.ok           ## list in build/sbom.json what the site is built with (CycloneDX)
	@[ ! -L build ] || rm build  # what is made belongs to the project, wherever a link leads
	@mkdir -p build
	$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json

licences: $(VENV)/dev.ok       ## write in deploy/licences.md what the packages that build the site say of their licences
	$(BIN)/python -m tests.licences

audit: $(VENV)/dev.ok          ## look for known holes in what is locked; asks a service on the net
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.txt || \
	  { echo "Granskningen hittade brister, eller nådde inte tjänsten som känner till dem: se ovan."; exit 1; }

audit-issue:                   ## open an issue that points at the audit RUN, or write in the open one
	@deploy/audit-issue "$(RUN)"

wheel: $(VENV)/dev.ok          ## build the package in build/paket/; TAG=v1.2.3 refuses any other version
	@[ -z "$(TAG)" ] || grep -qxF 'version = "$(TAG:v%=%)"' pyproject.toml || \
	  { echo "Taggen $(TAG) är inte den version som står i pyproject.toml."; exit 1; }
	@[ ! -L build ] || rm build
	rm -rf build/paket
	$(BIN)/python -P -m build --wheel --no-isolation --outdir build/paket

lock: $(VENV)/dev.ok           ## make the lock files anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --group build $(LOCK) -o requirements.txt
	for extra in edit documents; do \
	  $(BIN)/uv pip compile pyproject.toml --group build --extra $$extra $(LOCK) -c requirements.txt -o requirements-$$extra.txt || exit 1; done
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --all-extras $(LOCK) -c requirements.txt -o requirements-dev.txt
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header

clean:                         ## remove everything that is made
	rm -f $(VENV)/*.ok
	rm -rf $(VENV) site build "$$(git rev-parse --git-common-dir 2>/dev/null || echo .git)/rusplan-cache"

$(NODE): tests/node/package-lock.json tests/node/.npmrc | $(VENV)/dev.ok
	@cd tests/node && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error --fetch-retries=1 --fetch-timeout=30000 >/dev/null
	@touch $@

# Where the environment lies and which Python it holds. It is made anew if that is not what it was made with: when it was broken off,
# or moved, or its Python is gone.
ORIGIN = $(BIN)/python -P -c 'import sys; print(sys.prefix, *sys.version_info[:2])'
ifneq ($(shell $(ORIGIN) 2>/dev/null),$(shell cat $(VENV)/python.ok 2>/dev/null))
$(VENV)/python.ok: ANEW
endif
ANEW:

$(VENV)/python.ok:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "rusplan behöver Python 3.11 eller senare, som $(PYTHON). Ange en annan med: make site PYTHON=python3.12"; exit 1; }
	rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { echo "Python saknar venv. På Debian och Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(ORIGIN) >$@

# pip writes RECORD last, and takes a package without it for installed: what was broken off is removed, so that it is installed again.
WHOLE = for info in $(VENV)/lib/python*/site-packages/*.dist-info; do [ -e "$$info/RECORD" ] || rm -rf "$$info"; done

$(VENV)/site.ok: requirements.txt pyproject.toml $(VENV)/python.ok
	@$(WHOLE)
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What only some need: `rusplan edit`, and documents.
$(VENV)/edit.ok $(VENV)/documents.ok: $(VENV)/%.ok: requirements-%.txt $(VENV)/site.ok
	@$(WHOLE)
	$(PIP) --require-hashes -r $<
	@touch $@

$(VENV)/dev.ok: requirements-dev.txt $(VENV)/site.ok
	@$(WHOLE)
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
