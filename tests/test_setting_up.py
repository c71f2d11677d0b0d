"""`make site` in a fresh folder: whenever it is broken off, the next one mends what was left."""

import base64
import hashlib
import os
import shutil
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOMENTS = (
    ".venv/bin/python",
    ".venv/lib/python*/site-packages/pip/__init__.py",
    ".venv/lib/python*/site-packages/mkdocs-1.dist-info/METADATA",
    ".venv/lib/python*/site-packages/rusplan-1.dist-info/METADATA",
)
# Builds `rusplan` for the editable install, in place of what the lock holds.
BACKEND = """\
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(pathlib.Path(folder, "rusplan-1-py3-none-any.whl"), "w") as wheel:
        wheel.writestr("rusplan.pth", str(pathlib.Path.cwd()))
        wheel.writestr("rusplan-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: rusplan\\nVersion: 1\\n")
        wheel.writestr("rusplan-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("rusplan-1.dist-info/RECORD", "")
    return "rusplan-1-py3-none-any.whl"
"""
BUILT = "webbplatsen är byggd"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with our Makefile, and a builder in place of the real one that takes a while to install."""
    folder = tmp_path / "projekt"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    wheel = builder(tmp_path)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (folder / "requirements.txt").write_text(f"mkdocs==1 --hash=sha256:{digest}\n", encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "rusplan"\nversion = "1"\n',
        encoding="utf-8",
    )
    return folder


def builder(folder: Path) -> Path:
    """A wheel whose module comes last, after much else: pip takes it for installed when it has come to the first file."""
    info = "mkdocs-1.dist-info"
    parts = {
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: mkdocs\nVersion: 1\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\nmkdocs = byggare:main\n",
        **{f"mycket/{number}.txt": "" for number in range(1500)},
        "byggare.py": f"def main(): print('{BUILT}')\n",
    }
    record = "".join(f"{name},{_digest(text)},{len(text)}\n" for name, text in parts.items())
    wheel = folder / "mkdocs-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name, text in {**parts, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            packed.writestr(name, text)
    return wheel


def _digest(text: str) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")


def start(project: Path, *options: str) -> "subprocess.Popen[str]":
    """`make site`, with packages from the folder beside it and from nowhere else."""
    left = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "MAKE"))}
    return subprocess.Popen(
        ["make", "site", *options],
        cwd=project,
        env=left | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project.parent), "PIP_CONFIG_FILE": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def broken_off(project: Path, moment: str) -> None:
    """`make site`, killed with all that it has started as soon as a file is there."""
    run = start(project)
    while not any(project.glob(moment)):
        if run.poll() is not None:
            pytest.fail(f"it never came to {moment}: {run.communicate()[0]}")
        time.sleep(0.001)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def said(project: Path, *options: str) -> str:
    """What `make site` says when it is left to its end."""
    run = start(project, *options)
    output, _ = run.communicate()
    assert run.returncode == 0, output
    return output


def test_whatever_was_broken_off_or_moved_is_mended_by_the_next_make(project: Path) -> None:
    for moment in MOMENTS:
        broken_off(project, moment)
    assert BUILT in said(project)
    would_do = said(project, "--dry-run").splitlines()
    assert would_do == [".venv/bin/mkdocs build --strict"], "what is whole is made anew"
    moved = project.rename(project.with_name("annan plats"))
    assert "rm -rf .venv" in said(moved, "--dry-run")
