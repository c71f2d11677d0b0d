"""How a problem is told, on a terminal and to GitHub, and what is taken for a slip of the pen."""

from collections.abc import Iterator
from io import StringIO

import pytest
from rusplan import checks
from rusplan.data import problems
from rusplan.data.collection import Samling
from rusplan.data.likeness import nearest
from rusplan.data.model import JaNej, Status
from rusplan.data.problems import DataFel, Problem
from rusplan.tools.visible import Visible


def test_problem_is_written_as_compilers_do() -> None:
    assert str(Problem("data/a.yml", 5, 9, "«x» saknas")) == "data/a.yml:5:9: «x» saknas"


def test_error_holds_each_problem_once_by_file_and_then_by_place() -> None:
    last, first, second = Problem("b.yml", 1, 1, "x"), Problem("a.yml", 2, 10, "x"), Problem("a.yml", 10, 1, "x")
    error = DataFel([last, second, first, last])
    assert error.problems == (first, second, last)
    assert str(error) == problems.as_text(error.problems) == "a.yml:2:10: x\na.yml:10:1: x\nb.yml:1:1: x"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            [Problem("a.yml", 2, 1, "«<b>» \x1b saknas"), Problem("b.yml", 1, 1, "x")],
            "<p>Rätta de här felen, så byggs den igen:</p>\n<ul>\n"
            "<li>a.yml:2:1: «&lt;b&gt;» \\u001b saknas</li>\n<li>b.yml:1:1: x</li>\n</ul>",
        ),
        ([], "<p>Felet står i loggen.</p>\n<ul>\n</ul>"),
    ],
)
def test_page_of_a_preview_that_could_not_be_built_tells_each_problem_as_text(found: list[Problem], said: str) -> None:
    title = "Förhandsvisningen gick inte att bygga"
    head = f'<!doctype html>\n<html lang="sv">\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n'
    assert problems.as_html(found) == f"{head}{said}\n</html>"


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("data/a.yml", 5, 9, "x"), "::error file=data/a.yml,line=5,col=9,title=Fel i data::x"),
        (Problem("a,b:c.yml", 1, 1, "x"), "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=Fel i data::x"),
        (Problem("a%.yml", 1, 1, "50 %"), "::error file=a%25.yml,line=1,col=1,title=Fel i data::50 %25"),
        (Problem("a.yml", 1, 1, "x: y, z"), "::error file=a.yml,line=1,col=1,title=Fel i data::x: y, z"),
        (
            Problem("a.yml", 1, 1, "x\r\n::error::y"),
            "::error file=a.yml,line=1,col=1,title=Fel i data::x%0D%0A::error::y",
        ),
        (Problem("a\nb.yml", 1, 1, "%0A"), "::error file=a%0Ab.yml,line=1,col=1,title=Fel i data::%250A"),
    ],
)
def test_github_annotation_cannot_be_broken_by_what_it_tells(problem: Problem, line: str) -> None:
    assert problems.as_github([problem]) == line


def test_each_github_annotation_stands_on_a_line_of_its_own() -> None:
    found = [Problem("a.yml", 1, 1, "x"), Problem("b.yml", 2, 3, "y")]
    assert problems.as_github(found).split("\n") == [problems.as_github([one]) for one in found]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("titl", ["titel", "text"], "titel"),
        ("som planerad", Status, "som_planerat"),
        ("Delvis", Status, "delvis"),
        ("omrade", ["område", "dagar"], "område"),
        ("YES", JaNej, "ja"),
        ("false", JaNej, "nej"),
        ("Unknown ", JaNej, "okänt"),
        ("Åtgärd", ["ÅTGÄRD"], "ÅTGÄRD"),
        ("skog och sjo", ["skog-och-sjo"], "skog-och-sjo"),
        ("väder", ["titel", "dagar"], None),
        ("", ["titel"], None),
        ("titel", [], None),
    ],
)
def test_misspelt_word_is_known_again(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant
    assert problems.did_you_mean(word, known) == (f"; menade du «{meant}»?" if meant else "")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "«a»"),
        (["a", "b"], "«a», «b»"),
        ([str(n) for n in range(31)], ", ".join(f"«{n}»" for n in range(30)) + " …"),
    ],
)
def test_list_of_words_stops_at_thirty(words: list[str], text: str) -> None:
    assert problems.listed(words) == text


@pytest.mark.parametrize(("value", "text"), [("a\n b\t", "a b"), ("x" * 80, "x" * 80), ("x" * 81, "x" * 80 + "…")])
def test_value_in_a_message_is_one_line_and_not_long(value: str, text: str) -> None:
    assert problems.shown(value) == text


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (["a.yml"], "1 fel i 1 fil. Rätta det och kör igen."),
        (["a.yml", "a.yml"], "2 fel i 1 fil. Rätta dem och kör igen."),
        (["a.yml", "a.yml", "b.yml"], "3 fel i 2 filer. Rätta dem och kör igen."),
    ],
)
def test_closing_sentence_counts_mistakes_and_files(files: list[str], text: str) -> None:
    assert problems.count_of(Problem(file, row, 1, "x") for row, file in enumerate(files, 1)) == text


def test_no_more_is_told_of_a_file_than_anybody_reads_and_nothing_less_of_the_others() -> None:
    many = [Problem("data/a.yml", row, 1, "fel") for row in range(1, 20_001)]
    told = DataFel([*many, Problem("data/b.yml", 7, 1, "fel")]).problems
    assert told[:100] == tuple(many[:100])
    assert [(p.fil, p.rad) for p in told[100:]] == [("data/a.yml", 101), ("data/b.yml", 7)]
    assert "fler fel än de 100 som visas" in told[100].text
    assert DataFel(many[:100]).problems == tuple(many[:100])


def test_no_sign_from_a_file_or_its_name_steers_a_terminal_or_makes_a_row_of_its_own() -> None:
    problem = Problem("data/\x1b[2J\n::error::x.yml", 1, 1, "«\x1b]0;titel\x07\u202e\r» finns inte")
    told = r"data/\u001b[2J\u000a::error::x.yml:1:1: «\u001b]0;titel\u0007\u202e\u000d» finns inte"
    assert problems.as_text([problem]) == told
    assert problems.as_github([problem]).isprintable()


def test_what_is_printed_holds_no_sign_that_steers_but_the_end_of_a_row() -> None:
    out = StringIO()
    print("Nu visas \x1b[31mrött\x9b, 12\u00a0dagar", file=Visible(out))
    assert out.getvalue() == "Nu visas \\u001b[31mrött\\u009b, 12\u00a0dagar\n"


def test_rule_that_finds_more_than_anybody_reads_is_cut_and_says_so(
    bas: Samling, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never_content(_samling: Samling) -> Iterator[Problem]:
        return (Problem("data/plan.yml", row, 1, "fel") for row in range(1, 10_000))

    monkeypatch.setattr(checks, "CHECKS", (never_content,))
    *found, last = checks.check(bas)
    assert len(found) == problems.OF_RULE
    assert str(last) == "data:1:1: det finns fler fel av samma slag än de som visas; rätta dem och kör igen"


def test_rule_that_is_left_out_tells_nothing(bas: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_content(_samling: Samling) -> Iterator[Problem]:
        yield Problem("data/plan.yml", 1, 1, "fel")

    monkeypatch.setattr(checks, "CHECKS", (never_content,))
    assert checks.read_and_check(bas.rot)[1] == [Problem("data/plan.yml", 1, 1, "fel")]
    assert checks.read_collection(bas.rot, but=(never_content,)).årgångar == bas.årgångar
