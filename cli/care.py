"""`rebuild` and `doctor`."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from cli.console import ProgressBar, complain, say
from cli.reaching import opened, reached

if TYPE_CHECKING:
    from service.contract import DoctorMessage

_STAGES = {"understand": "phân tích", "embed": "lập chỉ mục"}
_COUNTS = {
    "records": "hồ sơ",
    "passages": "đoạn",
    "figures": "số liệu",
    "trash": "trong thùng rác",
    "sources": "tệp gốc",
    "vectors": "véc-tơ",
    "lexical": "đoạn trong chỉ mục từ",
}


def rebuild(options: Namespace) -> int:
    bar = ProgressBar()
    with opened(options, rebuilding=True) as library:
        try:
            report = library.rebuild(
                lambda stage, done, total: bar.show(done, total, _STAGES.get(stage, stage)),
                reread=options.reread,
            )
        finally:
            bar.clear()
    for finding in report.findings:
        complain(f"  - {finding.sentence}")
    if report.ok:
        say(
            f"Đã dựng lại: {report.counts['records']} hồ sơ, {report.counts['passages']} đoạn, "
            f"{report.counts['figures']} số liệu."
        )
    return 0 if report.ok else 1


def doctor(options: Namespace) -> int:
    """0 only when the library is whole; missing optional programs don't count."""
    from index.embedding.base import EmbeddingError
    from index.errors import InvalidSetting, LibraryBusy, LibraryError

    try:
        with reached(options) as service:
            report = service.doctor()
    except (LibraryBusy, InvalidSetting):
        raise
    except (LibraryError, EmbeddingError) as error:
        complain(str(error))
        _say_programs()
        say("Kho hồ sơ chưa ổn.")
        return 1
    _say_report(report)
    _say_programs()
    say("Kho hồ sơ nguyên vẹn." if report["ok"] else "Kho hồ sơ có lỗi, xem ở trên.")
    return 0 if report["ok"] else 1


def _say_report(report: DoctorMessage) -> None:
    say(f"Kho hồ sơ: {report['home']}")
    say(f"Mô hình: {report['model']}")
    counts = [f"{count} {_COUNTS.get(name, name)}" for name, count in report["counts"].items()]
    say(f"Số lượng: {', '.join(counts)}")
    hashes = [f"{name} {value}" for name, value in report["hashes"].items()]
    say(f"Mã kiểm: {', '.join(hashes)}")
    for finding in report["findings"]:
        mark = "LỖI" if finding["severity"] == "error" else "Lưu ý"
        complain(f"{mark}: {finding['sentence']}")


def _say_programs() -> None:
    """Readers go without these; the files that need one say so when they are added."""
    from corpus.readers.doc import libreoffice
    from corpus.readers.ocr import tesseract

    for title, path, use in (
        ("Tesseract (vie)", tesseract(), "cần để đọc bản quét; hãy cài kèm dữ liệu tiếng Việt"),
        ("LibreOffice", libreoffice(), "cần để đọc tệp .doc cũ; hãy cài LibreOffice"),
    ):
        say(f"{title}: {path or f'chưa có, {use}'}")
