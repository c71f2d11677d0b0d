"""What people search for, and the page that must be among the first three: asked of the built site in Chromium."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from rusplan.search.stems import stem, words

from tests.search.asking import ASK

A25, A24, SPÅR, SAM = "aktiviteter/2025/", "aktiviteter/2024/", "aktiviteter/spar/", "samverkan/"
QUERIES = [
    # the beginning and the end of compounds
    ("stigar", f"{A25}kulturstigar/"),
    ("kultur", "omraden/kultur/"),
    ("plats", f"{A25}badplatser/"),
    ("vandring", f"{A25}vandringsleder/"),
    ("nätverk", f"{SAM}natverket-natur-nara/"),
    ("konsekv", f"{A24}kulturstigar/"),
    ("kartan", f"{A25}webbkarta/"),
    # abbreviations and long forms
    ("HBR", f"{SAM}hembygdsradet/"),
    ("Älvbygdens hembygdsråd", f"{SAM}hembygdsradet/"),
    ("RÅB", "ordlista/"),
    # things by name, and as they are misspelt
    ("hembygdens dag", f"{A25}hembygdens-dag/"),
    ("allt om kulturstigar", f"{A25}kulturstigar/"),
    ("skogsverkets", f"{SAM}skogsverket/"),
    ("konsekvnsanalys", f"{A24}kulturstigar/"),
    ("översyn", f"{A25}oversyn/"),
    ("styrgruppen", f"{A25}oversyn/"),
    # numbers, and other kinds of page
    ("850 000", "budget/2025/"),
    ("löner", "budget/2025/"),
    ("budget 2025", "budget/2025/"),
    ("mål 2025", "mal/2025/"),
    ("plan", "planer/2025/"),
    ("jämför 2024 2025", "jamfor/2024-2025/"),
    ("tillgänglighet", "tillganglighet/"),
    ("felmeddelande", "redaktor/felmeddelanden/"),
    ("förkortningar", "ordlista/"),
]


@pytest.mark.parametrize(("query", "wanted"), QUERIES, ids=[query for query, _ in QUERIES])
def test_the_page_is_among_the_first_three(reader: Page, query: str, wanted: str) -> None:
    found = reader.evaluate(ASK, query)
    assert wanted in found["first"]
    assert not found["partly"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("HBR", "Älvbygdens hembygdsråd"), ("RÅB", "regional årlig besöksräkning"), ("webinarium", "webbinarium")],
)
def test_two_ways_to_write_the_same_find_the_same_pages(reader: Page, one: str, other: str) -> None:
    assert reader.evaluate(ASK, one)["all"] == reader.evaluate(ASK, other)["all"] > 0


@pytest.mark.parametrize("query", ["nätverk 2024", "webbinarium"])
def test_the_guide_and_the_lists_of_changes_never_come_first(reader: Page, query: str) -> None:
    assert not [
        page for page in reader.evaluate(ASK, query)["first"][:2] if page.startswith(("redaktor/", "andringar/"))
    ]


def test_pages_with_some_of_the_words_come_when_none_has_all(reader: Page) -> None:
    found = reader.evaluate(ASK, "kulturstigar rymdraket")
    assert found["partly"]
    assert f"{A25}kulturstigar/" in found["first"]


@pytest.mark.parametrize("query", ["zzxxyy", "!?", "constructor", "__proto__", "<b>", "%", "\ud83d\ude80"])
def test_a_word_that_is_nowhere_finds_nothing_and_breaks_nothing(reader: Page, query: str) -> None:
    assert isinstance(reader.evaluate(ASK, query)["all"], int)


def test_browser_and_build_cut_all_words_of_the_site_alike(reader: Page, site: Path) -> None:
    texts = [json.loads(path.read_text())["text"] for path in sorted((site / "assets/sok").glob("text/*.json"))]
    found: Any = reader.evaluate(
        """async (texts) => {
          const { stem, words } = await import(new URL("sok/ord.js", document.querySelector("script[src]").src));
          return texts.map((text) => words(text).map((word) => [word, stem(word)]));
        }""",
        [*texts, "Žižek Ÿ Å A\u030a ǅ ß İ ﬁ ½ x² Straße naïve 1:2 mjuk\u00adstreck"],
    )
    expected = [[[word, stem(word)] for word in words(text)] for text in texts]
    assert found[:-1] == expected
    assert found[-1] == [
        [word, stem(word)] for word in words("Žižek Ÿ Å A\u030a ǅ ß İ ﬁ ½ x² Straße naïve 1:2 mjuk\u00adstreck")
    ]
