# The commands of the project. Each does the set-up that it needs first and is
# quick the second time; `make help` lists them.

SHELL := bash

.PHONY: help demo test build package docs size bench engines rooms loading lint format extension platform quality screenshot clean

help: ## these lines
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

demo: docs ## set up, build, serve the demo and the documentation on localhost and print the addresses
	@node scripts/serve.mjs

test: ## set up and run every test there is
	@scripts/test.sh

build: ## set up and build www/dist (embed, extension, demo)
	@scripts/setup.sh build
	@node scripts/build.mjs

package: build ## the npm package: www/dist/package, and packed beside it
	@node scripts/package.mjs

docs: build ## the documentation as a site, with the demo live in it: www/dist/docs
	@node scripts/docs.mjs

size: build ## what a reader downloads, gzipped, against goal and ceiling (WRITE=1: into docs/SIZE.md)
	@node scripts/size.mjs $(if $(WRITE),--write)

bench: build ## speed in V8 beside other libraries, by length of text (WRITE=1: into docs/SPEED.md)
	@npm ci --prefix www/bench --ignore-scripts --no-audit --no-fund --silent
	@node www/bench/bench.mjs $(if $(WRITE),--write)

engines: build ## the same in Chromium, Firefox and WebKit
	@scripts/setup.sh test
	@npm ci --prefix www/bench --ignore-scripts --no-audit --no-fund --silent
	@node www/bench/browsers.mjs $(if $(WRITE),--write)

rooms: ## speed of each room of the core, natively (WRITE=1: into docs/SPEED.md)
	@cargo run --quiet --release --manifest-path bench/Cargo.toml

loading: build ## what the sidebar costs a page while it loads, traced in Chromium (WRITE=1: into docs/SPEED.md)
	@scripts/setup.sh test
	@node www/bench/loading.mjs $(if $(WRITE),--write)

lint: build ## formatters, linters and type checks, Rust and JavaScript
	@scripts/lint.sh

format: ## write every file as its formatter has it
	@scripts/setup.sh build
	cargo fmt
	@npx --no-install biome check --write

extension: build ## the extension's zips for Chrome and Firefox, in www/dist
	@node scripts/pack.mjs

platform: build ## the matrix of engines, policies and pages, into PLATFORM.md
	@scripts/setup.sh test
	@node scripts/platform.mjs

quality: ## run the scorers of ../shared and write their tables into QUALITY.md
	@scripts/quality.sh

screenshot: build ## take docs/screenshot.png of the demo
	@scripts/setup.sh test
	@node scripts/screenshot.mjs

clean: ## remove what was built (not the tools: rm -rf .tools node_modules does that)
	rm -rf www/dist www/pkg tests/browser/output target
