"""What each page is made from: the data files that are asked while it is made. So a changed file tells which pages to make again.

It is noted while the site is shown and edited (`serve.py`); a build that is done when it is done notes nothing.
"""

from time import perf_counter

from rusplan.data.collection import Samling
from rusplan.data.kept_files import KeptFiles
from rusplan.data.mentioned import Nämnt
from rusplan.data.model import Aktivitet, Berättelse, Budget, MålFörPeriod, Plan, Post, Utfall
from rusplan.data.reader import Fil
from rusplan.data.reading import Read


class Notes:
    """What has been asked for, and how long it took, since `begin`."""

    def __init__(self) -> None:
        self.asked = set[str]()
        self._since = 0.0

    def begin(self) -> None:
        """From here on it is noted which files are asked; what was noted before is forgotten."""
        self.asked.clear()
        self._since = perf_counter()

    def noted(self) -> tuple[frozenset[str], float]:
        """The names of the files that have been asked since `begin`, and the seconds that have gone."""
        return frozenset(self.asked), perf_counter() - self._since


class Tracked(Fil[Post]):
    """A file that notes when it is asked for what it holds."""

    @property
    def innehåll(self) -> Post:
        """As in `Fil`."""
        vars(self)["notes"].asked.add(self.namn)
        found: Post = vars(self)["innehåll"]
        return found

    @property
    def nämnt(self) -> Nämnt:
        """As in `Fil`."""
        vars(self)["notes"].asked.add(self.namn)
        found: Nämnt = vars(self)["nämnt"]
        return found

    @classmethod
    def of(cls, file: Fil[Post], notes: Notes) -> "Tracked":
        """The same file, which notes in `notes` that it is asked."""
        _ = file.nämnt
        tracked = object.__new__(cls)
        vars(tracked).update(vars(file), notes=notes)
        return tracked


class Kept(KeptFiles):
    """Files that note when they are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.notes = Notes()

    def _kept(self, name: str, read: Read) -> Read:
        if not isinstance(read, Fil):
            return read
        before = self._read.get(name)
        return before if isinstance(before, Fil) and before.innehåll == read.innehåll else Tracked.of(read, self.notes)


def relations(file: Fil[Post]) -> object:
    """What a file tells that is gathered once for all pages (`Sajt.prepare`): no page is noted as asking for it.

    Where this differs, or for a kind of file that is not named here, the whole site is built.
    """
    told, mentions = file.innehåll, file.nämnt.hänvisningar
    match told:
        case Aktivitet():
            return mentions, told.område, told.bygger_på, file.nämnt.samverkan
        case Utfall():
            return mentions, file.nämnt.samverkan
        case Plan():
            return mentions, told.dokument, told.upphör, [(a.id, a.titel, a.rubriker) for a in told.områden]
        case Berättelse():
            return mentions, told.dokument
        case MålFörPeriod() | Budget():
            return mentions
        case _:
            return object()


def affected(old: Samling, new: Samling) -> frozenset[str] | None:
    """The files that have changed between two readings with `Kept`; None if the change reaches pages that have not asked for them."""
    before, now = ({file.namn: file for file in samling.filer} for samling in (old, new))
    if before.keys() != now.keys():
        return None
    there = {
        name for name in now if now[name].väg or before[name].väg
    }  # others are stood in for by empty ones, made anew
    changed = frozenset(name for name in there if now[name] is not before[name])
    alike = all(relations(before[name]) == relations(now[name]) for name in changed)
    return changed if alike else None
