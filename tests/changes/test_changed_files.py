"""What files that differ amount to, with two versions as plain dictionaries: no git."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from rusplan.changes.changed_files import SINCE, UNREADABLE, thing_changes
from rusplan.changes.read_blobs import Läsare
from rusplan.changes.renamed_files import moved
from rusplan.changes.steps import Ändringar
from rusplan.data.model import Post
from rusplan.git.log import Filrad

from tests.views.lillby import FILER, Fil, aktivitet, händelse, plain, utfall

Version = Mapping[str, Fil | str]


class Contents:
    """Contents by hash, where the hash of a file is all that it holds."""

    def read(self, blob: str) -> bytes:
        return blob.encode()


def blobs(version: Version) -> dict[str, str]:
    """The hash of each file below data/."""
    return {
        f"data/{name}": content
        if isinstance(content, str)
        # JSON is YAML too. What a blob is called may end in the sign @ and the file's format.
        else json.dumps(content, ensure_ascii=False, indent=1).replace("@", "\\u0040")
        for name, content in version.items()
    }


def differing(before: Version, after: Version) -> tuple[list[Filrad], Läsare]:
    old, new = blobs(before), blobs(after)
    rows = [Filrad(name, old.get(name), new.get(name)) for name in sorted(old | new) if old.get(name) != new.get(name)]
    return rows, Läsare(Contents(), new)


def found(before: Version, after: Version, **how: Any) -> Ändringar:
    rows, reader = differing(before, after)
    return thing_changes(rows, reader, **how)


def told(changed: Ändringar) -> list[tuple[str, list[str]]]:
    return [(c.sak.titel, [*(plain(row.text) for row in c.ändringar), *c.anmärkningar]) for c in changed.saker] + [
        (plain(row.text), [thing.nyckel for thing in row.saker]) for row in changed.sammandrag
    ]


def without(*names: str) -> Version:
    return {name: content for name, content in FILER.items() if name not in names}


def named(title: str, words: str, days: float = 1) -> Fil:
    """An activity that is like no other but by its words."""
    return aktivitet(2025, title, "natur", "nej nej", days, insatser=[{"text": words}]) | {"sammanfattning": words}


def many(count: int, days: int = 1) -> Version:
    return {f"2025/aktiviteter/a{i:03}.yml": named(f"A{i:03}", f"{i}", days) for i in range(count)}


LOV, SKOG, SKOGSUTFALL = "2025/aktiviteter/lov.yml", "2025/aktiviteter/skog.yml", "2025/utfall/skog.yml"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (FILER, FILER, []),
        (FILER, {**FILER, "README.md": "hej", "2025/bild.png": "x"}, []),
        (FILER, {**FILER, LOV: {**FILER[LOV], "dagar": 3}}, [("Lovet 2025", ["dagar 2 → 3"])]),
        (without(LOV), FILER, [("Lovet 2025", ["ny aktivitet, 2 dagar"])]),
        (without("2025/aktiviteter/barnbok.yml"), FILER, [("Barnboken 2025", ["ny aktivitet"])]),
        (FILER, without(LOV, "2025/utfall/lov.yml"), [("Lovet 2025", ["aktiviteten togs bort", "utfallet togs bort"])]),
        (without(SKOGSUTFALL), FILER, [("Skogen 2025", ["utfallet lades till, status satt till som planerat"])]),
        (without("2025/plan.yml"), FILER, [("Verksamhetsplan 2025", ["planen lades till"])]),
        (without("ordlista.yml"), FILER, [("Ordlista", ["ordlistan lades till"])]),
        (
            FILER,
            {**FILER, "ordlista.yml": {"termer": [{"term": "stig", "förklaring": "En väg."}]}},
            [("Ordlista", ["ordet stig: förklaring: ”En smal väg.” → ”En väg.”"])],
        ),
        (
            FILER,
            {
                **FILER,
                "ordlista.yml": {"termer": [{"term": "stig", "förklaring": "En väg."}]},
                LOV: {**FILER[LOV], "dagar": 3},
                SKOGSUTFALL: {**FILER[SKOGSUTFALL], "status": "delvis"},
                SKOG: {**FILER[SKOG], "dagar": 13},
                "2024/aktiviteter/bad.yml": {**FILER["2024/aktiviteter/bad.yml"], "dagar": 2},
                "2024/plan.yml": {**FILER["2024/plan.yml"], "sammanfattning": "Året."},
                "2025/plan.yml": {**FILER["2025/plan.yml"], "sammanfattning": "Året."},
            },
            [
                ("Lovet 2025", ["dagar 2 → 3"]),
                ("Skogen 2025", ["dagar 12,5 → 13", "status som planerat → delvis"]),
                ("Badet 2024", ["dagar 1 → 2"]),
                ("Verksamhetsplan 2025", ["sammanfattning: ”Det andra året.” → ”Året.”"]),
                ("Verksamhetsplan 2024", ["sammanfattning: ”Det första året.” → ”Året.”"]),
                ("Ordlista", ["ordet stig: förklaring: ”En smal väg.” → ”En väg.”"]),
            ],
        ),
        (FILER, {**FILER, LOV: "dagar: [", SKOG: {**FILER[SKOG], "dagar": 13}}, [
            ("Lovet 2025", [UNREADABLE.format(fil=f"data/{LOV}")]),
            ("Skogen 2025", ["dagar 12,5 → 13"]),
        ]),
        ({**FILER, LOV: "dagar: ["}, FILER, [("Lovet 2025", ["ny aktivitet, 2 dagar"])]),
        ({**FILER, LOV: "dagar: ["}, without(LOV), [("2025/lov", ["aktiviteten togs bort"])]),
    ],
)  # fmt: skip
def test_things_that_changed_are_told_in_order(
    before: Version, after: Version, said: list[tuple[str, list[str]]]
) -> None:
    assert told(found(before, after)) == said


def test_thing_has_the_areas_of_its_activity_before_and_after_or_that_of_its_plan() -> None:
    after: Version = {
        **FILER,
        LOV: {**FILER[LOV], "område": "natur"},
        SKOGSUTFALL: utfall("delvis"),
        "2025/plan.yml": "x",
    }
    areas = {c.sak.nyckel: (c.sak.slag, c.sak.områden) for c in found(FILER, after).saker}
    assert areas["2025/lov"] == ("aktivitet", ("skola", "natur"))
    assert areas["2025/plan"] == ("plan", ())
    only = found(FILER, {**FILER, SKOGSUTFALL: utfall("delvis")}).saker
    assert [(c.sak.titel, c.sak.områden) for c in only] == [("Skogen 2025", ("natur",))]


def test_file_that_could_not_be_read_is_compared_with_what_it_was_before_that() -> None:
    rows, reader = differing({**FILER, LOV: "dagar: ["}, {**FILER, LOV: {**FILER[LOV], "dagar": 3}})
    last = reader.content(f"data/{LOV}", blobs(FILER)[f"data/{LOV}"])
    asked: list[str] = []

    def earlier(path: str) -> Post | None:
        asked.append(path)
        return last

    assert told(thing_changes(rows, reader, earlier=earlier)) == [
        ("Lovet 2025", ["dagar 2 → 3", SINCE.format(fil=f"data/{LOV}")])
    ]
    assert asked == [f"data/{LOV}"]


@pytest.mark.parametrize(
    ("before", "after", "counted"),
    [
        ({}, many(9), False),
        ({}, many(10), True),
        (many(9), {}, False),
        (many(10), {}, True),
        (many(60), many(60, 2), False),
        (many(61), many(61, 2), True),
    ],
)
def test_too_many_files_of_a_kind_are_counted_and_not_listed(before: Version, after: Version, counted: bool) -> None:
    changed = found(before, after)
    assert (len(changed.saker), len(changed.sammandrag)) == ((0, 1) if counted else (max(len(before), len(after)), 0))


def test_what_is_counted_of_a_kind_stands_with_what_went_before_what_came() -> None:
    church = {
        f"2025/aktiviteter/ab{i}.yml": named("Kyrkan", f"Klockorna i torn nummer {i} ringer varje timme.")
        for i in range(10)
    }
    assert [text for text, _ in told(found({**FILER, **many(10)}, {**FILER, **church}))] == [
        "10 aktiviteter 2025 togs bort", "10 aktiviteter 2025 lades till",
    ]  # fmt: skip


def test_first_import_is_counted_by_year_and_kind() -> None:
    changed = found({}, FILER, counted=True)
    assert [text for text, _ in told(changed)] == [
        "10 aktiviteter 2025 lades till", "5 utfall 2025 lades till", "verksamhetsplan 2025 lades till",
        "verksamhetsberättelse 2025 lades till", "fil med mål 2025 lades till", "budget 2025 lades till",
        "9 aktiviteter 2024 lades till", "verksamhetsplan 2024 lades till", "fil med mål 2024 lades till", "budget 2024 lades till",
        "lista över organisationer lades till", "ordlista lades till", "fil om webbplatsen lades till",
    ]  # fmt: skip
    assert changed.saker == ()
    outcomes, words = changed.sammandrag[1], changed.sammandrag[-2]
    assert (outcomes.slag, outcomes.filslag, outcomes.vad, outcomes.år) == (
        "ny",
        "utfall",
        ("utfall", "utfall"),
        "2025",
    )
    assert [(thing.nyckel, thing.slag, thing.titel, thing.områden) for thing in outcomes.saker] == [
        ("2025/lov", "aktivitet", "2025/lov", ("skola",)),
        ("2025/museum", "aktivitet", "2025/museum", ("kultur",)),
        ("2025/musik", "aktivitet", "2025/musik", ("kultur",)),
        ("2025/sjoar", "aktivitet", "2025/sjoar", ("natur",)),
        ("2025/skog", "aktivitet", "2025/skog", ("natur",)),
    ]
    assert [(thing.nyckel, thing.slag, thing.områden) for thing in words.saker] == [("ordlista", "ordlista", ())]


def test_changes_of_an_area_or_of_a_thing_are_picked_from_all() -> None:
    listed = found(FILER, {**FILER, LOV: {**FILER[LOV], "dagar": 3}, SKOG: {**FILER[SKOG], "dagar": 13}})
    assert [c.sak.nyckel for c in listed.in_area("natur").saker] == ["2025/skog"]
    assert [c.sak.nyckel for c in listed.of(["2025/lov", "2024/bad"]).saker] == ["2025/lov"]
    counted = found({}, FILER, counted=True)
    assert [(plain(row.text), len(row.saker)) for row in counted.in_area("skola").sammandrag] == [
        ("2 aktiviteter 2025 lades till", 2), ("utfall 2025 lades till", 1),
    ]  # fmt: skip
    assert [plain(row.text) for row in counted.of(["2025/lov", "ordlista"]).sammandrag] == [
        "aktivitet 2025 lades till", "utfall 2025 lades till", "ordlista lades till",
    ]  # fmt: skip
    assert (bool(counted), bool(counted.of(["2025/skridsko"])), bool(listed)) == (True, False, True)


def test_outcome_of_a_year_in_a_longer_plan_is_told_with_its_year() -> None:
    name = "2025-2027/utfall/2026/skog.yml"
    before, after = ({**FILER, name: utfall(status)} for status in ("delvis", "ej"))
    assert told(found(before, after)) == [("2025-2027/skog", ["2026: status delvis → inte genomförd"])]
    assert told(found(FILER, before)) == [("2025-2027/skog", ["2026: utfallet lades till, status satt till delvis"])]


def test_status_of_ones_own_is_called_by_its_name() -> None:
    own = [{"id": "försenad", "namn": "Är försenad", "motsvarar": "delvis"}]
    before = {**without(SKOGSUTFALL), "organisation.yml": FILER["organisation.yml"] | {"statusar": own}}
    assert told(found(before, {**before, SKOGSUTFALL: utfall("försenad")})) == [
        ("Skogen 2025", ["utfallet lades till, status satt till är försenad"])
    ]


@pytest.mark.parametrize(
    ("name", "came", "went"),
    [
        (LOV, "aktiviteten är ny i planen och får 2 arbetsdagar", "aktiviteten är borttagen ur planen"),
        ("2025/aktiviteter/barnbok.yml", "aktiviteten är ny i planen", "aktiviteten är borttagen ur planen"),
        (SKOGSUTFALL, "aktiviteten är uppföljd", "uppföljningen av aktiviteten är borttagen"),
        ("2025/plan.yml", "planen är publicerad", "planen är borttagen"),
        ("2025/berattelse.yml", "uppföljningen är publicerad", "uppföljningen är borttagen"),
        ("2025/mal.yml", "målen är publicerade", "målen är borttagna"),
        ("2025/budget.yml", "budgeten är publicerad", "budgeten är borttagen"),
        ("2025/dokument.yml", "årets dokument är publicerade", "årets dokument är borttagna"),
        ("ordlista.yml", "", ""),
    ],
)
def test_newsletter_says_that_a_file_came_or_went(name: str, came: str, went: str) -> None:
    whole = {
        **FILER,
        "2025/dokument.yml": {"dokument": [{"id": "d", "titel": "D", "slag": "Rapport", "länk": "https://d.example/"}]},
    }
    less = {other: content for other, content in whole.items() if other != name}
    said = [found(*versions).saker[0].ändringar[0].nyhet for versions in ((less, whole), (whole, less))]
    assert [plain(each) for each in said] == [came, went]


def test_document_that_is_written_here_is_decided_when_it_comes() -> None:
    for name, said, news in (
        ("2025/plan.yml", "planen är beslutad", "planen är beslutad"),
        ("2025/berattelse.yml", "berättelsen är beslutad", "uppföljningen är beslutad"),
    ):
        here = {**FILER[name], "dokument": FILER[name]["dokument"] | {"ursprung": "skrivet_här"}}
        (change,) = found(without(name), {**FILER, name: here}).saker[0].ändringar
        assert (change.text, change.nyhet) == (said, news)
        draft = {**here, "dokument": here["dokument"] | {"läge": "utkast"}}
        (change,) = found(without(name), {**FILER, name: draft}).saker[0].ändringar
        assert change.text != said, "a draft has not been decided"


def test_in_brief_only_the_things_are_told() -> None:
    changed = found(FILER, {**FILER, LOV: {**FILER[LOV], "dagar": 3}, "ordlista.yml": "x"}, brief=True)
    assert [(c.sak.nyckel, c.ändringar, c.anmärkningar) for c in changed.saker] == [
        ("2025/lov", (), ()),
        ("ordlista", (), ()),
    ]


# Renamed files

BRIDGE = "Bygga en bro av ek över ån vid kvarnen i norr och laga räcket."


def renames(before: Version, after: Version) -> dict[str, str]:
    rows, reader = differing(before, after)
    return {
        new.removeprefix("data/2025/"): row.fil.removeprefix("data/2025/") for new, row in moved(rows, reader).items()
    }


OLD, NEW = "2025/aktiviteter/gammal.yml", "2025/aktiviteter/ny.yml"
IS_RENAME = {"aktiviteter/ny.yml": "aktiviteter/gammal.yml"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({OLD: named("Bron", BRIDGE)}, {NEW: named("Bron", BRIDGE)}, IS_RENAME),
        ({OLD: named("Bron", BRIDGE)}, {NEW: named("Bron", BRIDGE, 7)}, IS_RENAME),
        ({OLD: named("Bron", BRIDGE)}, {NEW: named("BRON", "Något helt annat nu.")}, IS_RENAME),
        ({OLD: named("Bron", BRIDGE)}, {NEW: named("Spången", BRIDGE)}, IS_RENAME),
        ({OLD: named("Bron", BRIDGE)}, {NEW: named("Kyrkan", "Klockorna i tornet ringer varje hel timme.")}, {}),
        ({OLD: named("Bron", BRIDGE)}, {"2024/aktiviteter/ny.yml": named("Bron", BRIDGE, 7)}, {}),
        ({OLD: named("Bron", BRIDGE)}, {NEW: "dagar: ["}, {}),
        ({OLD: "dagar: ["}, {NEW: named("Bron", BRIDGE)}, {}),
        ({OLD: named("Bron", BRIDGE)}, {OLD: named("Bron", BRIDGE), NEW: named("Bron", BRIDGE)}, {}),
        ({OLD: named("Bron", BRIDGE)}, {"2025/utfall/ny.yml": utfall("delvis")}, {}),
    ],
)
def test_file_is_renamed_if_its_content_says_so(before: Version, after: Version, expected: dict[str, str]) -> None:
    assert renames(before, after) == expected


def test_each_file_is_renamed_once_and_the_most_alike_first() -> None:
    before = {OLD: named("Bron", BRIDGE), "2025/aktiviteter/kyrka.yml": named("Kyrkan", "Klockorna ringer.")}
    after = {
        NEW: named("Kyrkan", "Klockorna ringer.", 2),
        "2025/aktiviteter/ny2.yml": named("Spången", BRIDGE, 2),
        "2025/aktiviteter/ny3.yml": named("Spången", BRIDGE, 3),
    }
    assert renames(before, after) == {
        "aktiviteter/ny.yml": "aktiviteter/kyrka.yml", "aktiviteter/ny2.yml": "aktiviteter/gammal.yml",
    }  # fmt: skip


def test_of_two_files_that_are_like_an_old_one_the_more_alike_is_it() -> None:
    words = BRIDGE.split()
    less = " ".join([*words[:-3], "och", "måla", "grinden."])
    after = {NEW: named("Spången", less, 2), "2025/aktiviteter/ny2.yml": named("Spången", BRIDGE, 2)}
    before = {OLD: named("Bron", BRIDGE)}
    assert renames(before, {NEW: after[NEW]}) == IS_RENAME, "it would do if there were no other"
    assert renames(before, after) == {"aktiviteter/ny2.yml": "aktiviteter/gammal.yml"}


WORDS = "Bygga en bro av ek över ån vid kvarnen i norr och laga räcket"


@pytest.mark.parametrize(
    ("folder", "field", "value"),
    [
        ("aktiviteter", "sammanfattning", WORDS),
        ("aktiviteter", "insatser", [{"text": WORDS}]),
        ("aktiviteter", "händelser", [händelse(WORDS, "möte", "2025-05-10")]),
        ("aktiviteter", "publikationer", [{"titel": WORDS, "typ": "rapport", "läge": "klar"}]),
        ("utfall", "sammanfattning", WORDS),
        ("utfall", "resultat", [{"text": WORDS}]),
        ("utfall", "avvikelser", [{"typ": "annat", "text": WORDS}]),
        ("utfall", "händelser", [händelse(WORDS, "möte", "2025-05-10")]),
        ("utfall", "publikationer", [{"titel": WORDS, "typ": "rapport", "läge": "klar"}]),
    ],
)
def test_file_is_known_again_by_the_words_of_each_field(folder: str, field: str, value: object) -> None:
    def file(word: str, days: int) -> Fil:
        own = utfall("delvis") if folder == "utfall" else aktivitet(2025, word, "natur", "nej nej", days)
        return own | {"sammanfattning": word} | {field: value}

    before = {f"2025/{folder}/gammal.yml": file("Spången", 1)}
    after = {f"2025/{folder}/ny.yml": file("Kyrkan", 2)}
    if field == "sammanfattning" and folder == "utfall":
        after[f"2025/{folder}/ny.yml"]["status"] = "ej"
    assert renames(before, after) == {f"{folder}/ny.yml": f"{folder}/gammal.yml"}


def test_file_is_known_again_by_most_words_of_its_title() -> None:
    before, after = ({f"2025/aktiviteter/{name}.yml": named(title, words)} for name, title, words in (
        ("gammal", WORDS, "Ek."), ("ny", f"{WORDS} snart", "Furu."),
    ))  # fmt: skip
    assert renames(before, after) == IS_RENAME


def test_same_content_is_known_again_among_any_number_of_files() -> None:
    after = {name.replace("/a0", "/b0"): content for name, content in many(21).items()}
    assert len(renames(many(21), after)) == 21
    assert renames({OLD: "termer: []"}, {"2025/utfall/ny.yml": "termer: []"}) == {}, "another kind of file"


def test_outcome_follows_its_activity_whatever_it_says() -> None:
    old, new = OLD.replace("aktiviteter", "utfall"), NEW.replace("aktiviteter", "utfall")
    done = utfall("som_planerat", sammanfattning="Bron är klar och invigd.")
    other = utfall("ej", sammanfattning="Det blev ingenting alls av detta.")
    before = {OLD: named("Bron", BRIDGE), old: done}
    assert renames(before, {NEW: named("Bron", BRIDGE), new: other}) == {
        **IS_RENAME,
        "utfall/ny.yml": "utfall/gammal.yml",
    }
    # Another outcome that is like the old one does not take its place.
    after = {NEW: named("Bron", BRIDGE), new: other, "2025/utfall/annan.yml": done}
    assert renames(before, after) == {**IS_RENAME, "utfall/ny.yml": "utfall/gammal.yml"}
    assert renames(before, {NEW: named("Bron", BRIDGE)}) == IS_RENAME


@pytest.mark.parametrize(("count", "paired"), [(20, 20), (21, 0)])
def test_likeness_is_not_tried_among_very_many_files(count: int, paired: int) -> None:
    before = many(count)
    after = {
        name.replace("/a", "/b").replace("/bktiviteter", "/aktiviteter"): content
        for name, content in many(count, 2).items()
    }
    assert len(renames(before, after)) == paired


def test_outcome_that_moves_to_another_activity_renames_none() -> None:
    """A reference that follows it is told: it leads to another activity than before."""
    to_forest, to_holiday = (
        {**FILER["2025/aktiviteter/park.yml"], "hänvisningar": [{"till": f"2025/{name}", "text": "Se."}]}
        for name in ("skog", "lov")
    )
    before = {**without("2025/utfall/lov.yml"), "2025/aktiviteter/park.yml": to_forest}
    after = {**without(SKOGSUTFALL), "2025/utfall/lov.yml": FILER[SKOGSUTFALL], "2025/aktiviteter/park.yml": to_holiday}
    assert dict(told(found(before, after)))["Parken 2025"] == [
        "hänvisningen till Lovet 2025: till Skogen 2025 → Lovet 2025"
    ]


def test_renamed_activity_has_a_new_address_and_what_refers_to_it_is_the_same() -> None:
    def moved_to(name: str) -> Callable[[str], str]:
        return lambda text: text.replace("skog", name)

    plan: Any = {**FILER["2025/plan.yml"]}
    plan["områden"] = yaml.safe_load(yaml.safe_dump(plan["områden"]).replace("- skog\n", "- storskog\n"))
    after = {**without(SKOG, SKOGSUTFALL), "2025/plan.yml": plan}
    after |= {moved_to("storskog")(name): FILER[name] for name in (SKOG, SKOGSUTFALL)}
    assert told(found(FILER, after)) == [("Skogen 2025", ["ny adress: 2025/storskog (tidigare 2025/skog)"])]
    (change,) = found(FILER, after).saker[0].ändringar
    assert (change.fält, change.slag, change.före, change.efter) == ((), "flyttad", "2025/skog", "2025/storskog")
