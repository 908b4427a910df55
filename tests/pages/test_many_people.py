"""Many people at the page at once: each keeps their own conversation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.conversations import talk
from tests.pages.serving import program

# Each talk's second question leans on its first, so that a mixed-up state shows.
TALKS = [
    ["Thu ngân sách của huyện Mường Khao năm 2023 là bao nhiêu?", "còn thu nhập bình quân?"],
    ["Số hộ nghèo của xã Nậm Hồi?", "Ai chủ trì cuộc họp?"],
    ["Thu nhập bình quân đầu người của huyện Mường Khao năm 2023?", "còn năm 2024?"],
    ["Chỉ tiêu kết nạp đảng viên của huyện Mường Khao năm 2024?", "còn thu ngân sách?"],
]


def test_answers_of_fifty_people_are_their_own(tmp_path: Path) -> None:
    with program(tmp_path) as url:
        alone = [talk(url, questions)[0] for questions in TALKS]
        assert len({str(answers) for answers in alone}) == len(TALKS)
        people = [i % len(TALKS) for i in range(50)]
        with ThreadPoolExecutor(len(people)) as pool:
            together = list(pool.map(lambda i: talk(url, TALKS[i])[0], people))
    assert together == [alone[i] for i in people]
