"""What every reader is, how much it may read, and how it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.document import Document
from corpus.errors import UnreadableFile


class Reader(Protocol):
    """Reads one kind of file.

    `read` raises `UnreadableFile` where it knows what is wrong; any other exception is turned
    into one by `corpus.reading.read_document`.
    """

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, path: Path) -> Document: ...


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How large a file may be. Bounds keep one bad file from stopping an office's machine."""

    bytes: int = 50_000_000
    characters: int = 5_000_000
    unzipped_bytes: int = 500_000_000
    unzipped_ratio: int = 200  # honest office files stay under 60
    pdf_pages: int = 500
    sheet_cells: int = 2_000_000  # of the used area, blank cells too


def missing(path: Path) -> UnreadableFile:
    return UnreadableFile(f"Không tìm thấy tệp “{path.name}”, hãy kiểm tra lại đường dẫn.")


def folder(path: Path) -> UnreadableFile:
    return UnreadableFile(f"“{path.name}” là thư mục, hãy chọn các tệp nằm bên trong.")


def not_a_file(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"“{path.name}” không phải là tệp thông thường, hãy chọn một tệp văn bản khác."
    )


def forbidden(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Không có quyền đọc tệp “{path.name}”, hãy cấp quyền đọc hoặc chép tệp sang thư mục khác."
    )


def empty(path: Path) -> UnreadableFile:
    return UnreadableFile(f"Tệp “{path.name}” rỗng, hãy kiểm tra tệp gốc rồi thêm lại.")


def damaged(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” bị hỏng hoặc chưa tải về đủ, hãy mở bằng phần mềm gốc, lưu lại "
        "rồi thêm lại."
    )


def locked(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” được đặt mật khẩu, hãy bỏ mật khẩu, lưu lại rồi thêm lại."
    )


def too_large(path: Path, size: str, limit: str) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” quá lớn ({size}, tối đa {limit}), hãy tách thành các tệp nhỏ hơn."
    )


def unsafe_archive(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” phình to bất thường khi giải nén, hãy mở bằng phần mềm gốc, lưu "
        "thành tệp mới rồi thêm lại."
    )


def unknown_type(path: Path, known: str) -> UnreadableFile:
    return UnreadableFile(
        f"Chưa đọc được loại tệp của “{path.name}”, hãy lưu sang một trong các loại {known}."
    )


def wrong_ending(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Nội dung tệp “{path.name}” không đúng với đuôi {path.suffix.lower()}, hãy mở bằng "
        "phần mềm gốc, lưu lại đúng loại rồi thêm lại."
    )


def not_text(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Nội dung tệp “{path.name}” không phải là văn bản, hãy kiểm tra lại tệp gốc."
    )


def no_text(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Không tìm thấy chữ nào trong tệp “{path.name}”, hãy kiểm tra lại nội dung tệp."
    )


def needs_tesseract(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” là ảnh chụp hoặc bản quét, hãy cài chương trình Tesseract kèm dữ liệu "
        "tiếng Việt (gói tesseract-ocr-vie) rồi thêm lại."
    )


def needs_libreoffice(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Tệp “{path.name}” là văn bản Word đời cũ (.doc), hãy cài LibreOffice hoặc lưu tệp "
        "sang .docx rồi thêm lại."
    )
