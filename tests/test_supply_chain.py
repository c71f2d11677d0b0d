"""What the site is built with is locked, hashed and listed."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from rusplan.build.assets import assets
from rusplan.plugin import MATERIAL

from tests.licences import licence, locked, written

ROOT = Path(__file__).parents[1]
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", re.M)
LOCKS = ("requirements.txt", "requirements-edit.txt", "requirements-documents.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
GROUPS = {name: list(map(Requirement, lines)) for name, lines in PROJECT["dependency-groups"].items()}


def sbom(folder: Path) -> bytes:
    """The list as `make sbom` writes it."""
    out = folder / "sbom.json"
    command: list[str | Path] = [Path(sys.prefix) / "bin/cyclonedx-py", "requirements", "requirements.txt", "--pyproject", "pyproject.toml",
               "--output-reproducible", "--of", "JSON", "-o", out]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out.read_bytes()


def test_list_has_every_locked_package_with_its_version_and_hash_and_is_the_same_each_time(tmp_path: Path) -> None:
    first = sbom(tmp_path)
    assert sbom(tmp_path) == first
    listed = {part["name"]: part for part in json.loads(first)["components"]}
    locked = dict(LOCKED.findall((ROOT / "requirements.txt").read_text()))
    assert {name: part["version"] for name, part in listed.items()} == locked
    assert all(part["externalReferences"][0]["hashes"] for part in listed.values())


@pytest.mark.parametrize("name", LOCKS)
def test_everything_locked_has_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    packages = LOCKED.split(text)[1:]
    assert len(packages) > 30
    assert all("--hash=sha256:" in body for body in packages[2::3])
    assert "://" not in text
    assert set(re.findall(r"--[\w-]+", text)) == {
        "--hash"
    }  # no option, not even in a comment, that tells where packages come from


def test_everything_locked_for_node_has_a_hash_and_no_address() -> None:
    locked = json.loads((ROOT / "tests/node/package-lock.json").read_text())["packages"]
    asked = locked.pop("")["devDependencies"]
    assert all(package["integrity"].startswith("sha512-") for package in locked.values())
    assert not [path for path, package in locked.items() if "resolved" in package]
    assert asked == {name: locked[f"node_modules/{name}"]["version"] for name in asked}


@pytest.mark.parametrize("ecosystem", ["pip", "npm", "github-actions"])
def test_new_versions_are_watched_for(ecosystem: str) -> None:
    assert f"package-ecosystem: {ecosystem}\n" in (ROOT / ".github/dependabot.yml").read_text()


def test_dependabot_reads_what_is_locked() -> None:
    """It fetches files named so, of at most 500 kB, and takes them for made by another tool beside an .in file of the same name."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    holding = {
        name
        for name in listed
        if "/" not in name and name and "--hash=sha256:" in (ROOT / name).read_text(errors="replace")
    }
    assert holding >= set(LOCKS)
    for name in LOCKS:
        assert re.search(r"requirements.*\.(txt|in)$", name)
        assert (ROOT / name).stat().st_size < 500_000
    assert not [name for name in listed if name.endswith((".in", ".lock"))]


def test_what_is_asked_for_has_bounds_and_what_is_locked_lies_within() -> None:
    locked = dict(LOCKED.findall((ROOT / "requirements-dev.txt").read_text()))
    for asked in (*ASKED, *GROUPS["dev"], *GROUPS["build"]):
        assert any(bound.operator == ">=" for bound in asked.specifier), f"{asked} has no lower bound"
        assert asked.specifier.contains(locked[canonicalize_name(asked.name)])


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_the_engine_leans_on_ends_before_the_next_version_that_may_break(asked: Requirement) -> None:
    assert any(bound.operator == "<" for bound in asked.specifier)


def test_the_lock_files_are_made_with_what_is_locked() -> None:
    recipe = re.search(r"(?m)^lock:.*\n(?:\t.*\n)+", (ROOT / "Makefile").read_text())
    assert recipe
    assert "pip install" not in recipe[0]
    assert "$(BIN)/uv pip compile" in recipe[0]
    assert "uv" in dict(LOCKED.findall((ROOT / "requirements-dev.txt").read_text()))


# Free to use, change and ship with no more asked than that their text comes along; MPL asks for changes of its own files too.
JUDGED = frozenset(
    {"MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Apache-2.0 OR BSD-2-Clause", "MPL-2.0", "PSF-2.0"}
)


def test_licences_of_all_that_is_locked_are_listed_and_judged() -> None:
    listed = written()
    assert list(listed) == locked(), "make licences"
    assert {name: listed[name] for name in listed if licence(name) not in (None, listed[name])} == {}, "make licences"
    assert {name: text for name, text in listed.items() if text not in JUDGED} == {}


def test_what_is_taken_from_others_lies_on_the_site_with_its_licence() -> None:
    files = {name: data.decode() for name, data in assets(MATERIAL, ()).files}
    said = files["licenser.txt"]
    assert "licenser.txt" in files["rusplan.css"].partition("*/")[0]
    assert "Copyright (c)" in said
    assert "The above copyright notice and this permission notice shall be included" in said
    assert "Icons: Apache 2.0" in said


OWNERS = ROOT / ".github/CODEOWNERS"


def owned(paths: list[str], folder: Path) -> dict[str, bool]:
    """Which files somebody must approve, as git reads patterns where the last one that fits counts."""
    lines = [
        line.split() for line in OWNERS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    rows = [f"{re.sub('/$', '/**', pattern)} {'owned' if names else '-owned'}\n" for pattern, *names in lines]
    (folder / "rows").write_text("".join(rows), encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    ask = ["git", "-c", f"core.attributesFile={folder / 'rows'}", "check-attr", "-z", "--stdin", "owned"]
    told = subprocess.run(ask, cwd=folder, input="\0".join(paths), capture_output=True, text=True, check=True).stdout
    words = told.split("\0")
    return dict(zip(words[::3], (word == "set" for word in words[2::3]), strict=False))


def test_every_change_of_code_waits_for_an_owner_and_no_change_of_facts_and_text_does(tmp_path: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [*filter(None, listed.stdout.split("\0")), "docs/skript.js", "docs/a/sida.html", "docs/a/b/c.md", "main.py"]
    text = {path for path in paths if re.match(r"data/|docs/.*\.(md|png)$", path)}
    assert {path for path, waits in owned(paths, tmp_path).items() if not waits} == text
