"""Make the sample report in Word: `python -m scripts.make_samples`.

Its text lives here, so that it can be read and changed like the other samples; the file is kept
in the repository. Figures agree with the other sample records.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "samples" / "records" / "BC-286-UBND-2024.docx"

HEAD = (
    "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG KHAO",
    "Số: 286/BC-UBND",
    "Mường Khao, ngày 16 tháng 12 năm 2024",
)
TITLE = "BÁO CÁO Tình hình kinh tế - xã hội năm 2024, kế hoạch năm 2025 của huyện Mường Khao"
RESULTS = (
    "Năm 2024, huyện Mường Khao có 24/26 chỉ tiêu đạt và vượt kế hoạch. Tốc độ tăng giá trị sản "
    "xuất đạt 8,6%. Thu ngân sách nhà nước trên địa bàn đạt 101,3 tỷ đồng, tăng 5,1% so với năm "
    "2023. Thu nhập bình quân đầu người đạt 41,6 triệu đồng, tăng 4,4 triệu đồng so với năm "
    "2023.",
    "Tỷ lệ hộ nghèo cuối năm 2024 còn 17,4%, giảm 7,2% so với năm 2023. Xã Pắc Lùng có tỷ lệ hộ "
    "nghèo 29,8%, cao nhất huyện; thị trấn Khao Luông có tỷ lệ hộ nghèo 4,1%, thấp nhất huyện.",
    "Hai chỉ tiêu không đạt kế hoạch là sản lượng lương thực có hạt và giải ngân vốn đầu tư công "
    "(đạt 93,8%). Sản lượng lương thực không đạt do trận mưa đá ngày 18/4 và đợt lũ tháng 9 làm "
    "mất trắng 215 ha lúa.",
)
COLUMNS = (
    ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2024", "Thực hiện 2024", "So với KH (%)",
     "Kế hoạch 2025"),
    ("1", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "99", "101,3", "102,3", "108"),
    ("2", "Thu nhập bình quân đầu người", "triệu đồng", "41", "41,6", "101,5", "45,5"),
    ("3", "Sản lượng lương thực có hạt", "tấn", "31.800", "30.720", "96,6", "31.900"),
    ("4", "Trồng rừng tập trung", "ha", "280", "291", "103,9", "300"),
    ("5", "Khách du lịch", "lượt", "56.000", "61.500", "109,8", "70.000"),
    ("6", "Mức giảm tỷ lệ hộ nghèo", "%", "7", "7,2", "102,9", "6,5"),
    ("7", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", "98", "98,1", "100,1", "98,5"),
    ("8", "Lao động được tạo việc làm mới", "người", "1.350", "1.412", "104,6", "1.400"),
    ("9", "Số xã đạt chuẩn nông thôn mới", "xã", "8", "8", "100,0", "9"),
)  # fmt: skip
TASKS = (
    "Phòng Nông nghiệp và Phát triển nông thôn xây dựng phương án khôi phục 215 ha ruộng bị vùi "
    "lấp, trình UBND huyện trước ngày 20/01/2025.",
    "Phòng Tài nguyên và Môi trường cấp xong 540 giấy chứng nhận quyền sử dụng đất còn tồn trước "
    "ngày 30/6/2025.",
)
SIGNED = ("CHỦ TỊCH", "Đỗ Văn Khiêm")


def make(target: Path) -> None:
    """Write the report to `target`."""
    import docx

    document = docx.Document()
    for line in HEAD:
        document.add_paragraph(line)
    document.add_heading(TITLE, level=1)
    document.add_heading("I. Kết quả thực hiện năm 2024", level=2)
    for paragraph in RESULTS:
        document.add_paragraph(paragraph)
    document.add_heading("II. Các chỉ tiêu chủ yếu năm 2024 và kế hoạch năm 2025", level=2)
    table = document.add_table(rows=len(COLUMNS), cols=len(COLUMNS[0]), style="Table Grid")
    for row, cells in zip(table.rows, COLUMNS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("III. Nhiệm vụ trọng tâm năm 2025", level=2)
    for number, paragraph in enumerate(TASKS, 1):
        document.add_paragraph(f"{number}. {paragraph}")
    for line in SIGNED:
        document.add_paragraph(line)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = TITLE, "", ""
    properties.created = properties.modified = datetime(2024, 12, 16, 8, 0)
    document.save(str(target))


def main() -> int:
    make(TARGET)
    print(TARGET)
    return 0


if __name__ == "__main__":
    sys.exit(main())
