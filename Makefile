# Every command is one of scripts/tasks.py, which Windows calls through run.bat and test.bat.
# Arguments: make run ARGS="--port 8000"
PYTHON ?= $(shell command -v python3 || command -v python || echo python3)

.PHONY: run test eval lint format bench screenshots clean
run test eval lint format bench screenshots clean:
	@$(PYTHON) -m scripts.tasks $@ $(ARGS)
