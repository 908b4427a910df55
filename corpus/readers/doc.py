"""Old Word files (.doc), converted by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from corpus.document import Document
from corpus.readers.base import damaged, needs_libreoffice
from corpus.readers.docx import DocxReader

_SECONDS = 120


def libreoffice() -> str | None:
    """Path of LibreOffice's program, None where it is not installed."""
    for name in ("soffice", "libreoffice"):
        program = shutil.which(name)
        if program:
            return program
    for folder in (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)")):
        installed = Path(folder or "", "LibreOffice", "program", "soffice.exe")
        if folder and installed.is_file():
            return str(installed)
    return None


class DocReader:
    """Reads .doc by way of .docx."""

    suffixes = (".doc", ".dot")

    def read(self, path: Path) -> Document:
        program = libreoffice()
        if program is None:
            raise needs_libreoffice(path)
        with tempfile.TemporaryDirectory(prefix="bienban-doc-") as folder:
            # own profile: a LibreOffice that is already open would refuse to convert
            profile = Path(folder, "profile").as_uri()
            source = Path(folder, "source.doc")
            shutil.copyfile(path, source)
            subprocess.run(
                [program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
                 "--convert-to", "docx", "--outdir", folder, str(source)],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )  # fmt: skip
            converted = Path(folder, "source.docx")
            if not converted.is_file():
                raise damaged(path)
            return DocxReader().read(converted)
