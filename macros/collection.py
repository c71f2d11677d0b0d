"""All of data/ read and joined: years, activities, documents and organisations, ready to be asked."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from macros.model import (
    Aktivitet,
    Berättelse,
    Budget,
    Dokument,
    MålFörPeriod,
    Ordlista,
    Organisation,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Utfall,
    Webbplats,
    activity_id,
)
from macros.parallel import each, without_collector
from macros.problems import Problem, did_you_mean
from macros.reader import Fil, read_file
from macros.record import record
from macros.values import parse_id

# Where files may lie, as patterns over the path within data/, and what each holds.
SHARED: Mapping[str, type[Post]] = {"organisation.yml": Webbplats, "samverkan.yml": Samverkan, "ordlista.yml": Ordlista}
OPTIONAL: Mapping[str, type[Post]] = {"permalankar.yml": Permalänkar}
OF_YEAR: Mapping[str, type[Post]] = {
    "plan.yml": Plan,
    "berattelse.yml": Berättelse,
    "mal.yml": MålFörPeriod,
    "budget.yml": Budget,
}
IN_FOLDER: Mapping[str, type[Post]] = {"aktiviteter": Aktivitet, "utfall": Utfall}
NOT_DATA = {"README.md", "LICENSE"}
# A file that was found: where it lies, what messages call it, and what it should hold. Read, it is a file or what was wrong with it.
Found = tuple[str, str, type[Post]]
Read = Fil[Post] | Sequence[Problem]
Reader = Callable[[Sequence[Found]], Mapping[str, Read]]
YEAR = re.compile(r"(19|20)\d\d")


@record
class Årsaktivitet:
    """One activity in one year: its plan, and its outcome where there is one."""

    år: int
    id: str
    plan: Fil[Aktivitet]
    utfall: Fil[Utfall] | None

    @cached_property
    def ref(self) -> str:
        """``2025/kulturmiljo``: how data refers to it, and the end of its address."""
        return f"{self.år}/{self.id}"

    @property
    def samverkan(self) -> frozenset[str]:
        """Every organisation that the plan or the outcome names, on the whole or on a part of it."""
        return self.plan.nämnt.samverkan | (self.utfall.nämnt.samverkan if self.utfall else frozenset())

    @property
    def titel(self) -> str:
        """The title of the plan."""
        return self.plan.innehåll.titel


@record
class Årgång:
    """A year: its documents, and its activities in the order of the plan."""

    år: int
    plan: Fil[Plan]
    berättelse: Fil[Berättelse] | None
    mål: Fil[MålFörPeriod] | None
    budget: Fil[Budget] | None
    aktiviteter: Mapping[str, Årsaktivitet]

    def in_area(self, area: str) -> tuple[Årsaktivitet, ...]:
        """The activities of an area, in the order of the plan."""
        return self._by_area.get(area, ())

    @cached_property
    def _by_area(self) -> Mapping[str, tuple[Årsaktivitet, ...]]:
        found: dict[str, list[Årsaktivitet]] = defaultdict(list)
        for activity in self.aktiviteter.values():
            found[activity.plan.innehåll.område].append(activity)
        return {area: tuple(activities) for area, activities in found.items()}

    @cached_property
    def grannar(self) -> Mapping[str, tuple[Årsaktivitet | None, Årsaktivitet | None]]:
        """The activities before and after each one in the plan."""
        ordered = [None, *self.aktiviteter.values(), None]
        return {
            here.id: (before, after)
            for before, here, after in zip(ordered, ordered[1:], ordered[2:], strict=False)
            if here
        }

    @cached_property
    def rubriker(self) -> Mapping[str, str | None]:
        """The heading in the plan above each activity, where it has one."""
        headings = [heading for area in self.plan.innehåll.områden for heading in area.rubriker]
        return {name: heading.titel for heading in reversed(headings) for name in heading.aktiviteter}

    @cached_property
    def filer(self) -> tuple[Fil[Post], ...]:
        """The files of the year."""
        found: list[Fil[Any] | None] = [self.plan, self.berättelse, self.mål, self.budget]
        for activity in self.aktiviteter.values():
            found += [activity.plan, activity.utfall]
        return tuple(file for file in found if file)


@record
class Samling:
    """Everything in data/. Years are sorted, oldest first."""

    rot: Path
    webbplats: Fil[Webbplats]
    samverkan: Fil[Samverkan]
    ordlista: Fil[Ordlista]
    årgångar: Mapping[int, Årgång]
    permalänkar: Fil[Permalänkar] = field(default_factory=lambda: Fil("data/permalankar.yml", Permalänkar()))
    # Files that could not be read, are missing or are not listed; what refers to them cannot be judged.
    oläsliga: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def nyast_först(self) -> tuple[Årgång, ...]:
        """All years, newest first."""
        return tuple(reversed(list(self.årgångar.values())))

    @cached_property
    def aktiviteter(self) -> Mapping[str, Årsaktivitet]:
        """All activities by reference, ``2025/kulturmiljo``."""
        return {a.ref: a for year in self.årgångar.values() for a in year.aktiviteter.values()}

    @cached_property
    def filer(self) -> tuple[Fil[Post], ...]:
        """Every file that was read: those that all years share, then year by year."""
        shared: tuple[Fil[Any], ...] = (self.webbplats, self.samverkan, self.ordlista, self.permalänkar)
        return (*shared, *(file for year in self.årgångar.values() for file in year.filer))

    @cached_property
    def organisationer(self) -> Mapping[str, Organisation]:
        """All organisations by id."""
        return {o.id: o for o in self.samverkan.innehåll.organisationer}

    @cached_property
    def dokument(self) -> Mapping[str, tuple[Fil[Plan] | Fil[Berättelse], Dokument]]:
        """All source documents by id, with the file that describes each."""
        files = [f for year in self.årgångar.values() for f in (year.plan, year.berättelse) if f]
        return {f.innehåll.dokument.id: (f, f.innehåll.dokument) for f in files}

    def unreadable(self, year: object, *parts: str) -> bool:
        """True if this data file of a year should be there but could not be read. Without its plan the whole year is not there."""
        if not self.oläsliga:
            return False  # nearly always, and each reference asks
        return not self.oläsliga.isdisjoint((f"data/{year}/plan.yml", "/".join(("data", str(year), *parts))))


def read_what_can_be_read(root: Path, read: Reader | None = None) -> tuple[Samling | None, list[Problem]]:
    """The collection of all files below `root`/data that could be read, with the problems of the others. `read` reads the files that
    were found; without it `read_files` does.

    `checks.read_collection` is the way in for everybody who wants data that is right.
    """
    reading = _Reading(root, read or read_files)
    with without_collector():
        reading.walk()
    if not (root / "data").is_dir():
        return None, reading.problems
    samling = reading.join()
    if not samling.årgångar and not reading.problems:
        reading.problems.append(
            Problem("data", 1, 1, "det finns inget år i data; lägg till en mapp som heter som året, med en plan.yml")
        )
    return samling, reading.problems


class _Reading:
    """The files of one data/ folder while they are read."""

    def __init__(self, root: Path, read: Reader) -> None:
        self.root, self.read = root, read
        self.files: dict[str, Fil[Post]] = {}
        self.unreadable: set[str] = set()
        self.problems: list[Problem] = []

    def walk(self) -> None:
        if not (self.root / "data").is_dir():
            self.problems.append(Problem("data", 1, 1, "mappen data saknas; kontrollera att du står i projektets mapp"))
            return
        found = []
        for path, name in _data_files(self.root):
            model, problems = _model_of(name)
            self.problems.extend(problems)
            if model:
                found.append((path, name, model))
        read = self.read(found)
        for _, name, _ in found:
            self._sort_in(name, read[name])
        for name in SHARED:
            if f"data/{name}" not in self.files and f"data/{name}" not in self.unreadable:
                self._miss(
                    f"data/{name}", "filen saknas, men webbplatsen behöver den; lägg tillbaka den eller rätta dess namn"
                )

    def _miss(self, name: str, text: str) -> None:
        self.problems.append(Problem(name, 1, 1, text))
        self.unreadable.add(name)

    def _sort_in(self, name: str, read: Read) -> None:
        if isinstance(read, Fil):
            self.files[name] = read
        else:
            self.unreadable.add(name)
            self.problems.extend(read)

    def join(self) -> Samling:
        # A shared file that could not be read is stood in for by an empty one, so that the checks can go on.
        webbplats, samverkan, ordlista = (
            self.files.get(f"data/{name}") or Fil(f"data/{name}", empty)
            for name, empty in (
                ("organisation.yml", Webbplats.model_construct()),  # type: ignore[call-arg]
                ("samverkan.yml", Samverkan.model_construct(organisationer=())),
                ("ordlista.yml", Ordlista.model_construct(termer=())),
            )
        )
        years = sorted({int(name.split("/")[1]) for name in self.files if name.count("/") >= 2})
        register = self.files.get("data/permalankar.yml") or Fil("data/permalankar.yml", Permalänkar())
        joined = {year: found for year in years if (found := self._year(year))}
        return Samling(self.root, webbplats, samverkan, ordlista, joined, register, frozenset(self.unreadable))  # type: ignore[arg-type]

    def _year(self, year: int) -> Årgång | None:
        folder = f"data/{year}"
        plan = self.files.get(f"{folder}/plan.yml")
        if plan is None:
            if f"{folder}/plan.yml" not in self.unreadable:
                self._miss(
                    f"{folder}/plan.yml",
                    "filen saknas; varje år behöver en plan.yml som räknar upp årets aktiviteter (se plan.yml för ett annat år)",
                )
            return None
        report, goals, budget = (
            self.files.get(f"{folder}/{name}") for name in ("berattelse.yml", "mal.yml", "budget.yml")
        )
        return Årgång(year, plan, report, goals, budget, dict(self._activities(year, plan)))  # type: ignore[arg-type]

    def _activities(self, year: int, plan: Fil[Post]) -> Iterator[tuple[str, Årsaktivitet]]:
        """The activities that the plan lists, in its order; a problem for each file that does not match the list."""
        content = plan.innehåll
        assert isinstance(content, Plan)
        files = {kind: self._ids[f"data/{year}/{kind}"] for kind in IN_FOLDER}
        listed: set[str] = set()
        for i, area in enumerate(content.områden):
            for j, heading in enumerate(area.rubriker):
                for k, name in enumerate(heading.aktiviteter):
                    loc = ("områden", i, "rubriker", j, "aktiviteter", k)
                    if name in listed:
                        self.problems.append(
                            plan.problem(loc, f"aktiviteten «{name}» står två gånger i listan; ta bort den ena")
                        )
                        continue
                    listed.add(name)
                    file = self.files.get(f"data/{year}/aktiviteter/{name}.yml")
                    if isinstance(file, Fil):
                        outcome = self.files.get(f"data/{year}/utfall/{name}.yml")
                        yield name, Årsaktivitet(year, name, file, outcome)  # type: ignore[arg-type]
                    elif name not in files["aktiviteter"]:
                        hint = did_you_mean(name, files["aktiviteter"])
                        self.problems.append(
                            plan.problem(
                                loc, f"aktiviteten «{name}» har ingen fil data/{year}/aktiviteter/{name}.yml{hint}"
                            )
                        )
                        self.unreadable.add(f"data/{year}/aktiviteter/{name}.yml")
        for name in sorted(files["aktiviteter"] - listed):
            hint = did_you_mean(name, listed)
            self._miss(
                f"data/{year}/aktiviteter/{name}.yml",
                f"aktiviteten «{name}» står inte i listan i data/{year}/plan.yml; lägg till den under sitt område{hint}",
            )
        for name in sorted(files["utfall"] - files["aktiviteter"] - listed):
            hint = did_you_mean(name, listed)
            self._miss(
                f"data/{year}/utfall/{name}.yml",
                f"utfallet hör inte till någon aktivitet i data/{year}/plan.yml; filen ska heta som sin aktivitet{hint}",
            )

    @cached_property
    def _ids(self) -> Mapping[str, set[str]]:
        """The names of the files that were found in each folder, those that could not be read with them."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in (*self.files, *self.unreadable):
            folder, _, file = name.rpartition("/")
            found[folder].add(file.removesuffix(".yml"))
        return found


def read_files(found: Sequence[Found]) -> Mapping[str, Read]:
    """Each file by its name, read by all processors."""
    return dict(each(_read, found))


def _read(found: Found) -> tuple[str, Read]:
    """The file with its name, and with what it names gathered: in the process that reads, not in the one that asks."""
    path, name, model = found
    if os.path.islink(path):
        return name, [Problem(name, 1, 1, "filen är en länk till en annan fil; lägg själva filen här")]
    file = read_file(Path(path), name, model)
    if isinstance(file, Fil):
        _ = file.nämnt
    return name, file


def _data_files(root: Path) -> Iterator[tuple[str, str]]:
    """The path of every file below `root`/data with its name from `root`, in a fixed order, and folders named as files; hidden files and
    editors' copies are passed over."""
    for here, folders, files in os.walk(root / "data"):
        # A name that is not UTF-8 cannot be printed as it is.
        inside = Path(here).relative_to(root).as_posix()
        folders.sort()
        as_files = [name for name in folders if name.endswith(".yml") or os.path.islink(f"{here}/{name}")]
        folders[:] = [name for name in folders if name not in as_files and not name.startswith(".")]
        for name in sorted((*files, *as_files)):
            if not name.startswith(".") and not name.endswith(("~", ".swp")) and name not in NOT_DATA:
                yield f"{here}/{name}", f"{inside}/{name}".encode(errors="surrogateescape").decode(errors="replace")


@cache
def _model_of(name: str) -> tuple[type[Post] | None, tuple[Problem, ...]]:
    """What a file with this name should hold, and what is wrong with its name or place."""
    parts = tuple(name.split("/")[1:])
    model: type[Post] | None = None
    problems: tuple[Problem, ...] = ()
    if len(parts) == 1:
        model = SHARED.get(parts[0]) or OPTIONAL.get(parts[0])
    elif YEAR.fullmatch(parts[0]) and len(parts) == 2:
        model = OF_YEAR.get(parts[1])
    elif YEAR.fullmatch(parts[0]) and len(parts) == 3 and name.endswith(".yml"):
        model = IN_FOLDER.get(parts[1])
        if model:
            problems = tuple(_name_problems(parts[2].removesuffix(".yml"), name))
    if model is None:
        problems = (Problem(name, 1, 1, "filen ligger på fel plats eller har fel namn" + _place_hint(parts)),)
    return model, problems


def _name_problems(stem: str, name: str) -> Iterator[Problem]:
    try:
        activity_id(parse_id(stem))
    except PydanticCustomError as error:
        yield Problem(name, 1, 1, f"filens namn {error.message()}")


def _place_hint(parts: tuple[str, ...]) -> str:
    if parts[-1].endswith(".yaml"):
        return "; filändelsen ska vara .yml"
    if not parts[-1].endswith(".yml"):
        return "; i data ska bara filer som slutar på .yml ligga"
    if len(parts) == 1:
        return (
            did_you_mean(parts[0], (*SHARED, *OPTIONAL))
            or "; direkt i data ska bara organisation.yml, samverkan.yml, ordlista.yml och permalankar.yml ligga"
        )
    if len(parts) == 2 and YEAR.fullmatch(parts[0]):
        return did_you_mean(parts[1], OF_YEAR) or "; ska den ligga i mappen aktiviteter eller utfall?"
    if len(parts) == 3:
        return (
            did_you_mean(parts[1], IN_FOLDER)
            or "; aktiviteter ska ligga i data/<år>/aktiviteter och utfall i data/<år>/utfall"
        )
    return "; aktiviteter ska ligga i data/<år>/aktiviteter och utfall i data/<år>/utfall"
