"""The files of GitHub and GitLab: right in their own syntax, calling nothing but make, and with every action held fast."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner, Result

from tests.publish.ci_rules import STAGES, Config, wrong_for_github, wrong_for_gitlab

ROOT = Path(__file__).parents[2]
# What a site of one's own begins with: its files of GitHub and GitLab lie there under names without a dot.
EXAMPLE = ROOT / "macros/rusplan/example"
GITHUB, GITLAB, DEPENDABOT = "vendor.github-workflows", "vendor.gitlab-ci", "vendor.dependabot"
GITLAB_FILE, ITS_GITLAB_FILE = ROOT / ".gitlab-ci.yml", EXAMPLE / "dot-gitlab-ci.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ITS_WORKFLOWS = sorted((EXAMPLE / "dot-github/workflows").glob("*.yml"))
ALL_WORKFLOWS = [*WORKFLOWS, *ITS_WORKFLOWS]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
ITS_MAKEFILE = (EXAMPLE / "engine/rusplan.mk").read_text(encoding="utf-8")


def checked(schema: str, *files: Path) -> Result:
    """What the checker that carries the schemas says; it asks no other host."""
    return CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, files)])


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        (GITHUB, ALL_WORKFLOWS),
        (GITLAB, [GITLAB_FILE, ITS_GITLAB_FILE]),
        (DEPENDABOT, [ROOT / ".github/dependabot.yml", EXAMPLE / "dot-github/dependabot.yml"]),
    ],
)
def test_file_follows_its_schema(schema: str, files: list[Path], tmp_path: Path) -> None:
    done = checked(schema, *files)
    assert done.exit_code == 0, done.output
    wrong = tmp_path / "fel.yml"
    wrong.write_text(
        files[0]
        .read_text(encoding="utf-8")
        .replace("  script:", "  skript:")
        .replace("runs-on:", "kör-på:")
        .replace("interval:", "hur-ofta:")
    )
    found = checked(schema, wrong)
    assert found.exit_code == 1, "the schema finds nothing wrong in anything"
    assert "Schema validation errors were encountered" in found.output


def read(path: Path) -> Config:
    config: Config = yaml.safe_load(path.read_text(encoding="utf-8"))
    return config


@pytest.mark.parametrize("path", ALL_WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_github_takes_the_workflow(path: Path) -> None:
    assert list(wrong_for_github(read(path))) == []


@pytest.mark.parametrize("path", [GITLAB_FILE, ITS_GITLAB_FILE], ids=lambda path: path.name)
def test_gitlab_takes_the_file(path: Path) -> None:
    assert list(wrong_for_gitlab(read(path))) == []


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("expose_as: Prova webbplatsen", "expose_as: Förhandsvisning", "expose_as can contain only letters a-z"),
        ("paths: [site/, build", "paths: [site, build", "a folder is shown only with / at its end"),
        ("paths: [site/, build", "paths: [./site/, build", "a path that is not shown"),
        ("expire_in: 2 weeks", "expire_in: två veckor", "no duration"),
        ("stage: deploy", "stage: publicera", "no stage"),
        ('== "merge_request_event"', "= merge_request_event", "no expression"),
    ],
)
def test_what_gitlab_refuses_is_found(here: str, there: str, told: str) -> None:
    text = GITLAB_FILE.read_text(encoding="utf-8")
    assert here in text
    (fault,) = wrong_for_gitlab(yaml.safe_load(text.replace(here, there, 1)))
    assert told in fault


@pytest.mark.parametrize(
    ("name", "here", "there", "told"),
    [
        ("publicera", "needs: bygg", "needs: bygge", "needs bygge, which is no job"),
        ("publicera", "if: github.ref", "if: env.REF", "env cannot be read here"),
        ("publicera", "- id: pages", "- id: page", "no step pages"),
        ("publicera", "    timeout-minutes: 5\n", "", "no bound on its time"),
        ("forslag", "name: forhandsvisning", "name: förslag/webbplats", "no name of an artifact"),
        ("forslag", "retention-days: 14", "retention-days: 400", "kept for 1 to 90 days"),
        ("forslag", 'BASE="$BASE"', 'BASE="${{ github.base_ref }}"', "a value stands in a command"),
    ],
)
def test_what_github_refuses_is_found(name: str, here: str, there: str, told: str) -> None:
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    assert here in text
    found = list(wrong_for_github(yaml.safe_load(text.replace(here, there, 1))))
    assert len(found) == 1
    assert told in found[0]


def test_nothing_but_main_is_published() -> None:
    """A workflow that may be started by hand can be started on any branch."""
    build, publish = read(ROOT / ".github/workflows/publicera.yml")["jobs"].values()
    assert build["if"] == "github.ref == 'refs/heads/main'"
    assert publish["needs"] == "bygg"
    gitlab = read(GITLAB_FILE)
    (rule,) = gitlab["pages"]["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
    assert gitlab["testa"]["rules"] == [rule]
    assert STAGES.index(gitlab["testa"]["stage"]) < STAGES.index(gitlab["pages"]["stage"])


@pytest.mark.parametrize("folder", [ROOT / ".github", EXAMPLE / "dot-github"], ids=["github", "its-github"])
def test_main_alone_keeps_what_it_has_made_on_github_before_tests_that_build_otherwise(folder: Path) -> None:
    caching = {
        path.stem: [step for step in steps(path) if "cache" in step.get("uses", "")]
        for path in (folder / "workflows").glob("*.yml")
    }
    restore, save = caching.pop("publicera")
    assert not any(caching.values()), "what a proposal keeps, others would believe"
    assert restore["with"] == save["with"] | {"restore-keys": "rusplan-"}
    assert save["with"] == {"path": ".git/rusplan-cache\nsite\n", "key": "rusplan-${{ github.sha }}"}
    done = [step.get("run", step.get("uses", "")) for step in steps(folder / "workflows/publicera.yml")]
    assert done[done.index(save["uses"]) - 1] == "make documents"


@pytest.mark.parametrize("path", [GITLAB_FILE, ITS_GITLAB_FILE], ids=lambda path: path.name)
def test_main_alone_keeps_what_it_has_made_on_gitlab_and_tests_nothing_there(path: Path) -> None:
    config = read(path)
    assert "cache" not in config["default"]
    assert [name for name, job in config.items() if "cache" in job] == ["pages"]
    assert config["pages"]["cache"] == {"key": "rusplan", "paths": [".git/rusplan-cache/", "site/"]}
    assert not [line for line in config["pages"]["script"] if "test" in line]


def test_a_proposal_is_compared_with_where_it_left_the_branch_it_goes_to() -> None:
    told = (ROOT / ".github/workflows/forslag.yml").read_text(encoding="utf-8")
    assert set(re.findall(r" BASE: (.*)", told)) == {"origin/${{ github.base_ref }}"}
    assert "git merge-base" in MAKEFILE


def test_the_image_is_held_to_one_digest_with_its_version_beside_it() -> None:
    assert re.search(r"image: [\w:.-]+@sha256:[0-9a-f]{64} # \d+\.\d+\.\d+\n", GITLAB_FILE.read_text(encoding="utf-8"))


def commands(workflows: list[Path] = WORKFLOWS, gitlab: Path = GITLAB_FILE) -> list[tuple[str, str]]:
    """Each command of each file."""
    found = [(path.name, str(step["run"])) for path in workflows for step in steps(path) if "run" in step]
    jobs = read(gitlab).values()
    return found + [(".gitlab-ci.yml", line) for job in jobs for line in job.get("script", [])]


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = read(path)["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize(("file", "command"), commands())
def test_every_command_is_a_target_of_the_makefile(file: str, command: str) -> None:
    if re.fullmatch(r"gh release create (?:[^;&|`$()]|\$TAG)+", command):
        return  # what the host alone can do, with its own tool
    called = re.fullmatch(r"make ((?:[a-z-]+ ?)+)( [A-Z]+=\S+)*", command)
    assert called, f"{file} runs something else than make: {command}"
    for target in called[1].split():
        assert re.search(rf"^{target}:", MAKEFILE, re.M), f"make {target} does not exist"


def test_a_site_of_ones_own_runs_the_commands_that_it_has_and_no_tests_of_the_engine() -> None:
    runs = [command for _, command in commands(ITS_WORKFLOWS, ITS_GITLAB_FILE)]
    words = [re.fullmatch(r"make ([a-z]+)( [A-Z]+=\S+)*", command) for command in runs]
    targets = [word[1] if word else command for word, command in zip(words, runs, strict=True)]
    assert set(targets) == {"check", "preview", "documents", "kept"}
    assert [
        target for target in targets if not re.search(rf"^{target}:.*(?:site|documents)\.ok", ITS_MAKEFILE, re.M)
    ] == []


def test_a_site_of_ones_own_is_published_as_this_one_is() -> None:
    """The same actions at the same commits, the same image, and only main."""
    used = [
        set(re.findall(r"uses: .*|image: .*", path.read_text(encoding="utf-8"))) for path in (*WORKFLOWS, GITLAB_FILE)
    ]
    for path in (*ITS_WORKFLOWS, ITS_GITLAB_FILE):
        assert set(re.findall(r"uses: .*|image: .*", path.read_text(encoding="utf-8"))) <= set().union(*used)
    build, publish = read(EXAMPLE / "dot-github/workflows/publicera.yml")["jobs"].values()
    assert (build["if"], publish["needs"]) == ("github.ref == 'refs/heads/main'", "bygg")
    assert [read(path)["permissions"] for path in ITS_WORKFLOWS] == [{"contents": "read"}] * 2
    (rule,) = read(ITS_GITLAB_FILE)["pages"]["rules"]
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_that_is_installed_runs_with_a_right_to_write(path: Path) -> None:
    """A job that may write runs actions of the host, its tool, and targets of ours that need no packages."""
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        if "write" not in job.get("permissions", {}).values():
            continue
        for command in (step["run"] for step in job["steps"] if step.get("run", "").startswith("make ")):
            target = command.split()[1]
            assert re.search(rf"^{target}: +##", MAKEFILE, re.M), (
                f"{name} runs {command}, which installs packages first"
            )


def test_the_audit_runs_by_the_clock_and_opens_an_issue_when_it_fails() -> None:
    path = ROOT / ".github/workflows/granskning.yml"
    audit, issue = read(path)["jobs"].values()
    assert "schedule:" in path.read_text(encoding="utf-8")
    assert "make audit" in [step.get("run") for step in audit["steps"]]
    assert (issue["needs"], issue["if"]) == ("granska", "failure()")
    assert issue["permissions"] == {"contents": "read", "issues": "write"}
    (clock,) = read(GITLAB_FILE)["granskning"]["rules"]
    assert clock == {"if": '$CI_PIPELINE_SOURCE == "schedule"'}


# Takes the place of the host's own tool, which asks the host: notes what it is asked, and says which issue is open.
GH = """#!/bin/sh
printf '%s\\n' "$*" >>"$ASKED"
case "$1 $2" in "issue list") printf '%s' "$OPEN" ;; esac
"""


@pytest.mark.parametrize(("open_issue", "told"), [("", "issue create --title"), ("17", "issue comment 17 --body")])
def test_an_audit_that_fails_again_writes_in_the_issue_that_is_open(open_issue: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    said = tmp_path / "asked"
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "ASKED": str(said), "OPEN": open_issue}
    run = "https://git.example/vi/rusplan/actions/runs/1"
    subprocess.run(["make", "audit-issue", f"RUN={run}"], cwd=ROOT, env=os.environ | environment, check=True)
    _, second = said.read_text(encoding="utf-8").split("issue ", 2)[1:]
    assert f"issue {second}".startswith(told)
    assert run in second


def test_a_release_is_signed_before_it_is_given_out() -> None:
    build, release = read(ROOT / ".github/workflows/utgava.yml")["jobs"].values()
    assert [step["run"] for step in build["steps"] if "run" in step] == [
        "make lint test",
        'make wheel TAG="$TAG"',
        "make sbom",
    ]
    used = [step.get("uses", step.get("run", "")).partition("@")[0] for step in release["steps"]]
    assert used[:2] == ["actions/download-artifact", "actions/attest-build-provenance"]
    assert used[2].startswith("gh release create")
    assert release["permissions"] == {"contents": "write", "id-token": "write", "attestations": "write"}


def test_a_tag_of_another_version_makes_no_package() -> None:
    command = ["make", "-o", ".venv/dev.ok", "wheel", "TAG=v99.0.0"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "Taggen v99.0.0 är inte den version" in run.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_held_to_one_commit_with_its_version_beside_it(path: Path) -> None:
    lines = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r"uses: actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_whole_history_is_fetched_since_pages_tell_when_data_changed() -> None:
    for path in WORKFLOWS:
        if path.name == "granskning.yml":
            continue  # makes no pages
        depths = [step["with"]["fetch-depth"] for step in steps(path) if "checkout" in step.get("uses", "")]
        assert depths == [0]
