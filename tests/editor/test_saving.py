"""What is saved, in whose name, and what becomes of two who write at once."""

from rusplan.editor.saving import Sparat, Sparning
from rusplan.editor.workplaces import Gren

from tests.editor.office import WRITER, Office, git

SKOG = "data/2025/aktiviteter/skog.yml"


def proposal(office: Office) -> Gren:
    return office.work.begin_proposal("Skogen")


def test_a_save_is_a_commit_in_the_writers_name_that_says_what_changed_and_changes_one_row(office: Office) -> None:
    gren = proposal(office)
    was = office.work.file(gren, SKOG)
    asked = Sparning(fil=SKOG, från=was.version, innehåll=office.content(gren.namn, SKOG) | {"dagar": "17"}, ändå=True)
    saved = office.work.save(gren, office.person(WRITER), asked)
    assert isinstance(saved, Sparat)
    assert saved.version == office.work.file(gren, SKOG).version
    assert git(gren.rot, "log", "-1", "--format=%an <%ae>") == "Skribent Ett <ett@akerbo.example>"
    print(git(gren.rot, "log", "-1", "--format=%B"))
    print(git(gren.rot, "show", "--format=", "--stat"))
    assert git(office.published.rot, "log", "-1", "--format=%an", gren.namn) == "Skribent Ett"
