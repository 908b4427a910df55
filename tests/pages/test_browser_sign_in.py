"""Signing in to the real program: a reader sees records and has nothing to change them with."""

from collections.abc import Iterator

import pytest

from service.users import user_line
from tests.pages.serving import program


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("guarded")
    users = home / "users"
    lines = (user_line("lan", "reader", "mật khẩu lan"), user_line("hạnh", "editor", "của hạnh"))
    users.write_text("\n".join(lines), encoding="utf-8")
    with program(home, BIENBAN_AUTH=str(users)) as url:
        yield url


def sign_in(page, address: str, name: str, password: str) -> None:
    page.goto(address)
    page.get_by_label("Tên người dùng").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập").click()


def test_reader_asks_and_changes_nothing(page, guarded: str) -> None:
    sign_in(page, guarded, "lan", "sai")
    page.get_by_role("alert").get_by_text("chưa đúng").wait_for()
    sign_in(page, guarded, "lan", "mật khẩu lan")
    page.fill("#question textarea", "Chỉ tiêu giảm nghèo năm 2024 là bao nhiêu?")
    page.keyboard.press("Enter")
    page.locator("#current .bb-cite").first.wait_for()
    page.get_by_role("tab", name="Hồ sơ").click()
    page.locator("#records tbody tr").first.wait_for()
    page.get_by_text("Tài khoản này chỉ xem và hỏi").wait_for()
    assert page.locator("#records [data-do=remove], #choose-files").count() == 0
    page.get_by_text("Đăng xuất").click()
    page.get_by_label("Mật khẩu").wait_for()


def test_editor_deletes_and_takes_back(page, guarded: str) -> None:
    sign_in(page, guarded, "hạnh", "của hạnh")
    page.get_by_role("tab", name="Hồ sơ").click()
    page.locator("#records").get_by_role("button", name="Xoá").first.click()
    page.locator("#notice").get_by_text("Hoàn tác").click()
    page.locator("#notice").get_by_text("Đã khôi phục").wait_for()
