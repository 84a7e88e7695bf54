# make learn    sets up, builds, and opens the first lesson
# make test     sets up, builds, and runs every test; beside them the course proves itself
# make build    sets up and builds
# make format   formats the Swift sources
# make base-model   trains the model that the course ships, anew; BaseModel/README.md is the recipe
# make embedding-model   trains the small encoder of the document database, anew; EmbeddingModel/README.md is the recipe
# make reading-model     teaches MiniLM to read sentences together with a question; ReadingModel/README.md is the recipe
# make translation-model   trains the model of the phrasebook, anew; TranslationModel/README.md is the recipe
# make spoken-commands   has espeak-ng speak, and trains the encoder that hears commands; SpokenCommands/README.md
# make documents   makes the PDF and Word files of the Harbour Lines documents from their manuscripts

.PHONY: learn test test-code test-course build setup setup-tests lint format base-model embedding-model reading-model translation-model spoken-commands documents

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

# The tests wait a good deal, for limits and for terminals, and leave half a processor to the course.
test: setup-tests build lint
	swift build --build-tests --quiet
	@$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync=line test-code test-course

test-code:
	swift test --skip-build --quiet --disable-xctest

test-course:
	$(lectern) verify
	$(lectern) verify Documentation/*.md

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

base-model: build
	$(lectern) run BaseModel/README.md --all --no-cache

# Their two Python packages go into a virtual environment in the build folder.
documents:
	@[ -d .build/python ] || python3 -m venv .build/python
	@.build/python/bin/pip install --quiet reportlab==4.2.5 python-docx==1.1.2
	@.build/python/bin/python Scripts/make-documents

embedding-model: build
	$(lectern) run EmbeddingModel/README.md --all --no-cache

# Needs MiniLM: lectern model fetch minilm.
reading-model: build
	$(lectern) run ReadingModel/README.md --all --no-cache

translation-model: build
	$(lectern) run TranslationModel/README.md --all --no-cache

# espeak-ng is a package of the system (apt install espeak-ng).
spoken-commands: build
	@[ -d .build/python ] || python3 -m venv .build/python
	@.build/python/bin/pip install --quiet numpy==2.4.6
	@.build/python/bin/python Scripts/make-spoken-commands .build/spoken-commands
	$(lectern) run SpokenCommands/README.md --all --no-cache
