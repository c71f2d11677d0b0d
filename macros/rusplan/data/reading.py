"""All files of data/ read and joined to a collection, with the problems of those that could not be."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar, cast

from pydantic_core import PydanticCustomError

from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.kinds import IN_FOLDER, NOT_DATA, OF_YEAR, OPTIONAL, SHARED, YEAR, place
from rusplan.data.model import (
    Aktivitet,
    Berättelse,
    Budget,
    MålFörPeriod,
    Ordlista,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Utfall,
    Webbplats,
    activity_id,
)
from rusplan.data.problems import DataFel, Problem, did_you_mean
from rusplan.data.reader import Fil, read_file
from rusplan.data.values import parse_id
from rusplan.data.yaml_text import Loc
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import each

M = TypeVar("M", bound=Post)

# A file that was found: where it lies, what messages call it, and what it should hold. Read, it is a file or what was wrong with it.
Found = tuple[str, str, type[Post]]


Read = Fil[Post] | Sequence[Problem]


Reader = Callable[[Sequence[Found]], Mapping[str, Read]]


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


def read_data(root: Path, read: Reader | None = None) -> Samling:
    """As `read_what_can_be_read`, for whoever wants all of it: raises `DataFel` with every problem of every file at once. No rule is tried."""
    samling, problems = read_what_can_be_read(root, read)
    if problems or not samling:
        raise DataFel(problems)
    return samling


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
        return Samling(
            rot=self.root,
            webbplats=self._shared("organisation.yml", Webbplats.model_construct()),  # type: ignore[call-arg]
            samverkan=self._shared("samverkan.yml", Samverkan.model_construct(organisationer=())),
            ordlista=self._shared("ordlista.yml", Ordlista.model_construct(termer=())),
            årgångar={year: found for year in self._numbers() if (found := self._year(year))},
            permalänkar=self._shared("permalankar.yml", Permalänkar()),
            oläsliga=frozenset(self.unreadable),
        )

    def _shared(self, name: str, empty: M) -> Fil[M]:
        return self._file(f"data/{name}", type(empty)) or Fil(f"data/{name}", empty)

    def _file(self, name: str, model: type[M]) -> Fil[M] | None:
        """The file, where it could be read; what it holds is known by its name."""
        found = self.files.get(name)
        assert found is None or isinstance(found.innehåll, model)
        return cast("Fil[M] | None", found)

    def _numbers(self) -> list[int]:
        return sorted({int(name.split("/")[1]) for name in self.files if name.count("/") >= 2})

    def _year(self, year: int) -> Årgång | None:
        folder = f"data/{year}"
        plan = self._file(f"{folder}/plan.yml", Plan)
        if plan is None:
            if f"{folder}/plan.yml" not in self.unreadable:
                self._miss(
                    f"{folder}/plan.yml",
                    "filen saknas; varje år behöver en plan.yml som räknar upp årets aktiviteter (se plan.yml för ett annat år)",
                )
            return None
        return Årgång(
            år=year,
            plan=plan,
            berättelse=self._file(f"{folder}/berattelse.yml", Berättelse),
            mål=self._file(f"{folder}/mal.yml", MålFörPeriod),
            budget=self._file(f"{folder}/budget.yml", Budget),
            aktiviteter=dict(self._activities(year, plan)),
        )

    def _activities(self, year: int, plan: Fil[Plan]) -> Iterator[tuple[str, Årsaktivitet]]:
        """The activities that the plan lists, in its order; a problem for each file that does not match the list."""
        listed: set[str] = set()
        for loc, name in _listed(plan.innehåll):
            if name in listed:
                text = f"aktiviteten «{name}» står två gånger i listan; ta bort den ena"
                self.problems.append(plan.problem(loc, text))
                continue
            listed.add(name)
            file = self._file(f"data/{year}/aktiviteter/{name}.yml", Aktivitet)
            if file:
                outcome = self._file(f"data/{year}/utfall/{name}.yml", Utfall)
                yield name, Årsaktivitet(år=year, id=name, plan=file, utfall=outcome)
            else:
                self._tell_of_missing(year, plan, loc, name)
        self._tell_of_unlisted(year, listed)

    def _tell_of_missing(self, year: int, plan: Fil[Plan], loc: Loc, name: str) -> None:
        """An activity is listed, but has no file; one whose file could not be read is told of already."""
        files, path = self._ids[f"data/{year}/aktiviteter"], f"data/{year}/aktiviteter/{name}.yml"
        if name not in files:
            text = f"aktiviteten «{name}» har ingen fil {path}{did_you_mean(name, files)}"
            self.problems.append(plan.problem(loc, text))
            self.unreadable.add(path)

    def _tell_of_unlisted(self, year: int, listed: set[str]) -> None:
        """Files of activities and outcomes that the plan does not list."""
        plans, outcomes = (self._ids[f"data/{year}/{kind}"] for kind in IN_FOLDER)
        for name in sorted(plans - listed):
            text = f"aktiviteten «{name}» står inte i listan i data/{year}/plan.yml; lägg till den under sitt område"
            self._miss(f"data/{year}/aktiviteter/{name}.yml", text + did_you_mean(name, listed))
        for name in sorted(outcomes - plans - listed):
            text = f"utfallet hör inte till någon aktivitet i data/{year}/plan.yml; filen ska heta som sin aktivitet"
            self._miss(f"data/{year}/utfall/{name}.yml", text + did_you_mean(name, listed))

    @cached_property
    def _ids(self) -> Mapping[str, set[str]]:
        """The names of the files that were found in each folder, those that could not be read with them."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in (*self.files, *self.unreadable):
            folder, _, file = name.rpartition("/")
            found[folder].add(file.removesuffix(".yml"))
        return found


def _listed(plan: Plan) -> Iterator[tuple[Loc, str]]:
    """Every activity that a plan lists, with its place there."""
    for i, area in enumerate(plan.områden):
        for j, heading in enumerate(area.rubriker):
            for k, name in enumerate(heading.aktiviteter):
                yield ("områden", i, "rubriker", j, "aktiviteter", k), name


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
    parts, where = tuple(name.split("/")[1:]), place(name)
    if where is None:
        return None, (Problem(name, 1, 1, "filen ligger på fel plats eller har fel namn" + _place_hint(parts)),)
    in_folder = where.slag in IN_FOLDER.values()
    return where.slag.modell, tuple(_name_problems(where.namn, name)) if in_folder else ()


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
