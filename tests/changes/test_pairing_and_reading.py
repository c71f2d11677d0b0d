"""How alike two texts are, what a version's names are, and what the ends of a span are called."""

from pathlib import Path

import pytest
from rusplan.changes.meaning import says_something_else
from rusplan.changes.pairing import likeness, pair
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.span import between
from rusplan.changes.spelling import says_the_same
from rusplan.data.kinds import OF_YEAR
from rusplan.data.model import Aktivitet, Post, Punkt
from rusplan.git.blobs import blob_of
from rusplan.git.log import Filrad

from tests.changes.data_repository import SKOG, Förråd
from tests.changes.test_changed_files import Contents, blobs
from tests.views.lillby import FILER, plain


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("a b c", "a b c", 1),
        ("A B C", "a b c", 1),
        ("ett två tre fyra", "ett två tre fem", 0.75),
        ("ett två tre fyra", "ett två fem sex", 0),  # half of the words, and fewer than seven letters of ten
        ("Vattnet", "Vatten", 10 / 13),  # no word in common, but most letters
        ("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton", "ETTA TVÅA TREA FYRA", 0),
        ("", "a", 0),
    ],
)
def test_likeness_is_counted_in_words_and_for_short_texts_in_letters(one: str, other: str, alike: float) -> None:
    assert likeness(one, other) == pytest.approx(alike)


def test_eleven_words_of_twenty_are_enough_to_be_the_same_item() -> None:
    """The shorter text has eleven words, which the longer has too, with eighteen (or nineteen) others."""
    words = [f"ord{i}ord" for i in range(11)]
    shorter, longer, too_long = (" ".join([*words, *(f"annat{i}annat" for i in range(more))]) for more in (0, 18, 19))
    assert [likeness(shorter, other) for other in (longer, too_long)] == [pytest.approx(0.55), 0]
    found = [pair([Punkt(text=shorter)], [Punkt(text=other), Punkt(text="Annat.")]) for other in (longer, too_long)]
    assert [len(each.par) for each in found] == [1, 0]


def test_common_words_count_in_a_long_text_too() -> None:
    """The comparison must not pass over words that stand often."""
    text = " ".join(f"och{i % 3}" for i in range(300))
    assert likeness(text, text.replace("och0", "men", 1)) == pytest.approx(299 / 300)


def test_likeness_is_not_tried_among_very_many_items() -> None:
    def items(count: int, word: str) -> list[Punkt]:
        return [Punkt(text=f"Punkten {i} handlar om {i * 9} {word}.") for i in range(count)]

    assert len(pair(items(50, "hus"), items(50, "båtar")).par) == 50
    assert len(pair(items(51, "hus"), items(50, "båtar")).par) == 0


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Skogen, viken.", "skogen viken", True),
        ("skogs vård", "skogsvård", True),
        ("gallrring", "gallring", True),
        ("abcdefghij", "abcdefgxyz", True),  # seven letters of ten
        ("abcdefghij", "abcdefxyzw", False),
        ("gallring", "fallring", False),  # another first letter
        ("skog 10", "skog 19", False),
        ("skogen", "skogen viken", False),
        ("skogen viken", "skogen stigen", False),
        ("–", "skogen", False),
        ("10", 10, False),
    ],
)
def test_two_texts_are_one_if_only_their_spelling_differs(old: object, new: object, same: bool) -> None:
    assert says_the_same(old, new) is same


@pytest.mark.parametrize(
    ("after", "something_else"),
    [
        ("titel: A\nsammanfattning: B\n", False),
        ("# En rad.\nsammanfattning: 'B'\ntitel: \"A\"  # och en till\n", False),
        ("titel: A\nsammanfattning: C\n", True),
        ("titel: B\nsammanfattning: A\n", True),  # the same words, in other fields
        ("titel: A\nsammanfattning: B\ndagar: tolv\n", True),  # it cannot be read
        (None, True),
    ],
)
def test_file_says_something_else_if_a_reader_would_see_it(after: str | None, something_else: bool) -> None:
    more = "\nområde: natur\nprioriterad: nej\nutvecklingsinsats: nej\n"
    before, now = "titel: A\nsammanfattning: B\n" + more, None if after is None else after + more
    row = Filrad("data/2025/aktiviteter/skog.yml", before, now)
    assert says_something_else(row, Läsare(Contents(), {})) is something_else
    assert says_something_else(Filrad(row.fil, now, before), Läsare(Contents(), {})) is something_else


@pytest.fixture
def reader() -> Läsare:
    """Lillby as the newest version."""
    return Läsare(Contents(), blobs(FILER))


def test_names_are_those_of_the_newest_version(reader: Läsare) -> None:
    assert [reader.organisation(name) for name in ("museiforeningen", "akeriet", "okänd")] == ["MF", "Åkeriet", "okänd"]
    assert [reader.område(name) for name in ("kultur", "skola", "okänt")] == ["Kultur och musik", "Skola", "okänt"]
    assert [reader.area_of(ref) for ref in ("2024/bad", "2025/simskola", "2025/bad")] == ["natur", "skola", None]
    told = [reader.aktivitet(ref) for ref in ("2025/skog", "2025/bad", "2026", "2025/budget", "2024/mal")]
    assert told == ["Skogen 2025", "2025/bad", "2026", "budget 2025", "mål 2024"]


def test_words_kinds_goals_and_titles_are_called_as_the_newest_version_has_them() -> None:
    site = FILER["organisation.yml"] | {
        "statusar": [{"id": "försenad", "namn": "Försenad", "motsvarar": "delvis"}],
        "dokumentnamn": {"plan": "Årsplan"},
    }
    newer = {
        **FILER["2025/mal.yml"],
        "mål": [{**goal, "titel": f"Nya {goal['titel']}"} for goal in FILER["2025/mal.yml"]["mål"]],
    }
    found = Läsare(Contents(), blobs({**FILER, "organisation.yml": site, "2025/mal.yml": newer}))
    assert [found.eget_ord(word) for word in ("försenad", "okänt_ord")] == ["Försenad", "okänt_ord"]
    assert [found.organisationstyp(kind) for kind in ("samverkansforum", "okänd")] == ["Nätverk", "okänd"]
    assert [found.mål(name) for name in ("stigar", "bocker", "okänt")] == ["Nya Stigar", "Nya Bocker", "okänt"]
    assert found.title(OF_YEAR["plan.yml"]) == "Årsplan"
    assert Läsare(Contents(), {}).eget_ord("försenad") == "försenad"
    assert Läsare(Contents(), {}).title(OF_YEAR["plan.yml"]) == "Verksamhetsplan"
    assert [found.period(year) for year in ("2025", "2031")] == ["2025", "2031"]


def test_file_is_read_from_its_hash_and_what_cannot_be_read_is_nothing(reader: Läsare) -> None:
    path = "data/2025/aktiviteter/skog.yml"
    assert isinstance(reader.at_tip(path), Aktivitet)
    for path_, blob in ((path, None), ("data/bild.png", "x"), (path, "dagar: [")):
        assert reader.content(path_, blob) is None


def test_file_that_has_been_read_already_is_not_read_again_unless_it_differs(tmp_path: Path) -> None:
    class Nothing:
        def read(self, blob: str) -> None:
            return None

    path, known = "data/ordlista.yml", Post()
    (tmp_path / "data").mkdir()
    (tmp_path / path).write_text("termer: []\n", encoding="utf-8")
    blob = blob_of(tmp_path / path, 40)
    assert blob

    def content(tip: str, asked: str, root: Path | None = tmp_path) -> Post | None:
        return Läsare(Nothing(), {path: tip}, root, {path: known}).content(path, asked)

    assert content(blob, blob) is known
    assert content(blob, "a" * 40) is None, "an older version"
    assert content("a" * 40, "a" * 40) is None, "changed since the commit"
    assert content(blob, blob, None) is None


def test_ends_of_a_span_are_told_in_words(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 12", "dagar: 13")
    förråd.commit("2026-02-01")
    ends = {
        "2026-01-15..2026-02-01": ("15 januari 2026", "1 februari 2026"),
        "2026-01-15..": ("15 januari 2026", "senaste versionen"),
        "2026-01-15": ("15 januari 2026", "senaste versionen"),
        " HEAD~1 .. main ": ("HEAD~1", "main"),
        "2025..2024": ("2024", "2025"),
        "2025-01-01..2025-02-01": ("1 januari 2025", "1 februari 2025"),
    }
    for span, (start, end) in ends.items():
        found = between(förråd.rot, span)
        assert (plain(found.från), plain(found.till)) == (start, end)
