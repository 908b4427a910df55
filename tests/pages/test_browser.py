"""The real program in a real browser: add a record, ask, read the figure, see where it stands."""

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.serving import program

RECORD = """BÁO CÁO
Tình hình kinh tế - xã hội năm 2024 của huyện Đông Khê

Kết quả năm 2024
Thu nhập bình quân đầu người đạt 47,3 triệu đồng; tỷ lệ che phủ rừng đạt 58,9%.

Ghi chú <img src="http://evil.example/a.png" onerror="document.title='hỏng'">
<script>document.title='hỏng'</script> {{value}} ${document.title='hỏng'}
"""
QUESTION = "Thu nhập bình quân đầu người của huyện Đông Khê năm 2024 là bao nhiêu?"
SIZES = pytest.mark.parametrize("width,height", [(1440, 900), (390, 844)], ids=["wide", "phone"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The program as `bienban serve` starts it, on a new library."""
    with program(tmp_path_factory.mktemp("served")) as url:
        yield url


def open_at(page, address: str, width: int = 1440, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("#question textarea")


def tab(page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def ask(page, question: str) -> None:
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.locator("#current .bb-actions").wait_for()
    page.get_by_role("heading", name=question).wait_for()


def upload(page, *files: Path) -> None:
    tab(page, "Hồ sơ")
    page.set_input_files("#choose-files", [str(file) for file in files])
    page.locator("#intake").get_by_text(re.compile("^Xong")).wait_for()


def test_no_tab_hides_where_they_do_not_fit(page, address: str) -> None:
    open_at(page, address, 240, 700)
    tabs = page.get_by_role("tab")
    assert tabs.all_inner_texts() == ["Hỏi đáp", "Số liệu", "Phát biểu", "Hồ sơ", "Giới thiệu"]
    tabs.last.click()
    page.locator(".tab-container button.selected", has_text="Giới thiệu").wait_for()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "bao-cao-dong-khe.txt"
    file.write_text(RECORD, encoding="utf-8")
    return file


@SIZES
def test_uploaded_record_answers_and_shows_where(
    page, address: str, record: Path, width: int, height: int
) -> None:
    open_at(page, address, width, height)
    upload(page, record)
    tab(page, "Hỏi đáp")
    ask(page, QUESTION)
    page.locator("#current .bb-answer-text", has_text="47,3").wait_for()  # streamed
    assert "47,3" in page.locator("#sources mark").first.inner_text()
    page.locator("#current .bb-cite").first.click()
    mark = page.locator("[role=dialog] mark").first
    mark.wait_for()
    assert "47,3 triệu đồng" in mark.inner_text()
    assert mark.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )
    assert "<img src=" in page.locator("[role=dialog]").inner_text()
    assert "hỏng" not in page.title()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as download:
        page.locator("[role=dialog]").get_by_text("Tải tệp gốc").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == RECORD
    page.keyboard.press("Escape")
    page.locator("[role=dialog]").wait_for(state="detached")


def test_conversation_survives_a_reload_and_a_new_one_is_empty(page, address: str) -> None:
    open_at(page, address)
    ask(page, "Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?")
    page.wait_for_timeout(300)  # the browser writes its storage after the last step
    page.reload()
    page.get_by_role("heading", name="Chỉ tiêu giảm nghèo năm 2024").wait_for()
    page.get_by_text("Cuộc trò chuyện mới").click()
    page.get_by_role("heading", name="Anh, chị cần tra cứu").wait_for()
    assert page.locator("#past .bb-question").count() == 0


def test_two_visitors_do_not_see_each_other(page, browser, address: str) -> None:
    open_at(page, address)
    ask(page, "Chỉ tiêu thu ngân sách năm 2024 là bao nhiêu?")
    with browser.new_context() as other:
        visitor = other.new_page()
        open_at(visitor, address)
        visitor.locator("#current").get_by_text("Anh, chị cần").wait_for()
        assert "ngân sách năm 2024" not in visitor.locator("#past").text_content()


def test_verdict_with_a_comment_is_taken(page, address: str) -> None:
    open_at(page, address)
    ask(page, "Số bác sĩ của huyện năm 2019 là bao nhiêu?")
    page.get_by_text("Sai", exact=True).click()
    page.get_by_label("Sai ở đâu").fill("Đúng ra là 12")
    page.get_by_role("button", name="Gửi").last.click()
    page.get_by_text("Đã ghi nhận").wait_for()


@SIZES
def test_bad_files_get_sentences_and_the_good_one_goes_in(
    page, address: str, tmp_path: Path, record: Path, width: int, height: int
) -> None:
    (tmp_path / "trống.txt").write_bytes(b"")
    (tmp_path / "hỏng.pdf").write_bytes(b"%PDF-1.4 broken")
    open_at(page, address, width, height)
    upload(page, record, tmp_path / "trống.txt", tmp_path / "hỏng.pdf")
    failed = page.locator("#intake li.failed")
    assert failed.count() == 2
    said = " ".join(failed.all_inner_texts())
    assert "trống.txt" in said and "hỏng.pdf" in said
    assert "bao-cao-dong-khe.txt" in page.locator("#records").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_record_is_corrected_deleted_and_taken_back(page, address: str, tmp_path: Path) -> None:
    file = tmp_path / "sua-xoa.txt"
    file.write_text("BIÊN BẢN\nHọp thôn Bản Ngần ngày 03/02/2024\nCó 41 hộ dự họp.", "utf-8")
    open_at(page, address)
    upload(page, file)
    page.fill("#records-filter textarea, #records-filter input", "sua-xoa")
    page.get_by_text("1 trong").wait_for()
    page.locator("#records").get_by_role("button", name="Sửa").click()
    page.get_by_label("Tên hồ sơ").fill("Biên bản thôn Bản Ngần")
    page.get_by_label("Ngày họp").fill("ngày nào đó")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("alert").get_by_text("ngày/tháng/năm").wait_for()
    page.get_by_label("Tên hồ sơ").fill("Biên bản thôn Bản Ngần")
    page.get_by_label("Ngày họp").fill("4/2/2024")
    page.get_by_role("button", name="Lưu").click()
    page.locator("[role=dialog]").wait_for(state="detached")
    row = page.locator("#records tbody tr")
    row.get_by_text("04/02/2024").wait_for()
    row.get_by_role("button", name="Xoá").click()
    page.locator("#notice").get_by_text("Hoàn tác").click()
    row.get_by_text("Biên bản thôn Bản Ngần").wait_for()


def test_figures_filter_as_typed_and_open_their_passage(page, address: str) -> None:
    open_at(page, address)
    tab(page, "Số liệu")
    page.locator("#figures tbody tr").first.wait_for()
    page.locator("#figures-filter textarea, #figures-filter input").type("ho ngheo")
    page.wait_for_function(
        "[...document.querySelectorAll('#figures tbody tr')].length > 0 &&"
        "[...document.querySelectorAll('#figures tbody tr')].every("
        "row => row.innerText.toLowerCase().includes('nghèo'))"
    )
    page.locator("#figures .bb-title").first.click()
    page.locator("[role=dialog] mark").first.wait_for()
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        page.get_by_text("Xuất CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "nghèo" in text and text.startswith("Chỉ tiêu;")


def test_about_page_examines_the_library(page, address: str) -> None:
    open_at(page, address)
    tab(page, "Giới thiệu")
    page.get_by_text("Kiểm tra kho hồ sơ").click()
    page.get_by_text("Kho hồ sơ đầy đủ và nhất quán").wait_for()


def test_english_pages_hold_no_vietnamese_of_ours(page, address: str) -> None:
    open_at(page, f"{address}/en")
    page.get_by_role("heading", name="What would you like to look up?").wait_for()
    tab(page, "Records")
    page.get_by_text("Drag files or folders here").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_other_programs_ask_through_the_named_endpoint(address: str) -> None:
    body = json.dumps({"data": ["Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?", []]}).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/gradio_api/run/ask", body, headers)
    with urllib.request.urlopen(request, timeout=20) as response:
        (answer,) = json.load(response)["data"]
    assert answer["found"] and "7%" in answer["answer"]
    assert "7" in answer["citations"][0]["quote"]
    with urllib.request.urlopen(f"{address}/gradio_api/info", timeout=20) as response:
        named = json.load(response)["named_endpoints"]
    assert set(named) == {"/ask", "/figures", "/records"}


def test_samples_are_marked_and_go_in_one_click(page, address: str) -> None:
    open_at(page, address)
    tab(page, "Hồ sơ")
    page.locator("#records .bb-tag.sample").first.wait_for()
    page.get_by_text("Gỡ hồ sơ mẫu").click()
    page.locator("#notice").get_by_text("Đã gỡ").wait_for()
    assert page.locator("#records tbody .bb-tag.sample").count() == 0
