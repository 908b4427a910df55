"""Invented records of two districts that do not exist, and libraries that hold records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from index.embedding import Embedder, WeightsMissing, load_embedder
from index.library import ALIKE, Library
from index.settings import from_environment
from tests.index.doubles import WordEmbedder, settings_at

REPORT_2023 = """\
# UBND huyện Mai Trạch: Báo cáo tình hình kinh tế - xã hội năm 2023, nhiệm vụ năm 2024

Mai Trạch, ngày 12 tháng 12 năm 2023

## I. Kết quả thực hiện năm 2023

- Tổng thu ngân sách nhà nước trên địa bàn huyện đạt 96,5 tỷ đồng, bằng 104% dự toán tỉnh giao \
và bằng 101,5% dự toán huyện giao.

- Tỷ lệ hộ nghèo còn 8,6%.

- Thu nhập bình quân đầu người đạt 47 triệu đồng/năm.

- Tỷ lệ che phủ rừng đạt 51,2%, không đạt kế hoạch; nguyên nhân do nắng hạn kéo dài làm chết \
140 ha rừng trồng mới.

Năm 2023, huyện có 21/24 chỉ tiêu đạt và vượt kế hoạch. Có 03 chỉ tiêu không đạt gồm: tỷ lệ lao \
động qua đào tạo, tỷ lệ che phủ rừng, số xã đạt chuẩn nông thôn mới.

## II. Chỉ tiêu chủ yếu năm 2024

- Tổng thu ngân sách nhà nước trên địa bàn: 105 tỷ đồng.

- Tỷ lệ hộ nghèo: 7,5%.

- Thu nhập bình quân đầu người: 50 triệu đồng/năm.

TM. UBND huyện, Chủ tịch UBND huyện Lò Văn Thiết đã ký.
"""

RESOLUTION_2024 = """\
# Nghị quyết số 22/NQ-HĐND của HĐND huyện Mai Trạch về điều chỉnh chỉ tiêu năm 2024

HĐND huyện Mai Trạch, kỳ họp thứ 14, ngày 18 tháng 7 năm 2024

Điều 1. Điều chỉnh chỉ tiêu tổng thu ngân sách nhà nước trên địa bàn năm 2024 từ 105 tỷ đồng \
lên 112 tỷ đồng.

Nghị quyết được thông qua với 27/28 đại biểu biểu quyết tán thành, 01 đại biểu có ý kiến khác.
"""

MINUTES_2024 = """\
# Biên bản họp UBND huyện Mai Trạch phiên cuối năm 2024

Phiên họp được tổ chức ngày 20 tháng 12 năm 2024 tại phòng họp số 3, trụ sở UBND huyện Mai Trạch.

Chủ trì: đồng chí Hoàng Thị Nương, Chủ tịch UBND huyện. Thư ký: đồng chí Vi Quốc Tuấn, Chánh \
Văn phòng.

## I. Kết quả năm 2024

- Tổng thu ngân sách nhà nước trên địa bàn huyện đạt 114,8 tỷ đồng.

- Tỷ lệ hộ nghèo còn 7,1%, giảm 1,5 điểm phần trăm so với năm 2023.

- Thu nhập bình quân đầu người đạt 51,5 triệu đồng/năm.

Năm 2024, huyện có 23/25 chỉ tiêu đạt và vượt kế hoạch.

## II. Chỉ tiêu chủ yếu năm 2025

- Tỷ lệ hộ nghèo: 6,0%.

- Thu nhập bình quân đầu người: 55 triệu đồng/năm.

## III. Giao việc

- Giao Phòng Tài chính - Kế hoạch trình phương án đấu giá khu đất chợ cũ trước ngày 31/3/2025.

- Giao Phòng Giáo dục và Đào tạo rà soát điểm trường lẻ, xong trong quý II năm 2025.
"""

REPORT_OTHER = """\
# UBND huyện Đông Vĩ: Báo cáo kết quả thực hiện nhiệm vụ kinh tế - xã hội năm 2024

Đông Vĩ, ngày 15 tháng 12 năm 2024

- Tổng thu ngân sách nhà nước trên địa bàn huyện năm 2024 đạt 142 tỷ đồng.

- Tỷ lệ hộ nghèo còn 5,4%.

- Thu nhập bình quân đầu người đạt 56 triệu đồng/năm.

Chủ tịch UBND huyện Phan Đức Kiên kết luận hội nghị.
"""

NOTICE_2025 = """\
# Thông báo của UBND huyện Mai Trạch về kết quả thu ngân sách năm 2024

Mai Trạch, ngày 10 tháng 01 năm 2025

Tổng thu ngân sách nhà nước trên địa bàn huyện năm 2024 đạt 113,9 tỷ đồng.
"""

RECORDS = {
    "bao-cao-mai-trach-2023.md": REPORT_2023,
    "nghi-quyet-22-mai-trach.md": RESOLUTION_2024,
    "bien-ban-mai-trach-2024.md": MINUTES_2024,
    "bao-cao-dong-vi-2024.md": REPORT_OTHER,
    "thong-bao-mai-trach-2025.md": NOTICE_2025,
}


def library_of(folder: Path) -> Library:
    """A library in `folder` with the five records, read and understood as a user's would be."""
    files = folder / "files"
    files.mkdir()
    for name, text in RECORDS.items():
        (files / name).write_text(text, encoding="utf-8")
    library = Library.open(settings_at(folder), embedder=WordEmbedder(), command="pytest")
    report = library.add([files])
    assert [r.status for r in report.results] == ["added"] * len(RECORDS), report.results
    return library


@contextmanager
def knowing(
    folder: Path, texts: dict[str, str], embedder: Embedder | None = None
) -> Iterator[Assistant]:
    """An assistant over records, given by the names of their files."""
    files = [folder / name for name in texts]
    for file in files:
        file.write_text(texts[file.name], encoding="utf-8")
    embedder = embedder or WordEmbedder()
    with Library.open(settings_at(folder), embedder=embedder, command="pytest") as library:
        library.add(files)
        yield Assistant(library)


def own_model(cache: Path) -> Embedder:
    """The model that comes with the program; the test is skipped where it is not installed."""
    settings = from_environment()
    try:
        embedder = load_embedder(settings.embedding, settings.weights, cache)
    except WeightsMissing as missing:
        pytest.skip(str(missing))
    assert embedder.name in ALIKE
    return embedder


def report_of_2024(body: str) -> dict[str, str]:
    """One record of an invented district, of December 2024, that tells `body`."""
    head = "# UBND huyện Sơn Ca: Báo cáo kết quả năm 2024\n\nSơn Ca, ngày 12 tháng 12 năm 2024\n\n"
    return {"bao-cao.md": f"{head}{body}\n"}
