"""What holds for every page, whatever it says: language, headings, names, links that answer, and nothing from elsewhere."""

import itertools
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from rusplan.data.collection import Samling
from selectolax.lexbor import LexborNode

from tests.built import HEADINGS, Page, Site, flat

# What a browser fetches by itself when it shows a page.
FETCHED = (
    ("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=prefetch], link[rel~=preconnect], link[rel~=modulepreload], link[rel~=manifest]", "href"),
    ("script, img, iframe, embed, audio, video, source, track, input", "src"),
    ("object", "data"), ("video", "poster"), ("use, image", "href"), ("use, image", "xlink:href"), ("form", "action"),
)  # fmt: skip
CSS_ADDRESS = re.compile(r"""@import\s*(?:url\()?\s*["']?([^"');\s]+)|url\(\s*["']?([^"')]+)""")
MARKS = ("rusplanmarke", "rusplan-skal")
ERRORS = (
    "Traceback (most recent call last)",
    "Macro Rendering Error",
    "Macro Syntax Error",
    "MakroFel",
    "UndefinedError",
    "jinja2.exceptions",
)


def named(node: LexborNode) -> bool:
    """True if an element names itself: by a label, a title, or the elements it points at."""
    attributes = node.attributes
    if attributes.get("aria-label") or attributes.get("title"):
        return True
    title = node.css_first("title")
    return bool(title is not None and flat(title.text()))


def hidden_or_within_a_name(node: LexborNode) -> bool:
    """True if a picture is mere decoration, or stands in a link or button that has a name."""
    here: LexborNode | None = node
    while here is not None and here.tag != "body":
        if here.attributes.get("aria-hidden") == "true":
            return True
        if here.tag in ("a", "button", "label") and (named(here) or flat(here.text())):
            return True
        here = here.parent
    return False


def foreign(site: Site, page: Page, address: str) -> bool:
    """True if fetching `address` from `page` leads to another host."""
    return not address.startswith(("data:", "#")) and not page.resolve(address).startswith(site.base)


# ---------------------------------------------------------------- the head


def test_every_page_is_in_swedish(site: Site) -> None:
    assert not [
        page for page in site.values() if page.tree.root is None or page.tree.root.attributes.get("lang") != "sv"
    ]


def test_every_page_has_one_heading_of_the_first_level_with_text(site: Site) -> None:
    assert not [page for page in site.values() if [bool(flat(h1.text())) for h1 in page.tree.css("h1")] != [True]]


@pytest.mark.parametrize("selector", ["title", "meta[name=description]"])
def test_every_page_has_a_title_and_a_description(selector: str, site: Site) -> None:
    for page in site.values():
        found = page.tree.css(f"head {selector}")
        assert len(found) == 1, page
        assert flat(found[0].text() or found[0].attributes.get("content") or ""), page


def test_title_names_the_page_before_the_site(site: Site) -> None:
    titles = {page: flat(page.tree.css("head title")[0].text()) for page in site.values() if not page.leads_on}
    name = titles[site[""]]
    assert not [page for page, title in titles.items() if page.address and (title == name or not title.endswith(name))]
    assert not [page for page in site.generated if not titles[page].startswith(page.h1)]


@pytest.mark.parametrize("what", ["title", "meta[name=description]"])
def test_pages_are_told_apart_by_title_and_generated_ones_by_description(what: str, site: Site) -> None:
    pages = site.pages if what == "title" else site.generated
    texts = Counter(
        flat(n.text() or n.attributes.get("content") or "") for page in pages for n in page.tree.css(f"head {what}")
    )
    assert not [text for text, count in texts.items() if count > 1]


def test_every_page_names_its_canonical_address(site: Site) -> None:
    assert not [page for page in site.pages if page.meta("link[rel=canonical]", "href") != f"{site.base}{page.address}"]


def test_sitemap_lists_every_page_once_and_nothing_else(site: Site) -> None:
    # Our own file, just written.
    tree = ET.parse(site.folder / "sitemap.xml")  # noqa: S314
    listed = [flat(loc.text or "") for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(f"{site.base}{page.address}" for page in site.pages)


# ---------------------------------------------------------------- structure


def test_no_page_uses_an_id_twice(site: Site) -> None:
    twice = {page: [name for name, count in Counter(page.ids).items() if count > 1] for page in site.values()}
    assert not {page: names for page, names in twice.items() if names}


def test_headings_go_down_one_level_at_a_time(site: Site) -> None:
    jumps = []
    for page in site.values():
        levels = [0] + [HEADINGS.index(node.tag or "") + 1 for node in page.tree.css(", ".join(HEADINGS))]
        jumps += [(page, before, after) for before, after in itertools.pairwise(levels) if after > before + 1]
    assert not jumps


def test_no_heading_is_empty(site: Site) -> None:
    assert not [
        page for page in site.values() for heading in page.main.css(", ".join(HEADINGS)) if not flat(heading.text())
    ]


def test_no_heading_stands_above_nothing(site: Site) -> None:
    # The newsletter tool's headings stand above boxes that its script fills, and those of the style guide above what the site's data has.
    pages = [page for page in site.pages if page.address not in ("nyhetsbrev/", "om/utseende/")]
    assert not [(page, section.title) for page in pages for section in page.sections if section.text == section.title]


def test_every_table_has_a_caption_and_heads_with_scope(site: Site) -> None:
    wrong = []
    # The tables of the editors' guide are written in Markdown, which knows neither; a heading stands above each.
    for page in site.values():
        for table in page.main.css("table") if not page.address.startswith("redaktor/") else ():
            caption, heads = table.css_first("caption"), table.css("th")
            scopes = {th.attributes.get("scope") for th in heads}
            if (
                caption is None
                or not flat(caption.text())
                or not heads
                or scopes - {"col", "row", "colgroup", "rowgroup"}
            ):
                wrong.append((page, flat(table.text())[:60]))
    assert not wrong


def test_every_table_has_a_row_of_heads(site: Site) -> None:
    assert not [
        (page, flat(table.text())[:60])
        for page in site.values()
        for table in page.main.css("table")
        if not table.css("thead th")
    ]


def test_every_row_of_a_table_is_as_wide_as_its_head(site: Site) -> None:
    def width(row: LexborNode) -> int:
        return sum(int(cell.attributes.get("colspan") or 1) for cell in row.css("th, td"))

    for page in site.values():
        for table in page.main.css("table"):
            if not table.css("[rowspan]"):
                assert len({width(row) for row in table.css("tr")}) == 1, page


def test_every_picture_has_a_name(site: Site) -> None:
    unnamed = []
    for page in site.values():
        for svg in (page.tree.css_first("main") or page.main).css("svg"):
            if not named(svg) and not hidden_or_within_a_name(svg):
                unnamed.append((page, (svg.html or "")[:80]))
        unnamed += [(page, image.html or "") for image in page.tree.css("img") if image.attributes.get("alt") is None]
    assert not unnamed


def test_every_name_by_reference_points_at_an_element(site: Site) -> None:
    lost = []
    for page in site.values():
        # In the article: the frame has labels for switches that only some pages carry.
        for attribute in ("aria-labelledby", "aria-describedby", "for", "aria-controls"):
            for node in page.main.css(f"[{attribute}]"):
                lost += [(page, name) for name in (node.attributes[attribute] or "").split() if name not in page.ids]
    assert not lost


def test_every_link_has_a_text(site: Site) -> None:
    for page in site.values():
        for link in page.main.css("a[href]"):
            assert flat(link.text()) or named(link) or link.css_first("img[alt]:not([alt=''])"), (page, link.html)


# ---------------------------------------------------------------- links


def test_every_internal_link_and_anchor_answers(site: Site) -> None:
    broken = set()
    for page in site.values():
        for link in page.tree.css("a[href]"):
            absolute = page.resolve(link.attributes.get("href") or "")
            if absolute.startswith(site.base) and not site.answers(absolute):
                broken.add((page.address, link.attributes.get("href")))
            elif urlsplit(absolute).netloc == urlsplit(site.base).netloc and not absolute.startswith(site.base):
                broken.add((page.address, f"{absolute} is above the site"))
    assert not broken


def test_every_file_that_a_page_fetches_is_there(site: Site) -> None:
    gone = {
        (page.address, address)
        for page in site.values()
        for address in fetched(page)
        if not foreign(site, page, address) and not exists(site, page, address)
    }
    assert not gone


def test_the_picture_that_stands_for_a_shared_page_is_there(site: Site) -> None:
    pictures = {page.meta("meta[property='og:image']", "content") for page in site.pages}
    assert pictures
    assert not [picture for picture in pictures if not site.answers(picture)]


def exists(site: Site, page: Page, address: str) -> bool:
    """True if what a page fetches is a file or a page of the site, or is no file."""
    found = site.folder / urlsplit(page.resolve(address).removeprefix(site.base)).path
    return address.startswith(("data:", "#")) or found.is_file() or (found / "index.html").is_file()


def fetched(page: Page) -> Iterator[str]:
    """Every address that a browser fetches by itself to show the page."""
    for selector, attribute in FETCHED:
        for node in page.tree.css(selector):
            if address := node.attributes.get(attribute):
                yield address
    for node in page.tree.css("[srcset]"):
        yield from (part.split()[0] for part in (node.attributes["srcset"] or "").split(",") if part.strip())
    for node in page.tree.css("[style]"):
        yield from css_addresses(node.attributes["style"] or "")
    for node in page.tree.css("style"):
        yield from css_addresses(node.text())


def css_addresses(text: str) -> Iterator[str]:
    """Every address that a style sheet fetches."""
    for first, second in CSS_ADDRESS.findall(text):
        yield (first or second).strip()


def test_no_page_fetches_anything_from_another_host(site: Site) -> None:
    assert not {
        (page.address, address) for page in site.values() for address in fetched(page) if foreign(site, page, address)
    }


def test_no_style_sheet_fetches_anything_from_another_host(site: Site) -> None:
    sheets = list(site.folder.rglob("*.css"))
    assert sheets
    found = []
    for sheet in sheets:
        here = urljoin(site.base, sheet.relative_to(site.folder).as_posix())
        for address in css_addresses(sheet.read_text(encoding="utf-8")):
            if not address.startswith(("data:", "#")) and not urljoin(here, address).startswith(site.base):
                found.append((sheet.name, address))
    assert not found


def test_links_to_other_sites_are_web_addresses(site: Site, samling: Samling) -> None:
    contacts = [task.kontakt for a in samling.aktiviteter.values() for task in a.plan.innehåll.ansvar]
    mailboxes = {f"mailto:{address}" for address in (samling.webbplats.innehåll.epost, *contacts)}
    odd = set()
    for page in site.values():
        for link in page.tree.css("a[href], area[href]"):
            absolute = page.resolve(link.attributes.get("href") or "")
            if (
                not absolute.startswith(site.base)
                and urlsplit(absolute).scheme not in ("http", "https")
                and absolute.partition("?")[0] not in mailboxes
            ):
                odd.add((page.address, absolute))
    assert not odd


# ---------------------------------------------------------------- what must not be left


@pytest.mark.parametrize("mark", MARKS)
def test_no_mark_of_the_shell_is_left(mark: str, site: Site) -> None:
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if mark in path.as_posix() or mark.encode() in path.read_bytes()]


def test_no_page_shows_an_error(site: Site) -> None:
    assert not [(page, error) for page in site.values() for error in ERRORS if error in page.html]


def test_no_template_or_macro_is_left_unfilled(site: Site) -> None:
    left = []
    for page in site.values():
        texts = [
            node.text_content or ""
            for node in page.main.traverse(include_text=True)
            if node.tag == "-text" and not within_code(node)
        ]
        left += [(page, text) for text in texts if re.search(r"\{\{|\}\}|\{%|%\}|\{#|\{:", text)]
    assert not left


def within_code(node: LexborNode) -> bool:
    """True if a text is an example of code."""
    here: LexborNode | None = node
    while here is not None:
        if here.tag in ("code", "pre"):
            return True
        here = here.parent
    return False


def test_every_attribute_that_runs_script_is_absent_from_the_text(site: Site) -> None:
    alive = []
    for page in site.values():
        for node in page.main.traverse():
            alive += [(page, name) for name in node.attributes if name.startswith("on")]
    assert not alive
