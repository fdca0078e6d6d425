# make demo       set up .venv and run the main job on examples/
# make test       set up .venv with the tools and run the tests
# make test-fast  the same without the slow tests and the corpus: under two minutes on two cores
# make bundle     folders for computers without internet, as zips in dist/: Windows x64, Linux arm64
# On a fresh Debian 12 these need python3, python3-venv and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DECLARED := setup.cfg pyproject.toml
# further arguments of pytest: make test TESTS='tests/cli -x'
TESTS ?=

# further arguments of tools/bundle.py: make bundle BUNDLE='linux-x64 --python 3.11'
BUNDLE ?=

# each of the processes that tests start would compile raci anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-fast bundle clean

demo: $(VENV)/.with-fonts
	$(BIN)/python -m raci build examples -o output
	@echo "完成：结果在 output/ 里，每个方案一个文件夹。"

test: $(VENV)/.with-dev-fonts
	$(BIN)/python -m pytest -n auto $(TESTS)

test-fast: $(VENV)/.with-dev-fonts
	$(BIN)/python -m pytest -n auto -m "not slow and not scored" $(TESTS)

bundle: $(VENV)/.with-dev-fonts
	$(BIN)/python tools/bundle.py $(BUNDLE)

clean:
	rm -rf $(VENV) build dist *.egg-info .*_cache .hypothesis

# What is installed knows the folder it was installed from: in a folder that was moved it is installed again.
ifneq "$(shell cat $(VENV)/.place 2>/dev/null)" "$(CURDIR)"
.PHONY: $(VENV)/.with-fonts $(VENV)/.with-dev-fonts
endif

$(VENV)/.with-fonts: EXTRAS := fonts
$(VENV)/.with-dev-fonts: EXTRAS := dev,fonts,ocr,diff,web,corpus,accuracy,ics,pptx

$(VENV)/.with-fonts $(VENV)/.with-dev-fonts: $(DECLARED)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新：make PYTHON=python3.11 …"; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "安装 raci 和它的依赖（首次约需一两分钟）……"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	@printf '%s\n' "$(CURDIR)" > $(VENV)/.place
	@touch $@
