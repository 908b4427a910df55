"""Set-up and daily commands; the Makefile and the .bat files call `python -m scripts.tasks`."""
