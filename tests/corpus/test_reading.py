"""Every bad file is refused with one Vietnamese sentence that names it; nothing hangs."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.reading import SUPPORTED_SUFFIXES, ReadLimits, read_document
from tests.corpus.readers.pdf_file import pdf, text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path, limits: ReadLimits | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_document(path, limits)
    message = str(caught.value)
    assert path.name in message
    assert message.endswith(".")
    assert "\n" not in message
    return message


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_missing_file(tmp_path: Path) -> None:
    assert "Không tìm thấy tệp" in refusal(tmp_path / "không có.txt")


def test_broken_link(tmp_path: Path) -> None:
    link = tmp_path / "noi.txt"
    try:
        link.symlink_to(tmp_path / "mất rồi.txt")
    except OSError:
        pytest.skip("links are not allowed here")
    assert "Không tìm thấy tệp" in refusal(link)


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "hồ sơ.txt").mkdir()
    assert "thư mục" in refusal(tmp_path / "hồ sơ.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    assert "không phải là tệp thông thường" in refusal(tmp_path / "ong.txt")


@pytest.mark.parametrize("suffix", sorted(SUPPORTED_SUFFIXES))
def test_empty_file(tmp_path: Path, suffix: str) -> None:
    assert "rỗng" in refusal(written(tmp_path / f"trống{suffix}", b""))


def test_huge_file_is_refused_without_reading(tmp_path: Path) -> None:
    path = tmp_path / "lớn.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    begun = time.perf_counter()
    assert "200 MB" in refusal(path)
    assert time.perf_counter() - begun < 0.5


def test_too_many_characters(tmp_path: Path) -> None:
    path = written(tmp_path / "dài.txt", "Xã họp. ".encode() * 100)
    assert "ký tự" in refusal(path, ReadLimits(characters=100))


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf", ".odt", ".png", ".rtf", ".doc"])
def test_wrong_ending(tmp_path: Path, suffix: str) -> None:
    message = refusal(written(tmp_path / f"sai{suffix}", "Biên bản họp xã".encode()))
    assert f"không đúng với đuôi {suffix}" in message


@pytest.mark.parametrize(
    "name, data",
    [("chuong trinh.exe", b"MZ\x90\0\x03\0"), ("phim.mp4", b"\0\0\0 ftypisom"), ("la.xyz", b"abc")],
)
def test_unknown_type(tmp_path: Path, name: str, data: bytes) -> None:
    assert "Chưa đọc được loại tệp" in refusal(written(tmp_path / name, data))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".html"])
def test_binary_junk_named_as_text(tmp_path: Path, suffix: str) -> None:
    junk = bytes((n * 73 + n // 7) % 256 for n in range(5000))
    assert "không phải là văn bản" in refusal(written(tmp_path / f"rác{suffix}", junk))


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path


def test_truncated_office_file(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.zip", {"word/document.xml": b"x" * 5000, "b": os.urandom(3000)})
    path = written(tmp_path / "cụt.docx", whole.read_bytes()[:2000])
    assert "bị hỏng" in refusal(path)


def test_hollow_office_file(tmp_path: Path) -> None:
    path = archive(tmp_path / "rỗng ruột.docx", {"word/document.xml": b"<no"})
    assert "bị hỏng" in refusal(path)


def test_damaged_pdf(tmp_path: Path) -> None:
    path = written(tmp_path / "hỏng.pdf", b"%PDF-1.7\n" + b"\x00\x01 garbage" * 50)
    assert "bị hỏng" in refusal(path)


def test_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "bom.xlsx", {"xl/worksheets/sheet1.xml": b"0" * 60_000_000})
    begun = time.perf_counter()
    assert "phình to" in refusal(path)
    assert time.perf_counter() - begun < 0.5


def test_other_archives_are_an_unknown_type(tmp_path: Path) -> None:
    path = archive(tmp_path / "bộ ảnh.zip", {"anh.txt": b"abc"})
    assert "Chưa đọc được loại tệp" in refusal(path)


def test_locked_office_file(tmp_path: Path) -> None:
    data = OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert "mật khẩu" in refusal(written(tmp_path / "kín.docx", data))


def test_locked_open_document(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "kín.odt",
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": b"\x01\x02",
            "META-INF/manifest.xml": b"<manifest:encryption-data/>",
        },
    )
    assert "mật khẩu" in refusal(path)


@pytest.mark.parametrize(
    "name, data",
    [
        ("trắng.txt", b" \n\t \n"),
        ("trắng.html", b"<html><body><p> </p></body></html>"),
        ("trắng.pdf", pdf([""])),
        ("gạch.txt", b"-----\n*****\n"),
    ],
)
def test_file_without_text(tmp_path: Path, name: str, data: bytes) -> None:
    assert "Không tìm thấy chữ nào" in refusal(written(tmp_path / name, data))


def page(folder: Path) -> bytes:
    return pdf([text(70, 700, "Bien ban hop xa")])


def rich(folder: Path) -> bytes:
    return rb"{\rtf1\ansi Bien ban hop xa\par}"


def web(folder: Path) -> bytes:
    return b"<!DOCTYPE html><html><body><p>Bien ban hop xa</p></body></html>"


@pytest.mark.parametrize("make", [page, rich, web])
@pytest.mark.parametrize("name", ["bien ban.doc", "bien ban.txt", "bien ban"])
def test_content_decides_before_the_name(
    tmp_path: Path, make: Callable[[Path], bytes], name: str
) -> None:
    path = written(tmp_path / name, make(tmp_path))
    assert read_document(path).text == "Bien ban hop xa"
