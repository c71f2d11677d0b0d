"""`rusplan rename`: everything that names the activity follows, nothing else changes, and a refusal changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.data.edits import EjRedigerbar
from rusplan.data.model import Omdirigering, Permalänkar
from rusplan.editing import rename
from rusplan.site.register import register_file

Run = Callable[..., tuple[int, str, str]]
REGISTER = "data/permalankar.yml"


def contents(root: Path) -> dict[str, bytes]:
    """Every file below `root`."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def redirects(root: Path) -> dict[str, str]:
    """What the register leads on."""
    return {row.från: row.till for row in read_collection(root).permalänkar.innehåll.omdirigeringar}


def test_files_and_every_reference_follow_and_no_other_byte_changes(run: Run, project: Path) -> None:
    before = contents(project)
    code, _, _ = run("rename", "2025/museum", "2025/nya-museet")
    assert code == 0
    after = contents(project)
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    assert after.keys() - before.keys() == {"data/2025/aktiviteter/nya-museet.yml", REGISTER}
    assert before.keys() - after.keys() == {"data/2025/aktiviteter/museum.yml"}
    assert changed == {
        "data/2025/plan.yml", "data/2025/budget.yml", "data/2025/aktiviteter/skog.yml", "docs/index.md", "docs/om/index.md",
    }  # fmt: skip
    for name in changed:
        rows = zip(before[name].splitlines(), after[name].splitlines(), strict=True)
        different = [(old, new) for old, new in rows if old != new]
        assert different
        assert all(old.replace(b"museum", b"nya-museet") == new or name == "docs/index.md" for old, new in different), (
            name
        )
    assert "{{ aktivitet('2025/nya-museet') }} och 2025/museum i text." in after["docs/index.md"].decode()
    assert run("check")[0] == 0


def test_outcome_moves_with_its_plan(run: Run, project: Path) -> None:
    outcome = (project / "data/2025/utfall/skog.yml").read_bytes()
    run("rename", "2025/skog", "2025/urskog")
    assert (project / "data/2025/utfall/urskog.yml").read_bytes() == outcome
    assert not (project / "data/2025/utfall/skog.yml").exists()
    assert read_collection(project).aktiviteter["2025/urskog"].utfall


def test_later_year_follows_when_an_earlier_activity_is_renamed(run: Run, project: Path) -> None:
    assert run("rename", "2024/sjoar", "2024/insjoar")[0] == 0
    assert [link.aktivitet for link in read_collection(project).aktiviteter["2025/vatten"].plan.innehåll.bygger_på] == [
        "2024/insjoar"
    ]


def test_lifeline_leads_on_when_no_other_year_has_the_name(run: Run, project: Path) -> None:
    run("rename", "2025/museum", "2025/nya-museet")
    assert redirects(project) == {
        "/aktiviteter/2025/museum/": "/aktiviteter/2025/nya-museet/",
        "/aktiviteter/spar/museum/": "/aktiviteter/spar/nya-museet/",
    }


def test_lifeline_keeps_its_page_when_another_year_has_the_name(run: Run, project: Path) -> None:
    run("rename", "2025/skog", "2025/urskog")
    assert redirects(project) == {"/aktiviteter/2025/skog/": "/aktiviteter/2025/urskog/"}


def test_what_was_done_is_told(run: Run) -> None:
    _, said, _ = run("rename", "2025/skog", "2025/urskog")
    assert said.splitlines() == [
        "Flyttade data/2025/aktiviteter/skog.yml till data/2025/aktiviteter/urskog.yml",
        "Flyttade data/2025/utfall/skog.yml till data/2025/utfall/urskog.yml",
        "Ändrade data/2025/plan.yml",
        "Ändrade data/permalankar.yml",
        "/aktiviteter/2025/skog/ leder nu till /aktiviteter/2025/urskog/",
    ]


def test_second_rename_leads_the_first_name_straight_on(run: Run, project: Path) -> None:
    run("permalinks")
    run("rename", "2025/skog", "2025/urskog")
    run("rename", "2025/urskog", "2025/naturskog")
    found = redirects(project)
    assert found["/aktiviteter/2025/skog/"] == found["/aktiviteter/2025/urskog/"] == "/aktiviteter/2025/naturskog/"
    assert run("check")[0] == 0


def test_rename_back_gives_the_page_its_old_address_again(run: Run, project: Path) -> None:
    run("permalinks")
    before = contents(project)
    run("rename", "2025/museum", "2025/nya-museet")
    assert run("rename", "2025/nya-museet", "2025/museum")[0] == 0
    after = contents(project)
    assert {name for name in before if before[name] != after[name]} == {REGISTER}
    assert redirects(project) == {
        "/aktiviteter/2025/nya-museet/": "/aktiviteter/2025/museum/",
        "/aktiviteter/spar/nya-museet/": "/aktiviteter/spar/museum/",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2025/musum", "2025/x", "Aktiviteten «2025/musum» finns inte. Menade du «2025/museum»?"),
        ("museum", "2025/x", "Aktiviteten «museum» finns inte. "),
        ("2025/museum", "2024/museum", "En aktivitet kan inte byta år. Skriv «rusplan rename 2025/museum 2025/museum»"),
        ("2025/museum", "2025/skog", "Det finns redan en aktivitet «2025/skog»."),
        ("2025/museum", "2025/museum", "Aktiviteten heter redan «2025/museum»."),
        ("2025/museum", "2025/Nya museet", "Det nya namnet är «2025/Nya museet», men ska vara år och aktivitet"),
        ("2025/museum", "2025/../../x", "Det nya namnet är «2025/../../x», men"),
        ("2025/museum", "2025/budget", "Det nya namnet är «budget», men det namnet använder webbplatsen själv"),
    ],
)
def test_refusal_says_why_and_changes_nothing(old: str, new: str, told: str, run: Run, project: Path) -> None:
    before = contents(project)
    code, said, mistakes = run("rename", old, new)
    assert (code, said) == (1, "")
    assert mistakes.startswith(told)
    assert mistakes.endswith("Inget är ändrat.\n")
    assert contents(project) == before


def test_address_that_was_another_page_is_not_taken(run: Run, project: Path) -> None:
    row = Omdirigering(från="/aktiviteter/2025/galleri/", till="/aktiviteter/2025/skog/")
    (project / REGISTER).write_bytes(register_file(Permalänkar(omdirigeringar=(row,))).raw)
    before = contents(project)
    code, _, mistakes = run("rename", "2025/museum", "2025/galleri")
    assert code == 1
    assert "har tidigare varit en annan sida" in mistakes
    assert contents(project) == before


def test_data_with_a_mistake_is_told_and_not_renamed(run: Run, project: Path) -> None:
    (project / "data/2025/aktiviteter/vatten.yml").write_text("titel: Vatten\n", encoding="utf-8")
    before = contents(project)
    code, said, mistakes = run("rename", "2025/museum", "2025/galleri")
    assert code == 1
    assert "data/2025/aktiviteter/vatten.yml:1:1: fältet «område» saknas" in said
    assert mistakes.startswith("Inget är ändrat")
    assert contents(project) == before


def test_outcome_that_would_break_a_rule_is_not_kept(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rename, "_edited_data", lambda *_: iter(()))
    before = contents(project)
    code, said, mistakes = run("rename", "2025/museum", "2025/galleri")
    assert code == 1
    assert "data/2025/plan.yml" in said
    assert mistakes.startswith("Inget är ändrat")
    assert contents(project) == before


def test_file_that_cannot_be_edited_is_told_of_in_one_line(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EjRedigerbar(("områden", 0), "där står inget")

    monkeypatch.setattr(rename, "edited", refuse)
    before = contents(project)
    assert run("rename", "2025/museum", "2025/galleri") == (1, "", "områden.0: där står inget. Inget är ändrat.\n")
    assert contents(project) == before


def test_disk_that_fails_half_way_leaves_everything_as_it_was(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(project)
    real, written = Path.write_bytes, []

    def fail_at_third(path: Path, data: bytes) -> int:
        if path.is_relative_to(project):
            written.append(path)
            if len(written) == 3:
                raise PermissionError(13, "nej", str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_at_third)
    code, _, mistakes = run("rename", "2025/museum", "2025/galleri")
    assert code == 1
    assert len(written) > 3
    assert "gick inte att skriva" in mistakes
    assert contents(project) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("data/2025/aktiviteter/skog.yml", "till: 2025/museum", "till: '2025/museum'  # kvar"),
        ("data/2025/aktiviteter/skog.yml", "till: 2025/museum", 'till:    "2025/museum"'),
        ("data/2025/plan.yml", "- museum\n          - laslov", "- 'museum'  # först\n          - laslov"),
        (
            "data/2025/plan.yml",
            "aktiviteter:\n          - museum\n          - laslov",
            "aktiviteter: [  museum ,laslov]",
        ),
    ],
)
def test_way_of_writing_is_kept(name: str, old: str, new: str, run: Run, project: Path) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8").replace(old, new)
    assert new in text
    path.write_text(text, encoding="utf-8")
    assert run("rename", "2025/museum", "2025/galleri")[0] == 0
    assert path.read_text(encoding="utf-8") == text.replace(new, new.replace("museum", "galleri"))


def test_line_ends_mark_and_letters_of_an_old_editor_are_kept(run: Run, project: Path) -> None:
    path = project / "data/2025/aktiviteter/skog.yml"
    text = path.read_text(encoding="utf-8").replace(
        "- till: 2025/museum\n    text:", "- {text: A\u030ar fo\u0308r a\u030ar, till: 2025/museum}\n#"
    )
    raw = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    code, said, mistakes = run("rename", "2025/museum", "2025/galleri")
    assert code == 0, said + mistakes
    assert path.read_bytes() == raw.replace(b"2025/museum", b"2025/galleri")


def test_reference_written_with_an_escape_is_changed_as_well(run: Run, project: Path) -> None:
    path = project / "data/2025/aktiviteter/skog.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("till: 2025/museum", 'till: "2025/\\x6duseum"'), encoding="utf-8")
    assert run("rename", "2025/museum", "2025/galleri")[0] == 0
    assert path.read_text(encoding="utf-8") == text.replace("till: 2025/museum", 'till: "2025/galleri"')
