# make learn    sets up, builds, and opens the first lesson
# make test     sets up, builds, and runs every test; the course proves itself at the end
# make build    sets up and builds
# make format   formats the Swift sources
# make base-model   trains the model that the course ships, anew; BaseModel/README.md is the recipe

.PHONY: learn test build setup setup-tests lint format base-model

lectern := .build/release/lectern

learn: build
	@$(lectern) run 1.1

build: setup
	@echo "Building Lectern; the first time takes a few minutes."
	@swift build -c release --quiet

setup:
	@Scripts/install-system-packages

# The tests look at lectern in a real terminal, which is a window of tmux.
setup-tests:
	@Scripts/install-system-packages tmux

test: setup-tests build lint
	swift build --build-tests --quiet
	swift test --skip-build --quiet --disable-xctest
	$(lectern) verify
	$(lectern) verify Documentation/*.md

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

base-model: build
	$(lectern) run BaseModel/README.md --all --no-cache
