"""Who gets into the editor, from where, and what every answer says to the browser."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from rusplan.editor.app import make_app
from rusplan.editor.guards import alone
from rusplan.editor.roles import Rollfel, people
from rusplan.editor.settings import Inställningar
from rusplan.git.branches import Upphov

from tests.editor.office import EDITOR, OTHER, PEOPLE, READER, WRITER, Office, lay_out_office

BEGIN = {"titel": "Skogen"}


def word_of(office: Office, who: str) -> str:
    page = office.client(who).get("/arbete/forslag-skogen/andringar/").text
    found = re.search(r'name="skydd" content="(\w+)"', page)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def open_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One for all tests here: what they begin and type stays, and disturbs no other."""
    office = lay_out_office(tmp_path_factory.mktemp("kontor"))
    office.work.begin_proposal("Skogen")
    return office


def test_who_has_left_is_out_at_once_and_nobody_else_gets_in(open_office: Office) -> None:
    page, client = "/arbete/forslag-skogen/andringar/", open_office.client(OTHER)
    assert client.get(page).status_code == 200
    kept = PEOPLE.split("- namn: Skribent Två")
    open_office.list.write_text(kept[0] + "- namn: Redaktör" + kept[1].split("- namn: Redaktör")[1], encoding="utf-8")
    assert client.get(page).status_code == 403
    assert open_office.client(WRITER).get(page).status_code == 200
    assert open_office.client("ingen@akerbo.example").get(page).status_code == 403
    open_office.list.write_text("- [", encoding="utf-8")
    assert open_office.client(EDITOR).get(page).status_code == 503
    open_office.list.write_text(PEOPLE, encoding="utf-8")


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        pytest.param({}, 200, id="as the web server asks"),
        pytest.param({"REMOTE_ADDR": "192.0.2.7"}, 403, id="another address that claims to be the web server"),
        pytest.param({"HTTP_X_REMOTE_USER": ""}, 403, id="nobody signed in"),
        pytest.param({"HTTP_X_REMOTE_USER": f"{EDITOR},{EDITOR}"}, 403, id="the header twice"),
        pytest.param({"HTTP_HOST": "127.0.0.1:8001"}, 421, id="by the address behind the web server"),
        pytest.param({"HTTP_HOST": "ond.example"}, 421, id="by a name that somebody else has led here"),
    ],
)
def test_only_the_web_server_tells_who_has_signed_in(
    open_office: Office, environ: Mapping[str, str], code: int
) -> None:
    client = open_office.client(EDITOR)
    assert client.get("/arbete/forslag-skogen/andringar/", environ_overrides=environ).status_code == code


@pytest.mark.parametrize(
    ("who", "path", "code"),
    [
        (READER, "/forslag/", 403),
        (READER, "/arbete/forslag-skogen/publicera/", 403),
        (READER, "/arbete/forslag-skogen/lamna/", 403),
        (READER, "/arbete/forslag-skogen/slang/", 403),
        (READER, "/arbete/forslag-skogen/krock/ordlista", 403),
        (WRITER, "/arbete/forslag-skogen/publicera/", 403),
        (WRITER, "/utkast/", 409),
        (EDITOR, "/arbete/forslag-skogen/publicera/", 409),
        (WRITER, "/arbete/forslag-finns-inte/lamna/", 404),
        (WRITER, "/arbete/forslag-..%2f..%2fx/lamna/", 404),
        (WRITER, "/arbete/forslag-skogen/krock/permalankar", 404),
        (WRITER, "/arbete/forslag-skogen/krock/..%2f..%2fmkdocs", 404),
    ],
)
def test_each_role_does_what_it_may(open_office: Office, who: str, path: str, code: int) -> None:
    form = BEGIN | {"skydd": word_of(open_office, who), "säker": "ja", "sparning": "{"}
    assert open_office.client(who).post(path, data=form).status_code == code


@pytest.mark.parametrize(
    ("environ", "form"),
    [
        pytest.param({"HTTP_ORIGIN": "https://ond.example"}, True, id="a form on another site"),
        pytest.param({"HTTP_ORIGIN": "null"}, True, id="a form from nowhere"),
        pytest.param({}, False, id="without our word"),
    ],
)
def test_nothing_is_changed_from_a_page_that_is_not_ours(
    open_office: Office, environ: Mapping[str, str], form: bool
) -> None:
    word = word_of(open_office, WRITER) if form else word_of(open_office, EDITOR)
    answer = open_office.client(WRITER).post("/forslag/", data=BEGIN | {"skydd": word}, environ_overrides=environ)
    assert answer.status_code == 400
    assert "läs in sidan på nytt" in answer.text
    assert open_office.work.gren("forslag-skogen-2") is None


def test_an_open_form_can_be_saved_after_the_server_has_been_started_again(open_office: Office) -> None:
    word = word_of(open_office, WRITER)
    open_office.start()
    answer = open_office.client(WRITER).post("/forslag/", data={"titel": "Mera", "skydd": word})
    assert answer.location == "/arbete/forslag-mera/"


def test_every_answer_has_the_strict_policy_and_is_kept_by_nobody(open_office: Office) -> None:
    for path in ("/arbete/forslag-skogen/andringar/", "/om/", "/finns-inte/"):
        answer = open_office.client(READER).get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "frame-ancestors 'self'" in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers
        assert not re.search(r"<script(?! src)|<style| style=| on\w+=", answer.text)


def test_too_much_is_refused_and_what_is_typed_is_kept_for_its_writer_alone(open_office: Office) -> None:
    path, client = "/arbete/forslag-skogen/kladd/2025/aktiviteter/skog", open_office.client(WRITER)
    ours = {"X-Rusplan-Skydd": word_of(open_office, WRITER)}
    assert client.put(path, data="titel=Stigar å", headers=ours).status_code == 204
    assert client.get(path).text == "titel=Stigar å"
    assert open_office.client(OTHER).get(path).status_code == 404
    assert client.put(path, data="x" * 1_000_001, headers=ours).status_code == 413
    assert client.put(path, data="x" * 13_000_000, headers=ours).status_code == 413
    assert client.get(path).text == "titel=Stigar å"
    assert client.put("/arbete/forslag-skogen/kladd/..%2fx", data="x", headers=ours).status_code == 404
    assert client.delete(path, headers=ours).status_code == 204
    assert client.get(path).status_code == 404


def test_a_full_disk_is_told_and_what_was_kept_before_stays(
    open_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, client = "/arbete/forslag-skogen/kladd/2025/aktiviteter/skog", open_office.client(WRITER)
    ours = {"X-Rusplan-Skydd": word_of(open_office, WRITER)}
    client.put(path, data="första", headers=ours)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rusplan.tools.plain_files.os.fsync", full)
    answer = client.put(path, data="andra", headers=ours)
    assert answer.status_code == 507
    assert "Disken på servern är full" in answer.text
    assert client.get(path).text == "första"


def test_alone_the_start_address_lets_in_and_nothing_else_does(open_office: Office) -> None:
    how = Inställningar(rot=open_office.settings.rot, mapp=open_office.settings.mapp, adress="http://127.0.0.1:8001")
    own = alone(Upphov(namn="Redaktör", epost="redaktor@akerbo.example"))
    client = make_app(how, own).test_client()
    page = "http://127.0.0.1:8001/arbete/har/andringar/"
    assert client.get(page).status_code == 403
    assert client.get("http://127.0.0.1:8001/?nyckel=fel").status_code == 403
    begun = client.get(f"http://127.0.0.1:8001/?nyckel={own.startord}")
    assert (begun.status_code, begun.location) == (302, "/")
    assert all(sign in begun.headers["Set-Cookie"] for sign in ("HttpOnly", "SameSite=Strict"))
    assert client.get(page).status_code == 200
    assert client.get(page.replace("127.0.0.1:8001", "ond.example")).status_code == 421
    assert client.get(page, environ_overrides={"HTTP_X_REMOTE_USER": EDITOR}).status_code == 200


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("namn: A", "ska vara en lista"),
        ("- namn: A\n  inloggning: a@b\n  roll: skrver", r":1: «roll» är «skrver», men ska vara .*menade du «skriver»"),
        ("- namn: A\n  roll: läser", ":1: «inloggning» saknas"),
        ("- {namn: A, inloggning: a@b, roll: läser}\n- {namn: B, inloggning: A@b, roll: läser}", "står två gånger"),
        ("- {namn: A <x>, inloggning: a@b, roll: läser}", "utan < och >"),
        ("- {namn: A, inloggning: a@b, roll: läser, telefon: 1}", "«telefon» är inget fält"),
        ("- [", "redaktorer.yml:1"),
    ],
)
def test_a_list_of_people_with_a_mistake_says_where_it_is(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "redaktorer.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Rollfel, match=told):
        people(path)
