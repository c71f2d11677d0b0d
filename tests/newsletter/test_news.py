"""What a newsletter says of a change: a table of changes and sentences, which reads as an editor would write them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rusplan.changes.diff import changes
from rusplan.changes.news_rules import quoted
from rusplan.data import model
from rusplan.data.reader import Fil, read_file
from rusplan.swedish.sentences import whole_sentence

from tests.newsletter.newsletter_site import BAS
from tests.views.lillby import aktivitet, dokument, källa, område, utfall

FALL = yaml.load((Path(__file__).parent / "nyheter.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
ROW = {"id": "lon", "titel": "Löner", "budget": "100000"}
GOAL = {"id": "stigar", "område": "natur", "titel": "Stigar", "text": "Alla hittar ut."}


class Names:
    """Names as they are shown."""

    enheter = ("kr", "kr")

    def organisation(self, name: str) -> str:
        return name.upper()

    def område(self, name: str) -> str:
        return name.capitalize()

    def eget_ord(self, word: str) -> str:
        return word.capitalize()

    def organisationstyp(self, name: str) -> str:
        return name

    def mål(self, name: str) -> str:
        return name.capitalize()

    def aktivitet(self, ref: str) -> str:
        return ref


def content(kind: str, given: dict[str, Any]) -> model.Post:
    """A file of a kind, with what is given in it."""
    given = (given if kind == "Aktivitet" else {n: v for n, v in given.items() if n != "område"}) | {
        "dokument": dokument(2025) | given.get("dokument", {}),
        "områden": [område("natur", "Natur", [{"aktiviteter": ["skog"]}], 2025) | given.get("område", {})],
    }
    whole: dict[str, Any] = {
        "Aktivitet": aktivitet(2025, "Skogen", "natur", "nej nej", 10),
        "Utfall": utfall("delvis"),
        "Plan": {"sammanfattning": "Året.", "källa": källa(2025)},
        "Budget": {"rader": [ROW], "summa": {"titel": "Summa"}, "källa": källa(2025)},
        "MålFörPeriod": {"period": "2025", "mål": [GOAL], "källa": källa(2025)},
    }[kind]
    known: type[model.Post] = getattr(model, kind)
    return known.model_validate(_words({n: v for n, v in (whole | given).items() if n in known.model_fields}))


def _words(part: object) -> object:
    if isinstance(part, dict):
        return {name: _words(inner) for name, inner in part.items() if inner not in (None, "null")}
    return [_words(inner) for inner in part] if isinstance(part, list | tuple) else str(part)


def test_title_of_more_than_sixty_letters_is_cut_at_a_word() -> None:
    assert quoted(f"{'a' * 30} {'b' * 29}") == f"”{'a' * 30} {'b' * 29}”"
    assert quoted(f"{'a' * 30} {'b' * 30}") == f"”{'a' * 30} …”"


def test_that_an_issue_has_gone_out_is_no_change_to_a_reader() -> None:
    before = read_file(BAS / "data/organisation.yml", "data/organisation.yml", model.Webbplats)
    assert isinstance(before, Fil)
    sent = model.Nyhetsbrev.model_validate({"datum": "2026-03-02"})
    assert not list(changes(before.innehåll, before.innehåll.model_copy(update={"nyhetsbrev": (sent,)}), Names()))


@pytest.mark.parametrize("fall", FALL, ids=lambda fall: fall["fall"])
def test_a_change_is_told_in_a_sentence_that_an_editor_would_sign(fall: dict[str, Any]) -> None:
    before, after = (content(fall["slag"], fall[when]) for when in ("före", "efter"))
    told = whole_sentence(change.nyhet or "" for change in changes(before, after, Names()))
    assert told.replace("\u00a0", " ") == fall["mening"]
