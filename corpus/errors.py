"""What can go wrong with a file.

    CorpusError
    └── UnreadableFile      this file can't be read; the others go on

Messages are whole Vietnamese sentences for the user: what happened and what to do.
"""

from __future__ import annotations


class CorpusError(Exception):
    """Base of this layer's errors."""


class UnreadableFile(CorpusError):
    """A file that can't become a record; the message names it and says what to do."""
