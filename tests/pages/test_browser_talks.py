"""Earlier conversations and filters in a real browser, on the real program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.users import user_line
from tests.pages.serving import free_port, program
from tests.pages.test_browser import SIZES, ask, open_at
from tests.pages.test_browser_sign_in import sign_in

POOR, INCOME = "Chỉ tiêu giảm nghèo là bao nhiêu?", "Thu nhập bình quân đầu người là bao nhiêu?"
WELCOME = "Anh, chị cần tra cứu"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with program(tmp_path_factory.mktemp("served")) as url:
        yield url


def show_list(page):
    page.locator("#composer-foot").get_by_role("button", name="Các cuộc trò chuyện").click()
    drawer = page.locator("#talks [role=dialog]")
    drawer.wait_for()
    return drawer


def begin_anew(page) -> None:
    page.locator("#composer-foot").get_by_text("Cuộc trò chuyện mới").click()
    page.get_by_role("heading", name=WELCOME).wait_for()


def fits(page, width: int) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= width


@SIZES
def test_earlier_conversation_is_opened_deleted_and_taken_back(
    page, address: str, width: int, height: int
) -> None:
    open_at(page, address, width, height)
    ask(page, POOR)
    begin_anew(page)
    ask(page, INCOME)
    drawer = show_list(page)
    assert drawer.locator("li .bb-title").all_inner_texts() == [INCOME, POOR]
    assert "Hôm nay" in drawer.locator("li").first.inner_text()
    assert fits(page, width)
    drawer.get_by_role("button", name=POOR, exact=True).click()
    drawer.wait_for(state="detached")
    page.locator("#current").get_by_role("heading", name=POOR).wait_for()
    page.reload()
    page.locator("#current").get_by_role("heading", name=POOR).wait_for()
    drawer = show_list(page)
    drawer.get_by_role("button", name=f"Xoá cuộc trò chuyện “{POOR}”").click()
    drawer.get_by_role("status").get_by_text("Đã xoá").wait_for()
    assert drawer.locator("li").count() == 1
    page.locator("#current").get_by_role("heading", name=WELCOME).wait_for()
    drawer.get_by_role("button", name="Hoàn tác").click()
    drawer.get_by_role("button", name=POOR, exact=True).wait_for()
    page.keyboard.press("Escape")
    drawer.wait_for(state="detached")


def test_an_answer_stays_that_came_before_the_page_was_restored(page, address: str) -> None:
    held: list = []  # the request for the conversation that was open, on a busy machine

    def hold_first(route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/queue/join*", hold_first)
    open_at(page, address)
    while not held:
        page.wait_for_timeout(50)
    ask(page, POOR)
    with page.expect_response("**/queue/join*"):
        held[0].continue_()
    page.wait_for_timeout(1_500)
    assert page.locator("#current").get_by_role("heading", name=POOR).is_visible()
    assert page.get_by_role("heading", name=WELCOME).count() == 0


def test_list_is_used_by_the_keyboard_alone(page, address: str) -> None:
    open_at(page, address)
    ask(page, POOR)
    begin_anew(page)
    opener = page.locator("#composer-foot").get_by_role("button", name="Các cuộc trò chuyện")
    opener.focus()
    page.keyboard.press("Enter")
    page.locator("#talks [role=dialog]").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement?.dataset.do === 'talks'")
    page.keyboard.press("Enter")
    page.locator("#talks [role=dialog]").wait_for()
    for _ in range(2):  # from "Đóng" over "Cuộc trò chuyện mới" to the first
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#talks [role=dialog]").wait_for(state="detached")
    page.locator("#current").get_by_role("heading", name=POOR).wait_for()
    page.wait_for_function("document.activeElement?.dataset.do === 'talks'")


def test_two_browsers_have_lists_of_their_own(page, browser, address: str) -> None:
    open_at(page, address)
    ask(page, POOR)
    with browser.new_context(locale="vi-VN") as other:
        visitor = other.new_page()
        open_at(visitor, address)
        visitor.locator("#current").get_by_text(WELCOME).wait_for()
        drawer = show_list(visitor)
        drawer.get_by_text("Chưa có cuộc trò chuyện nào").wait_for()
        assert drawer.locator("li").count() == 0


def test_list_outlives_the_server_and_an_open_page_goes_on(page, tmp_path: Path) -> None:
    port = free_port()
    with program(tmp_path, port) as url:
        open_at(page, url)
        ask(page, POOR)
    with program(tmp_path, port):
        page.wait_for_timeout(1500)  # the page finds its server again
        ask(page, "Còn năm 2023?")
        page.reload()
        page.locator("#current").get_by_role("heading", name="Còn năm 2023?").wait_for()
        entry = show_list(page).locator("li")
        assert entry.locator(".bb-title").all_inner_texts() == [POOR]
        assert "2 câu hỏi" in entry.inner_text()


def test_users_of_one_browser_do_not_see_each_other(page, browser, tmp_path: Path) -> None:
    users = tmp_path / "users"
    lines = (user_line("lan", "reader", "của lan"), user_line("hạnh", "editor", "của hạnh"))
    users.write_text("\n".join(lines), encoding="utf-8")
    with program(tmp_path, BIENBAN_AUTH=str(users)) as url:
        sign_in(page, url, "lan", "của lan")
        page.wait_for_selector("#question textarea")
        ask(page, POOR)
        page.get_by_text("Đăng xuất").click()
        sign_in(page, url, "hạnh", "của hạnh")
        page.locator("#current").get_by_text(WELCOME).wait_for()
        assert show_list(page).locator("li").count() == 0
        with browser.new_context(locale="vi-VN") as elsewhere:
            other = elsewhere.new_page()
            sign_in(other, url, "lan", "của lan")
            other.wait_for_selector("#question textarea")
            other.wait_for_timeout(500)
            drawer = show_list(other)  # her own, on another machine
            drawer.get_by_role("button", name=POOR, exact=True).click()
            other.locator("#current").get_by_role("heading", name=POOR).wait_for()


@SIZES
def test_filter_is_chosen_used_and_taken_off(page, address: str, width: int, height: int) -> None:
    open_at(page, address, width, height)
    page.fill("#question textarea", "Đang gõ dở")
    page.locator("#filters").get_by_role("button", name="Lọc").click()
    form = page.locator("#filter-form [role=dialog]")
    form.get_by_label("Địa phương").fill("muong khao")
    form.get_by_label("Năm").select_option("2023")
    assert fits(page, width)
    form.get_by_role("button", name="Áp dụng").click()
    form.wait_for(state="detached")
    chips = page.locator("#filters .bb-filter > span")
    assert chips.all_inner_texts() == ["Huyện Mường Khao", "Năm 2023"]
    assert page.input_value("#question textarea") == "Đang gõ dở"
    ask(page, INCOME)
    answer = page.locator("#current")
    answer.get_by_text("Theo bộ lọc: năm 2023, huyện Mường Khao.").wait_for()
    assert "2023" in answer.locator(".bb-answer-text").inner_text()
    page.reload()
    page.get_by_role("button", name="Bỏ lọc Năm 2023").click()
    page.wait_for_function("document.querySelectorAll('#filters .bb-filter').length === 1")
    assert chips.all_inner_texts() == ["Huyện Mường Khao"]
    page.wait_for_function("document.activeElement?.dataset.do === 'filter'")
    assert fits(page, width)


def test_what_was_understood_is_one_click_from_a_filter(page, address: str) -> None:
    open_at(page, address)
    ask(page, "Thu nhập bình quân đầu người của huyện Mường Khao năm 2024 là bao nhiêu?")
    page.locator("#filters").get_by_role("button", name="+ Huyện Mường Khao").click()
    page.get_by_role("button", name="Bỏ lọc Huyện Mường Khao").wait_for()
    page.locator("#filters").get_by_role("button", name="+ Năm 2024").click()
    page.get_by_role("button", name="Bỏ lọc Năm 2024").wait_for()
    assert page.locator("#filters .faint").count() == 0


def test_nothing_within_the_filter_is_asked_again_without_it(page, address: str) -> None:
    open_at(page, address)
    page.locator("#filters").get_by_role("button", name="Lọc").click()
    page.locator("#filter-form").get_by_label("Nghị quyết").check()
    page.locator("#filter-form").get_by_role("button", name="Áp dụng").click()
    page.locator("#filters .bb-filter").wait_for()
    ask(page, INCOME)
    page.locator("#current").get_by_text("Không tìm thấy trong phạm vi lọc").wait_for()
    page.locator("#current").get_by_role("button", name="Bỏ lọc và hỏi lại").click()
    page.locator("#current .bb-cite").first.wait_for()
    assert page.locator("#filters .bb-filter").count() == 0
    assert page.locator("#past .bb-question").count() == 0  # in the refusal's place
