"""What readers and feed readers meet: the page, its areas, and the feeds."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from rusplan.build.macro_values import MakroFel
from rusplan.changes.formats import FORMATS
from rusplan.checks import read_collection
from rusplan.commands.cli import main
from rusplan.macros import Makron
from rusplan.outputs.feeds import feeds
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.swedish.typography import typeset
from rusplan.views.changes_page import changes_page

from tests.changes.data_repository import SKOG, UTFALL, Förråd
from tests.invented import lay_out
from tests.reviewed import AsReviewed
from tests.views.page_text import rows_of

REVIEWED = Path(__file__).parents[1] / "golden/sidor/andringar.txt"
HOSTILE = "Skogen & <script>alert(1)</script> ]]> {{ 7*7 }} \"'"
VATTEN = "data/2025/aktiviteter/vatten.yml"


def site(repo: Förråd, base: str = "https://akerbo.example/") -> Sajt:
    return Sajt(samling=read_collection(repo.rot), redigera="", bas=base)


def page(repo: Förråd, area: str | None = None) -> str:
    sajt = site(repo)
    return Makron(sajt, Renderer(sajt.samling), "andringar/").andringar(area)


def all_feeds(repo: Förråd, base: str = "https://akerbo.example/") -> dict[str, str]:
    sajt = site(repo, base)
    return dict(feeds(sajt, Renderer(sajt.samling), []))


@pytest.fixture
def levande(förråd: Förråd) -> Förråd:
    """A history with a change in each of two areas, a minor one, and hostile text."""
    förråd.byt(SKOG, "prioriterad: nej", "prioriterad: ja")
    förråd.byt(UTFALL, "status: som_planerat", "status: delvis")
    förråd.commit("2026-02-01")
    förråd.byt("data/2025/aktiviteter/laslov.yml", "Barn läser på museet.", "Barn läser böcker på museet.")
    förråd.commit("2026-02-02", "Putsa\n\nMindre-ändring: ja")
    förråd.byt("data/2025/aktiviteter/museum.yml", "titel: Museet", f"titel: '{HOSTILE.replace(chr(39), chr(39) * 2)}'")
    förråd.commit("2026-02-03")
    return förråd


def test_page_stands_newest_day_first(levande: Förråd) -> None:
    headings = re.findall(r"^##+ (.*?) \{#", page(levande), re.M)
    assert [h.replace("\xa0", " ") for h in headings] == [
        "2026", "3 februari 2026", "2 februari 2026", "1 februari 2026", "1 januari 2026"
    ]  # fmt: skip


def test_changes_of_many_years_can_be_jumped_to_by_year_and_day(levande: Förråd) -> None:
    levande.byt(VATTEN, "sammanfattning: ", "sammanfattning: Nu. ")
    levande.commit("2027-03-01")
    nav = re.findall(r"<nav class=\"rp-hopp\".*?</nav>", page(levande), re.S)[0].replace("\xa0", " ")
    assert re.findall(r"<strong>(\d+)|#(d-[\d-]+)\">(.*?)<", nav) == [
        ("2027", "", ""), ("", "d-2027-03-01", "1 mars"), ("2026", "", ""), ("", "d-2026-02-03", "3 februari"),
        ("", "d-2026-02-02", "2 februari"), ("", "d-2026-02-01", "1 februari"), ("", "d-2026-01-01", "1 januari"),
    ]  # fmt: skip
    assert all(f"{{#{anchor}}}" in page(levande) for anchor in ("ar-2027", "d-2027-03-01", "d-2026-01-01"))


def test_step_of_many_changes_is_folded_under_what_it_is_about_and_a_short_one_is_open(förråd: Förråd) -> None:
    förråd.byt(SKOG, "insatser:\n", "insatser:\n" + "".join(f"  - text: Eget nummer {i}, {i * 7}.\n" for i in range(4)))
    förråd.commit("2026-02-01")
    förråd.byt(SKOG, "prioriterad: nej", "prioriterad: ja")
    förråd.commit("2026-02-02")
    short, long = (day.steg[0] for day in changes_page(site(förråd)).dagar[:2])
    assert (short.vikt, long.vikt) == (False, True)
    assert "<summary>Skogen 2025</summary>" in page(förråd)


def test_minor_change_is_folded(levande: Förråd) -> None:
    folded = re.findall(r"<details.*?</details>", page(levande), re.S)
    assert ["Barn läser böcker" in text for text in folded] == [True, False]
    assert "<summary>Mindre ändring: Läslovet 2025</summary>" in folded[0]


def test_start_page_names_the_last_day_and_what_changed_but_nothing_minor(levande: Förråd) -> None:
    levande.byt(VATTEN, "sammanfattning: ", "sammanfattning: Nu. ")
    levande.commit("2026-02-04", "Putsa\n\nMindre-ändring: ja")
    sajt = site(levande)
    start = Makron(sajt, Renderer(sajt.samling), "").start()
    latest = start[start.index('<h2 id="senaste-andringar">') :].replace("\xa0", " ")
    assert "3 februari 2026" in latest
    assert re.findall(r'<li><a href="([^"]*)"', latest) == ["aktiviteter/2025/museum/"]


def test_page_says_what_it_said_when_it_was_reviewed(levande: Förråd, as_reviewed: AsReviewed) -> None:
    """`--update-golden` writes it anew: a step of many kinds of file at once, one of all activities alike, and those above."""
    for file in (
        "2025/plan.yml",
        "2025/budget.yml",
        "2025/mal.yml",
        "2025/berattelse.yml",
        "samverkan.yml",
        "organisation.yml",
    ):
        text = (levande.rot / "data" / file).read_text(encoding="utf-8")
        (levande.rot / "data" / file).write_text(
            re.sub(r"(?m)(titel|namn): (\w+)$", r"\1: \2 (ny)", text), encoding="utf-8"
        )
    levande.commit("2026-02-04")
    for path in sorted((levande.rot / "data").glob("*/aktiviteter/*.yml")):
        path.write_text(
            path.read_text(encoding="utf-8").replace("sammanfattning: ", "sammanfattning: I år gäller att "),
            encoding="utf-8",
        )
    levande.commit("2026-02-05")
    text = "\n".join(re.sub(r"\b[0-9a-f]{10}\b", "…", rows_of(page(levande, area))) for area in (None, "natur"))
    as_reviewed(REVIEWED, text)


def test_area_shows_only_what_concerns_it(levande: Förråd) -> None:
    nature, culture = page(levande, "natur"), page(levande, "kultur")
    assert ("Prioriterad nej → ja" in nature, "Läslovet" in nature) == (True, False)
    assert ("Prioriterad nej → ja" in culture, "Läslovet" in culture) == (False, True)


def test_unknown_area_is_told_with_those_that_exist(levande: Förråd) -> None:
    with pytest.raises(MakroFel, match="«natur»"):
        page(levande, "natu")


def test_text_from_data_stays_text_on_the_page(levande: Förråd) -> None:
    shown = page(levande)
    assert "<script>" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_links_lead_to_pages_that_exist_now(levande: Förråd) -> None:
    other = (levande.rot / VATTEN).read_text(encoding="utf-8").replace("Vattnet", "Kyrkan").replace("fisk", "klockor")
    levande.skriv("data/2025/aktiviteter/kyrkan.yml", other)
    levande.commit("2026-03-01")
    (levande.rot / "data/2025/aktiviteter/kyrkan.yml").unlink()
    levande.commit("2026-03-02")
    (removed,) = changes_page(site(levande)).dagar[0].steg[0].saker
    assert (removed.länk.text, removed.länk.adress) == ("Kyrkan 2025", None)


def test_many_changes_in_one_thing_are_folded(förråd: Förråd) -> None:
    points = "".join(f"  - text: Punkt nummer {i} om något eget, {i * 7}.\n" for i in range(12))
    förråd.byt(SKOG, "insatser:\n", f"insatser:\n{points}")
    förråd.commit("2026-02-01")
    thing = changes_page(site(förråd)).dagar[0].steg[0].saker[0]
    assert (len(thing.rader), len(thing.fler), thing.fler_text.replace("\xa0", " ")) == (6, 6, "6 ändringar till")


# ---------------------------------------------------------------- feeds


def test_every_area_and_lifeline_has_its_feeds(levande: Förråd) -> None:
    sajt = site(levande)
    expected = {"andringar/", *(f"omraden/{name}/" for name in sajt.områden)}
    expected |= {f"aktiviteter/spar/{a.id}/" for a in sajt.samling.aktiviteter.values()}
    assert set(all_feeds(levande)) == {f"{place}{name}" for place in expected for name in ("atom.xml", "feed.json")}


def test_atom_feeds_are_valid(levande: Förråd) -> None:
    for path, text in all_feeds(levande).items():
        if path.endswith(".json"):
            continue
        found = feedparser.parse(text.encode())
        assert not found.bozo, (path, found.get("bozo_exception"))
        assert found.version == "atom10"
        assert found.feed.id
        assert found.feed.title
        assert found.feed.updated_parsed
        assert found.feed.author
        assert [link.href for link in found.feed.links if link.rel == "self"] == [f"https://akerbo.example/{path}"]
        for entry in found.entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.title
            assert entry.updated_parsed
            assert entry.link.startswith("https://akerbo.example/andringar/")
        assert len({entry.id for entry in found.entries}) == len(found.entries)
        assert [e.updated for e in found.entries] == sorted((e.updated for e in found.entries), reverse=True)


def test_hostile_text_is_text_in_the_feeds(levande: Förråd) -> None:
    found = all_feeds(levande)
    tree = ElementTree.fromstring(found["andringar/atom.xml"])  # noqa: S314 - our own feed
    space = "{http://www.w3.org/2005/Atom}"
    newest = tree.find(f"{space}entry")
    assert newest is not None
    assert typeset(HOSTILE) in str(newest.findtext(f"{space}title"))
    content = str(newest.findtext(f"{space}content"))
    assert "&lt;script&gt;" in content
    assert "<script>" not in content
    assert json.loads(found["andringar/feed.json"])["items"][0]["content_html"] == content


REQUIRED = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "language": str,
    "authors": list,
    "items": list,
}
ITEM = {"id": str, "url": str, "title": str, "content_html": str, "date_published": str}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def test_json_feeds_follow_version_1_1(levande: Förråd) -> None:
    for path, text in all_feeds(levande).items():
        if not path.endswith(".json"):
            continue
        found = json.loads(text)
        assert {key: type(value) for key, value in found.items()} == REQUIRED
        assert found["version"] == "https://jsonfeed.org/version/1.1"
        assert found["feed_url"] == f"https://akerbo.example/{path}"
        for item in found["items"]:
            assert {key: type(value) for key, value in item.items()} == ITEM
            assert RFC3339.fullmatch(item["date_published"])
        assert len({item["id"] for item in found["items"]}) == len(found["items"])


def ids(repo: Förråd, path: str, base: str = "https://akerbo.example/") -> list[str]:
    return [item["id"] for item in json.loads(all_feeds(repo, base)[path])["items"]]


def test_ids_stay_when_steps_come_and_the_site_moves(levande: Förråd) -> None:
    paths = ("andringar/feed.json", "omraden/natur/feed.json", "aktiviteter/spar/skog/feed.json")
    before = [ids(levande, path) for path in paths]
    levande.byt(SKOG, "titel: Skogens dag", "titel: Skogens stora dag")
    levande.commit("2026-03-01")
    after = [ids(levande, path, "https://ny.example/") for path in paths]
    assert [len(found) for found in after] == [len(found) + 1 for found in before]
    assert [found[1:] for found in after] == before


def test_minor_changes_are_in_no_feed(levande: Förråd) -> None:
    assert not any("böcker" in text for text in all_feeds(levande).values())


def test_lifeline_feed_follows_the_activity_through_its_years(levande: Förråd) -> None:
    levande.byt("data/2024/aktiviteter/sjoar.yml", "prioriterad: nej", "prioriterad: ja")
    levande.commit("2026-03-01")
    titles = [i["title"] for i in json.loads(all_feeds(levande)["aktiviteter/spar/vatten/feed.json"])["items"]]
    assert titles[0] == "Sjöarna 2024: prioriterad nej → ja"
    assert len(titles) == 2


def test_feed_of_a_page_that_has_moved_answers_at_its_old_address(levande: Förråd) -> None:
    levande.skriv(
        "data/permalankar.yml",
        "adresser: [/aktiviteter/spar/skogar/]\nomdirigeringar: [{från: /aktiviteter/spar/skogar/, till: /aktiviteter/spar/skog/}]\n",
    )
    found = all_feeds(levande)
    for name in ("atom.xml", "feed.json"):
        assert found[f"aktiviteter/spar/skogar/{name}"] == found[f"aktiviteter/spar/skog/{name}"]


def test_feeds_without_history_are_valid_and_empty(förråd: Förråd, tmp_path: Path) -> None:
    (förråd.rot / ".git").rename(tmp_path / "undan")
    found = feedparser.parse(all_feeds(förråd)["andringar/atom.xml"].encode())
    assert (found.bozo, found.entries, found.feed.updated) == (False, [], "2025-01-01T00:00:00Z")


def test_same_commit_gives_the_same_bytes(levande: Förråd, tmp_path: Path) -> None:
    levande.git("clone", "--quiet", str(levande.rot), str(tmp_path / "klon"))
    before = page(levande), all_feeds(levande)
    clone = Förråd(tmp_path / "klon")
    assert (page(clone), all_feeds(clone)) == before


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize("form", list(FORMATS))
def test_command_writes_every_format(levande: Förråd, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(levande.rot), "changes", "2026-02-01..", "--format", form]) == 0
    out = capsys.readouterr().out
    assert "rioriterad nej → ja" in out
    assert ("<script>" in out) is (form in ("text", "json"))
    if form == "json":
        assert json.loads(out)["ändringar"]["saker"]
    if form == "text":
        assert "Skogen 2025: prioriterad nej → ja; status som planerat → delvis" in out


def test_command_keeps_to_an_area(levande: Förråd, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--rot", str(levande.rot), "changes", "2026-02-01..", "--omrade", "natur"])
    out = capsys.readouterr().out
    assert ("Skogen" in out, "Läslovet" in out) == (True, False)


def test_command_tells_of_an_area_that_does_not_exist(levande: Förråd, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(levande.rot), "changes", "2026-02-01..", "--omrade", "natr"]) == 1
    assert "området «natr» finns inte; menade du «natur»?" in capsys.readouterr().err


def test_command_tells_what_is_wrong(levande: Förråd, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(levande.rot), "changes", "apa..HEAD"]) == 1
    assert "versionen «apa» finns inte i git" in capsys.readouterr().err


# ---------------------------------------------------------------- the built site


@pytest.fixture(scope="module")
def byggd(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The site of a body, built as CI does by default: from a clone of depth 1 in which something is not committed."""
    root = tmp_path_factory.mktemp("grund") / "projekt"
    whole = Förråd(lay_out(root))
    whole.git("init", "--quiet", "--initial-branch=main")
    whole.commit("2026-01-01")
    whole.byt("data/2025/aktiviteter/kulturstigar.yml", "prioriterad: ja", "prioriterad: nej")
    whole.commit("2026-01-02")
    clone = root.with_name("klon")
    whole.git("clone", "--quiet", "--depth", "1", f"file://{root}", str(clone))
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=clone, env=env, check=True, capture_output=True
    )
    return lambda address: (clone / "site" / address).read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["andringar/index.html", "andringar/omrade/friluftsliv/index.html"])
def test_shallow_clone_builds_and_the_page_says_what_is_not_seen(byggd: Callable[[str], str], address: str) -> None:
    assert "Webbplatsen är byggd utan äldre versionshistorik. Därför saknas äldre ändringar här." in byggd(address)
    assert "fetch-depth" not in byggd(address)


@pytest.mark.parametrize(
    ("address", "feed", "visible"),
    [
        ("index.html", "andringar/", False),
        ("andringar/index.html", "../andringar/", True),
        ("andringar/omrade/friluftsliv/index.html", "../../../omraden/friluftsliv/", True),
        ("omraden/friluftsliv/index.html", "../../omraden/friluftsliv/", True),
        ("aktiviteter/spar/kulturstigar/index.html", "../../../aktiviteter/spar/kulturstigar/", True),
        ("aktiviteter/2025/kulturstigar/index.html", "../../../aktiviteter/spar/kulturstigar/", False),
    ],
)
def test_feeds_are_named_in_the_head_and_on_the_page(
    byggd: Callable[[str], str], address: str, feed: str, visible: bool
) -> None:
    head, _, body = byggd(address).partition("</head>")
    for name in ("atom.xml", "feed.json"):
        assert re.search(rf'<link rel="alternate feed" [^>]*href="{re.escape(feed + name)}"', head)
        assert (f'href="{feed}{name}"' in body) is visible
