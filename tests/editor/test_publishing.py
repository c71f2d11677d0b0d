"""From a branch to readers, by real git to the repository that publishes."""

import re
import threading
import time
from pathlib import Path

import pytest
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag
from rusplan.editor.publishing import Fattas, Publicerat, catch_up, difference, hand_in, publish, throw_away
from rusplan.editor.saving import Sparat, Sparning
from rusplan.editor.taking_in import Intaget, Intagsval
from rusplan.editor.workplaces import Gren
from rusplan.git.asking import GitFel

from tests.editor.at_a_form import Browser
from tests.editor.office import EDITOR, OTHER, WRITER, Office, git
from tests.editor.test_saving import SKOG, asked, saved

NONE = Intagsval()
WORDS = "data/ordlista.yml"


def written(office: Office, title: str, who: str, **fields: Plain) -> Gren:
    """A proposal in which somebody has changed the wood."""
    gren = office.work.begin_proposal(title)
    assert isinstance(saved(office, gren, who, asked(office, gren, **fields)), Sparat)
    return gren


def with_a_word(office: Office, gren: Gren) -> dict[str, Plain]:
    """The glossary as it stands there, with a word more."""
    words = office.content(gren.namn, WORDS)
    terms = words["termer"]
    assert isinstance(terms, list)
    return words | {"termer": [*terms, {"term": "stig", "förklaring": "En smal väg."}]}


def published(office: Office, name: str = SKOG) -> str:
    return git(office.published.rot, "show", f"main:{name}")


def test_what_many_saved_is_published_as_one_change_without_their_names(office: Office) -> None:
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    saved(office, gren, OTHER, asked(office, gren, insatser=[{"text": "Bygga en bro."}]))
    told = difference(office.work, gren)
    assert [row.namn for row in told.sparat] == ["Skribent Två", "Skribent Ett"]
    assert told.meddelande.startswith(
        "Skogen 2025: 2 ändringar\n\n- Skogen 2025: sammanfattning: ”Stigarna i skogen märks.” → ”Stigarna.”; "
    )
    hook = office.published.rot / "hooks/post-receive"
    hook.write_text("#!/bin/sh\necho Publicerat och visat.\n", encoding="utf-8")
    hook.chmod(0o755)
    done = publish(office.work, gren, office.person(EDITOR), "", NONE)
    assert done == Publicerat(sagt=("Publicerat och visat.",))
    assert "sammanfattning: Stigarna." in published(office)
    assert git(office.published.rot, "log", "--format=%an", "main").splitlines() == ["Redaktör", "en"]
    assert "Skribent" not in git(office.published.rot, "log", "--format=%an%ae%B", "main")
    assert git(office.published.rot, "branch", "--list", "forslag-*") == ""
    assert office.work.all() == ()


def test_the_draft_goes_on_after_it_is_published(office: Office) -> None:
    draft = office.work.begin_draft("2026")
    new = Sparning(fil=WORDS, från=office.work.file(draft, WORDS).version, innehåll=with_a_word(office, draft))
    assert isinstance(saved(office, draft, WRITER, new), Sparat)
    publish(office.work, draft, office.person(EDITOR), "Förklara\x00 stig\x1b\r\n", NONE)
    assert git(office.published.rot, "log", "-1", "--format=%s", "main") == "Förklara stig"
    assert [gren.namn for gren in office.work.all()] == ["utkast-2026"]
    assert difference(office.work, draft).tom
    with pytest.raises(Avslag, match="inget som läsarna inte redan ser"):
        publish(office.work, draft, office.person(EDITOR), "", NONE)


def test_what_was_published_meanwhile_is_taken_in_and_the_same_field_is_chosen(office: Office) -> None:
    mine = written(office, "Min", WRITER, sammanfattning="Stigarna.", insatser=[{"text": "Bygga en bro."}])
    words = Sparning(fil=WORDS, från=office.work.file(mine, WORDS).version, innehåll=with_a_word(office, mine))
    assert isinstance(saved(office, mine, WRITER, words), Sparat)
    other = written(office, "Den andras", OTHER, sammanfattning="Skogens stigar.")
    publish(office.work, other, office.person(EDITOR), "", NONE)
    found = publish(office.work, mine, office.person(EDITOR), "", NONE)
    assert isinstance(found, Intaget)
    assert [(each.fil, [k.at for k in each.krockar]) for each in found.krockar] == [(SKOG, [("sammanfattning",)])]
    assert "sammanfattning: Skogens stigar." in published(office)
    older = Intagsval(mot=git(mine.rot, "rev-parse", "HEAD"), val=lambda _: {0: True})
    assert isinstance(publish(office.work, mine, office.person(EDITOR), "", older), Intaget)
    choice = Intagsval(mot=found.mot, val=lambda _: {0: True})
    assert isinstance(publish(office.work, mine, office.person(EDITOR), "", choice), Publicerat)
    assert "sammanfattning: Stigarna." in published(office)
    assert "Märka stigarna" not in published(office)
    assert "En smal väg." in published(office, WORDS)


def test_a_draft_takes_in_what_has_been_published_since_it_began(office: Office) -> None:
    draft = office.work.begin_draft("2026")
    assert not difference(office.work, draft).efter
    publish(
        office.work, written(office, "Skogen", OTHER, sammanfattning="Skogens stigar."), office.person(EDITOR), "", NONE
    )
    told = difference(office.work, draft)
    assert (told.efter, told.tom) == (True, True)
    assert catch_up(office.work, draft, office.person(WRITER), NONE).krockar == ()
    assert office.content(draft.namn, SKOG)["sammanfattning"] == "Skogens stigar."
    assert not difference(office.work, draft).efter


def test_what_the_rules_refuse_is_not_published(office: Office) -> None:
    gren = office.work.begin_proposal("Fel")
    wrong = Sparning(**{**vars(asked(office, gren, samverkan=["okand"])), "ändå": True})
    saved(office, gren, WRITER, wrong)
    before = published(office)
    found = publish(office.work, gren, office.person(EDITOR), "", NONE)
    assert isinstance(found, Fattas)
    assert [problem.fil for problem in found.problem] == [SKOG]
    assert published(office) == before
    editor = Browser(office.client(EDITOR), gren.namn)
    editor.open("andringar/")
    editor.send(press="Publicera")
    assert "Rätta det här först:Skogen 2025: " in editor.told(), "what it is about, and no file"


def test_a_proposal_is_handed_in_and_can_be_thrown_away_but_a_draft_cannot(office: Office) -> None:
    empty = office.work.begin_proposal("Tomt\x00")
    with pytest.raises(Avslag):
        hand_in(office.work, empty, office.person(WRITER))
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    hand_in(office.work, gren, office.person(WRITER))
    office.start()
    assert [g.inlämnad for g in office.work.all()] == ["Skribent Ett", ""]
    throw_away(office.work, gren)
    assert git(office.published.rot, "branch", "--list", "forslag-*") == ""
    assert [g.namn for g in office.work.all()] == ["forslag-tomt"]
    with pytest.raises(Avslag):
        throw_away(office.work, office.work.begin_draft("2026"))


def test_another_server_takes_up_what_the_first_one_had(office: Office, tmp_path: Path) -> None:
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    git(tmp_path, "clone", "--quiet", "forrad.git", "ny")
    moved = {**vars(office.settings), "rot": tmp_path / "ny", "mapp": tmp_path / "ny/.git/rusplan-redigering"}
    office.settings = type(office.settings)(**moved)
    office.start()
    assert office.content(gren.namn, SKOG)["sammanfattning"] == "Stigarna."


def sent_otherwise(office: Office, branch: str, **fields: str) -> None:
    """Somebody has changed the wood in a clone of their own, and pushed it."""
    own = office.folder / "egen"
    git(office.folder, "clone", "--quiet", "--branch", branch, "forrad.git", "egen")
    text = (own / SKOG).read_text(encoding="utf-8")
    for name, value in fields.items():
        text = re.sub(rf"(?m)^{name}: .*$", f"{name}: {value}", text)
    (own / SKOG).write_text(text, encoding="utf-8")
    git(own, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-am", "Utifrån")
    git(own, "push", "--quiet", "origin", branch)


def test_what_somebody_pushed_by_other_ways_is_joined_and_never_overwritten(office: Office) -> None:
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    sent_otherwise(office, gren.namn, dagar="12.5")
    done = saved(office, gren, OTHER, asked(office, gren, insatser=[{"text": "Bygga en bro."}]))
    assert isinstance(done, Sparat)
    assert done.sagt == ()
    there = git(office.published.rot, "show", f"{gren.namn}:{SKOG}")
    assert "dagar: 12.5" in there
    assert "Märka stigarna" not in there
    assert office.content(gren.namn, SKOG)["dagar"] == "12.5"


def test_the_same_field_pushed_by_other_ways_stays_in_both_places_and_is_told(office: Office) -> None:
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    sent_otherwise(office, gren.namn, sammanfattning="Utifrån.")
    done = saved(office, gren, OTHER, asked(office, gren, sammanfattning="Mina stigar."))
    assert isinstance(done, Sparat)
    assert "gick inte att skicka vidare" in done.sagt[0]
    assert "Utifrån." in git(office.published.rot, "show", f"{gren.namn}:{SKOG}")
    with pytest.raises(Avslag, match="på annat sätt än i redigeraren"):
        publish(office.work, gren, office.person(EDITOR), "", NONE)
    assert "Utifrån." in git(office.published.rot, "show", f"{gren.namn}:{SKOG}")


def test_others_go_on_writing_while_the_site_is_built_and_lose_nothing(office: Office) -> None:
    gren = written(office, "Skogen", WRITER, sammanfattning="Stigarna.")
    hook = office.published.rot / "hooks/post-receive"
    begun, ended = office.folder / "begun", office.folder / "ended"
    hook.write_text(
        f"#!/bin/sh\nread -r _ _ ref; [ $ref = refs/heads/main ] || exit 0\n: >{begun}\nuntil [ -e {ended} ]; do sleep 0.05; done\necho Webbplatsen är som den var.\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    found = []
    work = threading.Thread(target=lambda: found.append(publish(office.work, gren, office.person(EDITOR), "", NONE)))
    work.start()
    while work.is_alive() and not begun.exists():
        time.sleep(0.02)
    done = saved(office, gren, OTHER, asked(office, gren, insatser=[{"text": "Bygga en bro."}]))
    ended.touch()
    work.join()
    assert isinstance(done, Sparat)
    assert [isinstance(each, Publicerat) and each.visas for each in found] == [False]
    assert len(found) == 1
    assert "Märka stigarna" in published(office)
    assert office.content(gren.namn, SKOG)["insatser"] == [{"text": "Bygga en bro."}]
    assert [row.namn for row in difference(office.work, gren).sparat] == ["Skribent Två"]


def test_no_draft_is_begun_of_a_year_that_is_decided_in_all_its_parts(office: Office) -> None:
    report = office.settings.rot / "data/2025/berattelse.yml"
    assert "läge: beslutad" in report.read_text(encoding="utf-8")
    with pytest.raises(Avslag, match="berättelsen för 2025 är beslutade"):
        office.work.begin_draft("2025")
    assert office.work.all() == ()


def test_many_in_proposals_of_their_own_stand_in_nobodys_way(office: Office) -> None:
    places = [office.work.begin_proposal(f"Nummer {number}") for number in range(4)]
    faults: list[BaseException] = []

    def hand_in_and_take_back(gren: Gren) -> None:
        try:
            for number in range(8):
                office.work.grenar.hand_in(gren, f"Skribent {number}")
        except GitFel as error:
            faults.append(error)

    threads = [threading.Thread(target=hand_in_and_take_back, args=(gren,)) for gren in places]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert {gren.inlämnad for gren in office.work.all()} == {"Skribent 7"}
