"""Lines of an article's page that hold the headlines of others."""

from __future__ import annotations

import re

# A line that names the links and holds them: "Tin liên quan: Huyện A tuyển 40 giáo viên".
TEASERS = re.compile(
    r"\W*(?:lượt (?:xem|đọc)\s*:?\s*[\d.]+\W+)?(?:(?:các )?(?:tin|bài)(?: viết)?"
    r" (?:liên quan|khác|cùng chuyên mục|mới hơn|cũ hơn|đọc nhiều|xem nhiều)"
    r"|(?:đọc|xem|mời đọc|mời xem) thêm)\s*:[ \t]*\S",
    re.I,
)
