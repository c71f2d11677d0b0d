"""The invented body in a repository of its own, where a made-up year goes through its life; commands are run as an editor runs them."""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from rusplan.build.build_order import PREVIEW
from rusplan.commands.cli import main

from tests.built import Site, build_site
from tests.changes.data_repository import Förråd
from tests.invented import lay_out

# A key with nothing after it: what a new year leaves to be written.
BLANK = re.compile(r"((?: |- )*)([\wåäö]+):")
MADE_UP = {"prioriterad": "nej", "utvecklingsinsats": "nej", "dagar": "10", "behov": "nej", "budget": "1000000"}


class Organisation(Förråd):
    """The folder, its git, its commands and its site."""

    def begin(self) -> None:
        """Lay its data out, with the history that it has as one commit."""
        lay_out(self.rot)
        shutil.copy(Path(__file__).parents[2] / ".gitignore", self.rot)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("2026-01-02", "Det som står på webbplatsen")

    def rusplan(self, *arguments: str, ends_with: int = 0) -> str:
        """Run a command; what it said, on both streams."""
        streams = io.StringIO()
        with redirect_stdout(streams), redirect_stderr(streams):
            code = main(["--rot", str(self.rot), *arguments])
        said = streams.getvalue().replace("\xa0", " ")
        assert code == ends_with, said
        assert "Traceback" not in said
        return said

    def built(self, name: str, *, preview: bool = False) -> Site:
        """The site as it is published now, or as those who write it see it before."""
        with pytest.MonkeyPatch.context() as patch:
            if preview:
                patch.setenv(PREVIEW, "ja")
            return build_site(self.rot.with_name(name), root=self.rot)

    def calendar(self, site: str, event: str) -> list[str]:
        """The calendar file of an event in a site that was built, but for when it was last changed."""
        (path,) = self.rot.with_name(site).glob(f"handelser/2026-*{event}.ics")
        return [row for row in path.read_text(encoding="utf-8").splitlines() if not row.startswith("DTSTAMP")]

    def feed(self, site: str) -> list[str]:
        """The titles and ids of what has changed, newest first, as the feed of a site that was built tells it."""
        feed = (self.rot.with_name(site) / "andringar/atom.xml").read_text(encoding="utf-8")
        return re.findall(r"<entry>.*?</entry>", feed, re.S)

    def finish(self, year: int, activity: str) -> None:
        """Write how an activity went at last, below what has been told of it during the year."""
        path = self.rot / f"data/{year}/utfall/{activity}.yml"
        told = path.read_text(encoding="utf-8") if path.exists() else ""
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"status: som_planerat\nsammanfattning: Påhittat utfall av {activity}.\n{told}", encoding="utf-8"
        )

    def texts(self, year: int) -> Iterator[tuple[Path, str]]:
        """The files of a year, and what stands in each."""
        for path in sorted((self.rot / f"data/{year}").rglob("*.yml")):
            yield path, path.read_text(encoding="utf-8")

    def write_all(self, year: int, only: str = "") -> None:
        """Write what a new year leaves to be written, in the files whose names hold `only`; what nothing is known of goes away."""
        for path, text in self.texts(year):
            if only in path.name:
                rows = [row for row in text.split("\n") if not row.lstrip().startswith("#")]
                # Once more: a part of which nothing is known is blank when its fields have gone.
                written = _written(list(_written(rows, path.stem)), path.stem)
                path.write_text("\n".join(written), encoding="utf-8")


def _written(rows: list[str], name: str) -> Iterator[str]:
    for number, (row, following) in enumerate(zip(rows, [*rows[1:], ""], strict=True)):
        blank = BLANK.fullmatch(row)
        if not blank or _within(following, len(blank[1])):
            yield row
        elif blank[2] in MADE_UP:
            yield f"{row} {MADE_UP[blank[2]]}"
        elif blank[2] in ("sammanfattning", "text"):
            yield f"{row} En påhittad text om {name}, rad {number}."


def _within(row: str, indent: int) -> bool:
    """True if a row belongs to the key, indented so much, in the row before it."""
    here = len(row) - len(row.lstrip())
    return here > indent or (here == indent and row.lstrip().startswith("- "))
