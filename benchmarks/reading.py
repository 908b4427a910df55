"""What reading costs a page of text: milliseconds of processor time for 2,500 characters.

    python -m benchmarks.reading FOLDER [--warm FOLDER]

Every record of FOLDER is read once, after those of the other folder: at first sight, as when it is
added. Read a second time a record costs much less, for its words are kept. The text is taken out
of the files beforehand; *head and outline* comes before the *figures*.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import process_time

from corpus.document import Document
from corpus.errors import CorpusError
from corpus.figures import read_figures
from corpus.metadata import read_metadata
from corpus.reading import read_document
from corpus.understanding import read_statements
from corpus.vocabulary import Vocabulary

PAGE = 2500  # characters


def documents(folder: Path) -> list[tuple[Document, str]]:
    """The folder's readable records with their files' names."""
    found: list[tuple[Document, str]] = []
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        try:
            found.append((read_document(path), path.name))
        except CorpusError as error:
            print(f"{path.name}: {error}")
    return found


def milliseconds(records: list[tuple[Document, str]]) -> tuple[float, float]:
    """Time a page for head and outline, and for the figures."""
    vocabulary = Vocabulary.load()
    outlined = figures = 0.0
    for document, name in records:
        start = process_time()
        metadata = read_metadata(document, name)
        statements = read_statements(document, metadata)
        middle = process_time()
        read_figures(document, statements, metadata, vocabulary)
        outlined += middle - start
        figures += process_time() - middle
    pages = sum(len(document.text) for document, _ in records) / PAGE
    return 1000 * outlined / pages, 1000 * figures / pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--warm", type=Path, default=Path("samples/records"))
    arguments = parser.parse_args()
    records = documents(arguments.folder)
    milliseconds(documents(arguments.warm))
    outlined, figures = milliseconds(records)
    print(f"head and outline {outlined:.1f} ms, figures {figures:.1f} ms a page at first sight")


if __name__ == "__main__":
    main()
