"""Nothing is served to strangers; readers change nothing."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from index.library import Library
from pages.access import may_edit
from pages.records import RecordsPage
from pages.sign_in import SignIn
from pages.text import texts
from service.contract import PREFIX
from service.users import Users, user_line
from tests.pages.conftest import REPORT, add

T = texts("vi")
PASSWORDS = {"hạnh": "mật khẩu của hạnh", "lan": "mật khẩu của lan"}


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def users(tmp_path: Path) -> Path:
    file = tmp_path / "users"
    roles = (("hạnh", "editor"), ("lan", "reader"))
    lines = [user_line(name, role, PASSWORDS[name]) for name, role in roles]  # type: ignore[arg-type]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def client(users: Path, clock: Clock) -> Iterator[TestClient]:
    application = FastAPI()

    @application.api_route("/{path:path}", methods=["GET", "POST"])
    def anything(path: str, request: Request) -> dict[str, object]:
        return {"path": path, "edit": may_edit(request, guarded=True)}

    application.add_middleware(SignIn, users=Users(users), clock=clock)
    with TestClient(application, follow_redirects=False) as opened:
        yield opened


def sign_in(client: TestClient, name: str, password: str, wanted: str = "/") -> int:
    data = {"name": name, "password": password}
    reply = client.post(f"/dang-nhap?next={wanted}", data=data)
    return reply.status_code


def test_stranger_gets_the_form_and_programs_a_refusal(client: TestClient) -> None:
    page = client.get("/en/", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/dang-nhap?next=/en/")
    assert "Sign in" in client.get(page.headers["location"]).text
    for path in ("/gradio_api/info", "/so-lieu.csv", "/ho-so/abc/goc", "/gradio_api/upload"):
        assert client.get(path).status_code == 401
        assert client.post(path).status_code == 401


def test_health_and_the_service_with_its_own_secret_stay_open(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get(f"{PREFIX}/records").status_code == 200


def test_right_password_lets_in_and_signing_out_ends_it(client: TestClient) -> None:
    assert sign_in(client, "hạnh", PASSWORDS["hạnh"]) == 303
    assert client.get("/x").json() == {"path": "x", "edit": True}
    client.get("/dang-xuat")
    assert client.get("/x").status_code == 401


def test_reader_reads_and_uploads_nothing(client: TestClient) -> None:
    assert sign_in(client, "lan", PASSWORDS["lan"]) == 303
    assert client.get("/x").json()["edit"] is False
    for path in ("/gradio_api/upload", "/en/gradio_api/upload"):
        refused = client.post(path)
        assert refused.status_code == 403 and "detail" in refused.json()


def test_wrong_password_is_told_and_too_many_must_wait(client: TestClient, clock: Clock) -> None:
    for _ in range(6):
        assert sign_in(client, "hạnh", "sai") == 401
    assert sign_in(client, "hạnh", PASSWORDS["hạnh"]) == 429
    clock.now += 901
    assert sign_in(client, "hạnh", PASSWORDS["hạnh"]) == 303


def test_cookie_ends_with_its_hours_its_user_and_its_password(
    client: TestClient, clock: Clock, users: Path
) -> None:
    sign_in(client, "hạnh", PASSWORDS["hạnh"])
    clock.now += 13 * 3600
    assert client.get("/x").status_code == 401
    sign_in(client, "hạnh", PASSWORDS["hạnh"])
    assert client.get("/x").status_code == 200
    users.write_text(user_line("hạnh", "editor", "mật khẩu mới"), encoding="utf-8")
    assert client.get("/x").status_code == 401


def test_cookie_of_another_name_is_no_good(client: TestClient) -> None:
    sign_in(client, "lan", PASSWORDS["lan"])
    mine = client.cookies["bienban"]
    forged = base64.urlsafe_b64encode("hạnh".encode()).decode() + mine[mine.index(".") :]
    client.cookies.clear()
    for cookie in (forged, "a.b", "..", "x.9999999999.y", mine[:-1]):
        assert client.get("/x", headers={"cookie": f"bienban={cookie}"}).status_code == 401


def test_programs_send_name_and_password(client: TestClient) -> None:
    def sent(name: str, password: str) -> dict[str, str]:
        return {
            "authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()
        }

    for _ in range(2):
        assert client.get("/x", headers=sent("lan", PASSWORDS["lan"])).json()["edit"] is False
    assert client.get("/x", headers=sent("lan", "sai")).status_code == 401
    assert client.get("/x", headers={"authorization": "Basic !"}).status_code == 401


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_sign_in_never_leads_elsewhere(client: TestClient, wanted: str) -> None:
    data = {"name": "lan", "password": PASSWORDS["lan"]}
    reply = client.post("/dang-nhap", params={"next": wanted}, data=data)
    assert reply.headers["location"] == "/"


def test_typed_name_never_becomes_markup(client: TestClient) -> None:
    assert "<script>x" not in client.get("/dang-nhap?next=/<script>x</script>").text


def test_without_sign_in_everyone_edits_and_with_it_strangers_do_not() -> None:
    class Bare:
        scope: dict[str, object] = {}

    assert may_edit(Bare(), guarded=False) and not may_edit(Bare(), guarded=True)


def test_readers_table_has_no_buttons_that_change_records(library: Library, tmp_path: Path) -> None:
    page = RecordsPage(library, T)
    add(library, tmp_path, REPORT, "bao-cao.txt")
    library.remove(add(library, tmp_path, REPORT + " Cũ.", "cu.txt"))
    shown = page.table("", editable=False)
    assert "bao-cao.txt" in shown
    assert not [do for do in ("edit", "remove", "restore", "samples") if f'data-do="{do}"' in shown]
    assert 'data-do="remove"' in page.table() and 'data-do="restore"' in page.table()
