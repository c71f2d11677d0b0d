"""A draft is nowhere public: the site is as if it were not there, and a preview shows it on pages of its own."""

from pathlib import Path

import pytest
from rusplan.build.build_order import PREVIEW
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do
from rusplan.commands.cli import main
from rusplan.data.problems import DataFel

from tests.built import Site, build_site, files_of
from tests.drafts.half_written import PLAN, SKOG, half_written
from tests.invented import configure

REPORT, OUTCOME = "data/2025/berattelse.yml", "data/2025/utfall/skog.yml"
OWN = (
    "aktiviteter/2026/",
    "aktiviteter/spar/promenader/",
    "budget/2026/",
    "omraden/folkhalsa/",
    "planer/2026/",
    "uppfoljning/2026/",
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return half_written(tmp_path)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with hardly any pages of its own, and the half-written year."""
    root = half_written(tmp_path_factory.mktemp("utkast"))
    with (root / PLAN).open("a", encoding="utf-8") as plan:
        plan.write("upphör:\n  - {aktivitet: 2025/laslov, text: Hemliga skäl.}\n")
    (root / "docs").mkdir()
    for name in ("index", "om", "integritet"):
        (root / f"docs/{name}.md").write_text("# Sida\n\n{{ start() }}\n", encoding="utf-8")
    configure(root)
    return root


@pytest.fixture(scope="module")
def published(project: Path) -> Site:
    return build_site(project / "publicerad", root=project)


@pytest.fixture(scope="module")
def previewed(project: Path) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PREVIEW, "ja")
        return build_site(project / "visad", root=project)


def swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nothing_of_a_draft_is_published(published: Site) -> None:
    named, dated = (b"Hemlig", b"Promenaderna", b"Folkh\xc3\xa4lsa", b"(utkast)"), (b"/2026/", b"2025-2026")
    files = files_of(published.folder)
    assert not [name for name, raw in files.items() if name.startswith(OWN)]
    for name, raw in files.items():
        # The guide tells of a 2026 of its own, and search finds it.
        words = named if name.startswith(("redaktor/", "assets/sok/")) else named + dated
        assert not [word for word in words if word in raw], name


def test_preview_adds_the_pages_of_drafts_and_changes_no_other(published: Site, previewed: Site) -> None:
    before, after = files_of(published.folder), files_of(previewed.folder)
    differ = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in differ if not name.startswith("assets/sok/")} - {"rusplan-filer.txt"} == {
        name for name in after if name.startswith(OWN) and name not in before
    }
    assert b"(utkast)" in b"".join(raw for name, raw in after.items() if name.startswith("assets/sok/"))


def test_what_is_blank_in_a_draft_is_not_counted_as_none_and_lacks_no_source(previewed: Site) -> None:
    text = previewed["planer/2026/"].text.replace("\xa0", " ")
    assert "1 (inte ifyllt för 2 aktiviteter)" in text
    assert "17 dagar (inte ifyllt för 1 aktivitet)" in text


def test_each_page_of_a_draft_says_so_and_asks_search_engines_to_leave(previewed: Site) -> None:
    pages = [page for page in previewed.values() if page.address.startswith(OWN)]
    assert len(pages) == 9
    for page in pages:
        assert page.h1.endswith("(utkast)"), page
        assert "Innehållet kan ändras." in page.opening.text, page
        assert page.tree.css_matches('meta[name="robots"][content="noindex"]'), page
    for link in (link for page in pages for link in page.main.css("a[href]")):
        assert "/2025-2026/" not in str(link.attributes["href"])


def test_page_of_a_draft_tells_what_is_left_to_do(previewed: Site) -> None:
    assert "Kvar att göra: 6\u00a0saker" in previewed["aktiviteter/2026/vatten/"].main.text()
    assert "Promenaderna 2026" in previewed["planer/2026/"].opening.text
    assert "Inte ifyllt än" in previewed["aktiviteter/2026/vatten/"].main.text()
    assert "Kvar att göra" not in previewed["aktiviteter/2026/skog/"].main.text()


def test_check_lists_what_is_left_in_the_order_of_the_plan_and_ends_with_zero(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--rot", str(draft), "check"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[2] == "Kvar att göra: 16\u00a0saker. Det stoppar ingenting."
    heads = [row for row in rows[4:] if row and not row.startswith(" ")]
    assert heads == [
        "Vattnet 2025",
        "Museet 2025",
        "Läslovet 2025",
        "Verksamhetsplan 2026",
        "Vattnet 2026",
        "Promenaderna 2026",
    ]
    assert (
        "  data/2026/aktiviteter/vatten.yml:1:1: fältet «dagar» saknas; lägg till «dagar: …», eller «dagar: 0» om aktiviteten inte tar någon tid"
        in rows
    )
    assert not [row for row in rows if "försvunnit" in row]


def test_what_a_draft_lacks_is_wrong_once_it_is_decided(draft: Path) -> None:
    left = {problem.text for problem in left_to_do(read_collection(draft)) if "dagar" not in problem.text}
    swap(draft / PLAN, "läge: utkast", "läge: beslutad")
    with pytest.raises(DataFel) as found:
        read_collection(draft)
    assert left <= {problem.text.partition("; har en del")[0] for problem in found.value.problems}


def test_real_mistakes_in_a_draft_are_errors(draft: Path) -> None:
    swap(draft / SKOG, "dagar: 14", "dagar: fjorton")
    swap(draft / "data/2026/aktiviteter/vatten.yml", "[kommunen]", "[komunen]")
    with pytest.raises(DataFel) as found:
        read_collection(draft)
    assert [problem.fil for problem in found.value.problems] == [
        "data/2026/aktiviteter/skog.yml",
        "data/2026/aktiviteter/vatten.yml",
    ]


def test_sums_of_a_draft_that_differ_are_left_to_do(draft: Path) -> None:
    swap(draft / PLAN, "titel: Folkhälsa", "titel: Folkhälsa\n    dagar: 4")
    (found,) = [problem for problem in left_to_do(read_collection(draft)) if "«dagar» är 4" in problem.text]
    assert "aktiviteternas dagar i Folkhälsa blir 3" in found.text


def test_draft_of_a_report_hides_the_report_and_how_it_went(draft: Path) -> None:
    swap(draft / REPORT, "läge: beslutad", "läge: utkast")
    swap(
        draft / OUTCOME,
        "status: som_planerat",
        "status: som_planerat\navstämningar: [{datum: 2025-05-02, status: pågår}]",
    )
    samling = read_collection(draft)
    assert samling.årgångar["2025"].berättelse_är_utkast
    public = samling.publikt.årgångar["2025"]
    assert public.berättelse is None
    outcomes = {a.id: a.utfall.innehåll for a in public.aktiviteter.values() if a.utfall}
    assert not any(outcome.status or outcome.sammanfattning for outcome in outcomes.values())
    assert outcomes["skog"].känd_status == "pågår"
    assert outcomes["skog"].resultat


def test_addresses_of_a_draft_are_not_registered(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--rot", str(draft), "permalinks"]) == 0
    told = (
        capsys.readouterr().out
        + (draft / "data/permalankar.yml").read_text(encoding="utf-8")
        + (draft / SKOG).read_text(encoding="utf-8")
    )
    assert "2026/" not in told
    assert "promenader" not in told
    assert "id:" not in told
