# `make brief` is the whole way from a bare machine to a printed page; `make test` proves
# the tool. Both install what is missing first, and nothing that is there already.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
COMPILE := pip-compile --quiet --upgrade --strip-extras --generate-hashes \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
DEV := import tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")

AXE := .venv/share/axe-core/axe.min.js
AXE_VERSION := 4.14.1
AXE_SHA256 := e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745

# How many minutes `make fuzz` tries, and the number of its first input.
MINUTES ?= 10
FIRST ?= 0

# A folder with the tools that lock and audit, as they were pinned; gone afterwards.
TOOLS = tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	$(PYTHON) -m venv "$$tools" && \
	"$$tools/bin/pip" --quiet --disable-pip-version-check install --no-deps \
		--require-hashes -r requirements-tools.txt

# What a lock holds, as it is named before it is installed.
NAMES = $(shell sed -n 's/^\([A-Za-z0-9._-]*\)\(\[.*\]\)*==\([^ ]*\).*/\1 \3,/p' $(1) | sed '$$s/,$$//')

# The programs in .venv name its folder: where that was moved, it is made anew.
ifneq ($(wildcard .venv/bin/pip),)
ifneq ($(shell grep -qF "$(CURDIR)/.venv/" .venv/bin/pip && echo here),here)
$(info the folder was moved: making .venv anew)
$(shell rm -rf .venv)
endif
endif

export CUSTOM_COMPILE_COMMAND := make lock

.PHONY: brief install test axe browser-tests check gallery bench scale fuzz crash lock audit clean system

brief: install  ## write out/torture-ky.pdf
	$(BIN)/briefs build torture --locale ky -o out/torture-ky.pdf

install: .venv/.installed  ## leave a working .venv/bin/briefs

test: .venv/.tested axe  ## run the tests
	$(BIN)/python -m pytest

browser-tests: .venv/.tested $(AXE)  ## look at web pages in Chromium
	$(BIN)/python -m pytest -rs -m "" tests/render/test_browser.py

check: .venv/.tested  ## everything a change has to pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -m "" -n auto --cov

gallery: .venv/.tested  ## a contact sheet of all pages of all profiles and locales
	$(BIN)/python -m tests.gallery

bench: .venv/.tested  ## how long a brief takes, as ratios to bare WeasyPrint
	$(BIN)/python tests/benchmarks/bench.py

scale: .venv/.tested  ## what hundreds of editions cost against three; WORLD=1700 searches so many
	$(BIN)/python -u -m tests.benchmarks.scale $(WORLD)

fuzz: .venv/.tested  ## send hostile inputs for MINUTES=10 and report how each ended
	$(BIN)/python -m tests.safety.fuzz $(MINUTES) $(FIRST)

crash: .venv/.tested  ## end commands at random points, spoil caches, fill disks
	$(BIN)/python -m pytest -m "" tests/safety/test_crash.py

clean:
	rm -rf .venv out dist .coverage .*_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# Locks are made on the oldest Python that is supported: packages that only older ones
# need do no harm to newer ones, and the other way round has not occurred.
lock:  ## pin the newest versions of all dependencies, with hashes
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
		|| { echo "make lock needs Python 3.11: make lock PYTHON=python3.11" >&2; exit 1; }
	$(TOOLS) && \
	"$$tools/bin/"$(COMPILE) --build-deps-for editable -o requirements.txt && \
	$(PYTHON) -c '$(DEV)' | "$$tools/bin/"$(COMPILE) -c requirements.txt - \
		-o requirements-dev.txt && \
	printf '%s\n' pip-tools pip-audit | "$$tools/bin/"$(COMPILE) - \
		-o requirements-tools.txt

# The data about faults is fetched from outside: where it is out of reach, nothing is said
# to be sound.
audit:  ## look for known faults in all that is pinned
	@$(TOOLS) && \
	for lock in requirements.txt requirements-dev.txt requirements-tools.txt; do \
		"$$tools/bin/pip-audit" --strict --progress-spinner off --disable-pip --no-deps \
			--require-hashes -r $$lock >"$$tools/said" 2>&1 && code=0 || code=$$?; \
		if grep -qE 'could not be audited|not found on PyPI|ServiceError|[Cc]onnection|HTTP' \
			"$$tools/said"; \
		then echo "$$lock: NOT audited, the data is out of reach" >&2; exit 2; fi; \
		if [ $$code = 0 ]; then echo "$$lock: no known faults"; \
		else cat "$$tools/said"; exit 1; fi; done

.venv/.installed: requirements.txt pyproject.toml | system
	@echo "installing into .venv:" $(call NAMES,requirements.txt)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@$(PIP) install --no-deps --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.tested: requirements-dev.txt .venv/.installed
	@echo "installing what tests need into .venv:" $(call NAMES,requirements-dev.txt)
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

# Where a browser and npm are, `make test` looks at web pages too; it does not insist.
axe: .venv/.tested
	@if command -v npm >/dev/null && command -v chromium >/dev/null; then \
		$(MAKE) --no-print-directory $(AXE) || true; fi

# The accessibility checker runs inside the browser; npm brings and checks it.
$(AXE): Makefile
	@command -v npm >/dev/null || { echo "make browser-tests needs npm" >&2; exit 1; }
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	npm pack --silent --fetch-retries 0 --pack-destination "$$folder" axe-core@$(AXE_VERSION) >/dev/null && \
	echo "$(AXE_SHA256)  $$folder/axe-core-$(AXE_VERSION).tgz" | sha256sum --check --quiet && \
	tar -xzf "$$folder"/axe-core-*.tgz -C "$$folder" && \
	mkdir -p $(@D) && cp "$$folder"/package/axe.min.js "$$folder"/package/LICENSE $(@D)
	@touch $@

# What pip cannot bring: the page renderer's libraries and, on Debian, venv itself.
system:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"briefs needs Python 3.11 or newer: install it and name it, make PYTHON=python3.12" \
		>&2; exit 1; }
	@missing=$$($(PYTHON) -c 'from briefs.tasks import doctor; \
		print(*doctor.missing_packages())') || exit 1; \
	test -n "$$missing" || exit 0; \
	echo "installing $$missing"; \
	if ! command -v apt-get >/dev/null; then \
		echo "briefs needs what Debian calls $$missing: install it" \
			"(Fedora: dnf install pango harfbuzz; macOS: brew install pango)" >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as=env; \
	elif command -v sudo >/dev/null; then as="sudo env"; else as=false; fi; \
	$$as apt-get update -qq; \
	$$as DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
		$$missing >/dev/null || { echo "could not install $$missing:" \
		"ask an administrator to run apt-get install $$missing" >&2; exit 1; }
