"""All files of data/ read and joined to a collection, with the problems of those that could not be."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from rusplan.data.collection import Samling
from rusplan.data.dataformat import format_of_folder, too_new
from rusplan.data.file_names import is_passed_over, model_of, name_problem, original_of
from rusplan.data.kept_documents import is_kept_folder
from rusplan.data.kinds import REQUIRED
from rusplan.data.model import (
    Aktivitet,
    Berättelse,
    Budget,
    Dokumentlista,
    EgenStatus,
    MålFörPeriod,
    Ordlista,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Utfall,
    Webbplats,
)
from rusplan.data.periods import Planperiod
from rusplan.data.problems import DataFel, Problem, did_you_mean
from rusplan.data.reader import Fil, read_file, read_unsaved
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import each

M = TypeVar("M", bound=Post)

# A file that was found: where it lies, what messages call it, what it should hold and in which format. Read, it is a file or what was
# wrong with it.
Found = tuple[str, str, type[Post], int]


Read = Fil[Post] | Sequence[Problem]


Reader = Callable[[Sequence[Found]], Mapping[str, Read]]
# Files that are not written yet, by their names from the project's root: what each would hold, None for one that would go away.
Unsaved = Mapping[str, bytes | None]


def read_what_can_be_read(
    root: Path, read: Reader | None = None, unsaved: Unsaved = MappingProxyType({})
) -> tuple[Samling | None, list[Problem]]:
    """The collection of all files below `root`/data that could be read, with the problems of the others. `read` reads the files that
    were found; without it `read_files` does. `unsaved` counts as if it were written.

    `checks.read_collection` is the way in for everybody who wants data that is right.
    """
    reading = _Reading(root, read or read_files, unsaved)
    if hinder := unfit(root):
        return None, [hinder]
    with without_collector():
        reading.walk()
    if reading.closed:
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

    def __init__(self, root: Path, read: Reader, unsaved: Unsaved) -> None:
        self.root, self.read, self.unsaved = root, read, unsaved
        self.files: dict[str, Fil[Post]] = {}
        self.unreadable: set[str] = set()
        self.meant: set[str] = set()
        self.problems: list[Problem] = []
        self.closed = False

    def walk(self) -> None:
        found, dataformat = [], format_of_folder(self.root)
        there = dict(data_files(self.root, self._tell_of_closed)) | {
            name: str(self.root / name) for name in self.unsaved
        }
        there = {name: path for name, path in there.items() if self.unsaved.get(name, b"") is not None}
        for name, path in there.items():
            if model := model_of(name):
                found.append((path, name, model, dataformat))
            else:
                self._tell_of_name(name, there)
        read = self.read([each for each in found if each[1] not in self.unsaved])
        for path, name, model, _ in found:
            raw = self.unsaved.get(name)
            self._sort_in(name, read[name] if raw is None else read_unsaved(raw, name, model, Path(path), dataformat))
        if not (self.closed or f"data/{REQUIRED}" in self.files or f"data/{REQUIRED}" in self.unreadable):
            self._miss(
                f"data/{REQUIRED}", "filen saknas, men webbplatsen behöver den; lägg tillbaka den eller rätta dess namn"
            )

    def _tell_of_closed(self, error: OSError) -> None:
        """So much hangs on what lies there that no more is judged."""
        self.problems.append(closed_folder(self.root, error))
        self.closed = True

    def _tell_of_name(self, name: str, there: Mapping[str, str]) -> None:
        """A file with a wrong name is told of by that name alone, and not missed where it should be."""
        wrong = name_problem(name, there)
        self.problems.append(Problem(name, 1, 1, wrong.text))
        if wrong.menad:
            self.meant.add(wrong.menad)
            self.unreadable.add(wrong.menad)

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
        # A shared file that is not there, or could not be read, is stood in for by an empty one, so that the checks can go on.
        years: Mapping[str, Årgång] = {year: found for year in self._periods() if (found := self._year(year))}
        return Samling(
            rot=self.root,
            webbplats=self._shared("organisation.yml", Webbplats.model_construct()),  # type: ignore[call-arg]
            samverkan=self._shared("samverkan.yml", Samverkan()),
            ordlista=self._shared("ordlista.yml", Ordlista()),
            årgångar=years,
            utfall_utan_plan=tuple(self._outcomes_without_plan(years.values())),
            permalänkar=self._shared("permalankar.yml", Permalänkar()),
            oläsliga=frozenset(self.unreadable),
        )

    def _outcomes_without_plan(self, years: Iterable[Årgång]) -> Iterator[Fil[Utfall]]:
        told = {file.namn for year in years for a in year.aktiviteter.values() for file in a.utfallen}
        for name, file in self.files.items():
            if isinstance(file.innehåll, Utfall) and name not in told:
                yield cast("Fil[Utfall]", file)

    def _shared(self, name: str, empty: M) -> Fil[M]:
        return self._file(f"data/{name}", type(empty)) or Fil(f"data/{name}", empty)

    def _file(self, name: str, model: type[M]) -> Fil[M] | None:
        """The file, where it could be read; what it holds is known by its name."""
        found = self.files.get(name)
        assert found is None or isinstance(found.innehåll, model)
        return cast("Fil[M] | None", found)

    def _periods(self) -> list[Planperiod]:
        return sorted({Planperiod(name.split("/")[1]) for name in self.files if name.count("/") >= 2})

    def _year(self, year: Planperiod) -> Årgång | None:
        folder = f"data/{year}"
        plan = self._file(f"{folder}/plan.yml", Plan)
        if plan is None:
            if f"{folder}/plan.yml" not in self.unreadable:
                self._miss(
                    f"{folder}/plan.yml",
                    "filen saknas; varje år behöver en plan.yml som räknar upp årets aktiviteter (se plan.yml för ett annat år)",
                )
            return None
        year = plan.innehåll.planperiod(year)
        return Årgång(
            år=year,
            plan=plan,
            berättelse=self._file(f"{folder}/berattelse.yml", Berättelse),
            mål=self._file(f"{folder}/mal.yml", MålFörPeriod),
            budget=self._file(f"{folder}/budget.yml", Budget),
            dokument=self._file(f"{folder}/dokument.yml", Dokumentlista),
            aktiviteter=dict(self._activities(year, plan)),
            statusar=self._own_statuses,
            delberättelser=self._of_years(f"{folder}/berattelser/{{}}.yml", year, Berättelse),
        )

    @cached_property
    def _own_statuses(self) -> Mapping[str, EgenStatus]:
        site = self._file("data/organisation.yml", Webbplats)
        return {each.id: each for each in site.innehåll.statusar} if site else {}

    def _activities(self, year: Planperiod, plan: Fil[Plan]) -> Iterator[tuple[str, Årsaktivitet]]:
        """The activities that the plan lists, in its order; a problem for each file that does not match the list."""
        listed: dict[str, Loc] = {}
        for loc, name in _listed(plan.innehåll):
            if name in listed:
                text = f"aktiviteten «{name}» står två gånger i listan; ta bort den ena"
                self.problems.append(plan.problem(loc, text))
                continue
            listed[name] = loc
            file = self._file(f"data/{year}/aktiviteter/{name}.yml", Aktivitet)
            if file:
                outcome = self._file(f"data/{year}/utfall/{name}.yml", Utfall)
                of_years = self._of_years(f"data/{year}/utfall/{{}}/{name}.yml", year, Utfall)
                yield name, Årsaktivitet(år=year, id=name, plan=file, utfall=outcome, delutfall=of_years)
        self._compare(year, plan, listed)

    def _of_years(self, path: str, period: Planperiod, model: type[M]) -> dict[int, Fil[M]]:
        """The files of the single years of a longer period."""
        found = {number: self._file(path.format(number), model) for number in period.åren if len(period.åren) > 1}
        return {number: file for number, file in found.items() if file}

    def _compare(self, year: Planperiod, plan: Fil[Plan], listed: Mapping[str, Loc]) -> None:
        """Tell of files that the plan does not list, and of what it lists without a file: often one file that has got a new name."""
        plans = self._ids(f"data/{year}/aktiviteter", self.meant)
        missing = sorted(listed.keys() - self._ids(f"data/{year}/aktiviteter"))
        unlisted = sorted(plans - listed.keys())
        if len(missing) == len(unlisted) == 1:
            self._miss(f"data/{year}/aktiviteter/{unlisted[0]}.yml", _renamed(year, missing[0], unlisted[0]))
            self.unreadable.add(f"data/{year}/aktiviteter/{missing[0]}.yml")
        else:
            for name in missing:
                self._tell_of_missing(year, plan, listed[name], name)
            for name in unlisted:
                self._miss(f"data/{year}/aktiviteter/{name}.yml", _unlisted(year, name, listed))
        for folder in (f"data/{year}/utfall", *(f"data/{year}/utfall/{number}" for number in year.åren)):
            for name in sorted(self._ids(folder, self.meant) - plans - listed.keys()):
                self._miss(f"{folder}/{name}.yml", _stray_outcome(year, name, listed))

    def _tell_of_missing(self, year: Planperiod, plan: Fil[Plan], loc: Loc, name: str) -> None:
        path = f"data/{year}/aktiviteter/{name}.yml"
        text = f"aktiviteten «{name}» står i listan, men filen {path} finns inte; "
        published = f"/aktiviteter/{year}/{name}/" in self._shared("permalankar.yml", Permalänkar()).innehåll.adresser
        text += (
            "aktiviteten är publicerad, så lägg tillbaka filen"
            if published
            else "skapa filen, eller lägg tillbaka den om den är borttagen"
        )
        self.problems.append(plan.problem(loc, text))
        self.unreadable.add(path)

    def _ids(self, folder: str, but: Collection[str] = ()) -> set[str]:
        """The names of the files that were found in a folder, those that could not be read with them."""
        found = (name for name in (*self._by_folder.get(folder, ()), *self.unreadable) if name not in but)
        return {name.rpartition("/")[2].removesuffix(".yml") for name in found if name.rpartition("/")[0] == folder}

    @cached_property
    def _by_folder(self) -> Mapping[str, Sequence[str]]:
        """The files that could be read, by the folder that they lie in."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.files:
            found[name.rpartition("/")[0]].append(name)
        return found


def unfit(root: Path) -> Problem | None:
    """Why nothing at all can be read."""
    if (root / "data").is_symlink():
        return Problem("data", 1, 1, "mappen data är en länk till något annat; lägg själva mappen här")
    if not (root / "data").is_dir():
        return Problem("data", 1, 1, "mappen data saknas; kontrollera att du står i projektets mapp")
    return too_new(root)


def _listed(plan: Plan) -> Iterator[tuple[Loc, str]]:
    """Every activity that a plan lists, with its place there."""
    for i, area in enumerate(plan.områden):
        for j, heading in enumerate(area.rubriker):
            for k, name in enumerate(heading.aktiviteter):
                yield ("områden", i, "rubriker", j, "aktiviteter", k), name


def _renamed(year: Planperiod, missing: str, unlisted: str) -> str:
    return (
        f"aktiviteten «{unlisted}» står inte i listan i data/{year}/plan.yml, och «{missing}», som står där, har ingen fil; "
        f"är det samma aktivitet: ge filen tillbaka namnet {missing}.yml; är «{unlisted}» en ny: lägg till den i listan, och lägg tillbaka {missing}.yml"
    )


def _unlisted(year: Planperiod, name: str, listed: Collection[str]) -> str:
    if (original := original_of(name)) in listed:
        return f"filen ser ut att vara en kopia av {original}.yml; finns det något nytt i den: för över det dit, och ta sedan bort den här filen"
    return f"aktiviteten «{name}» står inte i listan i data/{year}/plan.yml; lägg till den där under sitt område"


def _stray_outcome(year: Planperiod, name: str, listed: Collection[str]) -> str:
    if original_of(name) in listed:
        return _unlisted(year, name, listed)
    text = f"utfallet hör inte till någon aktivitet i data/{year}/plan.yml; ge filen samma namn som aktivitetens fil"
    return text + (did_you_mean(name, listed) or ", eller lägg tillbaka aktiviteten om den är borttagen")


def read_files(found: Sequence[Found]) -> Mapping[str, Read]:
    """Each file by its name, read by all processors."""
    return dict(each(_read, found))


def _read(found: Found) -> tuple[str, Read]:
    """The file with its name, and with what it names gathered: in the process that reads, not in the one that asks."""
    path, name, model, dataformat = found
    if os.path.islink(path):
        return name, [Problem(name, 1, 1, "filen är en länk till en annan fil; lägg själva filen här")]
    file = read_file(Path(path), name, model, dataformat)
    if isinstance(file, Fil):
        _ = file.nämnt
    return name, file


def data_files(root: Path, closed: Callable[[OSError], None]) -> Iterator[tuple[str, str]]:
    """The name from `root` of every file below `root`/data with its path, in a fixed order, and folders named as files; what systems and
    editors leave there is passed over. `closed` is told of folders that cannot be read."""
    for here, folders, files in os.walk(root / "data", onerror=closed):
        inside = Path(here).relative_to(root).as_posix()
        folders.sort()
        as_files = [name for name in folders if name.endswith(".yml") or os.path.islink(f"{here}/{name}")]
        passed = {*as_files, *(name for name in folders if name.startswith(".") or is_kept_folder(f"{inside}/{name}"))}
        folders[:] = [name for name in folders if name not in passed]
        for name in sorted((*files, *as_files)):
            if not is_passed_over(name):
                yield printable(f"{inside}/{name}"), f"{here}/{name}"


def closed_folder(root: Path, error: OSError) -> Problem:
    """A folder that cannot be read is not an empty one."""
    name = printable(Path(error.filename).relative_to(root).as_posix())
    return Problem(name, 1, 1, "mappen går inte att läsa; kontrollera att du har rätt att läsa den, och kör igen")


def printable(name: str) -> str:
    """A name that is not UTF-8 cannot be printed as it is."""
    return name.encode(errors="surrogateescape").decode(errors="replace")
