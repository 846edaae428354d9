# Two commands on a fresh Debian 12 with Swift 6.3: `make demo`, `make test`.

SWIFT ?= swift
JOBS ?= 2
DEMO_STORE ?= demo.sqlite
DEMO_REPORT ?= rapport-demo.html
# C libraries the package links to, and what SwiftPM finds them with.
PACKAGES = libicu-dev libsqlite3-dev libstemmer-dev libarchive-dev libsodium-dev libzstd-dev libxlsxwriter-dev pkg-config git
# What `lexicon train` needs; without it the rest builds and works.
TRAINING_PACKAGES = libfasttext-dev
# SwiftPM remembers what a manifest answered as long as its environment is the same: this changes when the library comes or goes.
export SKILLMINER_FASTTEXT = $(shell ls /usr/include/fasttext/fasttext.h 2>/dev/null)
# What the tests need beside them: a browser, the checker of pages, their driver.
TEST_PACKAGES = chromium default-jre-headless python3-venv
# What the tests of spark/ need; Spark itself comes from PyPI.
SPARK_PACKAGES = default-jre-headless python3-venv
# The dictionary the French is checked with.
SPELLING_PACKAGES = hunspell hunspell-fr python3

.PHONY: demo build deb deb-test test spelling browser contract load spark-test sanitize fuzz bench-quick bench-scale packages format clean

## Runs the whole chain on the demonstration corpus; writes $(DEMO_REPORT).
demo: build
	rm -f $(DEMO_STORE) $(DEMO_STORE)-wal $(DEMO_STORE)-shm
	.build/release/miner-daemon demo --store $(DEMO_STORE) --report $(DEMO_REPORT)

build: packages
	$(SWIFT) build -c release --product miner-daemon -j $(JOBS)

## Makes the Debian package in .build/deb; it can train vectors.
deb:
	$(MAKE) packages PACKAGES="$(TRAINING_PACKAGES)"
	$(MAKE) build
	packaging/debian/build.sh

## Installs, starts, upgrades, removes and purges the package in a Debian of its own (.build/deb-test). Needs root.
deb-test: build
	$(MAKE) packages PACKAGES="debootstrap python3"
	packaging/debian/test.sh

## Builds and runs every test, in three passes: servers under test starve beside tests that hold every thread. The end-to-end tests drive the release program when it is there.
test:
	$(MAKE) packages PACKAGES="$(PACKAGES) $(TRAINING_PACKAGES) $(TEST_PACKAGES) $(SPELLING_PACKAGES)"
	$(MAKE) spelling
	$(SWIFT) build --build-tests -j $(JOBS)
	$(SWIFT) test --skip-build --skip 'MinerDaemonTests|EndToEndTests'
	$(SWIFT) test --skip-build --filter MinerDaemonTests
	$(SWIFT) test --skip-build --filter EndToEndTests
	$(MAKE) browser
	$(MAKE) contract
	$(MAKE) spark-test

## Checks the French of templates, messages and guides (Tests/Spelling/README.md).
spelling:
	$(MAKE) packages PACKAGES="$(SPELLING_PACKAGES)"
	python3 Tests/Spelling/check.py

## Opens the pages in Chromium (Tests/Browser/README.md).
browser: build
	$(MAKE) packages PACKAGES="$(TEST_PACKAGES)"
	test -d .build/browser || python3 -m venv .build/browser
	.build/browser/bin/pip install -q --disable-pip-version-check -r Tests/Browser/requirements.txt
	.build/browser/bin/python Tests/Browser/run.py --program .build/release/miner-daemon

## Holds the service against its OpenAPI document and against ill-meaning clients (Tests/Contract/README.md).
contract: build
	$(MAKE) packages PACKAGES="$(TEST_PACKAGES)"
	test -d .build/contract || python3 -m venv .build/contract
	.build/contract/bin/pip install -q --disable-pip-version-check -r Tests/Contract/requirements.txt
	.build/contract/bin/python Tests/Contract/run.py --program .build/release/miner-daemon

## Measures how the service answers under load (Benchmarks/README.md). LOAD="--offers 100000" for a larger store.
load: build
	$(MAKE) packages PACKAGES="wrk python3"
	$(SWIFT) build -c release --product corpus-generator -j $(JOBS)
	python3 Benchmarks/load.py $(LOAD)

## Runs the extraction on Apache Spark beside one machine (spark/README.md); without Java it says so and does nothing.
spark-test: build
	-$(MAKE) packages PACKAGES="$(SPARK_PACKAGES)"
	@if ! command -v java >/dev/null 2>&1; then echo "spark-test skipped: no Java (apt-get install default-jre-headless)"; \
	else \
	  { test -x .build/spark/bin/pip || python3 -m venv .build/spark; } && \
	  .build/spark/bin/pip install -q --disable-pip-version-check -r spark/requirements.txt && \
	  cd spark && ../.build/spark/bin/python -W ignore::ResourceWarning -m unittest discover -t . -s tests; \
	fi

## Tests of the engine under the address and the thread sanitizer (Fuzz/README.md).
sanitize: packages
	$(MAKE) -C Fuzz sanitize

## Fuzzers of the engine, SECONDS each.
fuzz: packages
	$(MAKE) -C Fuzz fuzz

## The engine beside ICU on embedded texts: what it finds, and instructions a byte against Benchmarks/Thresholds.
bench-quick:
	$(MAKE) packages PACKAGES="$(PACKAGES) valgrind python3"
	$(MAKE) -C Benchmarks quick

## Imports, counts and reads again 10,000 and 100,000 generated offers; SCALE="--smoke" is a minute, see Benchmarks/scale.py.
bench-scale: build
	$(SWIFT) build -c release --product corpus-generator -j $(JOBS)
	python3 Benchmarks/scale.py $(SCALE)

## Installs the system packages that are missing; says which when it cannot.
packages:
	@missing=""; \
	for name in $(PACKAGES); do \
	  case "$$(dpkg-query -W -f='$${Status}' $$name 2>/dev/null)" in \
	    *" installed") ;; \
	    *) missing="$$missing $$name" ;; \
	  esac; \
	done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null 2>&1; then \
	    echo "These packages are needed and apt-get is not there to install them:$$missing" >&2; exit 1; \
	  fi; \
	  sudo=""; \
	  if [ "$$(id -u)" -ne 0 ]; then \
	    if ! command -v sudo >/dev/null 2>&1; then \
	      echo "As root, run: apt-get install$$missing" >&2; exit 1; \
	    fi; \
	    sudo="sudo"; \
	  fi; \
	  echo "Installing:$$missing"; \
	  $$sudo apt-get update -q && \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; \
	fi

format:
	$(SWIFT) format -i -r --parallel Package.swift Sources Tests corpora/Generator Fuzz/Package.swift Fuzz/Targets

clean:
	rm -rf .build $(DEMO_STORE)* $(DEMO_REPORT)
