"""Pages that have been are known from git, and pages that a command makes are registered by it."""

import shutil
from pathlib import Path

import pytest
from rusplan.checks.past_pages import past_pages_lead_on
from rusplan.commands import cli
from rusplan.data.reading import read_what_can_be_read
from rusplan.editing.changed_together import make_together

from tests.newsletter.newsletter_site import BAS, commit, git, replace

REGISTER, ORGANISATIONS = "data/permalankar.yml", "data/samverkan.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BAS / "data", tmp_path / "data")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "2026-01-01")
    return tmp_path


def told(root: Path) -> list[str]:
    samling, _ = read_what_can_be_read(root)
    assert samling
    return [problem.text.partition(" ")[2].partition(" ")[0] for problem in past_pages_lead_on(samling)]


def test_a_page_that_has_been_is_known_without_a_register(root: Path) -> None:
    (root / "data/2024/mal.yml").unlink()
    (root / "data/2025/utfall/skog.yml").unlink()
    assert told(root) == [], "nothing is gone before it is committed"
    commit(root, "2026-02-02")
    assert told(root) == ["«/mal/2024/»"], "an outcome has no page of its own"
    (root / REGISTER).write_text("omdirigeringar:\n  - från: /mal/2024/\n    till: /mal/2025/\n", encoding="utf-8")
    assert told(root) == []
    (root / REGISTER).write_text("borttagna:\n  - adress: /mal/2024/\n    skäl: Fel mål.\n", encoding="utf-8")
    assert told(root) == []


def test_what_was_a_draft_or_came_and_went_on_a_branch_has_never_been_shown(root: Path) -> None:
    replace(root / "data/2024/plan.yml", "läge: beslutad", "läge: utkast")
    commit(root, "2026-02-02")
    (root / "data/2024/mal.yml").unlink()
    commit(root, "2026-02-03")
    replace(root / "data/2024/plan.yml", "läge: utkast", "läge: beslutad")
    commit(root, "2026-02-04")
    git(root, "switch", "-qc", "forslag")
    shutil.copy(root / "data/2025/aktiviteter/skog.yml", root / "data/2025/aktiviteter/ek.yml")
    commit(root, "2026-02-05")
    (root / "data/2025/aktiviteter/ek.yml").rename(root / "data/2025/aktiviteter/bok.yml")
    commit(root, "2026-02-06")
    (root / "data/2025/aktiviteter/bok.yml").unlink()
    replace(root / "data/2025/mal.yml", "titel: ", "titel: Nya ")
    commit(root, "2026-02-07")
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "in", "forslag")
    assert told(root) == []


def organisation(root: Path, name: str) -> None:
    """Add an organisation to the file, as commands do."""
    row = f"  - id: {name}\n    namn: {name.capitalize()}\n    typ: samverkansforum\n"
    make_together(root, {ORGANISATIONS: (root / ORGANISATIONS).read_bytes() + row.encode()})


def test_a_page_that_a_command_makes_is_registered_by_it(root: Path) -> None:
    organisation(root, "hembygden")
    assert not (root / REGISTER).exists(), "a site without a register does without"
    assert cli.main(["--rot", str(root), "permalinks"]) == 0
    before = (root / REGISTER).read_text(encoding="utf-8")
    organisation(root, "teatern")
    after = (root / REGISTER).read_text(encoding="utf-8")
    assert [row for row in after.splitlines() if row not in before] == ["  - /samverkan/teatern/"]
