"""A site begins small: without glossary, partners, register, goals, budget, events, statement, or pages of its own."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from rusplan.build.menu import menu_without
from rusplan.checks import read_collection
from rusplan.data.model import Licens
from rusplan.render.renderer import Renderer
from selectolax.lexbor import LexborHTMLParser

from tests.built import Site, build_site, flat
from tests.invented import configure

SMALL = {
    "organisation.yml": {
        "dataformat": 2, "namn": "Byn", "långt_namn": "Byn i dalen", "beskrivning": "Byn är påhittad.",
        "webbplats": "https://byn.example", "ansvarig": "Kansliet", "epost": "kansli@byn.example", "färg": "#7a1f5c", "logotyp": "bilder/byn.svg",
    },
    "2025/plan.yml": {
        "dokument": {
            "id": "plan-2025", "titel": "Plan 2025", "typ": "verksamhetsplan", "ursprung": "skrivet_här", "läge": "beslutad",
            "beslut": [{"av": "Byrådet", "datum": "2024-12-01"}],
        },
        "sammanfattning": "Vi lagar vägen.",
        "områden": [{"id": "vagar", "titel": "Vägar", "kontakt": "vagar@byn.example", "rubriker": [{"aktiviteter": ["vagen"]}]}],
    },
    "2025/aktiviteter/vagen.yml": {
        "titel": "Laga vägen", "område": "vagar", "prioriterad": "ja", "utvecklingsinsats": "nej", "dagar": 5,
        "medelsbehov": {"behov": "nej"}, "sammanfattning": "Vi lagar vägen vid VTI.",
    },
}  # fmt: skip


def small(root: Path) -> Path:
    """The small site's data, and the menu that every site begins with."""
    for name, content in SMALL.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(
            yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    (root / "docs/bilder").mkdir(parents=True)
    (root / "docs/bilder/byn.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"/>', encoding="utf-8"
    )
    configure(root)
    return root


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = small(tmp_path_factory.mktemp("byn"))
    return build_site(root / "site", root=root)


def test_no_menu_leads_to_a_page_that_has_nothing_to_show(started: Site) -> None:
    page = started["om/"]
    menu = [link.text() for link in page.tree.css(".rp-meny__lista > li > a")]
    assert menu == ["Start", "Planer", "Uppföljning", "Aktiviteter", "Om", "För redaktörer"]
    assert (
        not {"ordlista/", "samverkan/", "mal/", "budget/", "jamfor/", "handelser/", "publikationer/"} & page.all_links
    )
    assert "Ordlista" not in [link.text() for link in page.tree.css("footer a")]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ordlista/", "Här finns inga ord än."), ("samverkan/", "Här finns inga organisationer än."),
        ("handelser/", "Här finns inga händelser än."), ("publikationer/", "Här finns inga publikationer än."),
        ("uppfoljning/", "Här finns inga uppföljningar än."), ("jamfor/", "Det finns bara en plan här."),
        ("tillganglighet/", "Vi har inte bedömt hur väl den följer lagen än."),
    ],
)  # fmt: skip
def test_a_page_without_content_says_so(started: Site, address: str, said: str) -> None:
    assert said in started[address].text


def test_activities_that_nobody_else_takes_part_in_are_not_sorted_out_by_organisation(started: Site) -> None:
    form = started["aktiviteter/"].main.css_first("form.rp-filter")
    assert form
    assert [box.attributes["data-facett"] for box in form.css("[data-facett=ar], [data-facett=organisation]")] == ["ar"]


@pytest.mark.parametrize(
    ("address", "whom"),
    [
        ("", "kansli@byn.example"), ("om/", "kansli@byn.example"), ("planer/2025/", "kansli@byn.example"), ("omraden/vagar/", "vagar@byn.example"),
        ("aktiviteter/2025/vagen/", "vagar@byn.example"), ("aktiviteter/spar/vagen/", "vagar@byn.example"),
    ],
)  # fmt: skip
def test_a_reader_who_finds_a_mistake_writes_about_that_page_to_those_who_answer_for_it(
    started: Site, address: str, whom: str
) -> None:
    link = started[address].tree.css_first(".rp-sidslut a[href^='mailto:']")
    assert link
    mail = urlsplit(link.attributes["href"] or "")
    told = parse_qs(mail.query)
    assert mail.path == whom
    assert told["subject"] == ["Fel på sidan"]
    assert told["body"][0].splitlines()[0] == f"Sidan: {started.base}{address}"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("aktiviteter/2025/vagen/", "data/2025/aktiviteter/vagen.yml"), ("planer/2025/", "data/2025/plan.yml"),
        ("tillganglighet/", "data/organisation.yml"), ("redaktor/", None), ("handelser/", None),
    ],
)  # fmt: skip
def test_a_page_is_edited_at_its_foot_where_it_has_data_behind_it(
    started: Site, address: str, file: str | None
) -> None:
    links = [str(link.attributes["href"]) for link in started[address].tree.css("a[rel=edit]")]
    assert [link.rpartition("/edit/main/")[2] for link in links] == ([file] if file else [])


def test_every_link_of_a_small_site_answers(started: Site) -> None:
    dead = {
        f"{page} -> {link}"
        for page in started.pages
        for link in page.all_links
        if not link.startswith(("http", "mailto:")) and not started.answers(f"{started.base}{link}")
    }
    assert not dead


def test_a_site_has_the_colour_and_the_logo_of_its_own_and_says_nothing_of_a_licence_that_it_has_not(
    started: Site,
) -> None:
    page = started["aktiviteter/2025/vagen/"]
    logo = page.tree.css_first(".rp-namn img")
    assert logo
    assert page.resolve(logo.attributes["src"] or "") == f"{started.base}bilder/byn.svg"
    assert page.tree.css_first(".rp-namn svg") is None
    assert not page.tree.css(".rp-sidfot__licens")
    style = next(started.folder.glob("assets/*/rusplan.css")).read_text(encoding="utf-8")
    assert style.index("#1b6648") < style.index("#7a1f5c")  # the later one counts


@pytest.mark.parametrize(
    ("text", "said"), [(None, "Uppgifterna har licensen CC0."), ("Fria att använda", "Fria att använda (CC0).")]
)
def test_a_licence_is_linked_where_there_is_one(tmp_path: Path, text: str | None, said: str) -> None:
    licence = Licens(namn="CC0", länk="https://cc.example", text=text)
    drawn = Renderer(read_collection(small(tmp_path))).render("licens.html", "", vy=licence)
    html = LexborHTMLParser(f"<p>{drawn}</p>")
    assert flat(html.text()) == said
    assert [link.attributes["href"] for link in html.css("a")] == ["https://cc.example"]


@pytest.mark.parametrize("name", ["ordlista.yml", "samverkan.yml", "permalankar.yml"])
@pytest.mark.parametrize("content", ["", "# Fylls i sedan.\n"])
def test_a_shared_file_may_be_blank(tmp_path: Path, name: str, content: str) -> None:
    root = small(tmp_path)
    (root / "data" / name).write_text(content, encoding="utf-8")
    assert list(read_collection(root).aktiviteter) == ["2025/vagen"]


def test_a_part_of_the_menu_goes_away_with_its_last_page() -> None:
    nav = [{"Start": "index.md"}, {"Mål och budget": [{"Mål": "mal/index.md"}, "budget/index.md"]}, "ordlista.md"]
    assert menu_without(nav, {"mal/index.md", "ordlista.md"}) == [nav[0], {"Mål och budget": ["budget/index.md"]}]
    assert menu_without(nav, {"mal/index.md", "budget/index.md"}) == [nav[0], "ordlista.md"]
