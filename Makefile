# `make site` builds the explainer of this repository, `make test` tests everything.
# All of it happens in .venv. Files named .runtime and .dev in there say what is installed,
# so that only the first make, or one after a change of the pins, installs anything.

PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEV := .venv/.dev
TOOLS := tools/node_modules/.installed
CHROMIUM ?= /usr/bin/chromium
CHROMIUM_HEADLESS ?= /usr/bin/chromium-headless-shell
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	--no-emit-find-links --strip-extras --allow-unsafe

.PHONY: site build serve test test-fast check same torture golden browser graphviz bench bench-generator bench-reader words catalogue basemap lock clean

## Build

site: build ## check the facts, write docs/, build site/ and say how to open it
	@echo "To read it in a browser: make serve"

build: $(RUNTIME) graphviz
	$(BIN)/explainer build

serve: $(RUNTIME) graphviz ## preview, with live reload
	$(BIN)/explainer serve

## Test

test: $(DEV) browser graphviz ## every test, those in a browser too; a skipped one counts as a failure
	CHROMIUM=$(CHROMIUM) CHROMIUM_HEADLESS=$(CHROMIUM_HEADLESS) $(BIN)/python -m pytest --numprocesses=auto --no-skips $(ARGS)

test-fast: $(DEV) graphviz ## in about a minute: all but what runs a builder or a browser, or takes long
	$(BIN)/python -m pytest --numprocesses=auto -m "not (builds or browser or long)" $(ARGS)

check: $(DEV) ## lint, format, types, direction of imports, one meaning for each class name
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.class_names

same: $(DEV) graphviz ## does this checkout make the same docs/ and site/ as the revision WITH?
	$(BIN)/python -m tools.same_output $(ARGS) $(WITH)

torture: $(DEV) graphviz ## edit at random, and compare each site with that of a clean build; SEEDS=20 STEPS=12
	$(BIN)/python -m tests.torture $(if $(SEEDS),--seeds $(SEEDS)) $(if $(STEPS),--steps $(STEPS)) $(ARGS)

golden: $(DEV) graphviz ## accept what the pages say now as what they should say
	$(BIN)/python -m pytest tests/golden --accept

bench: $(DEV) graphviz ## ourselves beside what others use, on the same facts; SIZE=100 REPS=1 for a quick look
	$(call debian,npm,nodejs npm,Eleventy and the search)
	$(BIN)/python -m benchmarks.peers $(if $(SIZE)$(SIZES),--sizes $(SIZE) $(SIZES)) $(if $(REPS),--reps $(REPS)) \
		$(if $(PEERS),--peers $(PEERS)) $(if $(MEASURES),--measures $(MEASURES)) $(if $(BASE),--base $(BASE)) \
		$(if $(WRITE),--write) $(ARGS)

bench-generator: $(DEV) ## how long facts to Markdown takes; beside the revision BASE, for some SIZES alone
	$(BIN)/python -m benchmarks.generator $(if $(SIZES),--sizes $(SIZES)) $(if $(BASE),--base $(BASE))

bench-reader: $(DEV) browser graphviz ## how fast pages are on a slow phone; wants a quiet machine
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m benchmarks.reader

# The list goes to a file of its own, which only this run needs; each catalogue then takes it over.
words: $(RUNTIME) ## bring the catalogues of interface words up to date with the code and templates
	@list=$$(mktemp) && trap 'rm -f "$$list"' EXIT && \
	$(BIN)/pybabel --quiet extract -F pyproject.toml --no-location --omit-header --sort-output -o "$$list" . && \
	for words in generator/views/locales/*.po; do \
		$(BIN)/pybabel --quiet update -i "$$list" -o "$$words" -l "$$(basename "$$words" .po)" \
			--no-fuzzy-matching --no-wrap --ignore-obsolete --ignore-pot-creation-date || exit 1; \
	done

catalogue: $(RUNTIME) ## begin the interface words of another language; CODE=es
	@test -n "$(CODE)" || { echo "Name the language: make catalogue CODE=es"; exit 1; }
	@list=$$(mktemp) && trap 'rm -f "$$list"' EXIT && \
	$(BIN)/pybabel --quiet extract -F pyproject.toml --no-location --omit-header --sort-output -o "$$list" . && \
	$(BIN)/pybabel --quiet init -i "$$list" -o generator/views/locales/$(CODE).po -l $(subst -,_,$(CODE)) --no-wrap

basemap: $(RUNTIME) ## derive content/basemap.geojson again; needs npm (basemap/README.md says from what)
	$(BIN)/python -m basemap.make

# Debian's packages that no virtual environment can hold: $(call debian,PROGRAM,PACKAGE,PURPOSE) installs
# one when it is missing and the user may, says so when it could not, and never fails.
debian = @if command -v $(1) >/dev/null || ! command -v apt-get >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then may=; elif sudo -n true 2>/dev/null; then may="sudo -n"; else exit 0; fi; \
	echo "Installing $(2) for $(3)"; \
	$$may apt-get update -qq && \
	$$may env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null \
	|| echo "$(2) could not be installed"

browser: $(TOOLS) ## whoever may not install what it needs sees the browser tests fail
	$(call debian,$(CHROMIUM),chromium,the browser tests)
	$(call debian,$(CHROMIUM_HEADLESS),chromium-headless-shell,browser tests in half the time)
	$(call debian,java,default-jre-headless,the validator of HTML)

# What judges pages: axe, Lighthouse, the Nu validator. Pinned with hashes, never run on installing.
$(TOOLS): tools/package-lock.json
	$(call debian,npm,nodejs npm,axe and Lighthouse)
	@if ! command -v npm >/dev/null; then \
		echo "axe and Lighthouse need Node 18.16 or later and npm; with both there, make browser installs them"; \
	else \
		echo "Installing what judges pages into tools/"; \
		npm ci --prefix tools --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null && touch $@ \
		|| echo "tools/ could not be installed; make browser tries again"; \
	fi

graphviz: ## whoever may not install it gets the list of relations without their graph
	$(call debian,dot,graphviz,the graph of relations)

## Install

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Python 3.11 or later is needed; name it with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

$(RUNTIME): requirements/runtime.txt pyproject.toml setup.py | $(BIN)/pip
	@echo "Installing what the generator needs into .venv"
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): requirements/dev.txt $(RUNTIME)
	@echo "Installing what checks and tests need into .venv"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

lock: $(DEV) ## pin the newest versions that requirements/*.in allow
	cd requirements && ../$(COMPILE) --upgrade --output-file=runtime.txt runtime.in
	cd requirements && ../$(COMPILE) --upgrade --output-file=dev.txt dev.in
	cd requirements && ../$(COMPILE) --upgrade --output-file=peers.txt peers.in

clean: ## remove what was built; .venv stays
	rm -rf site .explainer build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
