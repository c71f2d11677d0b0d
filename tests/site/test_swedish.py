"""The Swedish of the built pages: typography, and sentences that read well whatever is known."""

import json
import re
from collections.abc import Iterator

import pytest
from rusplan.checks.plain_texts import MAY_STAND_TWICE
from rusplan.checks.readability import readability
from rusplan.data.collection import Samling
from rusplan.data.oddities import TWICE
from rusplan.site import addresses
from selectolax.lexbor import LexborHTMLParser

from tests.built import Page, Site, flat

# Text that is not running text: code, and what an editor copies.
CODE = "code, pre, script, style, template, textarea, kbd"
NAMES = ("alt", "title", "aria-label", "content", "placeholder")
BROKEN = re.compile(r"(?<![\d,.–-])\d{1,3} \d{3}(?!\d)|\d (?:kr|kronor|procent|dag|dagar)(?!\w)|\d [%§]|\d (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\w)")  # fmt: skip
# What pages have said before: what it was, and why it is gone.
GONE = {
    "Redaktionell läsning": "it is called a tolkning",
    "Genomfört som planerat": "an activity is genomförd",
    "ligger inte till grund": "a document that is missing is not here yet",
    "Antal aktiviteter av": "no sentence",
    "och uppgift saknas": "what is unknown has a sentence of its own",
    "anmärkning om om ": "a field of which the name begins with «om»",
    " 0 aktiviteter": "a partner that sits in a group takes part",
    "betyder målet": "«att» is missing",
    "Blev inte som planerat": "it is called Avvikelser",
    "Kort namn": "it is called Förkortning",
}  # fmt: skip


DESCRIPTIONS = "meta[name='description'], meta[property='og:description']"


def running_text(page: Page) -> Iterator[str]:
    """Every piece of text on the page and every name that is read out, as they stand; code excepted."""
    tree = LexborHTMLParser(page.html)
    for node in tree.css(CODE):
        node.decompose()
    assert tree.root
    for node in tree.root.traverse(include_text=True):
        if node.tag == "-text":
            yield node.text_content or ""
        else:
            yield from (value for name in NAMES if (value := node.attributes.get(name)))


def told_now(site: Site) -> list[Page]:
    """Every page but those of what has changed, which tell what data once said."""
    return [page for page in site.pages if not page.address.startswith(addresses.ÄNDRINGAR)]


@pytest.mark.parametrize("sign", ["«", "»", '"'])
def test_quotations_stand_within_swedish_marks(sign: str, site: Site) -> None:
    assert not [(page, text) for page in site.values() for text in running_text(page) if sign in text]


def test_no_line_ends_within_a_number_or_before_its_unit(site: Site) -> None:
    assert not [(page, text) for page in site.values() for text in running_text(page) if BROKEN.search(text)]


@pytest.mark.parametrize("words", GONE)
def test_no_page_says_what_reads_badly(words: str, site: Site) -> None:
    assert not [page for page in told_now(site) if words in page.text], GONE[words]


def test_a_reference_to_a_year_that_is_not_here_asks_nobody_to_see_it(site: Site) -> None:
    assert not [page for page in site.values() if re.search(r"Se \d{4}:", page.text)]


def test_an_excerpt_of_a_partner_is_a_whole_sentence(site: Site) -> None:
    pages = [page for page in site.generated if page.address.startswith(addresses.SAMVERKAN)]
    items = [(page, flat(item.text())) for page in pages for item in page.main.css(".rp-punkter li li")]
    assert pages
    assert not [(page, text) for page, text in items if text.endswith(":")]


def test_no_excerpt_ends_where_a_list_should_follow(site: Site) -> None:
    """What search engines, shared links, newsletters and rows of a list show of a text."""
    heads = [
        (page, meta.attributes.get("content") or "") for page in site.pages for meta in page.tree.css(DESCRIPTIONS)
    ]
    items = json.loads((site.folder / "nyhetsbrev/data.json").read_text(encoding="utf-8"))["inslag"]
    told = heads + [(item["ref"], item["mening"]) for item in items]
    assert len(told) > len(items) > 0
    assert not [(where, text) for where, text in told if text.rstrip().endswith(":")]


def test_no_word_stands_twice_in_a_row(site: Site) -> None:
    found = [(page, twice) for page in site.pages for text in running_text(page) for twice in TWICE.finditer(text)]
    assert not [
        (page, twice[0])
        for page, twice in found
        if twice["second"].islower() and twice["second"] not in MAY_STAND_TWICE
    ]


def test_a_document_that_is_not_here_is_said_to_be_missing_once_on_a_page(site: Site, samling: Samling) -> None:
    counts = {
        page: page.text.count("finns inte här ännu") for page in told_now(site) if page.address != addresses.KÄLLOR
    }
    gone = any(document.tillgänglig == "nej" for _, document in samling.dokument.values())
    assert (1 in counts.values()) == gone
    assert not [page for page, count in counts.items() if count > 1]


def test_no_text_is_too_heavy(samling: Samling) -> None:
    assert [one for one in readability(samling) if one.tung] == []
