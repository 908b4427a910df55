"""Plain links of the pages: a record's source file, the filtered figures, the verdicts."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from index.library import Library
from pages.feedback import Feedback
from pages.figure_export import as_csv, as_xlsx
from pages.figure_table import FigureFilter, FigureTables
from pages.text import Language, Texts, texts

if TYPE_CHECKING:
    from fastapi import APIRouter

RECORDS_URL = "/ho-so"
FIGURES_URL = "/so-lieu"
FEEDBACK_URL = "/phan-hoi.jsonl"
# Shown by the browser itself; all others are downloaded. Nothing that can run a script is shown.
_SHOWN = frozenset({".pdf", ".txt", ".png", ".jpg", ".jpeg"})
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def original_url(record_id: str, download: bool = False) -> str:
    return f"{RECORDS_URL}/{record_id}/goc" + ("?tai=1" if download else "")


def is_shown(source: str) -> bool:
    """Whether a browser shows this kind of file rather than downloading it."""
    return source[source.rfind(".") :].lower() in _SHOWN


def export_url(asked: FigureFilter, form: str, t: Texts) -> str:
    """Where the filtered figures are downloaded; `form` is "csv" or "xlsx"."""
    query = {
        "words": asked.words,
        "place": asked.place,
        "year": asked.year or "",
        "kind": asked.kind,
        "record_id": asked.record_id,
        "paired": "1" if asked.paired else "",
        "language": t.language,
    }
    return f"{FIGURES_URL}.{form}?" + urlencode({k: v for k, v in query.items() if v})


def router(library: Library) -> APIRouter:
    from fastapi import APIRouter, HTTPException
    from fastapi.responses import FileResponse, Response

    routes = APIRouter(include_in_schema=False)
    tables = {language: FigureTables(library, texts(language)) for language in ("vi", "en")}

    @routes.get(RECORDS_URL + "/{record_id}/goc")
    def original(record_id: str, tai: int = 0) -> FileResponse:
        info = library.store.info(record_id)
        path = library.sources.path(info.sha256) if info else None
        if info is None or path is None:
            raise HTTPException(404, texts("vi").original_missing)
        name = info.source.rpartition("/")[2]
        shown = is_shown(name) and not tai
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return FileResponse(
            path,
            media_type=kind,
            filename=name,
            content_disposition_type="inline" if shown else "attachment",
            headers={
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "script-src 'none'" if shown else "sandbox",
                "Cache-Control": "private, no-cache",
            },
        )

    @routes.get(FIGURES_URL + ".{form}")
    def figures(
        form: str,
        words: str = "",
        place: str = "",
        year: int | None = None,
        kind: str = "",
        record_id: str = "",
        paired: bool = False,
        language: Language = "vi",
    ) -> Response:
        if form not in ("csv", "xlsx"):
            raise HTTPException(404)
        asked = FigureFilter(words, place, year, kind, record_id, paired)
        t = texts(language)
        rows = tables[language].current().matching(asked)
        content = as_csv(rows, t) if form == "csv" else as_xlsx(rows, t)
        return _file(content, "text/csv" if form == "csv" else _XLSX, f"{t.export_name}.{form}")

    @routes.get(FEEDBACK_URL)
    def feedback() -> Response:
        content = Feedback(library.settings.home).export()
        return _file(content, "application/jsonl", FEEDBACK_URL.strip("/"))

    def _file(content: bytes, kind: str, name: str) -> Response:
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-cache",
        }
        return Response(content, media_type=kind, headers=headers)

    return routes
