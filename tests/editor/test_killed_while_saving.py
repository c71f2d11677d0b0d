"""The server is killed with all that it has started, again and again, while somebody saves: what was told to be saved is there, whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.editor.office import WRITER, Office, git
from tests.editor.test_saving import SKOG, asked, saved

MOMENTS = 4
# Saves one text after another, and says which once it is told that it is saved.
SAVING = """\
import sys
from pathlib import Path
from dataclasses import replace
from rusplan.editor.roles import people
from rusplan.editor.saving import Sparat
from rusplan.editor.settings import Inställningar
from rusplan.editor.work import Arbeten
from tests.editor.office import Office, WRITER
from tests.editor.test_saving import asked, saved
from tests.changes.data_repository import Förråd

folder, mapp, first = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
settings = Inställningar(
    rot=folder / "redigerare", mapp=mapp, adress="https://x", redaktörer=folder / "redaktorer.yml"
)
office = Office(folder=folder, published=Förråd(folder / "forrad.git"), settings=settings).start()
gren = office.work.gren("forslag-skogen")
for number in range(first, first + 100):
    found = saved(office, gren, WRITER, asked(office, gren, sammanfattning=f"Text {number}."))
    assert isinstance(found, Sparat)
    print(number, flush=True)
"""


def killed_after(office: Office, first: int, seconds: float) -> int:
    """The number of the last text that was told to be saved before all was killed."""
    command = [sys.executable, "-c", SAVING, str(office.folder), str(office.settings.mapp), str(first)]
    root = Path(__file__).parents[2]
    paths = os.pathsep.join((str(root), *filter(None, [os.environ.get("PYTHONPATH")])))
    work = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=root,
        env=os.environ | {"PYTHONPATH": paths},
    )
    assert work.stdout
    last = int(work.stdout.readline())  # it has begun
    end = time.monotonic() + seconds
    os.set_blocking(work.stdout.fileno(), False)
    while time.monotonic() < end:
        last = max([last, *map(int, (work.stdout.readline() or "").split())])
    os.killpg(work.pid, signal.SIGKILL)
    work.wait()
    os.set_blocking(work.stdout.fileno(), True)
    said = [last, *map(int, work.stdout.read().split())]
    work.stdout.close()
    return max(said)


def test_nothing_that_was_told_to_be_saved_is_lost_or_half_whenever_all_is_killed(office: Office) -> None:
    gren = office.work.begin_proposal("Skogen")
    saved(office, gren, WRITER, asked(office, gren, sammanfattning="Text 0."))
    for moment in range(MOMENTS):
        last = killed_after(office, moment * 100 + 1, moment * 0.06)
        Path(
            git(gren.rot, "rev-parse", "--absolute-git-dir"), "index.lock"
        ).touch()  # as git leaves it where it was killed
        office.start()
        text = str(office.content(gren.namn, SKOG)["sammanfattning"])
        assert text in (f"Text {last}.", f"Text {last + 1}.")
        assert git(gren.rot, "status", "--porcelain") == ""
        git(gren.rot, "fsck", "--connectivity-only", "--no-dangling")
