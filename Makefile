# Every command sets up what it needs by itself; `make run` or `make test` may be the first one typed.
.PHONY: run setup test coverage demo faults bench package lint lock clean

PY := .venv/bin/python
SESSION := sh packaging/with_session.sh
DEMO := build/demo
# pytest brings its own screen; the benchmarks need one only where there is none.
SCREEN = $(if $(DISPLAY),,xvfb-run -a -s "-screen 0 1920x1400x24")

run: setup
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no screen here, so the demo runs instead of the window."; \
		$(MAKE) --no-print-directory demo; \
	else \
		$(PY) -m carer_app; \
	fi

setup:
	@sh packaging/set_up.sh

test: setup
	@PEP_IN_MEMORY=1 $(SESSION) $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

# Which lines and branches the tests never reach, least reached first; a page a file in build/coverage/pages.
coverage: setup
	@$(PY) -m coverage erase
	@PEP_IN_MEMORY=1 $(SESSION) $(PY) -m coverage run -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TESTS)
	@$(PY) -m coverage combine --quiet
	@$(PY) -m coverage html --quiet
	@$(PY) -m coverage report

demo: setup
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	@QT_QPA_PLATFORM=offscreen $(PY) -m carer_app --demo $(DEMO)
	@QT_QPA_PLATFORM=offscreen $(PY) -m carer_app --self-test

faults: setup
	@PEP_FULL_FAULTS=1 $(SESSION) $(PY) -m pytest tests/faults -n 2 --dist loadfile

bench: setup
	@mkdir -p build
	@$(SESSION) $(SCREEN) $(PY) -m tests.benchmarks.run

package: setup
	@$(PY) packaging/make_package.py

lint: setup
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m vulture
	@$(PY) -m carer_app.texts

# Resolves the newest versions that packaging/*.in allow, for every system, with hashes and without host names.
UV_COMPILE = ../build/lock/bin/uv pip compile --quiet --no-header --generate-hashes --no-emit-index-url \
	--no-emit-find-links --universal --python-version 3.11
lock: setup
	@$(PY) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet uv
	@cd packaging && $(UV_COMPILE) requirements.in -o requirements.lock
	@cd packaging && $(UV_COMPILE) requirements-dev.in -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
