"""Whatever git does, what has been shown keeps its name and its day; and nothing that git holds stops a build of today."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.changes.history import read_history, read_past
from rusplan.changes.span import between
from rusplan.changes.steps import Historik
from rusplan.data.reading import read_data
from rusplan.git.asking import BOT, Hinder
from rusplan.git.log import moment, read_log, told
from rusplan.outputs.feeds import feeds
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.changes_page import changes_page

from tests.changes.data_repository import SKOG, UTFALL, Förråd

VATTEN, LASLOV, MUSEUM = (f"data/2025/aktiviteter/{name}.yml" for name in ("vatten", "laslov", "museum"))
Händer = Callable[[Förråd], None]
LATER = {"date": "2026-06-01T12:00:00+02:00"}


def shown(history: Historik) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What readers have of each step: by its name its day and what it says."""
    return {
        step.namn: (
            step.datum.iso,
            (
                *(f"{c.sak.titel}: {f.text}" for c in step.ändringar.saker for f in c.ändringar),
                *(s.text for s in step.ändringar.sammandrag),
            ),
        )
        for step in history.steg
    }


def said(history: Historik) -> list[tuple[str, str]]:
    return [
        (step.datum.iso, f"{c.sak.titel}: {f.text}")
        for step in history.steg
        for c in step.ändringar.saker
        for f in c.ändringar
    ]


def days(förråd: Förråd, file: str, old: str, new: str, day: str, message: str = "Ändra dagar") -> None:
    förråd.byt(file, f"dagar: {old}", f"dagar: {new}")
    förråd.commit(day, message)


@pytest.fixture
def publicerat(förråd: Förråd) -> Förråd:
    """What has been shown: two changes on main after the first import."""
    days(förråd, SKOG, "12", "13", "2026-02-01")
    days(förråd, VATTEN, "5.5", "6.5", "2026-02-03")
    return förråd


def another_branch(förråd: Förråd, name: str = "gren") -> None:
    """Work that somebody has begun before the last change that was shown, and not yet sent."""
    förråd.git("checkout", "--quiet", "-b", name, "main~1")
    days(förråd, LASLOV, "2.5", "3.5", "2026-02-02", "Mer läslov")


def pull(förråd: Förråd) -> None:
    """The branch has what was shown as its second parent, as after `git pull`."""
    another_branch(förråd)
    förråd.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'main'", "main", **LATER)


def pull_request(förråd: Förråd) -> None:
    another_branch(förråd)
    förråd.git("checkout", "--quiet", "main")
    förråd.git("merge", "--quiet", "--no-ff", "-m", "Merge pull request", "gren", **LATER)


def merges_back_and_forth(förråd: Förråd) -> None:
    pull(förråd)
    förråd.git("checkout", "--quiet", "main")
    days(förråd, SKOG, "13", "14", "2026-02-04")
    förråd.git("merge", "--quiet", "--no-ff", "-m", "In", "gren", **LATER)
    förråd.git("checkout", "--quiet", "gren")
    förråd.git("merge", "--quiet", "--no-ff", "-m", "Ut", "main", **LATER)


def octopus(förråd: Förråd) -> None:
    another_branch(förråd)
    förråd.git("checkout", "--quiet", "-b", "gren-2", "main~1")
    days(förråd, MUSEUM, "10", "9", "2026-01-20")
    förråd.git("merge", "--quiet", "--no-ff", "-m", "Allt", "gren", "main", **LATER)


def rebase(förråd: Förråd) -> None:
    förråd.git("checkout", "--quiet", "-b", "gren", "main~2")
    days(förråd, LASLOV, "2.5", "3.5", "2026-01-15")
    förråd.git("checkout", "--quiet", "main")
    förråd.git("rebase", "--quiet", "gren")


def rebase_over_the_same_file(förråd: Förråd) -> None:
    förråd.git("checkout", "--quiet", "-b", "gren", "main~2")
    förråd.byt(SKOG, "prioriterad: nej", "prioriterad: ja")
    förråd.commit("2026-01-15")
    förråd.git("checkout", "--quiet", "main")
    förråd.git("rebase", "--quiet", "gren")


def cherry_pick_and_merge(förråd: Förråd) -> None:
    another_branch(förråd)
    förråd.git("cherry-pick", "main")
    förråd.git("merge", "--quiet", "--no-ff", "-m", "In", "main", **LATER)


def note_at_the_end_of_the_message(förråd: Förråd) -> None:
    förråd.git("commit", "--quiet", "--amend", "-m", "Ändra dagar\n\nMindre-ändring: ja")


def line_ends_of_all_files(förråd: Förråd) -> None:
    for path in (förråd.rot / "data").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    förråd.commit("2026-05-01", "Windows")


def comments_quotes_and_layout(förråd: Förråd) -> None:
    for path in (förråd.rot / "data").rglob("*.yml"):
        path.write_text("# En kommentar.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    förråd.byt(SKOG, "titel: Skogen\n", "titel:   'Skogen'   # namnet\n")
    förråd.commit("2026-05-01")


def an_older_day_than_all_before(förråd: Förråd) -> None:
    days(förråd, SKOG, "13", "14", "2025-12-24")


def the_beginning_of_time(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 13", "dagar: 14")
    förråd.git("commit", "--quiet", "--all", "-m", "Klockan går fel", date="1970-01-01T00:00:01+00:00")


def committed_as(förråd: Förråd, headers: str) -> None:
    """All that is changed, in a commit that says just this."""
    förråd.git("add", "--all")
    tree, parent = förråd.git("write-tree"), förråd.git("rev-parse", "HEAD")
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=förråd.rot, input=f"tree {tree}\nparent {parent}\n{headers}".encode(), capture_output=True, check=True,
    )  # fmt: skip
    förråd.git("reset", "--quiet", "--hard", made.stdout.decode().strip())


def a_commit_without_a_time(förråd: Förråd) -> None:
    förråd.byt(SKOG, "dagar: 13", "dagar: 14")
    committed_as(förråd, "author Någon\ncommitter Någon <> 99999999999999999 +9999\n\nTrasig\n")


def bytes_that_are_no_text(förråd: Förråd) -> None:
    odd = os.fsencode(förråd.rot / "data/2025/aktiviteter") + b"/\xff\n\xe5 b.yml"
    Path(os.fsdecode(odd)).write_bytes(b"\xff")
    message = förråd.rot / ".git/meddelande"
    message.write_bytes(b"\xe5\xe4\xf6 \x1b[31m\n\n\xff|\n:100644 100644\n")
    förråd.git("add", "--all")
    förråd.git("commit", "--quiet", "--file", str(message), **LATER)
    Path(os.fsdecode(odd)).unlink()
    förråd.commit("2026-06-02", "Ta bort")


def nothing_of_the_other_branch(förråd: Förråd) -> None:
    another_branch(förråd)
    förråd.git("checkout", "--quiet", "main")
    förråd.git("merge", "--quiet", "--no-ff", "--strategy", "ours", "-m", "Strunta i grenen", "gren", **LATER)


SITUATIONS: dict[Händer, list[tuple[str, str]]] = {
    pull: [("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5")],
    pull_request: [("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5")],
    merges_back_and_forth: [("2026-02-04", "Skogen 2025: dagar 13 → 14"), ("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5")],
    octopus: [("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5"), ("2026-01-20", "Museet 2025: dagar 10 → 9")],
    rebase: [("2026-01-15", "Läslovet 2025: dagar 2,5 → 3,5")],
    rebase_over_the_same_file: [("2026-01-15", "Skogen 2025: prioriterad nej → ja")],
    cherry_pick_and_merge: [("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5")],
    note_at_the_end_of_the_message: [],
    line_ends_of_all_files: [],
    comments_quotes_and_layout: [],
    an_older_day_than_all_before: [("2025-12-24", "Skogen 2025: dagar 13 → 14")],
    the_beginning_of_time: [("1970-01-01", "Skogen 2025: dagar 13 → 14")],
    a_commit_without_a_time: [("1970-01-01", "Skogen 2025: dagar 13 → 14")],
    bytes_that_are_no_text: [],
    nothing_of_the_other_branch: [("2026-02-02", "Läslovet 2025: dagar 2,5 → 3,5")],
}  # fmt: skip


@pytest.mark.parametrize("happens", list(SITUATIONS), ids=lambda happens: happens.__name__)
def test_what_was_shown_keeps_its_name_and_day_and_only_what_is_new_comes(publicerat: Förråd, happens: Händer) -> None:
    before = read_history(publicerat.rot)
    assert len(before.steg) == 3
    happens(publicerat)
    after = read_history(publicerat.rot)
    assert {name: told for name, told in shown(after).items() if name in shown(before)} == shown(before)
    assert [row for row in said(after) if row not in said(before)] == SITUATIONS[happens]
    assert len(after.steg) == len(before.steg) + len(SITUATIONS[happens])


@pytest.mark.parametrize("happens", [pull, rebase], ids=lambda happens: happens.__name__)
def test_entries_of_feeds_and_anchors_on_the_page_of_changes_stay(publicerat: Förråd, happens: Händer) -> None:
    def published() -> tuple[set[str], set[str]]:
        sajt = Sajt(samling=read_data(publicerat.rot))
        entries = dict(feeds(sajt, Renderer(sajt.samling), []))["andringar/atom.xml"].split("<entry>")[1:]
        steps = (step for day in changes_page(sajt).dagar for step in day.steg)
        return set(entries), {f"{step.datum} {step.ankare}" for step in steps}

    before = published()
    assert all(len(part) == 3 for part in before)
    happens(publicerat)
    after = published()
    assert all(old < new for old, new in zip(before, after, strict=True))


def test_merge_tells_only_what_it_decided_itself(publicerat: Förråd) -> None:
    another_branch(publicerat)
    publicerat.byt(VATTEN, "dagar: 5.5", "dagar: 9.5")
    publicerat.byt(VATTEN, "prioriterad: nej", "prioriterad: ja")
    publicerat.commit("2026-02-05")
    with pytest.raises(subprocess.CalledProcessError):
        publicerat.git("merge", "--quiet", "main", **LATER)
    text = publicerat.git("show", "HEAD:" + VATTEN)
    publicerat.skriv(VATTEN, text.replace("dagar: 9.5", "dagar: 8") + "\n")
    publicerat.commit("2026-03-01", "Ta båda")
    assert said(read_history(publicerat.rot))[0] == ("2026-03-01", "Vattnet 2025: dagar 9,5 → 8")
    assert [row for row in said(read_history(publicerat.rot)) if "prioriterad" in row[1]] == [
        ("2026-02-05", "Vattnet 2025: prioriterad nej → ja")
    ]


def test_two_changes_of_the_same_second_with_the_same_message_have_a_name_each(publicerat: Förråd) -> None:
    before = shown(read_history(publicerat.rot))
    days(publicerat, SKOG, "13", "14", "2026-02-03")
    after = shown(read_history(publicerat.rot))
    assert len(after) == 4
    assert {name: after[name] for name in before} == before


# ---------------------------------------------------------------- what was published before


def test_what_was_published_by_version_and_main_line_stays_as_it_was(publicerat: Förråd) -> None:
    pull_request(publicerat)
    merge = publicerat.git("rev-parse", "HEAD")
    line = publicerat.git("log", "--first-parent", "--format=%H").split()
    history = read_past(publicerat.rot, read_log(publicerat.rot, merge)).historik
    assert [step.namn for step in history.steg] == line
    assert said(history)[0] == ("2026-06-01", "Läslovet 2025: dagar 2,5 → 3,5")
    before = shown(history)
    publicerat.git("checkout", "--quiet", "-b", "annan", "HEAD~2")
    days(publicerat, MUSEUM, "10", "9", "2026-02-20")
    publicerat.git("merge", "--quiet", "--no-ff", "-m", "Pull", "main", **LATER)
    after = read_past(publicerat.rot, read_log(publicerat.rot, merge)).historik
    assert {name: told for name, told in shown(after).items() if name in before} == before
    assert [row for row in said(after) if row not in said(history)] == [("2026-02-20", "Museet 2025: dagar 10 → 9")]


@pytest.mark.parametrize("version", ["0" * 40, "main~1"])
def test_version_that_is_no_part_of_history_is_passed_over(publicerat: Förråd, version: str) -> None:
    other = publicerat.git("rev-parse", version) if version != "0" * 40 else version
    publicerat.git("checkout", "--quiet", "main~2")
    found = read_past(publicerat.rot, read_log(publicerat.rot, other)).historik
    assert found == read_history(publicerat.rot)


# ---------------------------------------------------------------- when each file was changed


@pytest.mark.parametrize("happens", [line_ends_of_all_files, comments_quotes_and_layout, pull, an_older_day_than_all_before],
                         ids=lambda happens: happens.__name__)  # fmt: skip
def test_file_keeps_the_day_on_which_it_last_said_something_new(publicerat: Förråd, happens: Händer) -> None:
    happens(publicerat)
    dates = read_past(publicerat.rot, read_log(publicerat.rot)).fildatum
    assert (dates.ändrad[SKOG], dates.ändrad[VATTEN], dates.ändrad[UTFALL]) == (
        "2026-02-01",
        "2026-02-03",
        "2026-01-01",
    )


def test_span_of_days_has_what_was_changed_on_them_whatever_the_order_of_the_commits(publicerat: Förråd) -> None:
    days(publicerat, LASLOV, "2.5", "3.5", "2026-01-10")
    days(publicerat, SKOG, "13", "15", "2026-01-11")

    def rows(span: str) -> list[str]:
        return [f"{c.sak.titel}: {f.text}" for c in between(publicerat.rot, span).ändringar.saker for f in c.ändringar]

    assert rows("2026-02-01..2026-02-28") == ["Skogen 2025: dagar 12 → 13", "Vattnet 2025: dagar 5,5 → 6,5"]
    assert rows("2026-02-02..") == ["Vattnet 2025: dagar 5,5 → 6,5"]
    assert rows("2026-01-10..2026-01-31") == ["Läslovet 2025: dagar 2,5 → 3,5", "Skogen 2025: dagar 13 → 15"]
    assert rows("2026-01-31..2026-01-10") == rows("2026-01-10..2026-01-31"), "the days may be given in either order"
    assert rows("HEAD~1..2026-12-31") == ["Skogen 2025: dagar 13 → 15"]


def test_span_of_days_over_a_merge_has_both_branches(publicerat: Förråd) -> None:
    another_branch(publicerat)
    publicerat.byt(VATTEN, "prioriterad: nej", "prioriterad: ja")
    publicerat.commit("2026-02-05")
    publicerat.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'main'", "main", date="2026-02-06T12:00:00+01:00")
    found = between(publicerat.rot, "2026-02-03..2026-02-28").ändringar
    assert [f.text for c in found.saker for f in c.ändringar] == ["prioriterad nej → ja", "dagar 5,5 → 6,5"]


# ---------------------------------------------------------------- surroundings


SIGNED = """\
author En <en@akerbo.example> 1780308000 +0200
committer En <en@akerbo.example> 1780308000 +0200
gpgsig -----BEGIN PGP SIGNATURE-----
 Version: 1
 iQ==
 -----END PGP SIGNATURE-----

Signerad
"""


def test_signed_commits_that_are_checked_in_the_log_change_nothing(publicerat: Förråd, tmp_path: Path) -> None:
    checker = tmp_path / "gpg"
    checker.write_text("#!/bin/sh\necho 'gpg: Good signature' >&2\necho '[GNUPG:] GOODSIG 1 En'\n", encoding="utf-8")
    checker.chmod(0o755)
    before = shown(read_history(publicerat.rot))
    publicerat.git("config", "gpg.program", str(checker))
    publicerat.git("config", "log.showSignature", "true")
    publicerat.byt(SKOG, "dagar: 13", "dagar: 14")
    committed_as(publicerat, SIGNED)
    assert "Good signature" in publicerat.git("log", "-1"), "it is asked for"
    assert "Good signature" not in (told(publicerat.rot) or "")
    after = read_history(publicerat.rot)
    assert said(after)[0] == ("2026-06-01", "Skogen 2025: dagar 13 → 14")
    assert {name: shown(after)[name] for name in before} == before


def test_git_that_speaks_swedish_gives_the_same_reason(
    förråd: Förråd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Few machines have the language installed: this one speaks Swedish unless it is asked for English.
    speaking = tmp_path / "git"
    speaking.write_text(
        '#!/bin/sh\n[ "$LC_ALL$LANGUAGE" = C ] && echo "fatal: not a git repository" >&2 || '
        'echo "ödesdigert: inte ett git-arkiv" >&2\nexit 128\n',
        encoding="utf-8",
    )
    speaking.chmod(0o755)
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert read_history(förråd.rot).hinder is Hinder.INGEN_HISTORIK


def test_build_within_a_hook_of_git_reads_the_project(publicerat: Förråd, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_history(publicerat.rot)
    for name, value in (("GIT_DIR", ".git"), ("GIT_INDEX_FILE", "finns-inte"), ("GIT_WORK_TREE", "/")):
        monkeypatch.setenv(name, value)
    assert read_history(publicerat.rot) == before


@pytest.mark.parametrize("kind", ["blob:none", "tree:0"])
def test_clone_that_lacks_contents_says_so_and_what_to_do(publicerat: Förråd, tmp_path: Path, kind: str) -> None:
    publicerat.git("config", "uploadpack.allowFilter", "true")
    clone, moved = tmp_path / "klon", tmp_path / "flyttad"
    publicerat.git("clone", "--quiet", f"--filter={kind}", publicerat.rot.as_uri(), str(clone))
    publicerat.rot.rename(moved)
    assert read_history(clone) == Historik(hinder=Hinder.OFULLSTÄNDIG)
    moved.rename(publicerat.rot)
    assert "--refetch --no-filter" in BOT[Hinder.OFULLSTÄNDIG]
    subprocess.run(["git", "fetch", "--quiet", "--refetch", "--no-filter"], cwd=clone, check=True)
    publicerat.rot.rename(moved)
    assert len(read_history(clone).steg) == 3


def test_data_that_is_a_submodule_has_its_own_history(förråd: Förråd, tmp_path: Path) -> None:
    own, whole = Förråd(tmp_path / "uppgifter"), Förråd(tmp_path / "webbplats")
    shutil.copytree(förråd.rot / "data", own.rot)
    own.git("init", "--quiet", "--initial-branch=main")
    own.commit("2026-01-01", "Lägg in allt")
    days(own, SKOG.removeprefix("data/"), "12", "13", "2026-02-01")
    whole.rot.mkdir()
    whole.git("init", "--quiet", "--initial-branch=main")
    whole.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", own.rot.as_uri(), "data")
    whole.commit("2026-04-01")
    history = read_history(whole.rot)
    assert said(history) == [("2026-02-01", "Skogen 2025: dagar 12 → 13")]
    assert len(history.steg) == 2


@pytest.mark.parametrize(
    ("raw", "time"),
    [
        ("1767265200 +0100", "2026-01-01T12:00:00+01:00"),
        ("0 +0000", "1970-01-01T00:00:00+00:00"),
        ("1767265200 -0330", "2026-01-01T07:30:00-03:30"),
        ("", "1970-01-01T00:00:00+00:00"),
        ("99999999999999 +0000", "1970-01-01T00:00:00+00:00"),
        ("99999999999 +0000", "5138-11-16T09:46:39+00:00"),
        ("1767265200 +9999", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_time_of_a_commit_is_read_whatever_it_says(raw: str, time: str) -> None:
    assert moment(raw) == time
