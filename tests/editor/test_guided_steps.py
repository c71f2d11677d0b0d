"""Guided steps: what takes several files to change is asked for, with everything to choose from, and done by the commands."""

import re

import pytest

from tests.editor.at_a_form import Browser
from tests.editor.office import READER, WRITER, Office, git, lay_out_office

STEPS = (
    "ny-aktivitet", "ny-handelse", "nasta-ar", "sla-ihop", "sla-ihop-organisationer", "avsluta", "ta-bort", "byt-adress", "besluta", "stang", "revidera",
    "andra-genom-revidering", "ratta", "utga",
)  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return lay_out_office(tmp_path_factory.mktemp("kontor"))


@pytest.fixture(scope="module")
def draft(office: Office) -> Browser:
    """The draft of 2026, begun."""
    browser = Browser(office.client(WRITER), office.work.begin_draft("2026").namn)
    browser.open("steg/nasta-ar")
    browser.send()
    assert browser.code == 200, browser.told()
    return browser


def test_the_next_year_is_begun_with_everything_that_goes_on(office: Office, draft: Browser) -> None:
    page = draft.open("").text()
    assert "2026" in page
    assert "Utkast" in page
    assert office.content(draft.name, "data/2026/aktiviteter/skog.yml")["bygger_på"] == [
        {"aktivitet": "2025/skog", "typ": "fortsätter"}
    ]


def test_an_empty_field_of_a_draft_shows_what_it_said_the_year_before(office: Office, draft: Browser) -> None:
    said = office.content(draft.name, "data/2025/aktiviteter/skog.yml")["sammanfattning"]
    draft.open("fil/2026/aktiviteter/skog")
    assert f"Förra året: {said}" in draft.text(".red-falt:has(#f-sammanfattning)")
    draft.open("fil/2025/aktiviteter/skog")
    assert "Förra året" not in draft.told()


def test_the_desk_says_what_is_left_to_do_with_a_way_to_each_form(draft: Browser) -> None:
    page = draft.open("")
    row = next(node for node in page.css(".red-lista > li") if "Skogen 2026" in node.text())
    link = row.css_first("a")
    assert link
    assert (link.attributes["href"] or "").endswith("/fil/2026/aktiviteter/skog")
    assert "Fyll i prioriterad, " in row.text()
    assert ".yml" not in page.text()
    assert "raden" not in page.text()


def test_what_should_stay_empty_is_said_so_and_is_not_left_to_do(office: Office, draft: Browser) -> None:
    draft.open("fil/2026/aktiviteter/skog")
    draft.send({}, press="Spara", tick=("händelser",))
    assert draft.said() == "Sparat.", draft.wrong
    page = draft.open("")
    row = next(node for node in page.css(".red-lista > li") if "Skogen 2026" in node.text())
    assert "planerade händelser" not in row.text()


def test_a_new_activity_opens_in_its_form(office: Office, draft: Browser) -> None:
    draft.open("steg/ny-aktivitet")
    draft.send({"titel": "Fladdermöss i kyrktorn", "område": "2026/natur", "skäl": "Kommunen fick ett nytt uppdrag."})
    assert draft.code == 200, draft.told()
    assert dict(draft.fields())["titel"] == "Fladdermöss i kyrktorn"
    assert git(office.work.begin_draft("2026").rot, "log", "-1", "--format=%an") == "Skribent Ett"


def test_two_activities_of_one_name_get_addresses_of_their_own(office: Office, draft: Browser) -> None:
    for _ in range(2):
        draft.open("steg/ny-aktivitet")
        draft.send({"titel": "Ängar", "område": "2026/natur", "skäl": "Ny."})
        assert draft.code == 200, draft.told()
    assert office.content(draft.name, "data/2026/aktiviteter/angar-2.yml")["titel"] == "Ängar"


def test_a_file_that_goes_away_or_gets_another_name_is_saved_so(office: Office, draft: Browser) -> None:
    root = office.work.begin_draft("2026").rot
    draft.open("steg/byt-adress")
    draft.send({"aktivitet": "2026/angar", "namn": "Slåtterängar"})
    assert draft.code == 200, draft.told()
    draft.open("steg/sla-ihop")
    draft.send({"bort": "2026/slatterangar", "kvar": "2026/angar-2"})
    assert draft.code == 200, draft.told()
    there = git(root, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert "data/2026/aktiviteter/angar-2.yml" in there
    assert not {"data/2026/aktiviteter/angar.yml", "data/2026/aktiviteter/slatterangar.yml"} & {*there}
    assert git(root, "status", "--short") == ""


def test_what_goes_out_of_a_draft_is_ended_with_its_reason(office: Office, draft: Browser) -> None:
    draft.open("steg/ta-bort")
    draft.send({"aktivitet": "2026/museum"})
    assert "Budget 2026" in draft.told(), "the budget names it"
    assert "data/" not in draft.told()
    draft.send({"aktivitet": "2026/vatten"})
    assert draft.code == 200, draft.told()
    assert "Avsluta den också" in draft.told()
    draft.open("steg/avsluta")
    draft.send({"aktivitet": "2025/vatten", "skäl": "Sjön är ren."})
    assert draft.code == 200, draft.told()
    said = office.content(draft.name, "data/2026/plan.yml")
    assert {"aktivitet": "2025/vatten", "text": "Sjön är ren."}.items() <= said["upphör"][-1].items()  # type: ignore[index, union-attr]
    assert "vatten" not in str(said["områden"])


def test_a_day_and_a_time_may_be_written_as_people_write_them(office: Office, draft: Browser) -> None:
    draft.open("steg/ny-handelse")
    draft.send({"aktivitet": "2026/skog", "titel": "Röjdag", "typ": "annat", "datum": "9 maj 2026", "starttid": "kl 9"})
    assert draft.code == 200, draft.told()
    event = office.content(draft.name, "data/2026/aktiviteter/skog.yml")["händelser"]
    assert {"titel": "Röjdag", "typ": "annat", "datum": "2026-05-09", "starttid": "09:00"}.items() <= event[0].items()  # type: ignore[index, union-attr]


def test_a_refusal_names_no_command_and_keeps_what_was_answered(draft: Browser) -> None:
    draft.open("steg/sla-ihop")
    draft.send({"bort": "2026/skog", "kvar": "2025/skog"})
    assert draft.code == 422
    assert "rusplan" not in draft.told()
    assert "--" not in draft.told()
    assert dict(draft.fields())["bort"] == "2026/skog"


def test_a_refusal_names_what_files_are_about_and_no_file(draft: Browser) -> None:
    draft.open("steg/sla-ihop")
    draft.send({"bort": "2025/museum", "kvar": "2025/skog"})
    assert draft.code == 422
    assert ".yml" not in draft.told(), draft.told()


def test_a_plan_that_is_not_whole_is_not_decided_and_what_is_left_is_told(office: Office, draft: Browser) -> None:
    draft.open("steg/besluta")
    draft.send({"år": "2026", "datum": "2026-01-20", "av": "styrgruppen"})
    assert draft.code == 422
    assert "sammanfattning" in draft.told()
    assert not re.search(r":\d+:|lägg till «|ta bort raden", draft.told()), (
        "no place in a file, and no advice to who writes in files"
    )
    assert office.content(draft.name, "data/2026/plan.yml")["dokument"]["läge"] == "utkast"  # type: ignore[index, call-overload]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_with_nothing_answered_tells_what_is_missing(office: Office, draft: Browser, step: str) -> None:
    tip = git(office.work.begin_draft("2026").rot, "rev-parse", "HEAD")
    draft.open(f"steg/{step}")
    assert draft.code == 200
    draft.send({name: "" for name, _ in draft.fields() if name != "skydd"})
    assert draft.code == 422
    assert git(office.work.begin_draft("2026").rot, "rev-parse", "HEAD") == tip


def test_who_only_reads_takes_no_step(office: Office, draft: Browser) -> None:
    reader = Browser(office.client(READER), draft.name)
    reader.open("steg/avsluta")
    reader.send({"aktivitet": "2026/skog", "skäl": "Klart."})
    assert reader.code == 403


def test_a_search_finds_what_is_written_by_the_beginning_of_a_word(draft: Browser) -> None:
    page = draft.open("?sok=rojd")
    assert [node.text() for node in page.css(".red-traffar a")] == ["Händelse 2026: Röjdag"]


def test_a_newsletter_tells_what_is_new_since_the_last_one_and_its_day_is_kept(office: Office, draft: Browser) -> None:
    (office.work.begin_draft("2026").rot / "mkdocs.yml").write_text(
        "site_url: https://plan.akerbo.example/\n", encoding="utf-8"
    )
    page = draft.open("nyhetsbrev/?sedan=1 januari 2026")
    assert "sedan 2026-01-01" in page.text()
    draft.send({"datum": "2026-02-01"}, press="Spara dagen")
    assert draft.code == 200, draft.told()
    assert {"datum": "2026-02-01"} in office.content(draft.name, "data/organisation.yml")["nyhetsbrev"]
    assert "sedan 2026-02-01" in draft.told()
    draft.send({"datum": "i går"}, press="Spara dagen")
    assert draft.code == 409
