"""What a newsletter says: its forms, its sentences, what is chosen, and what git knows of dates."""

import json
import shutil
from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import pytest
from rusplan.commands import cli
from rusplan.data.reading import read_what_can_be_read
from rusplan.git.asking import BOT, Hinder
from rusplan.git.file_dates import AVKORTAD_HISTORIK, INGEN_HISTORIK, Fildatum, file_dates
from rusplan.git.log import read_log
from rusplan.outputs import newsletter_text
from rusplan.outputs.newsletter_items import all_news, news_since
from rusplan.outputs.newsletter_text import FORMATS, Inslag
from rusplan.site.sajt import Sajt
from rusplan.site.site_url import site_url
from rusplan.swedish.sentences import first_sentence

from tests.in_node import evaluate
from tests.newsletter.newsletter_site import BAS, SITE_URL, SUMMARY, TITLE, commit, git, printed, replace, rusplan

FALL = json.loads((Path(__file__).parent / "fall.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("fall", FALL, ids=lambda fall: fall["fall"])
def test_each_form_is_written_as_the_table_says(fall: dict[str, Any], form: str) -> None:
    items = []
    for given in fall["inslag"]:
        items.append(
            Inslag(
                ref="",
                titel=given["titel"],
                mening=given["mening"],
                status=None,
                läge=given["status"],
                område="",
                adress=given["adress"],
                ändrad=None,
                grupp=given.get("grupp", ""),
            )
        )
    grouped = fall.get("grupperat", False)
    assert newsletter_text.newsletter(items, fall["inledning"], form, "", grouped=grouped) == fall[form]


@pytest.mark.parametrize("fall", FALL, ids=lambda fall: fall["fall"])
def test_script_writes_each_form_as_the_command_does(fall: dict[str, Any]) -> None:
    formats = {form: asdict(FORMATS[form]) for form in ("html", "text")}
    write = "([formats, ...rest]) => ['html', 'text'].map((form) => m.newsletter(formats, form, ...rest))"
    given = [formats, fall["inslag"], fall["inledning"], fall.get("grupperat", False)]
    assert evaluate("nyhetsbrev/text.js", write, given) == [fall["html"], fall["text"]]


class Seen(HTMLParser):
    """The tags of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("fall", FALL, ids=lambda fall: fall["fall"])
def test_markdown_shows_each_text_as_it_stands_and_makes_no_markup_of_it(fall: dict[str, Any]) -> None:
    seen = Seen(markdown.markdown(fall["md"], extensions=["extra", "admonition"]))
    intro = ["p"] if newsletter_text.one_line(fall["inledning"]) else []
    if not fall.get("grupperat"):
        assert seen.tags == [*intro, *["h2", "p", "p", "p", "a"] * len(fall["inslag"])]
    assert newsletter_text.one_line(fall["inledning"]) in seen.text
    for item in fall["inslag"]:
        assert item["mening"] in seen.text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("En. Två.", "En."),
        ("Hur gick det? Bra.", "Hur gick det?"),
        ("Se t.ex. Boverket och bl.a. SKR. Sedan mer.", "Se t.ex. Boverket och bl.a. SKR."),
        ("Ca. 5 dagar gick åt. Slut.", "Ca. 5 dagar gick åt."),
        ("Möten, kurser m.m. Det blev bra.", "Möten, kurser m.m."),
        ("Det blev 12.5 dagar och 1.200 personer kom. Bra.", "Det blev 12.5 dagar och 1.200 personer kom."),
        ("Rådet skrev «Hur då?» Ingen svarade.", "Rådet skrev «Hur då?»"),
        ("Allt (utom ett.) Sedan mer.", "Allt (utom ett.)"),
        ("Läs www.hbr.se. åter", "Läs www.hbr.se. åter"),
        ("Första stycket utan punkt\n\nAndra stycket. Slut.", "Första stycket utan punkt"),
        ("År 2025. 12 möten hölls.", "År 2025."),
        ("A. Bergs metod användes. Slut.", "A. Bergs metod användes."),
        ("En rad\nsom fortsätter. Slut.", "En rad som fortsätter."),
    ],
)
def test_first_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


# ------------------------------------------------------------ the command


def titles(text: str) -> list[str]:
    return [block.split("\n")[0] for block in text.split("\n\n") if block]


def test_command_gives_title_sentence_status_and_whole_permalink(projekt: Path) -> None:
    expected = f"{TITLE} 2025\n{SUMMARY.removesuffix(' Nästa mening.')}\nStatus: Genomförd som planerat\n{SITE_URL}aktiviteter/2025/skog/\n"
    assert printed(projekt, "2025/skog") == rusplan(projekt, "2025/skog") == expected


def test_since_tells_what_has_changed_by_year_and_area(projekt: Path) -> None:
    changed = f"""\
— 2025: Natur —

{TITLE} 2025
Aktiviteten hette tidigare ”Skogen” och sammanfattningen av utfallet är omskriven.
Status: Genomförd som planerat
{SITE_URL}aktiviteter/2025/skog/

Nya Vattnet 2025
Aktiviteten hette tidigare ”Vattnet”.
Status: Uppgift saknas i källan
{SITE_URL}aktiviteter/2025/vatten/
"""
    assert rusplan(projekt, "--since", "2026-01-02") == changed
    assert rusplan(projekt, "2025/skog", "--since", "2026-01-02") == changed.partition("\nNya")[0]


def test_since_counts_the_day_itself_and_nothing_before_it(projekt: Path) -> None:
    assert titles(rusplan(projekt, "--since", "2026-03-03")) == ["— 2025: Natur —", "Nya Vattnet 2025"]
    assert rusplan(projekt, "--since", "2026-03-04") == ""


def test_a_new_year_is_one_item_with_its_activities_counted(projekt: Path) -> None:
    text = rusplan(projekt, "--since", "2026-01-01").replace("\u00a0", " ")
    assert f"Verksamhetsplan 2025\nPlanen är publicerad med 4 aktiviteter.\n{SITE_URL}planer/2025/\n" in text
    assert not {"Skogen", "Vattnet"} & set(text.split())


def told_since(root: Path, day: str) -> dict[str, str]:
    samling, _ = read_what_can_be_read(root)
    assert samling
    return {item.ref: item.mening for item in news_since(all_news(Sajt(samling=samling.publikt)), day)}


def test_a_draft_is_no_news_and_its_decision_is_one(projekt: Path, tmp_path: Path) -> None:
    root = tmp_path / "projekt"
    shutil.copytree(projekt, root)
    plan, activity = root / "data/2025/plan.yml", root / "data/2025/aktiviteter/skog.yml"
    replace(plan, "läge: beslutad", "läge: utkast")
    replace(plan, "ursprung: inläst", "ursprung: skrivet_här")
    commit(root, "2026-05-05")
    replace(activity, "dagar: ", "dagar: 1")
    commit(root, "2026-05-06")
    assert not [ref for ref in told_since(root, "2026-05-01") if ref.startswith("2025/")]
    replace(plan, "läge: utkast", "läge: beslutad")
    commit(root, "2026-05-07")
    for day in ("2026-05-06", "2026-05-07"):
        told = told_since(root, day)
        assert told["2025/plan"] == "Planen är beslutad med 4\u00a0aktiviteter."
        assert "2025/skog" not in told


def test_many_activities_that_come_to_a_plan_or_leave_it_are_counted_and_told_with_it(
    projekt: Path, tmp_path: Path
) -> None:
    root = tmp_path / "projekt"
    shutil.copytree(projekt, root)
    one = root / "data/2025/aktiviteter/vatten.yml"
    many = [one.with_stem(f"vatten-{number}") for number in range(40)]
    for path in many:
        shutil.copy(one, path)
    commit(root, "2026-05-05")
    assert told_since(root, "2026-05-05") == {"2025/plan": "40\u00a0aktiviteter har tillkommit."}
    for path in many:
        path.unlink()
    commit(root, "2026-05-06")
    assert told_since(root, "2026-05-06") == {"2025/plan": "40\u00a0aktiviteter är borttagna."}
    assert told_since(root, "2026-05-05") == {}, "all is as it was before they came"


def test_what_only_a_draft_of_a_report_says_is_no_news(projekt: Path, tmp_path: Path) -> None:
    root = tmp_path / "projekt"
    shutil.copytree(projekt, root)
    replace(root / "data/2025/plan.yml", "ursprung: inläst", "ursprung: skrivet_här")
    replace(root / "data/2025/berattelse.yml", "läge: beslutad", "läge: utkast")
    commit(root, "2026-05-05")
    replace(root / "data/2025/utfall/skog.yml", "status: som_planerat", "status: delvis")
    replace(root / "data/2025/aktiviteter/vatten.yml", "titel: Nya ", "titel: ")
    commit(root, "2026-05-06")
    assert list(told_since(root, "2026-05-06")) == ["2025/vatten"]


def test_since_last_counts_from_the_issue_that_went_out_last(projekt: Path, tmp_path: Path) -> None:
    root = tmp_path / "projekt"
    shutil.copytree(projekt, root)
    with pytest.raises(AssertionError, match="nyhetsbrev:\n  - datum: 2026-01-31"):
        rusplan(root, "--since-last")
    with (root / "data/organisation.yml").open("a", encoding="utf-8") as file:
        file.write("nyhetsbrev:\n  - datum: 2026-03-03\n  - datum: 2025-12-01\n")
    assert rusplan(root, "--since-last") == rusplan(root, "--since", "2026-03-03") != ""


def test_area_year_and_status_narrow_the_choice_together(projekt: Path) -> None:
    every = titles(rusplan(projekt))
    year = titles(rusplan(projekt, "--year", "2024"))
    assert year == [title for title in every if title.endswith("2024")]
    done = titles(rusplan(projekt, "--status", "som_planerat", "--year", "2025"))
    assert done == [f"{TITLE} 2025"]
    areas = [titles(rusplan(projekt, "--area", area)) for area in ("natur", "kultur")]
    assert sorted([*areas[0], *areas[1]]) == sorted(every)
    assert all(areas)


def test_named_activities_come_in_the_order_given_each_once(projekt: Path) -> None:
    text = rusplan(projekt, "2025/vatten", "2024/skog", "2025/vatten", "--intro", "Hej")
    assert [title.split()[-1] for title in titles(text)] == ["Hej", "2025", "2024"]
    assert text.endswith(f"{SITE_URL}aktiviteter/2024/skog/\n")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--area", "natu"], 2, "området «natu» finns inte; menade du «natur»?"),
        (["--year", "1999"], 2, "året «1999» finns inte; det som finns är «2024», «2025»"),
        (
            ["--status", "klar"],
            2,
            "statusen «klar» finns inte; det som finns är «som_planerat», «delvis», «ej», «pågår», «inte_påbörjad», «inte_uppföljd», «okänt», «ovisst», «inte_här», «utgår»",
        ),
        (["2025/sokg"], 2, "aktiviteten «2025/sokg» finns inte; menade du «2025/skog»?"),
        (["--since", "2026-13-01"], 2, "«2026-13-01» är inget datum; skriv år, månad och dag, till exempel 2026-01-31"),
        (["--year", "2024", "--status", "delvis"], 0, "Ingen aktivitet stämmer med urvalet."),
    ],
)
def test_wrong_order_is_told_in_swedish_with_what_exists(
    words: list[str],
    code: int,
    message: str,
    projekt: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", SITE_URL)
    assert cli.main(["--rot", str(projekt), "newsletter", *words]) == code
    assert capsys.readouterr() == ("", message + "\n")


def test_without_site_url_the_command_says_what_to_fill_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--rot", str(BAS), "newsletter"]) == 1
    assert "Fyll i site_url" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("site_url: https://a.se", "https://a.se/"),
        ("site_url: https://a.se/b/", "https://a.se/b/"),
        ("site_url: !ENV [INTE_SATT, 'https://c.se/']", "https://c.se/"),
        ("site_url: !ENV [INTE_SATT, SATT, 'https://c.se/']", "https://satt.se/"),
        ("site_url: !ENV SATT", "https://satt.se/"),
        ("site_url: !ENV INTE_SATT", None),
        ("site_name: x", None),
        ("- lista", None),
        ("site_url: [", None),
    ],
)
def test_site_url_is_read_as_mkdocs_reads_it(
    line: str, expected: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SATT", "https://satt.se")
    (tmp_path / "mkdocs.yml").write_text(f"{line}\n", encoding="utf-8")
    assert site_url(tmp_path) == expected


# ------------------------------------------------------------ git


def dates_of(root: Path) -> Fildatum:
    return file_dates(read_log(root), lambda _: True)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    root = tmp_path / "repo"
    (root / "data").mkdir(parents=True)
    for name in ("a", "b"):
        (root / f"data/{name}.yml").write_text("1\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    commit(root, "2026-01-01")
    return root


def test_date_is_that_of_the_last_commit_that_changed_the_file(repo: Path) -> None:
    (repo / "data/a.yml").write_text("2\n", encoding="utf-8")
    commit(repo, "2026-02-02")
    (repo / "läsmig.txt").write_text("utanför data\n", encoding="utf-8")
    commit(repo, "2026-03-03")
    dates = dates_of(repo)
    assert dates.ändrad == {"data/a.yml": "2026-02-02", "data/b.yml": "2026-01-01"}
    assert dates.newest(["data/a.yml", "data/b.yml"]) == "2026-02-02"
    assert dates.newest(["data/ny.yml"]) is None


def test_merged_proposal_counts_from_the_day_it_was_written(repo: Path) -> None:
    git(repo, "switch", "-qc", "förslag")
    (repo / "data/a.yml").write_text("2\n", encoding="utf-8")
    commit(repo, "2026-02-02")
    git(repo, "switch", "-q", "main")
    git(repo, "merge", "-q", "--no-ff", "-m", "in", "förslag", day="2026-04-04")
    assert dates_of(repo).ändrad == {"data/a.yml": "2026-02-02", "data/b.yml": "2026-01-01"}


def test_renamed_file_counts_as_changed_under_its_new_name(repo: Path) -> None:
    git(repo, "mv", "data/a.yml", "data/c.yml")
    commit(repo, "2026-02-02")
    assert dates_of(repo).newest(["data/c.yml"]) == "2026-02-02"


def test_project_may_lie_in_a_folder_of_the_repository(repo: Path) -> None:
    (repo / "inre").mkdir()
    shutil.copytree(repo / "data", repo / "inre/data")
    commit(repo, "2026-02-02")
    assert dates_of(repo / "inre").ändrad == {"data/a.yml": "2026-02-02", "data/b.yml": "2026-02-02"}


def test_branch_named_as_git_names_a_cut_is_no_cut(repo: Path) -> None:
    git(repo, "switch", "-qc", "grafted")
    assert dates_of(repo).brist is None


def test_shallow_clone_says_that_history_is_cut_and_what_to_set(repo: Path, tmp_path: Path) -> None:
    (repo / "data/a.yml").write_text("2\n", encoding="utf-8")
    commit(repo, "2026-02-02")
    git(tmp_path, "clone", "-q", "--depth", "1", repo.as_uri(), "ytlig")
    dates = dates_of(tmp_path / "ytlig")
    assert (dates.brist, dict(dates.ändrad)) == (AVKORTAD_HISTORIK, {})


def test_without_git_the_command_says_so_and_the_rest_still_works(
    projekt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(projekt / "data", tmp_path / "data")
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.se\n", encoding="utf-8")
    assert dates_of(tmp_path).brist == INGEN_HISTORIK
    assert cli.main(["--rot", str(tmp_path), "newsletter", "--since", "2026-01-01"]) == 1
    assert capsys.readouterr() == ("", f"{INGEN_HISTORIK} {BOT[Hinder.INGEN_HISTORIK]}\n")
    assert cli.main(["--rot", str(tmp_path), "newsletter", "2025/skog"]) == 0
    assert "https://a.se/aktiviteter/2025/skog/" in capsys.readouterr().out
