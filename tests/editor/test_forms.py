"""Forms in the editor, as a browser without script meets them: shown, filled in, saved, and told of what is wrong."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from tests.editor.at_a_form import Browser
from tests.editor.office import ADDRESS, READER, WRITER, Office, git, lay_out_office

SKOG = "2025/aktiviteter/skog"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """One editor for all tests here: each writes in a proposal of its own."""
    return lay_out_office(tmp_path_factory.mktemp("kontor"))


@pytest.fixture
def browser(office: Office, request: pytest.FixtureRequest) -> Browser:
    return Browser(office.client(WRITER), office.work.begin_proposal(request.node.name).namn)


def root(browser: Browser, office: Office) -> Path:
    found = office.work.gren(browser.name)
    assert found
    return found.rot


def test_a_form_saved_as_it_stands_changes_nothing(browser: Browser) -> None:
    for path in (
        SKOG,
        "2025/plan",
        "2025/budget",
        "2025/mal",
        "2025/berattelse",
        "2025/utfall/skog",
        "samverkan",
        "ordlista",
        "organisation",
    ):
        browser.open(f"fil/{path}")
        assert browser.code == 200, path
        browser.send()
        assert browser.said() == "Inget var ändrat.", path


def test_a_changed_value_is_one_row_of_the_file(office: Office, browser: Browser) -> None:
    browser.open(f"fil/{SKOG}")
    browser.send({"sammanfattning": "Skogen röjs."})
    assert browser.said() == "Sparat.", browser.wrong
    assert git(root(browser, office), "show", "--format=", "--numstat") == f"1\t1\tdata/{SKOG}.yml"


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_is_there(office: Office, browser: Browser) -> None:
    browser.open(f"fil/{SKOG}")
    browser.send({"start": "i våras", "titel": ""})
    assert browser.code == 422
    assert browser.text("#f-titel-fel") == "Fyll i det här."
    assert browser.text("#f-start-fel").startswith("Start är «i våras», men ska skrivas som")
    assert dict(browser.fields())["start"] == "i våras"
    assert git(root(browser, office), "status", "--short") == ""


def test_a_part_is_added_moved_removed_and_taken_back_without_script(office: Office, browser: Browser) -> None:
    browser.open(f"fil/{SKOG}")
    before = len(office.content(browser.name, f"data/{SKOG}.yml")["insatser"])
    browser.send(press="Lägg till insats")
    browser.send({f"insatser.{before}.text": "Räkna granar."}, press="Flytta upp: Insats")
    assert [value for name, value in browser.fields() if name.endswith(".text") and value == "Räkna granar."]
    browser.send(press="Ta bort: Räkna granar.")
    browser.send(press="Ångra: Räkna granar.")
    browser.send()
    items = office.content(browser.name, f"data/{SKOG}.yml")["insatser"]
    assert {"text": "Räkna granar.", "id": "rakna-granar"} in items
    assert len(items) == before + 1


def test_an_outcome_that_is_not_there_yet_is_a_form_that_makes_it(office: Office, browser: Browser) -> None:
    gone = root(browser, office) / "data/2025/utfall/skog.yml"
    gone.unlink()
    git(root(browser, office), "commit", "-qam", "Bort")
    browser.open("fil/2025/utfall/skog")
    browser.send(
        {
            "status": "delvis",
            "sammanfattning": "Halva skogen är röjd.",
            "källa.dokument": "berattelse-2025",
            "källa.avsnitt": "Skogen",
        }
    )
    assert browser.said() == "Sparat.", browser.wrong
    assert "Halva skogen" in gone.read_text(encoding="utf-8")


def test_who_only_reads_sees_the_form_and_cannot_save(office: Office, browser: Browser) -> None:
    reader = Browser(office.client(READER), browser.name)
    reader.open(f"fil/{SKOG}")
    assert reader.code == 200
    assert not [
        node
        for node in reader.page.css("button")
        if node.text(strip=True) == "Spara" and "red-knapp--spara" in (node.attributes.get("class") or "")
    ]
    reader.send({"titel": "Annat"})
    assert reader.code == 403


def test_one_organisation_has_a_page_of_its_own(office: Office, browser: Browser) -> None:
    browser.open("fil/samverkan?del=organisationer.0")
    name = dict(browser.fields())["namn"]
    browser.send({"namn": f"{name} Nytt"})
    assert browser.said() == "Sparat.", browser.wrong
    assert git(root(browser, office), "show", "--format=", "--numstat") == "1\t1\tdata/samverkan.yml"


@pytest.mark.parametrize(
    "path",
    [
        "fil/2025/../../etc/passwd",
        "fil/permalankar",
        "fil/2025/okand",
        "fil/samverkan?del=organisationer.999",
        "fil/samverkan?del=organisationer.x",
        "steg/okant",
    ],
)
def test_what_is_no_form_is_not_found(browser: Browser, path: str) -> None:
    browser.open(path)
    assert browser.code == 404


def test_a_removal_that_was_saved_is_undone_from_the_desk(office: Office, browser: Browser) -> None:
    before = office.content(browser.name, f"data/{SKOG}.yml")
    browser.open(f"fil/{SKOG}")
    browser.send(press=f"Ta bort: {before['insatser'][-1]['text'][:20]}")  # type: ignore[index, call-overload]
    browser.send()
    assert browser.said() == "Sparat.", browser.wrong
    assert office.content(browser.name, f"data/{SKOG}.yml") != before
    browser.open("")
    browser.send(press="Ångra det som sparades sist")
    assert office.content(browser.name, f"data/{SKOG}.yml") == before
    assert git(root(browser, office), "log", "-1", "--format=%s").startswith("Ångra: ")


def test_nothing_that_is_published_is_undone(office: Office, browser: Browser) -> None:
    browser.open("")
    assert "Ångra" not in browser.told()
    answer = browser.client.post(f"{browser.place}/angra", data={"skydd": browser.guard()}, base_url=ADDRESS)
    assert answer.status_code == 409
    assert "inget sparat som går att ångra" in answer.text


def test_a_text_is_no_markup_and_no_template_wherever_the_editor_shows_it(office: Office, browser: Browser) -> None:
    hostile = '"></textarea><script>alert(1)</script>{{ 7 * 7 }}'
    browser.open(f"fil/{SKOG}")
    browser.send({"titel": hostile, "start": hostile, "sammanfattning": hostile})
    assert browser.code == 422
    assert not [node for node in browser.page.css("script") if "alert" in node.text()]
    assert dict(browser.fields())["sammanfattning"] == hostile
    assert "49" not in browser.text("#fellista")


def test_among_many_organisations_one_is_searched_for_by_name_and_kept_by_id(office: Office, browser: Browser) -> None:
    browser.open("fil/samverkan")
    browser.send(press="Lägg till organisation")
    for number in range(13):
        last = [name for name, _ in browser.fields() if name.endswith(".namn")][-1]
        browser.send({last: f"Bygdegård nummer {number}"}, press="Lägg till organisation")
    browser.send()
    assert browser.said() == "Sparat.", browser.wrong
    browser.open(f"fil/{SKOG}")
    assert browser.page.css('#val-organisationer option[value="Bygdegård nummer 7"]')
    browser.send(add=(("samverkan", "Bygdegård nummer 7"),))
    assert browser.said() == "Sparat.", browser.wrong
    said = office.content(browser.name, f"data/{SKOG}.yml")["samverkan"]
    assert isinstance(said, list)
    assert said[-1] == "bygdegard-nummer-7"
    browser.send(add=(("samverkan", "Ingen vet vem"),))
    assert "Ingen vet vem" in browser.text("#f-samverkan-fel")


@pytest.mark.parametrize(
    ("path", "heading", "told"),
    [
        (
            "2025/utfall/skog",
            "Så står det i planen",
            {
                "arbetstid": ["12\N{NO-BREAK SPACE}dagar"],
                "sammanfattning": ["Stigarna i skogen märks."],
                "insatser": ["Märka stigarna och rita dem i GIS.", "Bygga en bro."],
                "händelser": ["Skogens dag, 10–11\N{NO-BREAK SPACE}maj 2025"],
            },
        ),
        (
            SKOG,
            "Så blev det",
            {
                "dagar": ["Bron tog längre tid."],
                "sammanfattning": ["Stigarna är märkta."],
                "insatser": ["Sex stigar är märkta."],
            },
        ),
    ],
)
def test_plan_and_outcome_stand_beside_each_other_field_by_field_without_script(
    browser: Browser, path: str, heading: str, told: dict[str, list[str]]
) -> None:
    browser.open(f"fil/{path}")
    for way, part in (("div.red-mot", ".red-mot__rubrik"), ("details.red-mot", "summary")):
        found = browser.page.css(f"#formular {way}")
        assert {each.text().split(":")[0] for node in found for each in node.css(part)} == {heading}
        said = {field_around(node): [p.text() for p in node.css("p:not(.red-mot__rubrik)")] for node in found}
        assert said == told


def field_around(node: LexborNode) -> str:
    """The name of the field that something stands at."""
    assert node.parent
    around = [node.parent, *node.parent.css("textarea, input")]
    return next(each.id for each in around if each.id).removeprefix("f-")
