"""The command line: `bienban add`, `ask`, `serve`... See `bienban --help`.

Exit codes: 0 done; 1 done but something failed (a file, the doctor, the evaluation); 2 not done,
with one sentence that says why; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from cli.console import complain, use_utf8
from cli.parser import parse

DEBUG = "BIENBAN_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. Every error is told in one sentence."""
    use_utf8()
    options = parse(arguments)
    _quiet_log()
    try:
        return _command(options.command)(options)
    except KeyboardInterrupt:
        complain("Đã dừng theo yêu cầu.")
        return 130
    except BrokenPipeError:
        # the reader (`| head`) has enough; the interpreter would complain again on closing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        complain(_sentence(error))
        return 2


def _quiet_log() -> None:
    """What modules log is for whoever looks for an error, not for the terminal of a clerk."""
    import logging

    if os.environ.get(DEBUG):
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def _command(name: str) -> Callable[[Namespace], int]:
    if name in ("add", "list", "show", "remove"):
        from cli import records

        return {
            "add": records.add,
            "list": records.list_records,
            "show": records.show,
            "remove": records.remove,
        }[name]
    if name == "ask":
        from cli.asking import ask

        return ask
    if name == "figures":
        from cli.figures import figures

        return figures
    if name == "serve":
        from cli.serving import serve

        return serve
    if name == "user":
        from cli.users import user

        return user
    if name == "eval":
        from cli.evaluating import evaluate

        return evaluate
    from cli import care

    return {"rebuild": care.rebuild, "doctor": care.doctor}[name]


def _sentence(error: Exception) -> str:
    """What to tell the user; errors of ours are whole sentences already."""
    from corpus.errors import CorpusError
    from corpus.vocabulary import VocabularyError
    from index.embedding.base import EmbeddingError
    from index.errors import LibraryError
    from service.contract import ServiceError

    own = (CorpusError, VocabularyError, EmbeddingError, LibraryError, ServiceError)
    if isinstance(error, own):
        return str(error)
    return (
        f"Chương trình gặp lỗi ngoài dự kiến ({type(error).__name__}: {error}); "
        f"hãy đặt {DEBUG}=1 rồi chạy lại để xem chi tiết."
    )


if __name__ == "__main__":
    sys.exit(main())
