"""What the site is built with is locked, hashed and listed."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", re.M)


def sbom(folder: Path) -> bytes:
    """The list as `make sbom` writes it."""
    out = folder / "sbom.json"
    command: list[str | Path] = [Path(sys.prefix) / "bin/cyclonedx-py", "requirements", "requirements.lock", "--pyproject", "pyproject.toml",
               "--output-reproducible", "--of", "JSON", "-o", out]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out.read_bytes()


def test_list_has_every_locked_package_with_its_version_and_hash(tmp_path: Path) -> None:
    listed = {part["name"]: part for part in json.loads(sbom(tmp_path))["components"]}
    locked = dict(LOCKED.findall((ROOT / "requirements.lock").read_text()))
    assert {name: part["version"] for name, part in listed.items()} == locked
    assert all(part["externalReferences"][0]["hashes"] for part in listed.values())


def test_list_is_the_same_each_time(tmp_path: Path) -> None:
    first = sbom(tmp_path)
    assert sbom(tmp_path) == first


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
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
