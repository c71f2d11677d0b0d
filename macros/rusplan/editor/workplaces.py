"""Where people write: a branch for each draft of a year, one for each proposal, and a checkout of each."""

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rusplan.data.likeness import as_id
from rusplan.editing.changed_together import Avslag
from rusplan.editor.settings import MAIN, REMOTE
from rusplan.git.asking import GitFel
from rusplan.git.branches import (
    as_committed,
    branches,
    close_checkout,
    fetch,
    forget_locks,
    has_remote,
    note,
    noted,
    open_checkout,
)
from rusplan.tools.record import record

DRAFT, PROPOSAL, HERE = "utkast-", "forslag-", "har"
NAME = re.compile(r"utkast-\d{4}(?:-\d{4})?|forslag-[a-z0-9]+(?:-[a-z0-9]+)*")
TITLE, HANDED_IN = "rusplan-titel", "rusplan-inlamnat"
LONGEST = 40


@record
class Gren:
    """A place to write in. `rot` is a project of its own, with its data/; `år` is that of a shared draft, and "" elsewhere; `inlämnad` is
    who has asked that it be published."""

    namn: str
    titel: str
    rot: Path
    år: str = ""
    inlämnad: str = ""

    @property
    def delad(self) -> bool:
        """True for the draft of a year, which all write in."""
        return bool(self.år)


class Grenar:
    """The branches of a group's editor. `rot` is its clone, `mapp` where the checkouts lie."""

    def __init__(self, rot: Path, mapp: Path) -> None:
        self.rot, self._mapp = rot, mapp
        # Git locks what all branches share, and does not wait for its turn.
        self._alone = threading.RLock()

    @property
    def main(self) -> str:
        """What readers see, as far as it is known here."""
        return f"{REMOTE}/{MAIN}" if has_remote(self.rot, REMOTE) else MAIN

    def start(self) -> None:
        """Take up what another server may have left, and throw away what was being saved when this one was stopped: nobody has been told
        that it was saved, and what was typed is kept elsewhere."""
        forget_locks(self.rot)
        with suppress(GitFel):
            self.learn()
        there = branches(self.rot, f"{DRAFT}*", f"{PROPOSAL}*", remote=REMOTE)
        for name in sorted({*there, *self.names()}):
            if NAME.fullmatch(name):
                self._open(name, f"{REMOTE}/{name}")
                as_committed(self._folder(name))

    def learn(self) -> None:
        """Ask what has been published since. Raises `GitFel`."""
        with self._alone:
            if has_remote(self.rot, REMOTE):
                fetch(self.rot, REMOTE)

    def names(self) -> list[str]:
        """What the branches are called: drafts first, then proposals."""
        found = branches(self.rot, f"{DRAFT}*", f"{PROPOSAL}*")
        return sorted((name for name in found if NAME.fullmatch(name)), key=lambda name: (name[0] != "u", name))

    def all(self) -> Iterator[Gren]:
        """Every branch."""
        return (found for name in self.names() if (found := self.find(name)))

    def find(self, name: str) -> Gren | None:
        """The branch of that name."""
        if not NAME.fullmatch(name) or name not in branches(self.rot, name):
            return None
        self._open(name, self.main)
        year = name.removeprefix(DRAFT) if name.startswith(DRAFT) else ""
        title = f"Utkast {year}" if year else noted(self.rot, name, TITLE) or name.removeprefix(PROPOSAL)
        return Gren(namn=name, titel=title, rot=self._folder(name), år=year, inlämnad=noted(self.rot, name, HANDED_IN))

    def begin(self, name: str, title: str = "") -> Gren:
        """A branch from what readers see now; one that is there is taken up."""
        with self._alone:
            self._open(name, self.main)
            if title:
                note(self.rot, name, TITLE, title)
            found = self.find(name)
        assert found
        return found

    def free_name(self, title: str) -> str:
        """What a new proposal is called, from its title."""
        stem = as_id(title)[:LONGEST].strip("-")
        if not stem:
            raise Avslag("Skriv vad förslaget handlar om, med några ord.")
        taken = set(self.names())
        names = (f"{PROPOSAL}{stem}{number}" for number in ("", *(f"-{n}" for n in range(2, len(taken) + 3))))
        return next(name for name in names if name not in taken)

    def hand_in(self, gren: Gren, by: str) -> None:
        """Keep that somebody has asked for it to be published; "" takes that back."""
        with self._alone:
            note(self.rot, gren.namn, HANDED_IN, by)

    def is_sent(self, gren: Gren) -> bool:
        """True where the repository that others have knows the branch."""
        return gren.namn in branches(self.rot, gren.namn, remote=REMOTE)

    def close(self, gren: Gren) -> None:
        """Take a proposal away, with all that was saved in it."""
        with self._alone:
            close_checkout(self.rot, gren.rot, gren.namn)

    def _folder(self, name: str) -> Path:
        return self._mapp / "grenar" / name

    def _open(self, name: str, start: str) -> None:
        with self._alone:
            if (self._folder(name) / ".git").exists():
                return
            self._folder(name).parent.mkdir(parents=True, exist_ok=True)
            open_checkout(self.rot, self._folder(name), name, start)
