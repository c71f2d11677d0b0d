"""How a change is put in words, asked of the models themselves: no files and no git."""

from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

import pytest
from rusplan.changes.diff import changes
from rusplan.changes.field_words import ITEMS, field_word, item_word
from rusplan.changes.steps import Slag
from rusplan.changes.wording import caption, item_name, short, text_change, value_text, word_text
from rusplan.data import model
from rusplan.data.model import Aktivitet, Behov, Budget, Händelse, MålFörPeriod, Plan, Post, Publikation, Punkt, Utfall
from rusplan.data.values import Datum

from tests.views.lillby import FILER, aktivitet, dokument, händelse, källa, område, plain, utfall


class Names:
    """Names that show what was asked for."""

    enheter = ("kr", "kr")

    def organisation(self, name: str) -> str:
        return f"org {name}"

    def område(self, name: str) -> str:
        return f"omr {name}"

    def eget_ord(self, word: str) -> str:
        return word.capitalize()

    def organisationstyp(self, name: str) -> str:
        return f"typ {name}"

    def mål(self, name: str) -> str:
        return f"mål {name}"

    def aktivitet(self, ref: str) -> str:
        return f"akt {ref}"


NAMES = Names()
P = TypeVar("P", bound=Post)


def made(kind: type[P], content: object) -> P:
    """A part of the model from what a file would hold; what is None is left out."""

    def words(part: object) -> object:
        if isinstance(part, dict):
            return {name: words(inner) for name, inner in part.items() if inner is not None}
        return [words(inner) for inner in part] if isinstance(part, list | tuple) else str(part)

    return kind.model_validate(words(content))


def activity(**more: object) -> Aktivitet:
    return made(Aktivitet, aktivitet(2025, "Skogen", "natur", "nej nej", 10) | more)


def outcome(**more: object) -> Utfall:
    return made(Utfall, utfall("delvis") | more)


def plan(*areas: object, **more: object) -> Plan:
    return made(
        Plan, {"dokument": dokument(2025), "sammanfattning": "Året.", "källa": källa(2025), "områden": areas} | more
    )


def goals(*rows: object) -> MålFörPeriod:
    return made(MålFörPeriod, {"period": "2025", "källa": källa(2025), "mål": rows})


def goal(text: str, area: str = "natur") -> dict[str, str]:
    return {"id": "stigar", "område": area, "titel": "Stigar", "text": text}


def points(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


Row = tuple[tuple[str, ...], Slag, str | None, str | None, str, str | None]
NEW, GONE, CHANGED, ORDER = Slag.NY, Slag.BORTTAGEN, Slag.ÄNDRAD, Slag.ORDNING
LONG = "Vi märker stigar, bygger broar och räknar fåglar i skogen varje vår tillsammans med föreningarna i hela bygden."
NATUR = område("natur", "Natur", [{"aktiviteter": ["skog", "park"]}], 2025)

CASES: dict[str, tuple[Post, Post, list[Row]]] = {
    "nothing": (activity(), activity(), []),
    "a number": (activity(), activity(dagar=12.5), [(("dagar",), CHANGED, "10", "12,5", "dagar 10 → 12,5", None)]),
    "a name that comes": (
        activity(), activity(kort_titel="Skog"),
        [(("kort_titel",), CHANGED, None, "Skog", "kort titel satt till ”Skog”", None)],
    ),
    "a name that goes": (
        activity(kort_titel="Skog"), activity(),
        [(("kort_titel",), CHANGED, "Skog", None, "kort titel: uppgiften togs bort (var ”Skog”)", None)],
    ),
    "a word that comes": (
        activity(prioriterad="okänt"), activity(prioriterad="ja"),
        [(("prioriterad",), CHANGED, "uppgift saknas", "ja", "prioriterad satt till ja", None)],
    ),
    "a word that goes": (
        activity(prioriterad="ja"), activity(prioriterad="okänt"),
        [(("prioriterad",), CHANGED, "ja", "uppgift saknas", "prioriterad: uppgiften togs bort (var ja)", None)],
    ),
    "a number that comes": (
        activity(dagar=None), activity(), [(("dagar",), CHANGED, None, "10", "dagar satt till 10", None)],
    ),
    "a title of one word": (
        activity(), activity(titel="Parken"), [(("titel",), CHANGED, "Skogen", "Parken", "titeln Skogen → Parken", None)],
    ),
    "a text": (
        activity(), activity(sammanfattning="Ny plan."),
        [(("sammanfattning",), CHANGED, "Planen för Skogen.", "Ny plan.", "sammanfattning: ”Planen för Skogen.” → ”Ny plan.”", None)],
    ),
    "a long text in a few words": (
        activity(sammanfattning=LONG), activity(sammanfattning=LONG.replace("broar", "två broar")),
        [(("sammanfattning",), CHANGED, LONG, LONG.replace("broar", "två broar"),
          "sammanfattning: ”… märker stigar, bygger broar och räknar …” → ”… märker stigar, bygger två broar och räknar …”", None)],
    ),
    "a long text written anew": (
        activity(sammanfattning=LONG), activity(sammanfattning=f"{LONG[::-1]} {LONG[::-1]}"),
        [(("sammanfattning",), CHANGED, LONG, f"{LONG[::-1]} {LONG[::-1]}", "sammanfattning har skrivits om", None)],
    ),
    "an area": (
        activity(), activity(område="kultur"),
        [(("område",), CHANGED, "omr natur", "omr kultur", "område omr natur → omr kultur", None)],
    ),
    "a field of a part": (
        activity(), activity(medelsbehov={"behov": "ja"}),
        [(("medelsbehov", "behov"), CHANGED, "nej", "ja", "medelsbehov: behov nej → ja", None)],
    ),
    "a part that comes": (
        activity(), activity(ny={"grund": "källan", "text": "Ett nytt lov."}),
        [(("ny",), NEW, None, "”Ett nytt lov.”", "besked om att aktiviteten är ny lades till: ”Ett nytt lov.”", None)],
    ),
    "a part that comes, and has nothing to be called by": (
        activity(källa=None), activity(), [(("källa",), NEW, None, "", "källa lades till", None)],
    ),
    "a part that goes": (
        activity(upphör={"grund": "källan", "text": "Slut."}), activity(),
        [(("upphör",), GONE, "”Slut.”", None, "besked om att aktiviteten upphör togs bort (var ”Slut.”)", None)],
    ),
    "organisations that come and go": (
        activity(samverkan=["a", "b", "c"]), activity(samverkan=["c", "d", "e"]),
        [
            (("samverkan",), NEW, None, "org d, org e", "samverkan: org d, org e tillkom", None),
            (("samverkan",), GONE, "org a, org b", None, "samverkan: org a, org b togs bort", None),
        ],
    ),
    "the order of organisations": (activity(samverkan=["a", "b"]), activity(samverkan=["b", "a"]), []),
    "an item that comes": (
        activity(insatser=points("Märka stigar.")), activity(insatser=points("Märka stigar.", "Räkna fåglar.")),
        [(("insatser",), NEW, None, "”Räkna fåglar.”", "ny insats: ”Räkna fåglar.”", None)],
    ),
    "a neuter item that goes": (
        outcome(resultat=points("Bron är klar.")), outcome(),
        [(("resultat",), GONE, "”Bron är klar.”", None, "resultat borttaget: ”Bron är klar.”", None)],
    ),
    "the text of an item": (
        activity(insatser=points("Märka alla stigar.")), activity(insatser=points("Märka några stigar.")),
        [(("insatser", "text"), CHANGED, "Märka alla stigar.", "Märka några stigar.",
          "insats ändrad: ”Märka alla stigar.” → ”Märka några stigar.”", None)],
    ),
    "the order of items": (
        activity(insatser=points("Märka stigar.", "Räkna fåglar.")), activity(insatser=points("Räkna fåglar.", "Märka stigar.")),
        [(("insatser",), ORDER, None, None, "ordningen ändrad: insatser", None)],
    ),
    "a known gap in words": (
        plan(NATUR, dokument=dokument(2025) | {"saknas": ["Vem som beslutade om planen."]}),
        plan(NATUR, dokument=dokument(2025) | {"saknas": ["Vem som beslutade om hela planen."]}),
        [(("dokument", "saknas"), CHANGED, "Vem som beslutade om planen.", "Vem som beslutade om hela planen.",
          "dokument: känd lucka ändrad: ”Vem som beslutade om planen.” → ”Vem som beslutade om hela planen.”", None)],
    ),
    "the dates of an event": (
        activity(händelser=[händelse("Skogens dag", "möte", "2025-05-10")]),
        activity(händelser=[händelse("Skogens dag", "möte", "2025-05-10", slutdatum="2025-05-11")]),
        [(("händelser", "datum"), CHANGED, "10 maj 2025", "10–11 maj 2025",
          "den planerade händelsen Skogens dag: datum 10 maj 2025 → 10–11 maj 2025", None)],
    ),
    "an event that is cancelled": (
        activity(händelser=[händelse("Skogens dag", "möte", "2025-05-10")]),
        activity(händelser=[händelse("Skogens dag", "möte", "2025-05-10", inställd="ja")]),
        [(("händelser", "inställd"), CHANGED, "nej", "ja", "den planerade händelsen Skogens dag: inställd", None)],
    ),
    "an event that is not cancelled after all, and moved, with an id of its own": (
        activity(händelser=[händelse("Skogens dag", "möte", "2025-05-10", inställd="ja", id="dag")]),
        activity(händelser=[händelse("Skogens dag", "möte", "2025-06-10", id="skogens-dag", tidigare_datum=["2025-05-10"])]),
        [(("händelser", "inställd"), CHANGED, "ja", "nej", "den planerade händelsen Skogens dag: inte längre inställd", None),
         (("händelser", "datum"), CHANGED, "10 maj 2025", "10 juni 2025",
          "den planerade händelsen Skogens dag: datum 10 maj 2025 → 10 juni 2025", None)],
    ),
    "a date of before that is told later": (
        activity(händelser=[händelse("Skogens dag", "möte", "2025-06-10")]),
        activity(händelser=[händelse("Skogens dag", "möte", "2025-06-10", tidigare_datum=["2025-05-10"])]),
        [(("händelser", "tidigare_datum"), NEW, None, "10 maj 2025",
          "den planerade händelsen Skogens dag: nytt tidigare datum: 10 maj 2025", None)],
    ),
    "an event that comes": (
        outcome(), outcome(händelser=[händelse("Skogens dag", "möte", "2025-05-10")]),
        [(("händelser",), NEW, None, "Skogens dag, 10 maj 2025", "ny händelse: Skogens dag, 10 maj 2025", None)],
    ),
    "a field of an area": (
        plan(NATUR | {"dagar": 10}), plan(NATUR | {"dagar": 12}),
        [(("områden", "dagar"), CHANGED, "10", "12", "området Natur: dagar 10 → 12", "natur")],
    ),
    "an area that comes": (
        plan(NATUR), plan(NATUR, område("kultur", "Kultur", [{"aktiviteter": ["bok"]}], 2025)),
        [(("områden",), NEW, None, "Kultur", "nytt område: Kultur", "kultur")],
    ),
    "an area that goes": (
        plan(NATUR, område("kultur", "Kultur", [{"aktiviteter": ["bok"]}], 2025)), plan(NATUR),
        [(("områden",), GONE, "Kultur", None, "område borttaget: Kultur", "kultur")],
    ),
    "the order of activities": (
        plan(NATUR), plan(NATUR | {"rubriker": [{"aktiviteter": ["park", "skog"]}]}),
        [(("områden", "rubriker", "aktiviteter"), ORDER, None, None,
          "området Natur: rubriken: ordningen på aktiviteter i planen ändrad", "natur")],
    ),
    "an activity of the plan that comes": (
        plan(NATUR), plan(NATUR | {"rubriker": [{"aktiviteter": ["skog", "park", "bad"]}]}),
        [(("områden", "rubriker", "aktiviteter"), NEW, None, "akt bad",
          "området Natur: rubriken: aktiviteter i planen: akt bad tillkom", "natur")],
    ),
    "goals that an activity serves": (
        activity(mål=["stigar", "broar"]), activity(mål=["broar", "leder"]),
        [(("mål",), NEW, None, "mål leder", "mål som aktiviteten bidrar till: mål leder tillkom", None),
         (("mål",), GONE, "mål stigar", None, "mål som aktiviteten bidrar till: mål stigar togs bort", None)],
    ),
    "the text of a goal": (
        goals(goal("Fler stigar ska märkas.")), goals(goal("Alla stigar ska märkas.")),
        [(("mål", "text"), CHANGED, "Fler stigar ska märkas.", "Alla stigar ska märkas.",
          "målet Stigar: texten: ”Fler stigar ska märkas.” → ”Alla stigar ska märkas.”", "natur")],
    ),
    "a goal that comes": (
        goals(goal("Fler stigar.")), goals(goal("Fler stigar."), goal("Fler böcker.", "kultur") | {"id": "bocker", "titel": "Böcker"}),
        [(("mål",), NEW, None, "Böcker", "nytt mål: Böcker", "kultur")],
    ),
    "money": (
        made(Budget, FILER["2024/budget.yml"]),
        made(Budget, FILER["2024/budget.yml"] | {"summa": {"titel": "Summa", "budget": 160000, "utfall": 155000}}),
        [(("summa", "utfall"), CHANGED, "155 000,50 kr", "155 000 kr", "summa: utfall 155 000,50 kr → 155 000 kr", None)],
    ),
    "money in another unit": (
        made(Budget, FILER["2024/budget.yml"]),
        made(Budget, FILER["2024/budget.yml"] | {"enhet": "tkr", "summa": {"titel": "Summa", "budget": 160, "utfall": 155000.5}}),
        [(("enhet",), CHANGED, "kronor", "tusental kronor", "enhet för beloppen kronor → tusental kronor", None),
         (("summa", "budget"), CHANGED, "160 000 kr", "160 tkr", "summa: budget 160 000 kr → 160 tkr", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", list(CASES))
def test_change_is_told(case: str) -> None:
    before, after, rows = CASES[case]
    found = [
        (
            c.fält,
            c.slag,
            plain(c.före) if c.före else c.före,
            plain(c.efter) if c.efter else c.efter,
            plain(c.text),
            c.område,
        )
        for c in changes(before, after, NAMES)
    ]
    assert found == rows


def test_only_the_fields_that_are_asked_for_are_told() -> None:
    found = changes(activity(), activity(dagar=12, titel="Parken"), NAMES, only=frozenset({"titel"}))
    assert [c.text for c in found] == ["titeln Skogen → Parken"]


def test_activity_that_was_renamed_is_the_same_in_a_list() -> None:
    after = plan(NATUR | {"rubriker": [{"aktiviteter": ["storskog", "park"]}]})
    assert not list(changes(plan(NATUR), after, NAMES, {"skog": "storskog"}))
    mention = {"text": "Se kartan."}
    before, after_ = (activity(hänvisningar=[mention | {"till": ref}]) for ref in ("2025/museum", "2025/museet"))
    assert not list(changes(before, after_, NAMES, {"2025/museum": "2025/museet"}))


def test_what_refers_to_another_than_the_renamed_activity_has_not_changed() -> None:
    before, after = (activity(hänvisningar=[{"till": "2025/museum", "text": text}]) for text in ("Se.", "Se kartan."))
    told = [c.text for c in changes(before, after, NAMES, {"2025/bok": "2025/ljudbok"})]
    assert told == ["hänvisningen till akt 2025/museum: texten: ”Se.” → ”Se kartan.”"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("datum", Datum(2025, 5, 10), "10 maj 2025"),
        ("dagar", Decimal("12.50"), "12,5"),
        ("timpris", Decimal(500), "500 kr"),
        ("belopp", Decimal(5), "5 kr"),
        ("budget", Decimal(5), "5 kr"),
        ("utfall", Decimal(5), "5 kr"),
        ("antal", 3, "3"),
        ("behov", Behov("eventuellt"), "eventuellt"),
        ("område", "natur", "omr natur"),
        ("organisation", "kommunen", "org kommunen"),
        ("samverkan", "kommunen", "org kommunen"),
        ("typ", "natverk", "typ natverk"),
        ("till", "2025/skog", "akt 2025/skog"),
        ("aktivitet", "skog", "akt skog"),
        ("aktiviteter", "skog", "akt skog"),
        ("text", "a  b\nc", "a b c"),
    ],
)
def test_value_is_told_as_its_field_asks(field: str, value: object, said: str) -> None:
    assert plain(value_text(field, value, NAMES)) == said


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (model.Status.SOM_PLANERAT, "som planerat"),
        (model.Status.DELVIS, "delvis"),
        (model.Status.EJ, "inte genomförd"),
        (model.Status.OKÄNT, "uppgift saknas"),
        (model.JaNej("ja"), "ja"),
        (model.Utvecklingsinsats("okänt"), "uppgift saknas"),
        (model.Relation.NAMNBYTE, "byter namn"),
        (model.Grund.REDAKTIONELL, "redaktionell tolkning"),
    ],
)
def test_word_is_told_within_a_sentence(word: model.Status | model.JaNej, said: str) -> None:
    assert word_text(word) == said


def test_word_that_no_vocabulary_has_is_told_as_it_is_written() -> None:
    class Väder(StrEnum):
        VARMT = "varmt_och_soligt"

    assert word_text(Väder.VARMT) == "varmt och soligt"


@pytest.mark.parametrize(
    ("item", "field", "said"),
    [
        ("Vem som beslutade.", "saknas", "”Vem som beslutade.”"),
        ("kommunen", "samverkan", "org kommunen"),
        ("skog", "aktiviteter", "akt skog"),
        (
            made(Händelse, händelse("Möte", "möte", "2025-05-10", slutdatum="2025-05-11")),
            "",
            "Möte, 10–11 maj 2025",
        ),
        (made(Punkt, {"text": "Märka stigar."}), "", "”Märka stigar.”"),
        (
            made(Publikation, {"titel": "Karta", "typ": "rapport", "läge": "klar", "text": "En karta."}),
            "",
            "Karta",
        ),
        (made(model.Hänvisning, {"till": "2025/skog", "text": "Se."}), "", "akt 2025/skog"),
        (made(model.Ledamöter, {"organisation": "akeriet"}), "", "org akeriet"),
        (object(), "", ""),
    ],
)
def test_item_is_called_by_what_names_it(item: object, field: str, said: str) -> None:
    assert plain(caption(item, NAMES, field)) == said


def test_event_within_which_something_changed_is_called_by_its_title_alone() -> None:
    event = made(Händelse, händelse("Skogens " * 10 + "dag", "möte", "2025-05-10"))
    assert item_name(event, NAMES) == " ".join(["Skogens"] * 7) + " …"
    assert item_name(made(Punkt, {"text": "Märka."}), NAMES) == "”Märka.”"


@pytest.mark.parametrize(
    ("text", "longest", "said"),
    [
        ("ett två", 7, "ett två"),
        ("ett två", 6, "ett …"),
        ("ett, två", 6, "ett …"),
        ("  ett \n två ", 10, "ett två"),
        ("a" * 90, 90, "a" * 90),
        ("ett; två. tre", 11, "ett; två …"),
    ],
)
def test_long_text_is_cut_at_a_word(text: str, longest: int, said: str) -> None:
    assert short(text, longest) == said


def test_text_is_cut_at_ninety_letters_where_nothing_else_is_said() -> None:
    assert short("a" * 44 + " " + "b" * 45) == "a" * 44 + " " + "b" * 45
    assert short("a" * 44 + " " + "b" * 46) == "a" * 44 + " …"


WORDS = [f"ord{i:02}" for i in range(20)]


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ([0], ["x"], "x ord01 ord02 ord03 …", "ord00 ord01 ord02 ord03 …"),
        ([10], ["x"], "… ord07 ord08 ord09 x ord11 ord12 ord13 …", "… ord07 ord08 ord09 ord10 ord11 ord12 ord13 …"),
        ([19], ["x"], "… ord16 ord17 ord18 x", "… ord16 ord17 ord18 ord19"),
        ([3], ["x"], "ord00 ord01 ord02 x ord04 ord05 ord06 …", "ord00 ord01 ord02 ord03 ord04 ord05 ord06 …"),
        ([16], ["x"], "… ord13 ord14 ord15 x ord17 ord18 ord19", "… ord13 ord14 ord15 ord16 ord17 ord18 ord19"),
    ],
)
def test_changed_words_are_shown_with_three_on_each_side(
    old: list[int], new: list[str], before: str, after: str
) -> None:
    changed = [*WORDS]
    changed[old[0] : old[0] + 1] = new
    assert text_change(" ".join(changed), " ".join(WORDS)) == (before, after)


@pytest.mark.parametrize(("letters", "is_shown"), [(140, True), (141, False)])
def test_changed_words_are_shown_where_they_take_no_more_than_two_lines(letters: int, is_shown: bool) -> None:
    """With three words on each side that is 180 letters."""
    changed = [*WORDS]
    changed[10] = "x" * letters
    assert (text_change(" ".join(WORDS), " ".join(changed)) is not None) is is_shown


def test_short_text_is_shown_whole_and_a_text_without_other_words_not_at_all() -> None:
    assert text_change("a" * 90, "b") == ("a" * 90, "b")
    assert text_change(" ".join(WORDS), "  ".join(WORDS)) is None
    assert text_change(" ".join(WORDS), " ".join(reversed(WORDS)) + " " + " ".join(WORDS)[::-1]) is None


def test_words_of_a_list_are_bent_by_its_gender() -> None:
    neuter, common = ITEMS["resultat"], ITEMS["insatser"]
    assert (neuter.ny, neuter.borttagen, neuter.ändrad) == ("nytt resultat", "resultat borttaget", "resultat ändrat")
    assert (common.ny, common.borttagen, common.ändrad) == ("ny insats", "insats borttagen", "insats ändrad")


def test_words_differ_where_a_plan_and_an_outcome_have_the_same_field() -> None:
    assert item_word(Aktivitet, "händelser").en == "planerad händelse"
    assert item_word(Utfall, "händelser").en == "händelse"
    assert item_word(Utfall, "något_annat").bestämd == "delen av något annat"
    assert item_word(Utfall, "något_annat").en == "del av något annat"
    assert field_word(Utfall, "samverkan") == "samverkan i utfallet"
    assert field_word(Aktivitet, "samverkan") == "samverkan"
    assert field_word(Aktivitet, "dagar_kommentar") == "kommentar om dagar"
    assert field_word(Aktivitet, "något_annat") == "något annat"
