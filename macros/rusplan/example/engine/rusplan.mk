# What `make` does in a site. It belongs to the engine, and `rusplan upgrade` replaces it: commands of your own stand in Makefile.
# Everything is installed into .venv, with hashes.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -P -m pip install --quiet --disable-pip-version-check
FORMAT := text
export NO_MKDOCS_2_WARNING := 1

.PHONY: site documents check serve edit preview kept publish upgrade clean
.DEFAULT_GOAL := site
site: $(VENV)/site.ok          ## build site/
	$(BIN)/mkdocs build --strict

documents: $(VENV)/documents.ok  ## build site/ with PDF, Word and Excel to download in it
	RUSPLAN_DOKUMENT=ja $(BIN)/mkdocs build --strict

check: $(VENV)/site.ok         ## check data/ and docs/; VERBOSE=1 shows LIX too
	@$(BIN)/rusplan check --format $(FORMAT) $(if $(VERBOSE),--verbose)

serve: $(VENV)/site.ok         ## show the site while you edit
	$(BIN)/mkdocs serve

edit: $(VENV)/edit.ok          ## write in forms instead of files, on this machine
	$(BIN)/rusplan edit

preview: $(VENV)/site.ok       ## tell in build/forslag.md what has changed since this left the branch BASE; what would not answer any more is an error
	@test -n "$(BASE)" || { echo "Ange vad du jämför med: make preview BASE=main"; exit 2; }
	RUSPLAN_FORHANDSVISNING=ja $(BIN)/mkdocs build --strict || { rm -rf site && mkdir site && $(BIN)/rusplan check --format html > site/index.html; exit 1; }
	rm -rf build && mkdir build
	@git merge-base "$(BASE)" HEAD >build/fran || { echo "Det du har här har inget gemensamt med $(BASE), eller så finns inte $(BASE)."; exit 1; }
	sh engine/build-commit "$$(cat build/fran)" "$(CURDIR)/$(BIN)/python"
	$(BIN)/rusplan changes "$$(cat build/fran)..HEAD" --format md > build/forslag.md
	@$(BIN)/rusplan pages-changed build/bas-site site --format md --strict >> build/forslag.md; \
	  lost=$$?; cat build/forslag.md $(if $(SUMMARY),>> "$(SUMMARY)"); exit $$lost

kept: $(VENV)/site.ok          ## tell what the site of the commit SINCE had that the one in site/ lacks; it is an error
	sh engine/build-commit "$(SINCE)" "$(CURDIR)/$(BIN)/python"
	@[ -d build/bas-site ] || { echo "Det finns ingen tidigare webbplats att jämföra med."; exit 0; }; \
	  $(BIN)/rusplan pages-changed build/bas-site site --strict

publish: $(if $(wildcard $(VENV)/documents.ok),documents,site) ## build site/ and show it from TARGET/aktuell
	@test -n "$(TARGET)" || { echo "Ange var: make publish TARGET=/srv/webbplats"; exit 2; }
	$(BIN)/rusplan publish "$(TARGET)"

upgrade: $(VENV)/site.ok       ## bring the site to the version of rusplan in the file ENGINE, showing each change first
	$(BIN)/rusplan upgrade $(if $(ENGINE),--engine "$(ENGINE)")

clean:                         ## remove everything that is made
	rm -f $(VENV)/*.ok
	rm -rf $(VENV) site build "$$(git rev-parse --git-common-dir 2>/dev/null || echo .git)/rusplan-cache"

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

$(VENV)/site.ok: engine/requirements.txt $(VENV)/python.ok
	@$(WHOLE)
	$(PIP) --require-hashes -r engine/requirements.txt
	@touch $@

# What only some need: the form editor, and PDF, Word and Excel.
$(VENV)/edit.ok $(VENV)/documents.ok: $(VENV)/%.ok: engine/requirements-%.txt $(VENV)/site.ok
	@$(WHOLE)
	$(PIP) --require-hashes -r $<
	@touch $@
