"""The command line `bienban`: one file for each group of commands.

Commands import what they need when they run, so that `--help` answers at once.
"""
