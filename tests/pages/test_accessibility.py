"""axe-core finds nothing serious on any page, light or dark."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest

from tests.pages.serving import program

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with program(tmp_path_factory.mktemp("served")) as url:
        yield url


def findings(page, where: str) -> list[str]:
    page.wait_for_timeout(400)  # nothing fades any more
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{where}: {v['id']} {v['nodes'][0]['html'][:120]} {v['nodes'][0]['failureSummary']}"
        for v in found
        if v["impact"] in GRAVE
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding_on_any_page(page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("#question textarea")
    found = findings(page, "welcome")
    question = "Thu nhập bình quân đầu người qua các năm của huyện Mường Khao?"
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")
    page.locator("#current .bb-wrong").wait_for()
    found += findings(page, "answer")
    page.locator("#filters .faint").first.click()
    page.locator("#filters .bb-filter").first.wait_for()
    page.locator("#filters [data-do=filter]").click()
    page.locator("#filter-form [role=dialog]").wait_for()
    found += findings(page, "filters")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Các cuộc trò chuyện").click()
    page.locator("#talks li").first.wait_for()
    found += findings(page, "conversations")
    page.keyboard.press("Escape")
    page.locator("#current .bb-cite").first.click()
    page.locator("[role=dialog] mark").first.wait_for()
    found += findings(page, "reader")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Phát biểu").click()
    # The lists of places and years are pale until they are filled.
    page.locator("#briefing").get_by_text("Chọn địa bàn và năm").wait_for()
    page.get_by_role("button", name="Lập dàn ý").click()
    page.locator("#briefing .bb-lines li").first.wait_for()
    found += findings(page, "briefing")
    shown = (
        ("Số liệu", "#figures tbody tr"),
        ("Giới thiệu", "#state dl"),
        ("Hồ sơ", "#records tbody tr"),
    )
    for tab, drawn in shown:
        page.get_by_role("tab", name=tab).click()
        page.locator(drawn).first.wait_for()
        found += findings(page, tab)
    page.locator("#records [data-do=edit]").first.click()
    page.locator("[role=dialog]").wait_for()
    found += findings(page, "edit")
    assert found == []
