"""How the history of data/ becomes steps: what counts, what is skipped, and what is said when git cannot tell."""

import re
import subprocess
from pathlib import Path

import pytest
from rusplan.changes.history import read_history
from rusplan.changes.span import SpannFel, between
from rusplan.changes.steps import Historik, Slag
from rusplan.git.asking import Hinder
from rusplan.git.messages import is_minor

from tests.changes.data_repository import SKOG, UTFALL, Förråd

VATTEN = "data/2025/aktiviteter/vatten.yml"
LASLOV = "data/2025/aktiviteter/laslov.yml"


def days(history: Historik) -> list[str]:
    return [step.datum.iso for step in history.steg]


def said(history: Historik, step: int = 0) -> list[str]:
    return [f"{c.sak.titel}: {f.text}" for c in history.steg[step].ändringar.saker for f in c.ändringar]


def test_first_import_is_counted_and_not_listed(förråd: Förråd) -> None:
    (only,) = read_history(förråd.rot).steg
    assert not only.ändringar.saker
    assert [s.text.replace("\xa0", " ") for s in only.ändringar.sammandrag][:2] == [
        "4 aktiviteter 2025 lades till",
        "utfall 2025 lades till",
    ]


def test_many_new_files_at_once_are_counted(förråd: Förråd) -> None:
    text = (förråd.rot / LASLOV).read_text(encoding="utf-8")
    for i in range(12):
        förråd.skriv(f"data/2025/aktiviteter/ny-{i}.yml", text.replace("Läslovet", f"Ny {i}"))
    förråd.commit("2026-02-01")
    found = read_history(förråd.rot).steg[0].ändringar
    assert [s.text.replace("\xa0", " ") for s in found.sammandrag] == ["12 aktiviteter 2025 lades till"]
    assert not found.saker


def test_new_and_removed_activity_are_told(förråd: Förråd) -> None:
    text = (förråd.rot / LASLOV).read_text(encoding="utf-8")
    förråd.skriv(
        "data/2025/aktiviteter/kyrkan.yml",
        text.replace("Läslovet", "Kyrkan").replace("Barn läser", "Vi ringer i klockor"),
    )
    förråd.commit("2026-02-01")
    assert said(read_history(förråd.rot)) == ["Kyrkan 2025: ny aktivitet, 2,5\xa0dagar"]
    (förråd.rot / "data/2025/aktiviteter/kyrkan.yml").unlink()
    förråd.commit("2026-02-02")
    assert said(read_history(förråd.rot)) == ["Kyrkan 2025: aktiviteten togs bort"]


def test_renamed_file_is_one_activity_with_a_new_address(förråd: Förråd) -> None:
    """Plan, outcome and all references move with it, and one field is changed at the same time."""
    for folder in ("aktiviteter", "utfall"):
        förråd.git("mv", f"data/2025/{folder}/skog.yml", f"data/2025/{folder}/storskogen.yml")
    förråd.byt("data/2025/aktiviteter/storskogen.yml", "dagar: 12", "dagar: 13")
    förråd.byt("data/2025/plan.yml", "- skog\n", "- storskogen\n")
    förråd.commit("2026-02-01")
    assert said(read_history(förråd.rot)) == [
        "Skogen 2025: ny adress: 2025/storskogen (tidigare 2025/skog)",
        "Skogen 2025: dagar 12 → 13",
    ]


def test_reference_to_a_renamed_activity_is_no_change(förråd: Förråd) -> None:
    förråd.git("mv", "data/2024/aktiviteter/sjoar.yml", "data/2024/aktiviteter/sjoarna.yml")
    förråd.byt("data/2024/plan.yml", "sjoar", "sjoarna")
    förråd.byt(VATTEN, "2024/sjoar,", "2024/sjoarna,")
    förråd.commit("2026-02-01")
    assert said(read_history(förråd.rot)) == ["Sjöarna 2024: ny adress: 2024/sjoarna (tidigare 2024/sjoar)"]


def test_one_removed_and_another_added_are_no_rename(förråd: Förråd) -> None:
    text = (förråd.rot / LASLOV).read_text(encoding="utf-8")
    (förråd.rot / LASLOV).unlink()
    other = text.replace("Läslovet", "Kyrkan").replace(
        "Barn läser på museet.", "Klockorna i tornet ringer varje timme."
    )
    förråd.skriv("data/2025/aktiviteter/kyrkan.yml", other)
    förråd.commit("2026-02-01")
    kinds = {f.slag for c in read_history(förråd.rot).steg[0].ändringar.saker for f in c.ändringar}
    assert kinds == {Slag.NY, Slag.BORTTAGEN}


def test_version_that_cannot_be_read_is_remarked_and_passed_over(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 12", "dagar: tolv")
    förråd.commit("2026-02-01")
    förråd.byt(SKOG, "dagar: tolv", "dagar: 14")
    förråd.commit("2026-02-02")
    history = read_history(förråd.rot)
    assert said(history) == ["Skogen 2025: dagar 12 → 14"]
    assert "gick inte att läsa i versionen före" in history.steg[0].ändringar.saker[0].anmärkningar[0]
    broken = history.steg[1].ändringar.saker[0]
    assert (broken.sak.titel, broken.ändringar) == ("Skogen 2025", ())
    assert "har fel i den här versionen" in broken.anmärkningar[0]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[[[[", b"- lista\n", b"titel: x\n", b"a: *b\n", b"x" * 1_100_000], ids=range(7)
)
def test_no_content_in_history_stops_the_build(förråd: Förråd, content: bytes) -> None:
    (förråd.rot / SKOG).write_bytes(content)
    förråd.commit("2026-02-01")
    förråd.git("checkout", "--quiet", "HEAD~1", "--", SKOG)
    förråd.commit("2026-02-02")
    assert read_history(förråd.rot).steg[0].ändringar.saker[0].anmärkningar


def test_odd_paths_are_passed_over(förråd: Förråd) -> None:
    for name in (
        "data/2025/aktiviteter/å\nä.yml",
        "data/.gömd/x.yml",
        "data/2025/utfall/-rf.yml",
        "data/permalankar.yml",
        "data/a/b/c/d.yml",
    ):
        förråd.skriv(name, "a: b\n")
    (förråd.rot / "data/2025/aktiviteter/lank.yml").symlink_to("skog.yml")
    förråd.commit("2026-02-01")
    assert days(read_history(förråd.rot)) == ["2026-01-01"]


def test_uncommitted_changes_do_not_show(förråd: Förråd) -> None:
    before = read_history(förråd.rot)
    förråd.byt(SKOG, "dagar: 12", "dagar: 99")
    förråd.byt("data/samverkan.yml", "Fiskerådet", "Osparat råd")
    förråd.git("add", "--all")
    assert read_history(förråd.rot) == before


def test_steps_stand_newest_first_even_if_clocks_were_wrong(förråd: Förråd) -> None:
    for day in ("2026-03-01", "2026-02-01", "2026-03-01"):
        text = (förråd.rot / SKOG).read_text(encoding="utf-8")
        förråd.skriv(SKOG, text.replace("dagar: ", "dagar: 1"))
        förråd.commit(day)
    assert days(read_history(förråd.rot)) == ["2026-03-01", "2026-03-01", "2026-02-01", "2026-01-01"]


# ---------------------------------------------------------------- minor changes and merges


@pytest.mark.parametrize(
    ("message", "minor"),
    [
        ("Rätta stavfel\n\nMindre-ändring: ja", True),
        ("Rätta\n\nText.\n\nMindre-ändring: ja\nCo-authored-by: En <en@akerbo.example>", True),
        ("Rätta\n\nmindre-ändring: JA\n", True),
        ("Rätta\n\nMindre-andring: ja", True),
        ("Rätta\n\nMindre-a\u0308ndring: ja", True),
        ("Rätta\n\nMindre-ändring: nej", False),
        ("Mindre-ändring: ja", False),
        ("Rätta\n\nMindre-ändring: ja\n\nNej, det var en stor ändring.", False),
        ("", False),
    ],
)
def test_minor_change_is_marked_at_the_end_of_the_message(message: str, minor: bool) -> None:
    assert is_minor(message) is minor


def branch(förråd: Förråd, *messages: str) -> None:
    förråd.git("checkout", "--quiet", "-b", "gren")
    for i, message in enumerate(messages):
        förråd.byt(VATTEN, f"dagar: {5.5 + i}", f"dagar: {6.5 + i}")
        förråd.commit(f"2026-02-0{i + 1}", message)
    förråd.git("checkout", "--quiet", "main")
    förråd.skriv("README.md", "Inget.")
    förråd.commit("2026-02-10")
    förråd.git("merge", "--quiet", "--no-ff", "--message", "Ta in grenen", "gren", date="2026-03-01T12:00:00+01:00")


MINOR = "Putsa\n\nMindre-ändring: ja"


def test_change_that_came_by_a_branch_stands_on_the_day_it_was_made(förråd: Förråd) -> None:
    branch(förråd, "Ett", MINOR)
    history = read_history(förråd.rot)
    assert days(history) == ["2026-02-02", "2026-02-01", "2026-01-01"]
    assert said(history) == ["Vattnet 2025: dagar 6,5 → 7,5"]
    assert [step.mindre for step in history.steg] == [True, False, False]


# ---------------------------------------------------------------- no history


def test_archive_without_git_says_so(förråd: Förråd, tmp_path: Path) -> None:
    (förråd.rot / ".git").rename(tmp_path / "undan")
    assert read_history(förråd.rot) == Historik(hinder=Hinder.INGEN_HISTORIK)
    with pytest.raises(SpannFel, match="versionshistorik"):
        between(förråd.rot, "2026-01-01..")


def test_archive_within_another_repository_says_so(tmp_path: Path, förråd: Förråd) -> None:
    (förråd.rot / ".git").rename(tmp_path / "undan")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert read_history(förråd.rot).hinder is Hinder.INGET_SPARAT, "nothing is saved there yet"
    saved = ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--allow-empty", "-m", "x")
    subprocess.run(["git", *saved], cwd=tmp_path, check=True)
    assert read_history(förråd.rot).hinder is Hinder.INGEN_HISTORIK


def test_missing_git_says_so(förråd: Förråd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/finns-inte")
    assert read_history(förråd.rot).hinder is Hinder.GIT_SAKNAS


@pytest.mark.parametrize(("depth", "left"), [(1, []), (2, ["2026-02-02"])])
def test_shallow_clone_shows_what_it_has_and_says_that_it_is_shallow(
    förråd: Förråd, tmp_path: Path, depth: int, left: list[str]
) -> None:
    for day, number in (("2026-02-01", "13"), ("2026-02-02", "14")):
        förråd.byt(SKOG, f"dagar: {int(number) - 1}", f"dagar: {number}")
        förråd.commit(day)
    förråd.git("clone", "--quiet", "--depth", str(depth), f"file://{förråd.rot}", str(tmp_path / "grund"))
    history = read_history(tmp_path / "grund")
    assert (history.ytlig, history.hinder, days(history)) == (True, None, left)
    with pytest.raises(SpannFel, match=r"Den 15.januari 2026 ligger före .* fetch-depth: 0"):
        between(tmp_path / "grund", "2026-01-15..")


def test_project_in_a_folder_of_its_repository_is_read(förråd: Förråd, tmp_path: Path) -> None:
    (förråd.rot / "under").mkdir()
    förråd.git("mv", "data", "under/data")
    förråd.commit("2026-02-01")
    förråd.byt(f"under/{UTFALL}", "status: som_planerat", "status: delvis")
    förråd.commit("2026-02-02")
    assert said(read_history(förråd.rot / "under")) == ["Skogen 2025: status som planerat → delvis"]


def test_own_git_settings_change_nothing(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 12", "dagar: 13")
    förråd.commit("2026-02-01")
    before = read_history(förråd.rot)
    for name, value in (
        ("color.ui", "always"), ("log.showSignature", "true"), ("diff.renames", "copies"), ("log.follow", "true"),
        ("core.quotePath", "true"), ("log.abbrevCommit", "true"), ("diff.noprefix", "true"), ("log.date", "relative"),
    ):  # fmt: skip
        förråd.git("config", name, value)
    assert read_history(förråd.rot) == before


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("", "«» går inte att förstå; skriv till exempel 2026-01-01..2026-06-30"),
        ("..", "går inte att förstå"),
        ("A...B", "«A...B» går inte att förstå"),
        ("2026-02-30..", "«2026-02-30» är inget datum som finns"),
        ("finns-inte..HEAD", "versionen «finns-inte» finns inte i git"),
        ("--all..HEAD", "versionen «--all» finns inte i git"),
        ("HEAD..2025", "versionen «2025» finns inte i git"),
        ("2023..2025", "året 2023 finns inte i data; åren är 2024, 2025"),
        ("2025..2025", "båda åren är 2025; ange två olika år, som 2025..2026"),
    ],
)
def test_span_that_cannot_be_used_is_told_in_a_sentence(förråd: Förråd, span: str, said: str) -> None:
    with pytest.raises(SpannFel, match=re.escape(said)):
        between(förråd.rot, span)


def test_older_steps_are_told_without_fields(förråd: Förråd) -> None:
    for i in range(3):
        förråd.byt(SKOG, f"dagar: {12 + i}", f"dagar: {13 + i}")
        förråd.commit(f"2026-02-0{i + 1}")
    versions = förråd.git("log", "--format=%H").splitlines()
    history = read_history(förråd.rot, detailed=2)
    assert [step.version for step in history.steg] == versions
    assert [step.utförlig for step in history.steg] == [True, True, False, False]
    assert [(c.sak.titel, c.ändringar) for c in history.steg[2].ändringar.saker] == [("Skogen 2025", ())]
