"""What is saved, in whose name, and what becomes of two who write at once."""

from dataclasses import replace

import pytest
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag
from rusplan.editing.new_event import new_event
from rusplan.editor import work as store
from rusplan.editor.saving import Felaktigt, Krockar, Sparat, Sparning, Sparsvar
from rusplan.editor.workplaces import Gren
from rusplan.git.asking import GitFel, Hinder

from tests.editor.office import OTHER, WRITER, Office, git

SKOG = "data/2025/aktiviteter/skog.yml"


@pytest.fixture
def gren(office: Office) -> Gren:
    return office.work.begin_proposal("Skogen i år")


def asked(office: Office, gren: Gren, **fields: Plain) -> Sparning:
    """What the form of the wood asks for, with other values in some fields, as it stands now."""
    content = office.content(gren.namn, SKOG) | fields
    return Sparning(fil=SKOG, från=office.work.file(gren, SKOG).version, innehåll=content)


def saved(office: Office, gren: Gren, who: str, sparning: Sparning) -> Sparsvar:
    return office.work.save(gren, office.person(who), sparning)


def test_a_save_is_a_commit_in_the_writers_name_that_says_what_changed_and_changes_one_row(
    office: Office, gren: Gren
) -> None:
    found = saved(office, gren, WRITER, asked(office, gren, sammanfattning="Stigarna i skogen märks om."))
    assert isinstance(found, Sparat)
    assert found.version == office.work.file(gren, SKOG).version
    assert git(gren.rot, "log", "-1", "--format=%an <%ae>: %s") == (
        "Skribent Ett <ett@akerbo.example>: Skogen 2025: 1 ändring"
    )
    assert git(gren.rot, "show", "--format=", "--numstat") == f"1\t1\t{SKOG}"
    assert git(office.published.rot, "log", "-1", "--format=%an", gren.namn) == "Skribent Ett"  # others have it too
    assert git(office.published.rot, "rev-parse", "main") != git(gren.rot, "rev-parse", "HEAD")


def test_two_in_one_activity_who_change_different_fields_both_get_what_they_wrote(office: Office, gren: Gren) -> None:
    first = asked(office, gren, sammanfattning="Stigarna märks om.")
    second = asked(office, gren, insatser=[{"text": "Bygga en bro."}])
    assert isinstance(saved(office, gren, WRITER, first), Sparat)
    assert isinstance(saved(office, gren, OTHER, second), Sparat)
    now = office.content(gren.namn, SKOG)
    assert (now["sammanfattning"], now["insatser"]) == ("Stigarna märks om.", [{"text": "Bygga en bro."}])


def test_the_second_who_changes_the_same_field_sees_the_first_ones_change_and_chooses(
    office: Office, gren: Gren
) -> None:
    first = asked(office, gren, sammanfattning="Skogens stigar.")
    second = asked(office, gren, sammanfattning="Stigarna.")
    saved(office, gren, WRITER, first)
    found = saved(office, gren, OTHER, second)
    assert isinstance(found, Krockar)
    assert [(k.at, k.före, k.andras, k.mina) for k in found.krockar] == [
        (("sammanfattning",), "Stigarna i skogen märks.", "Skogens stigar.", "Stigarna.")
    ]
    assert office.content(gren.namn, SKOG)["sammanfattning"] == "Skogens stigar."
    chosen = Sparning(**{**vars(second), "val": {0: True}, "mot": found.nu})
    third = asked(office, gren, sammanfattning="Skogarna.")
    saved(office, gren, WRITER, third)
    assert isinstance(saved(office, gren, OTHER, chosen), Krockar), "it was chosen against another version"
    again = Sparning(**{**vars(chosen), "mot": office.work.file(gren, SKOG).version})
    assert isinstance(saved(office, gren, OTHER, again), Sparat)
    assert office.content(gren.namn, SKOG)["sammanfattning"] == "Stigarna."


def test_a_fault_is_not_saved_unless_it_is_meant_and_can_be_read(office: Office, gren: Gren) -> None:
    was = office.work.file(gren, SKOG)
    wrong = asked(office, gren, samverkan=["okand"])
    found = saved(office, gren, WRITER, wrong)
    assert isinstance(found, Felaktigt)
    assert [problem.fil for problem in found.egna] == [SKOG]
    assert found.går_ändå
    assert office.work.file(gren, SKOG) == was
    unreadable = Sparning(**{**vars(asked(office, gren, dagar="många")), "ändå": True})
    refused = saved(office, gren, WRITER, unreadable)
    assert isinstance(refused, Felaktigt)
    assert not refused.går_ändå
    assert isinstance(saved(office, gren, WRITER, Sparning(**{**vars(wrong), "ändå": True})), Sparat)


def test_a_fault_that_was_saved_all_the_same_stops_nobody_who_changes_something_else(
    office: Office, gren: Gren
) -> None:
    days = asked(office, gren, dagar="13")
    assert isinstance(saved(office, gren, WRITER, days), Felaktigt)
    assert isinstance(saved(office, gren, WRITER, replace(days, ändå=True)), Sparat)
    assert isinstance(saved(office, gren, OTHER, asked(office, gren, sammanfattning="Stigarna.")), Sparat)
    assert isinstance(saved(office, gren, OTHER, asked(office, gren, dagar="14")), Sparat)
    assert isinstance(saved(office, gren, OTHER, asked(office, gren, samverkan=["okand"])), Felaktigt)


def test_what_cannot_be_committed_is_not_left_in_the_file(
    office: Office, gren: Gren, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = office.work.file(gren, SKOG)

    def full(*_: object) -> str:
        raise GitFel(Hinder.GIT_FEL, "error: unable to write: No space left on device")

    asked_for = asked(office, gren, sammanfattning="Stigarna.")
    office.work.kladdar.keep(office.person(WRITER), gren, SKOG, "titel=Stigarna")
    monkeypatch.setattr(store, "commit", full)
    with pytest.raises(GitFel):
        saved(office, gren, WRITER, asked_for)
    assert office.work.file(gren, SKOG) == was
    kept = office.work.kladdar.kept(office.person(WRITER), gren, SKOG)
    assert kept
    assert kept.text == "titel=Stigarna"


def test_what_was_being_saved_when_the_server_died_is_as_before_and_what_was_typed_is_kept(
    office: Office, gren: Gren
) -> None:
    was = office.work.file(gren, SKOG)
    office.work.kladdar.keep(office.person(WRITER), gren, SKOG, "titel=Stigarna")
    (gren.rot / SKOG).write_text("titel: halv", encoding="utf-8")  # killed between the file and the commit
    office.start()
    again = office.work.gren(gren.namn)
    assert again
    assert again.titel == "Skogen i år"
    assert office.work.file(again, SKOG) == was
    assert [kladd.text for kladd in office.work.kladdar.all_kept(office.person(WRITER), again)] == ["titel=Stigarna"]
    assert office.work.kladdar.kept(office.person(OTHER), again, SKOG) is None


def test_a_draft_of_a_year_is_one_for_all_and_changes_no_other_year(office: Office) -> None:
    draft = office.work.begin_draft("2026")
    assert office.work.begin_draft("2026") == draft
    with pytest.raises(Avslag, match="2025 och inte till utkastet för 2026"):
        saved(office, draft, WRITER, asked(office, draft, titel="Stigarna"))


def test_a_command_is_saved_as_a_form_is(office: Office, gren: Gren) -> None:
    fields: dict[str, Plain] = {"titel": "Höstdag", "typ": "möte", "datum": "2025-10-04"}
    office.work.run(gren, office.person(OTHER), lambda root: new_event(root, "2025/skog", fields))
    assert (
        git(gren.rot, "log", "-1", "--format=%an: %s")
        == "Skribent Två: Skogen 2025: ny planerad händelse: Höstdag, 4 oktober 2025"
    )
    assert git(gren.rot, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "path",
    ["../mkdocs", "2025/../../mkdocs", "permalankar", "2025/aktiviteter/.dold", "/etc/passwd", "2025/aktiviteter/A"],
)
def test_no_file_outside_data_and_no_register_is_ever_reached(office: Office, path: str) -> None:
    assert office.work.data_file(path) is None


def test_a_link_out_of_data_is_not_followed(office: Office, gren: Gren) -> None:
    (gren.rot / SKOG).unlink()
    (gren.rot / SKOG).symlink_to(office.list)
    with pytest.raises(Avslag):
        office.work.file(gren, SKOG)
