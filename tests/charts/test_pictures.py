"""The figures of a picture are the data's own, in the picture and in its table; the unknown is shown as unknown."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from rusplan.charts import Bild, Rad, Stapel, Stapelrad, bars, ratings, stacked
from rusplan.charts.shapes import WIDTH, width
from rusplan.data.collection import Samling
from rusplan.data.model import Ställning
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views import pictures
from rusplan.views.report_page import status_counts

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Samordnad räkning av besök vid alla leder, badplatser och kulturstigar i alla kommuner, byar och hos alla föreningar"


@pytest.fixture(scope="session")
def sajt(samling: Samling) -> Sajt:
    """The site of the invented body."""
    return Sajt(samling=samling)


def drawn(bild: Bild, samling: Samling) -> ElementTree.Element:
    """The picture as a program that reads XML meets it."""
    html = Renderer(samling).render("makron/diagram.md", "", vy=bild)
    start = html.index("<svg")
    svg = html[start : html.index("</svg>") + 6].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def widths(bild: Bild) -> list[float]:
    return [box.bredd for box in bild.rutor]


def words(bild: Bild) -> str:
    return " | ".join(text.text for text in bild.texter)


def test_bars_are_as_long_as_their_values() -> None:
    bild = bars("b", "B", ("Budget", "Utfall"), [
        Rad("Löner", (Stapel(Decimal(100), "100 kr", "rand"), Stapel(Decimal(50), "50 kr", "hel")), "−50 kr"),
        Rad("Resor", (Stapel(Decimal(25), "25 kr", "rand"), Stapel(Decimal(0), "0 kr", "hel"))),
    ], last="Skillnad")  # fmt: skip
    longest, half, quarter = widths(bild)
    assert (half, quarter) == (longest / 2, longest / 4)
    assert "Budget: 100 kr" in words(bild)
    assert bild.tabell.rader == (("Löner", "100 kr", "50 kr", "−50 kr"), ("Resor", "25 kr", "0 kr", ""))


def test_the_unknown_has_no_bar_and_says_so() -> None:
    unknown = Stapel(None, "Uppgift saknas i källan", "hel")
    bild = bars("b", "B", ("Budget",), [Rad("Löner", (unknown,)), Rad("Resor", (Stapel(Decimal(0), "0 kr", "hel"),))])
    assert bild.rutor == ()
    assert "Uppgift saknas i källan" in words(bild)
    assert "Uppgift saknas i källan" in bild.beskrivning


def test_value_in_words_that_is_wider_than_the_picture_is_told_in_two_lines() -> None:
    bar = Stapel(Decimal(58), "58\xa0dagar (uppgift saknas för 1\xa0aktivitet)", "hel")
    bild = bars("b", "B", ("2024", "2025"), [Rad("Friluftsliv", (bar, Stapel(Decimal(60), "60\xa0dagar", "rand")))])
    told = [text for text in bild.texter if text.klass != "fet"]
    assert [text.text for text in told] == [
        "2024: 58\xa0dagar (uppgift saknas för",
        "1\xa0aktivitet)",
        "2025: 60\xa0dagar",
    ]
    assert all(text.x + width(text.text) <= WIDTH for text in told)


def test_stacked_parts_fill_their_bar_and_noughts_take_no_room() -> None:
    bild = stacked(
        "s",
        "S",
        (("hel", "Klart"), ("rand", "Delvis")),
        [Stapelrad("A", ((3, "hel"), (1, "rand"))), Stapelrad("B", ((0, "hel"), (2, "rand")))],
    )
    legend, parts = bild.rutor[:2], bild.rutor[2:]
    assert [box.mönster for box in legend] == ["hel", "rand"]
    assert [(box.mönster, round(box.bredd / parts[1].bredd)) for box in parts] == [("hel", 3), ("rand", 1), ("rand", 2)]
    assert bild.tabell.rader == (("A", "3", "1", "4"), ("B", "0", "2", "2"))


def test_ratings_draw_a_dot_for_each_digit_and_none_for_what_is_missing() -> None:
    bild = ratings("m", "M", ("2022–2024", "2025"), [("Mål A", ("3", "1")), ("Mål B", ("–", "2"))], "")
    assert [dot.mönster for dot in bild.punkter] == ["tom", "hel", "rand"]
    assert len(bild.linjer) == 1, "only the goal with two ratings has a line"


def test_status_of_the_year_is_drawn_as_it_is_counted(sajt: Sajt) -> None:
    bild = pictures.status(sajt, sajt.samling.årgångar["2025"])
    assert bild
    counts = status_counts(sajt.samling.årgångar["2025"])
    shown = [sum(int(row[i]) for row in bild.tabell.rader) for i in (1, 2)]
    assert shown == [counts[Ställning.SOM_PLANERAT], counts[Ställning.DELVIS]]


def test_every_activity_of_both_years_is_in_the_flow(sajt: Sajt) -> None:
    old, new = (sajt.samling.årgångar[year] for year in ("2024", "2025"))
    bild = pictures.fates(sajt, old, new)
    assert bild
    assert {row[0] for row in bild.tabell.rader} - {""} == {a.titel for a in old.aktiviteter.values()}
    assert {row[2] for row in bild.tabell.rader} - {""} == {a.titel for a in new.aktiviteter.values()}


def test_a_picture_that_is_asked_for_alone_is_the_one_of_that_name(sajt: Sajt) -> None:
    every = pictures.drawn(sajt)
    assert {name: pictures.picture(sajt, name) for name in every} == every
    assert list(pictures.newest(sajt)) == [bild for name, bild in every.items() if "." not in name]
    assert pictures.picture(sajt, "status.1999") is pictures.picture(sajt, "finns-inte") is None


def test_each_picture_is_sound_xml_with_names_of_its_own(sajt: Sajt) -> None:
    taken: set[str] = set()
    named = {name: bild for name, bild in pictures.drawn(sajt).items() if "." in name}
    assert len(named) >= 10
    for name, bild in named.items():
        svg = drawn(bild, sajt.samling)
        assert svg.findtext(f"{SVG}title") == bild.titel, name
        assert svg.findtext(f"{SVG}desc") == bild.beskrivning, name
        ids = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids)), name
        assert not taken & set(ids), name
        taken |= set(ids)
        fills = {element.attrib["fill"] for element in svg.iter() if "fill" in element.attrib}
        assert fills <= {f"url(#{one})" for one in ids}, name
        assert not [element for element in svg.iter() if "style" in element.attrib], name


def test_text_of_data_is_text_in_the_picture(bas: Samling) -> None:
    bild = bars("b", "<b>B</b>", ("x",), [Rad("<b onload=x>1</b> {{ 7*7 }}", (Stapel(Decimal(1), "]]>&", "hel"),))])
    texts = [text.text for text in drawn(bild, bas).iter(f"{SVG}text")]
    assert "".join(filter(None, texts)) == "<b onload=x>1</b> {{ 7*7 }}]]>&"


def test_year_without_figures_has_no_picture(bas: Samling) -> None:
    sajt = Sajt(samling=bas)
    year = bas.årgångar["2024"]
    assert year.budget is None
    assert pictures.budget(sajt, year) is None
    assert pictures.earmarks(sajt, year) is None


def test_long_names_are_cut_into_lines_that_end_in_dots() -> None:
    bild = bars("b", "B", ("x",), [Rad(LONG, (Stapel(Decimal(1), "1", "hel"),))])
    first, second = [text.text for text in bild.texter if text.klass == "fet"]
    assert max(width(first, "fet"), width(second, "fet")) <= WIDTH
    assert second.endswith("…")
    assert bild.tabell.rader[0][0] == LONG, "the table has it all"
