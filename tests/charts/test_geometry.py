"""Every shape of a small picture stands where it should: reckoned by hand, on paper 320 units wide."""

from copy import deepcopy
from decimal import Decimal
from itertools import pairwise

import pytest
from rusplan.charts import Mätpunkt, Mållinje, Rad, Stapel, Stapelrad, bars, flow, lifeline, ratings, stacked
from rusplan.charts import line as line_chart
from rusplan.charts.flow_chart import Öde
from rusplan.charts.shapes import WIDTH, Bild, Linje, Prick, Ruta, Tabell, Text, lines, width
from rusplan.data.collection import Samling
from rusplan.data.references import Graf

from tests.views.lillby import FILER, read, steg

NOTE = "Hel linje: källan säger att aktiviteterna hör ihop. Streckad linje: det är vår redaktionella tolkning."


@pytest.fixture(scope="module")
def lillby(tmp_path_factory: pytest.TempPathFactory) -> Samling:
    """An invented collection, in which Körerna and Orkestern become Musiken, and Boken two of its own; one title is long,
    and one activity comes from two others in two ways."""
    files = deepcopy(dict(FILER))
    files["2025/aktiviteter/simskola.yml"]["bygger_på"].append(steg("2024/museum", "avknoppning"))
    files["2024/aktiviteter/bok.yml"]["titel"] = " ".join("Boken" for _ in range(25))
    return read(tmp_path_factory.mktemp("lillby"), files)


def line(samling: Samling, *refs: str) -> Bild:
    """The lifeline of these activities."""
    activities = tuple(samling.aktiviteter[ref] for ref in refs)
    return lifeline("l", "Livslinje", activities, Graf(samling).steg(activities))


def test_bars_stand_below_their_name_with_their_words_beside_them() -> None:
    """Below zero to the left of a line, at which all others begin."""
    salaries = Rad("Löner", (Stapel(Decimal(120), "120 kr", "rand"), Stapel(Decimal(-40), "−40 kr", "hel")), "−160 kr")
    travels = Rad("Resor", (Stapel(Decimal(30), "30 kr", "rand"), Stapel(None, "saknas", "hel")))
    assert bars("b", "Pengar", ("Budget", "Utfall"), [salaries, travels], last="Skillnad", note="Så läser du.") == Bild(
        id="b",
        titel="Pengar",
        beskrivning="Löner: Budget 120 kr, Utfall −40 kr; Resor: Budget 30 kr, Utfall saknas",
        tabell=Tabell(
            ("", "Budget", "Utfall", "Skillnad"),
            (("Löner", "120 kr", "−40 kr", "−160 kr"), ("Resor", "30 kr", "saknas", "")),
        ),
        höjd=158,
        rutor=(Ruta(41, 22, 120, 13, "rand"), Ruta(1, 40, 40, 13, "hel"), Ruta(41, 110, 30, 13, "rand")),
        linjer=(Linje("M41 20V55", "tunn"), Linje("M41 108V143", "tunn")),
        texter=(
            Text(0, 13, "Löner", "fet"),
            Text(167, 33, "Budget: 120 kr"),
            Text(47, 51, "Utfall: −40 kr"),
            Text(0, 69, "Skillnad: −160 kr", "dampad"),
            Text(0, 101, "Resor", "fet"),
            Text(77, 121, "Budget: 30 kr"),
            Text(47, 139, "Utfall: saknas"),
        ),
        förklaring="Så läser du.",
    )


def test_bars_of_one_series_do_not_repeat_its_name_and_have_no_last_column() -> None:
    bild = bars("b", "Tid", ("Dagar",), [Rad("A", (Stapel(Decimal(4), "4 dagar", "hel"),), "inget")])
    assert [text.text for text in bild.texter] == ["A", "4 dagar", ": inget"]
    assert bild.tabell == Tabell(("", "Dagar"), (("A", "4 dagar"),))
    assert bild.förklaring == ""


@pytest.mark.parametrize(
    ("letters", "words", "bar", "height"),
    [(16, (167, 33), 22, 52), (17, (0, 33), 40, 70)],
    ids=["fit beside the bar", "stand above it"],
)
def test_words_that_reach_past_the_edge_stand_above_their_bar(
    letters: int, words: tuple[float, float], bar: float, height: float
) -> None:
    bild = bars("b", "B", ("x",), [Rad("A", (Stapel(Decimal(7), "o" * letters, "hel"),))])
    assert bild.rutor == (Ruta(1, bar, 160, 13, "hel"),)
    assert bild.texter[1:] == (Text(*words, "o" * letters),)
    assert bild.höjd == height


def test_words_without_a_bar_stand_at_the_edge_however_long_they_are() -> None:
    nought = bars("b", "B", ("x",), [Rad("A", (Stapel(Decimal(0), "o" * 60, "hel"),))])
    assert (nought.rutor, nought.texter[1:], nought.höjd) == ((), (Text(0, 33, "o" * 60),), 52)


def test_name_of_two_lines_moves_what_stands_below_it() -> None:
    bild = bars("b", "B", ("x",), [Rad(f"{'a' * 30} {'b' * 30}", (Stapel(Decimal(1), "1", "hel"),))])
    assert bild.texter == (Text(0, 13, "a" * 30, "fet"), Text(0, 31, "b" * 30, "fet"), Text(167, 51, "1"))
    assert bild.rutor == (Ruta(1, 40, 160, 13, "hel"),)


def test_picture_without_rows_is_empty() -> None:
    assert bars("b", "B", ("x",), []) == Bild(id="b", titel="B", beskrivning="", tabell=Tabell(("", "x"), ()), höjd=0)
    assert stacked("s", "S", (("hel", "Klart"),), []).höjd == 26


@pytest.mark.parametrize("numbers", [(1,), (1, 2, 3)])
def test_row_must_have_a_part_for_each_series(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        bars("b", "B", ("x", "y"), [Rad("A", tuple(Stapel(Decimal(n), str(n), "hel") for n in numbers))])
    with pytest.raises(ValueError, match="zip"):
        stacked("s", "S", (("hel", "Klart"), ("rand", "Delvis")), [Stapelrad("A", tuple((n, "hel") for n in numbers))])
    with pytest.raises(ValueError, match="zip"):
        ratings("m", "M", ("2024", "2025"), [("A", tuple(str(n) for n in numbers))], "")


def test_stacked_parts_follow_each_other_below_the_legend() -> None:
    rows = [Stapelrad("A", ((3, "hel"), (1, "rand"))), Stapelrad("B", ((0, "hel"), (2, "rand")))]
    assert stacked("s", "Status", (("hel", "Klart"), ("rand", "Delvis")), rows) == Bild(
        id="s",
        titel="Status",
        beskrivning="A: 3 klart, 1 delvis; B: 0 klart, 2 delvis",
        tabell=Tabell(("", "Klart", "Delvis", "Alla"), (("A", "3", "1", "4"), ("B", "0", "2", "2"))),
        höjd=194,
        rutor=(
            Ruta(1, 2, 14, 13, "hel"),
            Ruta(1, 22, 14, 13, "rand"),
            Ruta(1, 68, 238.5, 18, "hel"),
            Ruta(239.5, 68, 79.5, 18, "rand"),
            Ruta(1, 142, 159, 18, "rand"),
        ),
        texter=(
            Text(22, 13, "Klart"),
            Text(22, 33, "Delvis"),
            Text(0, 59, "A", "fet"),
            Text(120.25, 102, "3", ankare="middle"),
            Text(279.25, 102, "1", ankare="middle"),
            Text(0, 133, "B", "fet"),
            Text(80.5, 176, "2", ankare="middle"),
        ),
    )


def test_stacked_noughts_alone_draw_nothing() -> None:
    bild = stacked("s", "S", (("hel", "Klart"),), [Stapelrad("A", ((0, "hel"),))])
    assert (bild.rutor[1:], bild.texter[1:]) == ((), (Text(0, 39, "A", "fet"),))


def test_flow_has_a_bar_for_each_fate_below_its_name_and_tells_the_activities_one_by_one() -> None:
    fates = [Öde("Slås ihop", 4, 2), Öde("Upphör", 1, 0), Öde("Nya", 0, 3), Öde("Fortsätter", 2, 2)]
    rows = (("A", "upphör", ""),)
    bild = flow("f", "Flöde", ("2024", "2025"), fates, rows)
    assert bild.tabell == Tabell(("2024", "Vad som händer", "2025"), rows)
    assert [box.bredd for box in bild.rutor] == [160, 40, 120, 80]
    assert [(text.y, text.text) for text in bild.texter] == [
        (13, "Slås ihop"), (33, "4\xa0aktiviteter blir 2"), (65, "Upphör"), (85, "1\xa0aktivitet"),
        (117, "Nya"), (137, "3\xa0aktiviteter"), (169, "Fortsätter"), (189, "2\xa0aktiviteter"),
    ]  # fmt: skip
    assert bild.beskrivning.startswith("Slås ihop: Aktiviteter 4\xa0aktiviteter blir 2; Upphör:")
    assert {box.mönster for box in bild.rutor} == {"hel"}
    assert bild.linjer == (), "no line goes through a name"


def test_ratings_stand_below_their_period_and_are_joined_past_a_gap() -> None:
    rows: list[tuple[str, tuple[str, ...]]] = [("Mål A", ("3", "–", "1")), ("Mål B", ("–", "2", "2"))]
    assert ratings("m", "Mål", ("2019–2021", "2022–2024", "2025"), rows, "Så läser du.") == Bild(
        id="m",
        titel="Mål",
        beskrivning="Mål A: 2019–2021 3, 2022–2024 –, 2025 1; Mål B: 2019–2021 –, 2022–2024 2, 2025 2",
        tabell=Tabell(("Mål", "2019–2021", "2022–2024", "2025"), (("Mål A", "3", "–", "1"), ("Mål B", "–", "2", "2"))),
        höjd=138,
        linjer=(Linje("M74 56.0H260", "tunn"), Linje("M186 108.0H260", "tunn")),
        punkter=(Prick(48, 56, "tom"), Prick(272, 56, "hel"), Prick(160, 108, "rand"), Prick(272, 108, "rand")),
        texter=(
            Text(48, 12, "2019–2021", "fet", "middle"),
            Text(160, 12, "2022–2024", "fet", "middle"),
            Text(272, 12, "2025", "fet", "middle"),
            Text(0, 34, "Mål A"),
            Text(60, 61, "3", "fet"),
            Text(172, 61, "–", "fet"),
            Text(284, 61, "1", "fet"),
            Text(0, 86, "Mål B"),
            Text(60, 113, "–", "fet"),
            Text(172, 113, "2", "fet"),
            Text(284, 113, "2", "fet"),
        ),
        förklaring="Så läser du.",
    )


def test_rating_in_words_stands_beside_its_dot_or_gives_way_to_its_digit_and_the_digits_are_told() -> None:
    """A word has 88 units to the next dot and 36 to the edge; its line begins after it."""
    counted = {"God": "1", "Svag": "2", "Otillräcklig": "3"}
    rows: list[tuple[str, tuple[str, ...]]] = [("A", ("God", "Svag", "Svag")), ("B", ("Otillräcklig", "–", "God"))]
    bild = ratings("m", "M", ("2023", "2024", "2025"), rows, "Så läser du.", counted)
    assert bild.texter[3:] == (
        Text(0, 34, "A"), Text(60, 61, "God", "fet"), Text(172, 61, "Svag", "fet"), Text(284, 61, "2", "fet"),
        Text(0, 86, "B"), Text(60, 113, "3", "fet"), Text(172, 113, "–", "fet"), Text(284, 113, "God", "fet"),
    )  # fmt: skip
    assert bild.punkter == tuple(Prick(x, y, how) for x, y, how in (
        (48, 56, "hel"), (160, 56, "rand"), (272, 56, "rand"), (48, 108, "tom"), (272, 108, "hel"),
    ))  # fmt: skip
    assert [row.väg for row in bild.linjer] == ["M98 56.0H148", "M217 56.0H260", "M74 108.0H260"]
    assert bild.förklaring == "Så läser du. Siffrorna står för ord: 2 för Svag och 3 för Otillräcklig."
    assert bild.tabell.rader == (("A", "God", "Svag", "Svag"), ("B", "Otillräcklig", "–", "God"))


@pytest.mark.parametrize(("word", "last"), [("oocDDDDD", "DDD"), ("oooDDDDD", "oobr")])
def test_rating_in_words_gives_way_when_it_would_reach_the_next_dot_or_the_edge(word: str, last: str) -> None:
    """The first pair is as wide as there is room for, 87.2 and 35.7 units; the second is a unit wider."""
    bild = ratings("m", "M", ("2023", "2024", "2025"), [("A", (word, "–", last))], "", {word: "1", last: "2"})
    fits = word == "oocDDDDD"
    assert [text.text for text in bild.texter[-3:]] == ([word, "–", last] if fits else ["1", "–", "2"])
    assert bool(bild.förklaring) is not fits
    without = ratings("m", "M", ("2023", "2024", "2025"), [("A", (word, "–", last))], "")
    assert [text.text for text in without.texter[-3:]] == [word, "–", last], (
        "a word that has no digit stands in any case"
    )


def test_only_period_stands_to_the_left() -> None:
    assert ratings("m", "M", ("2025",), [("A", ("1",))], "").punkter == (Prick(48, 56, "hel"),)


def test_lifeline_goes_downwards_with_the_activities_of_a_year_beside_each_other(lillby: Samling) -> None:
    assert line(lillby, "2024/korer", "2024/orkester", "2025/musik") == Bild(
        id="l",
        titel="Livslinje",
        beskrivning="Körerna 2024 slås ihop och blir Musiken 2025. Orkestern 2024 slås ihop och blir Musiken 2025",
        tabell=Tabell(
            ("Från", "Vad som händer", "Till", "Grund"),
            (
                ("Körerna 2024", "slås ihop", "Musiken 2025", "Källan säger det"),
                ("Orkestern 2024", "slås ihop", "Musiken 2025", "Källan säger det"),
            ),
        ),
        höjd=234,
        linjer=(Linje("M12 16C12 94 12 94 12 172", "hel"), Linje("M38 94C38 133 12 133 12 172", "hel")),
        punkter=(Prick(12, 16, "hel"), Prick(38, 94, "hel"), Prick(12, 172, "hel")),
        texter=(
            Text(60, 16, "2024", "fet"),
            Text(60, 34, "Körerna"),
            Text(60, 94, "2024", "fet"),
            Text(60, 112, "Orkestern"),
            Text(60, 172, "2025, slås ihop", "fet"),
            Text(60, 190, "Musiken"),
        ),
        förklaring=NOTE,
    )


def test_lifeline_tells_our_own_reading_by_dashes_and_going_on_by_the_year_alone(lillby: Samling) -> None:
    assert [path.klass for path in line(lillby, "2024/bok", "2025/ljudbok", "2025/barnbok").linjer] == ["streckad"] * 2
    bild = line(lillby, "2024/park", "2025/park")
    assert bild.linjer == (Linje("M12 16C12 55 12 55 12 94", "hel"),)
    assert [text.text for text in bild.texter] == ["2024", "Parken", "2025", "Parken"]


def test_lifeline_tells_every_way_in_which_an_activity_came_to_be(lillby: Samling) -> None:
    bild = line(lillby, "2024/bad", "2024/museum", "2025/simskola")
    assert bild.texter[-2].text == "2025, tas över, knoppas av"


def test_lifeline_of_one_year_says_so_and_has_no_line(lillby: Samling) -> None:
    bild = line(lillby, "2024/park")
    assert (bild.beskrivning, bild.linjer, bild.höjd) == ("Livslinje finns bara ett år", (), 78)
    assert bild.förklaring == "", "there is no line to read"
    assert bild.tabell.rader == ()


def test_lifeline_cuts_a_long_title_into_three_lines_as_wide_as_there_is_room(lillby: Samling) -> None:
    year, *title = line(lillby, "2024/bok").texter
    whole = " ".join(["Boken"] * 5)  # five and the dots fit in 286 units, six do not
    assert year == Text(34, 16, "2024", "fet")
    assert title == [Text(34, 34, whole), Text(34, 52, whole), Text(34, 70, f"{whole}…")]


@pytest.mark.parametrize(
    ("text", "room", "most", "rows"),
    [
        ("", "tio", 2, [""]),
        ("ett två tre", "ett två", 2, ["ett två", "tre"]),
        ("ett två tre", "ett två", 1, ["ett t…"]),
        ("ett två tre fyra fem", "ett två", 2, ["ett två", "tre…"]),
        ("abcdefghij", "abcd", 2, ["abcd", "ef…"]),
        ("abcdefgh", "abcd", 2, ["abcd", "efgh"]),
        ("abc m x", "abc m", 1, ["abc…"]),  # no space before the dots
        ("abcm x", "abcm", 1, ["abc…"]),  # no more letters gone than must be
        (f"{'o' * 12} x", "o" * 12, 1, [f"{'o' * 10}…"]),  # one letter more would do if the text were not bold
    ],
)
def test_text_is_cut_into_lines_of_what_there_is_room_for(text: str, room: str, most: int, rows: list[str]) -> None:
    left = WIDTH - width(room, "fet") - 0.01
    found = lines(left, 5, text, klass="fet", most=most)
    assert found == [Text(left, 5 + i * 18, row, "fet") for i, row in enumerate(rows)]


def test_picture_names_the_patterns_that_must_be_defined_in_it() -> None:
    rutor = (Ruta(0, 0, 1, 1, "rand"), Ruta(0, 0, 1, 1, "hel"))
    bild = Bild(
        id="b",
        titel="",
        beskrivning="",
        tabell=Tabell((), ()),
        höjd=1,
        rutor=rutor,
        punkter=(Prick(0, 0, "prick"), Prick(0, 0, "tom")),
    )
    assert bild.mönster == ("prick", "rand")


def test_a_value_over_time_is_a_line_through_dots_below_its_goal() -> None:
    """Years stand as far apart as they are, values as high above zero as they are, and the empty dot is the one to compare with."""
    points = [
        Mätpunkt(2019, "2019", Decimal(20), "20", "tom"), Mätpunkt(2021, "2021", Decimal(30), "30"),
        Mätpunkt(2024, "2024", Decimal(28), "28"),
    ]  # fmt: skip
    assert line_chart("i", "Mat", points, Mållinje(Decimal(40), "Mål: 40 procent"), ("Tom punkt: utgångsvärdet",)) == Bild(
        id="i",
        titel="Mat",
        beskrivning="2019: 20; 2021: 30; 2024: 28. Mål: 40 procent",
        tabell=Tabell((), ()),
        höjd=212,
        linjer=(
            Linje("M0 10H22", "streckad"), Linje("M0 66H320", "streckad"),
            Linje("M0 176H320", "tunn"), Linje("M30 121L134 93.5", "hel"), Linje("M134 93.5L290 99", "hel"),
        ),
        punkter=(Prick(30, 121, "tom"), Prick(134, 93.5, "hel"), Prick(290, 99, "hel")),
        texter=(
            Text(28, 14, "Mål: 40 procent"), Text(0, 32, "Tom punkt: utgångsvärdet", "dampad"),
            Text(30, 107, "20", "fet", "middle"), Text(134, 79.5, "30", "fet", "middle"), Text(290, 85, "28", "fet", "middle"),
            Text(30, 206, "2019", "dampad", "middle"), Text(134, 206, "2021", "dampad", "middle"), Text(290, 206, "2024", "dampad", "middle"),
        ),
    )  # fmt: skip


def test_values_below_zero_of_a_bar_end_at_the_line_and_begin_as_far_from_it_as_they_are_long() -> None:
    values = ["11", "-3", "-1", "0.5"]
    bild = bars("b", "B", ("x",), [Rad(n, (Stapel(Decimal(n), n, "hel"),)) for n in values])
    assert [(box.x, box.bredd) for box in bild.rutor] == [(35.3, 125.7), (1, 34.3), (23.9, 11.4), (35.3, 5.7)]


def test_legend_of_a_line_without_a_goal_begins_at_the_top_and_dots_stand_to_a_tenth_of_a_unit() -> None:
    points = [Mätpunkt(year, str(year), Decimal(0), "0") for year in (2018, 2020, 2025)]
    bild = line_chart("i", "Mat", points, None, ("Tom punkt: utgångsvärdet", "Full punkt: värdet"))
    assert [(text.y, text.text) for text in bild.texter[:2]] == [
        (14, "Tom punkt: utgångsvärdet"),
        (32, "Full punkt: värdet"),
    ]
    assert [dot.x for dot in bild.punkter] == [30, 104.3, 290]
    assert {dot.y for dot in bild.punkter} == {121}, "noughts alone lie halfway up"
    assert bild.beskrivning == "2018: 0; 2020: 0; 2025: 0"


def test_values_below_zero_lie_below_its_line() -> None:
    points = [Mätpunkt(year, "", Decimal(value), "") for year, value in ((2020, 30), (2021, -10), (2022, 20))]
    bild = line_chart("i", "I", points, None)
    assert [dot.y for dot in bild.punkter] == [34, 144, 61.5]
    assert bild.linjer[0] == Linje("M0 116.5H320", "tunn")


def test_words_of_a_line_have_four_units_between_them_and_end_at_the_edges() -> None:
    """A word of two digits is 20.2 units wide, so its middle is at most 24.2 from that of the next; one of seven is 70.6 wide."""

    def shown(*points: tuple[int, str]) -> list[tuple[float, str]]:
        found = line_chart("i", "I", [Mätpunkt(x - 30, "", Decimal(1), word) for x, word in points], None)
        return [(text.x, text.text) for text in found.texter if text.klass == "fet"]

    assert shown((30, "00"), (265, "11"), (290, "22")) == [(30, "00"), (265, "11"), (290, "22")]
    assert shown((30, "00"), (266, "11"), (290, "22")) == [(30, "00"), (290, "22")]
    assert shown((30, "0000000"), (290, "1111111")) == [(35.3, "0000000"), (284.7, "1111111")]


def test_words_of_a_line_end_within_the_picture_and_do_not_run_into_each_other() -> None:
    points = [Mätpunkt(2000 + i, f"{1997 + i}–{2000 + i}", Decimal(1000000 + i), f"1 000 00{i}") for i in range(9)]
    words = [text for text in line_chart("i", "Tal", points, None).texter if text.klass == "fet"]
    ends = [(t.x - width(t.text, "fet") / 2, t.x + width(t.text, "fet") / 2) for t in words]
    assert words[-1].text == "1 000 008"
    assert ends[0][0] >= -0.1
    assert ends[-1][1] <= WIDTH + 0.1
    assert all(right < left for (_, right), (left, _) in pairwise(ends))


def test_bold_text_takes_more_room_than_the_same_in_regular() -> None:
    assert width("Natur", "fet") > width("Natur")
