"""The index as files: what stands in it, its size, and that it is the same every time."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from rusplan.data.collection import Samling
from rusplan.search import Ordbok, Scales, is_named, page_facets, search_index
from rusplan.search.documents import Document, document
from rusplan.search.index_files import _named
from rusplan.search.page_facets import Facet, Facets
from rusplan.site.routes import Rutt
from rusplan.site.sajt import Sajt

from tests.built import found_pages
from tests.invented import INVENTED

AGAIN = """
import hashlib, sys
from pathlib import Path
from rusplan.checks import read_collection
from rusplan.search import Facets, dictionary, read_page, search_index
from rusplan.site.routes import Rutt
from rusplan.site.sajt import Sajt
site = Path(sys.argv[1])
found = (p for p in site.rglob("index.html") if p.parent != site and 'http-equiv="refresh"' not in p.read_text())
pages = sorted(p.parent.relative_to(site).as_posix() + "/" for p in found)
sajt = Sajt(samling=read_collection(Path.cwd()))
read = [read_page((site / page / "index.html").read_text(), page, Facets(sajt)) for page in pages]
found = search_index(filter(None, read), dictionary(sajt))
print(hashlib.sha256(repr(list(found)).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def start(site: Path) -> Any:
    return json.loads((site / "assets/sok/start.json").read_text())


@pytest.fixture(scope="module")
def shown(site: Path, start: Any) -> dict[str, int]:
    """Each address with the number of its page."""
    texts = found_pages(site)
    assert len(texts) == len(start["sidor"])
    return {text["adress"]: number for number, text in enumerate(texts)}


def test_the_same_pages_give_the_same_bytes(site: Path) -> None:
    def run(seed: str) -> str:
        env = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", AGAIN, str(site)]
        return subprocess.run(command, cwd=INVENTED, env=env, capture_output=True, text=True, check=True).stdout

    assert run("1") == run("2")


@pytest.mark.parametrize(
    ("address", "facet"),
    [
        ("aktiviteter/2025/webbkarta/", {"slag": "Aktivitet", "ar": ["2025"], "omrade": "Friluftsliv"}),
        ("aktiviteter/spar/kulturstigar/", {"slag": "Aktivitet över åren", "ar": ["2024", "2025"], "status": ""}),
        ("aktiviteter/", {"slag": "Översikt", "ar": []}),
        ("planer/2024/", {"slag": "Plan", "ar": ["2024"]}),
        ("jamfor/2024-2025/", {"slag": "Jämförelse", "ar": ["2024", "2025"]}),
        ("samverkan/hembygdsradet/", {"slag": "Organisation", "ar": []}),
        ("omraden/friluftsliv/", {"slag": "Område", "omrade": "Friluftsliv"}),
        ("ordlista/", {"slag": "Ordlista"}),
        ("om/", {"slag": "Om webbplatsen"}),
        ("", {"slag": "Översikt"}),
    ],
)
def test_facets_of_a_page(start: Any, shown: dict[str, int], address: str, facet: dict[str, Any]) -> None:
    found = start["fasetter"][start["sidor"][shown[address]]]
    assert {name: found[name] for name in facet} == facet


def test_a_new_kind_of_page_needs_no_year_in_its_key(monkeypatch: pytest.MonkeyPatch, samling: Samling) -> None:
    new: Any = "data"
    monkeypatch.setattr(page_facets, "KINDS", {**page_facets.KINDS, new: "Data"})
    sajt = Sajt(samling=samling)
    vars(sajt)["rutter"] = {"data/": Rutt(slag=new, nyckel="alla aktiviteter", adress="data/")}
    assert Facets(sajt).of("data/") == Facet(slag="Data")


def test_a_page_of_an_unknown_kind_is_about_the_site(samling: Samling) -> None:
    assert Facets(Sajt(samling=samling)).of("nyhet/") == Facet(slag="Om webbplatsen")


def test_frame_charts_and_controls_are_no_text() -> None:
    html = (
        '<head><meta name="description" content="Om A &amp; B."></head><nav>Meny</nav><article class="x"><a class="md-content__button" '
        'title="a > b">Redigera<svg><path d="M1"/></svg></a><h1 id="x">Titel<a class="headerlink" href="#x">&para;</a></h1>'
        "<p>Ett &lt;script&gt;alert(1)&lt;/script&gt; i<br>texten</p><script>var dold = '<p>nej</p>';</script><!-- <p>nej</p> -->"
        "<svg><text>Diagram</text></svg><h2>Rubrik</h2><p data-sok-nej>nej</p><dl><dt>Namn</dt><dd>Värde</dd></dl></article>"
    )
    page = document(html, "x/", Facet(slag="Plan"))
    assert (page.titel, page.beskrivning, page.rubriker) == ("Titel", "Om A & B.", ("Rubrik",))
    assert page.text == "Ett <script>alert(1)</script> i texten\nRubrik\nNamn\nVärde"


def test_what_is_not_seen_parts_no_word() -> None:
    html = '<head><meta name="description" content="Mjuk&shy;streck&nbsp;ett"></head><article><h1>Kultur<wbr>miljö&shy;arbete</h1><p>o\u200bsynlig</p></article>'
    page = document(html, "x/", Facet(slag="Plan"))
    assert (page.titel, page.beskrivning, page.text) == ("Kulturmiljöarbete", "Mjukstreck ett", "osynlig")


def test_what_is_hidden_ends_with_its_own_element_and_a_word_hides_nothing() -> None:
    html = (
        '<article><h1>Titel</h1><div data-sok-nej><div>nej</div><p>nej</p></div><p>Ordet headerlink, <a href="/headerlink/">rp-tecken</a></p>'
        '<p>och data-sok-nej</p><section class="ruta rp-tecken stor"><section>nej</section></section><p>Slut</p></article>'
    )
    page = document(html, "x/", Facet(slag="Plan"))
    assert page.text == "Ordet headerlink, rp-tecken\noch data-sok-nej\nSlut"


def test_no_page_is_an_index_without_words() -> None:
    files = dict(search_index([], Ordbok(par=(), termer=())))
    assert list(files) == ["assets/sok/start.json"]


def test_files_of_the_index_are_small(site: Path) -> None:
    for path in (site / "assets/sok").rglob("*.json"):
        assert path.stat().st_size < 32_000, path


def test_a_description_that_several_pages_share_is_none_of_theirs(site: Path) -> None:
    told = [text["beskrivning"] for text in found_pages(site) if text["beskrivning"]]
    assert len(told) == len(set(told)) > 50


def page(address: str, text: str) -> Document:
    return Document(
        adress=address, titel=address, beskrivning="", rubriker=(), utf8=text.encode(), fasett=Facet(slag="Plan")
    )


def test_one_word_more_on_a_page_is_a_new_name_for_few_files_and_all_others_stay() -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = [f"{a}{b}{c}ord" for a in alphabet for b in alphabet for c in "aeiou"]
    texts = {f"sida/{n}/": " ".join(vocabulary[n::7] + vocabulary[n::3]) for n in range(40)}
    changed = texts | {"sida/7/": f"{texts['sida/7/']} jaeord jaeord"}
    before, after = (
        dict(search_index([page(name, text) for name, text in each.items()], Ordbok(par=(), termer=())))
        for each in (texts, changed)
    )
    assert len(before) > 60
    assert {name for name in before if after.get(name) == before[name]} >= before.keys() - {
        "assets/sok/start.json"
    } - set(sorted(before.keys() - after.keys())[:6])
    assert 2 <= len(after.keys() - before.keys()) <= 6


@pytest.mark.parametrize(
    "change",
    [
        "skog",
        "skogsbruk",
        "skogs",
        "budget uppföljning",
        "budgetuppföljning",
        "åtgärd åtgärden åtgärdskatalog",
        "e",
        "12 400",
        "natt och dag",
    ],
)
def test_what_is_weighed_again_when_words_come_or_go_is_what_weighs_something_else(change: str) -> None:
    words = [
        "skogsbruket",
        "skogsbruksplan",
        "budgetuppföljningen",
        "årsbudget",
        "åtgärdskatalogen",
        "uppföljningsår",
        "vattenvård",
        "katalog",
        "plan",
        "bruket",
    ]
    before = [page(f"sida/{n}/", " ".join(words[n::3] + words[n::2] * n)) for n in range(6)]
    after = [*before[:5], page("sida/5/", change), page("sida/9/", "helt annat")]
    scales = Scales()
    for documents in (before, after, before, after[:6], before):
        kept = dict(search_index(documents, Ordbok(par=(), termer=()), scales))
        assert kept == dict(search_index(documents, Ordbok(par=(), termer=())))


def test_texts_whose_checksums_begin_alike_do_not_take_each_others_place() -> None:
    known, other = (sha256(text.encode()).digest() for text in ("text 859", "text 4460"))
    assert known[:4] == other[:4]
    path, _ = _named("text", "text 859", {"text": []})
    assert is_named(path, known)
    assert not is_named(path, other)
