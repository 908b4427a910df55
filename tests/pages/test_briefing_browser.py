"""A speech from the sample records: outline, edit, source, download; then from an answer."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from tests.pages.serving import program

SIZES = pytest.mark.parametrize("width,height", [(1440, 900), (390, 844)], ids=["wide", "phone"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with program(tmp_path_factory.mktemp("served")) as url:
        yield url


@SIZES
def test_outline_is_drafted_edited_and_downloaded(
    page, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("#question textarea")
    page.get_by_role("tab", name="Phát biểu").click()
    page.locator("#briefing").get_by_text("Chọn địa bàn và năm").wait_for()
    page.get_by_role("button", name="Lập dàn ý").click()
    line = page.locator("#briefing .bb-lines li").filter(has_text="41,6 triệu đồng").first
    line.wait_for()
    line.locator(".bb-cite").first.click()
    mark = page.locator("[role=dialog] mark").first
    mark.wait_for()
    assert "41,6" in mark.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    line.get_by_text("Sửa", exact=True).click()
    line.get_by_label("Sửa câu").fill("Thu nhập bình quân đầu người đạt 46,1 triệu đồng.")
    line.get_by_role("button", name="Lưu").click()
    changed = page.locator("#briefing .bb-lines li").filter(has_text="46,1").first
    changed.locator("mark.unsourced").wait_for()
    assert changed.locator(".bb-cite").count() == 0

    before = page.locator("#briefing .bb-lines li").count()
    changed.get_by_role("button", name="Bỏ").click()
    page.get_by_text("Đã bỏ (1)").click()
    assert page.locator("#briefing .bb-lines li").count() == before - 1
    page.get_by_role("button", name="Lấy lại").click()
    page.get_by_text("Đã bỏ").wait_for(state="detached")

    for _ in range(2):  # the same file twice
        with page.expect_download() as download:
            page.get_by_role("button", name="Tải Word").click()
        lines = [
            p.text
            for p in Document(io.BytesIO(Path(download.value.path()).read_bytes())).paragraphs
        ]
        assert "I. KẾT QUẢ" in lines and any(t.startswith("[1] ") for t in lines)
        assert download.value.suggested_filename == "bai-phat-bieu.docx"


def test_answer_is_taken_along_and_survives_a_reload(page, address: str) -> None:
    page.goto(address)
    page.fill("#question textarea", "Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?")
    page.keyboard.press("Enter")
    page.locator("#current").get_by_role("button", name="Đưa vào bài").click()
    page.locator("#current").get_by_role("button", name="Đã đưa vào bài").wait_for()
    page.wait_for_timeout(500)  # the browser writes its storage
    page.reload()
    page.get_by_role("tab", name="Phát biểu").click()
    line = page.locator("#briefing .bb-lines li")
    line.locator("p").get_by_text("7%").wait_for()
    assert line.count() == 1 and line.locator(".bb-cite").count() >= 1
