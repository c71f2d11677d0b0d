"""Contents of files by hash, each parsed once in a run; and what ids are called in the newest version."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from rusplan.changes.remembered import Memory
from rusplan.data.dataformat import newest
from rusplan.data.document_names import kind_title
from rusplan.data.kinds import OF_YEAR, Filslag, told_place
from rusplan.data.model import Aktivitet, MålFörPeriod, Plan, Post, Samverkan, Utfall, Webbplats
from rusplan.data.periods import Planperiod
from rusplan.data.reader import Fil, read_text
from rusplan.data.year import public_content
from rusplan.git.blobs import blob_of
from rusplan.git.data_formats import is_without_final, parted
from rusplan.swedish.formatting import med_år
from rusplan.tools.questions import Question, asked, gathered

T = TypeVar("T")


class Innehållskälla(Protocol):
    """What gives contents: git, or whoever has them before they are saved."""

    def read(self, blob: str) -> bytes | None:
        """The content that is called so, or None where there is none."""


class Läsare:
    """Contents by hash, each parsed once in a run; and what ids are called in the newest version."""

    enheter = ("kr", "kr")

    def __init__(
        self,
        contents: Innehållskälla,
        tip: Mapping[str, str],
        root: Path | None = None,
        known: Mapping[str, Post] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self._tip, self._root, self._known = tip, root, known or {}
        self.memory = memory or Memory()
        self._read: dict[tuple[str, type[Post]], Post | None] = {}
        self._named = cache(lambda name: sorted((path for path in tip if path.endswith(f"/{name}")), reverse=True))
        self.raw = cache(lambda name: contents.read(parted(name)[0]))

    def content(self, path: str, blob: str | None) -> Post | None:
        """The file with the content that is called `blob` as its model; None if it cannot be read."""
        where = told_place(path)
        if where is None or blob is None:
            return None
        key = (blob, where.slag.modell)
        if key not in self._read:
            self._read[key] = self._known_as(path, blob) or self._parsed(path, blob, where.slag.modell)
        return self._read[key]

    def _known_as(self, path: str, blob: str) -> Post | None:
        """The file that has been read already, if it is the one with this hash."""
        found = self._known.get(path)
        if found and self._root and self._tip.get(path) == blob == blob_of(self._root / path, len(blob)):
            return found
        return None

    def _parsed(self, path: str, blob: str, model: type[Post]) -> Post | None:
        raw, dataformat = self.raw(blob), parted(blob)[1]
        if raw is None or dataformat > newest():
            return None
        read = read_text(raw, path, model, dataformat=dataformat)
        found = read.innehåll if isinstance(read, Fil) else None
        return public_content(found) if isinstance(found, Utfall) and is_without_final(blob) else found

    def at_tip(self, path: str) -> Post | None:
        """The file as it is in the newest version."""
        asked("nyast", path)
        return self.content(path, self._tip.get(path))

    def _every(self, name: str) -> list[str]:
        """The files of that name in the newest version, the newest year first."""
        asked("nyast av alla", name)
        return self._named(name)

    def remembered(self, of: object, tell: Callable[[], T]) -> T:
        """What `tell` tells of contents, or an earlier build has told of the same; their names are those of the newest version."""
        return self.memory.told(of, self._answer, tell)

    def _answer(self, question: Question) -> object:
        """What a question that has been noted is answered with now: what a file is called by, or which files there are."""
        kind, name = question
        return self._tip.get(name) if kind == "nyast" else self._every(name)

    def organisation(self, name: str) -> str:
        """The short name of an organisation."""
        return self._organisations.get(name, name)

    @gathered
    def _organisations(self) -> Mapping[str, str]:
        found = self.at_tip("data/samverkan.yml")
        rows = found.organisationer if isinstance(found, Samverkan) else ()
        return {row.id: row.kortnamn or row.namn for row in rows}

    def område(self, name: str) -> str:
        """The title of an area."""
        return self._areas[0].get(name, name)

    def organisationstyp(self, name: str) -> str:
        """The name of a kind of organisation."""
        site = self.at_tip("data/organisation.yml")
        kinds = site.organisationstyper if isinstance(site, Webbplats) else ()
        return next((kind.namn for kind in kinds if kind.id == name), name)

    def mål(self, name: str) -> str:
        """The title of a goal, in the newest plan that has it."""
        goals = (found.mål for path in self._every("mal.yml") if isinstance(found := self.at_tip(path), MålFörPeriod))
        return next((goal.titel for each in goals for goal in each if goal.id == name), name)

    def eget_ord(self, word: str) -> str:
        """The name of a status or a rating of the organisation's own."""
        site = self.at_tip("data/organisation.yml")
        return site.egna_ord.get(word, word) if isinstance(site, Webbplats) else word

    def area_of(self, ref: str) -> str | None:
        """The area that lists the activity in its year's plan."""
        return self._areas[1].get(ref)

    def aktivitet(self, ref: str) -> str:
        """«Kulturmiljö 2025» from ``2025/kulturmiljo``; a bare year or an unknown name stays as it is."""
        year, _, name = ref.partition("/")
        if name in ("budget", "mal"):
            return f"{OF_YEAR[f'{name}.yml'].titel.lower()} {self.period(year)}"
        found = self.at_tip(f"data/{year}/aktiviteter/{name}.yml")
        return med_år(found.titel, self.period(year)) if isinstance(found, Aktivitet) else ref

    def title(self, kind: Filslag) -> str:
        """What readers call what a kind of file holds, as the newest version has it."""
        site = self.at_tip("data/organisation.yml")
        return kind_title(site, kind) if isinstance(site, Webbplats) else kind.titel

    def period(self, year: str) -> str:
        """A plan's period as readers see it, as the newest version has it: «2025», «2024/25»."""
        plan = self.at_tip(f"data/{year}/plan.yml")
        return (plan.planperiod(year) if isinstance(plan, Plan) else Planperiod(year)).visad

    @gathered
    def _areas(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The title of each area, and the area of each activity."""
        titles: dict[str, str] = {}
        areas: dict[str, str] = {}
        for path in self._every("plan.yml"):
            plan = self.at_tip(path)
            for area in plan.områden if isinstance(plan, Plan) else ():
                titles.setdefault(area.id, area.titel)
                for name in (n for heading in area.rubriker for n in heading.aktiviteter):
                    areas[f"{path.split('/')[1]}/{name}"] = area.id
        return titles, areas
