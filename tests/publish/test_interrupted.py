"""Whatever stops a publishing, the web server shows the whole of the old site or the whole of the new one."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rusplan.publish.placing import publish
from rusplan.publish.versions import locked, versions

from tests.publish.sites import shown, write_site

ROOT = Path(__file__).parents[2]
Publish = Callable[..., tuple[int, str, str]]
Put = Callable[[str], None]
# Publishes in a process of its own, which is killed just before its n-th operation on files, or tells how many it made.
KILLED = """
import os, signal, sys
from pathlib import Path
from rusplan.publish.placing import publish
from rusplan.publish.versions import locked
site, target, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
count = 0
def before(event, arguments):
    global count
    if event.startswith(("open", "os.", "shutil.", "fcntl.")):
        count += 1
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(before)
with locked(target, print):
    publish(site, target, "B")
print(count)
"""


def publish_until(moment: int, site: Path, target: Path) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-c", KILLED, str(site), str(target), str(moment)]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)


def test_killed_at_any_moment_leaves_one_whole_version(put: Put, tmp_path: Path, target: Path) -> None:
    for word in ("e", "d", "c", "b", "A"):
        put(word)
    old, site = shown(target), write_site(tmp_path / "B", "B")
    before = shutil.copytree(target, tmp_path / "före", symlinks=True)
    done = publish_until(0, site, target)
    new, operations = shown(target), int(done.stdout)
    assert operations > 100
    ends = []
    for moment in random.Random(5).sample(range(1, operations + 1), 50):  # noqa: S311
        shutil.rmtree(target)
        shutil.copytree(before, target, symlinks=True)
        assert publish_until(moment, site, target).returncode == -signal.SIGKILL
        assert shown(target) in (old, new), f"neither the old nor the new when killed at {moment}"
        ends.append(shown(target) == new)
        with locked(target, print):
            publish(site, target, "B")
        assert shown(target) == new, f"the next publishing did not come through after {moment}"
        assert [path.name for path in target.glob("*/.*")] == []
        assert [version.nummer for version in versions(target)][:4] == [2, 3, 4, 5]
        assert len(versions(target)) == 5
    assert set(ends) == {True, False}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte; root may mount one, others skip."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("nobody but root, where the machine allows it, can mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk_leaves_the_old_site_and_says_so(
    run: Publish, tmp_path: Path, small_disk: Path, target: Path
) -> None:
    target.rmdir()
    target.symlink_to(small_disk)
    assert run("--site", str(write_site(tmp_path / "a", "a", size=600_000)))[0] == 0
    old = shown(target)
    code, _, err = run("--site", str(write_site(tmp_path / "b", "b", size=600_000)))
    assert code == 1
    assert err == f"Webbplatsen är som förut: disken med {target} är full. Frigör plats och försök igen.\n"
    assert shown(target) == old
    assert list(small_disk.glob("*/.*")) == [], "the room is given back at once"
    assert run("--site", str(write_site(tmp_path / "c", "c", size=100_000)))[0] == 0


def test_file_that_the_system_refuses_to_write_leaves_the_old_site(
    run: Publish, put: Put, tmp_path: Path, target: Path
) -> None:
    put("a")
    old, site = shown(target), write_site(tmp_path / "b", "b", size=400_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        code, _, err = run("--site", str(site))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == 1
    assert "är full" in err
    assert shown(target) == old
    assert len(versions(target)) == 1
