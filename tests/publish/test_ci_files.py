"""The files of GitHub and GitLab: right in their own syntax, calling nothing but make, and with every action held fast."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GITHUB, GITLAB = "vendor.github-workflows", "vendor.gitlab-ci"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def checked(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """What the checker that carries the schemas says; it asks no other host."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("schema", "files"), [(GITHUB, WORKFLOWS), (GITLAB, [ROOT / ".gitlab-ci.yml"])])
def test_file_follows_its_schema(schema: str, files: list[Path], tmp_path: Path) -> None:
    done = checked(schema, *files)
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / "fel.yml"
    wrong.write_text(
        files[0].read_text(encoding="utf-8").replace("  script:", "  skript:").replace("runs-on:", "kör-på:")
    )
    assert checked(schema, wrong).returncode == 1, "the schema finds nothing wrong in anything"


def commands() -> list[tuple[str, str]]:
    """Each command of each file."""
    found = [(path.name, str(step["run"])) for path in WORKFLOWS for step in steps(path) if "run" in step]
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")).values()
    return found + [(".gitlab-ci.yml", line) for job in jobs for line in job.get("script", [])]


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize(("file", "command"), commands())
def test_every_command_is_a_target_of_the_makefile(file: str, command: str) -> None:
    called = re.fullmatch(r"make ([a-z-]+)( [A-Z]+=\S+)*", command)
    assert called, f"{file} runs something else than make: {command}"
    assert re.search(rf"^{called[1]}:", MAKEFILE, re.M), f"make {called[1]} does not exist"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_held_to_one_commit_with_its_version_beside_it(path: Path) -> None:
    lines = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_whole_history_is_fetched_since_pages_tell_when_data_changed() -> None:
    for path in WORKFLOWS:
        depths = [step["with"]["fetch-depth"] for step in steps(path) if "checkout" in step.get("uses", "")]
        assert depths == [0]
