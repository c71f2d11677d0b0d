"""What a file in data/ is called and where it lies: which files are no data, what is wrong with a name, and what it was meant to be."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from pydantic_core import PydanticCustomError

from rusplan.data.kinds import IN_FOLDER, NOT_DATA, OF_YEAR, OPTIONAL, SHARED, place
from rusplan.data.likeness import as_id, nearest
from rusplan.data.model import Post, activity_id
from rusplan.data.periods import Planperiod, is_period
from rusplan.data.problems import shown
from rusplan.data.values import ID
from rusplan.tools.record import small

# Left by Windows and by macOS in folders that somebody has looked at.
LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"})
# How systems and people call the copy of a file: «halsa (kopia)», «halsa - Kopia (2)», «halsa(1)», «halsa 2», «Kopia av halsa».
COPY = re.compile(
    r"(?:kopia av|copy of) (?P<before>.+)|(?P<after>.+?)(?:[ _-]+\(?(?:kopia|copy)\)?(?: ?\(?\d\)?)?| ?\(\d\)| \d)",
    re.I,
)
# Endings that a data file may have got, where it should have .yml alone.
ENDING = re.compile(r"\s*\.ya?ml\s*(?:\.txt)?\s*", re.I)


@small
class Namnfel:
    """What is wrong with a file's name or place; `menad` is the path that it was meant to have, where that is nearly certain."""

    text: str
    menad: str | None = None


def is_left_by_system(name: str) -> bool:
    """True for what Windows, macOS and office programs leave in a folder."""
    return name.startswith("~$") or name.casefold() in LEFT_BY_SYSTEMS


def is_passed_over(name: str) -> bool:
    """True for what systems and programs leave beside data: hidden files, locks and copies that editors keep while they work."""
    return name.startswith(".") or name.endswith(("~", ".swp", ".swo")) or name in NOT_DATA or is_left_by_system(name)


@cache
def model_of(path: str) -> type[Post] | None:
    """What a file with this path from the project's root should hold; None if its name or place is wrong."""
    where = place(path)
    if where is None or (where.slag in IN_FOLDER.values() and _wrong_stem(where.namn)):
        return None
    return where.slag.modell


def name_problem(path: str, there: Collection[str]) -> Namnfel:
    """What is wrong with the name or the place of a file that has no model; `there` are the paths of all files."""
    meant, (folder, _, file) = _meant(path), path.rpartition("/")
    if meant is None and place(path):
        return Namnfel(f"filens namn {_wrong_stem(file.removesuffix('.yml'))}", path)
    if meant is None:
        return Namnfel("filen ligger på fel plats eller har fel namn" + _place_hint(path))
    same_folder = meant.rpartition("/")[0] == folder
    original = meant.rpartition("/")[2] if same_folder else meant
    reason = _reason(file, original) if same_folder else "filen ligger på fel plats"
    if meant in there:
        return Namnfel(
            f"{reason}; finns det något nytt i den: för över det till {original}, och ta sedan bort den här filen"
        )
    return Namnfel(
        f"{reason}; byt namn på den till {original}" if same_folder else f"{reason}; flytta den till {meant}", meant
    )


def original_of(stem: str) -> str | None:
    """What a copy is a copy of, from its name: «halsa» for «halsa (kopia)»; None if it is no copy by its name."""
    found = COPY.fullmatch(stem)
    return as_id(found["before"] or found["after"]) if found else None


def _meant(path: str) -> str | None:
    """The right path nearest to a wrong one: letters, blanks, ending, copies and misspelt folders aside."""
    *folders, file = path.split("/")
    ending = ENDING.search(file)
    if not ending or ending.end() != len(file) or "\ufffd" in file:
        return None
    stem = file[: ending.start()]
    name = (original_of(stem) or as_id(stem)) + ".yml"
    if len(folders) == 3:
        folders[2] = nearest(folders[2], IN_FOLDER) or folders[2]
    else:
        name = nearest(name, OF_YEAR if len(folders) == 2 else (*SHARED, *OPTIONAL)) or name
    meant = "/".join((*folders, name))
    return meant if model_of(meant) else None


def _reason(file: str, original: str) -> str:
    """What is wrong with a name, in the words of one who sees it in a list of files."""
    stem = ENDING.sub("", file)
    if original_of(stem):
        return f"filen ser ut att vara en kopia av {original}"
    if re.search(r"\s", file):
        return f"filens namn är «{file}», men får inte ha mellanslag"
    if stem + ".yml" != file:
        return f"filens namn är «{file}», men ska sluta på .yml och inget mer"
    if not ID.fullmatch(stem):
        return f"filens namn är «{file}», men får bara ha små bokstäver a–z och siffror, med bindestreck mellan ord"
    return f"filens namn är «{file}», men ska vara «{original}»"


def _wrong_stem(stem: str) -> str | None:
    """Why no activity may have this name, or None."""
    try:
        activity_id(stem)
    except PydanticCustomError as error:
        return error.message()
    if ID.fullmatch(stem):
        return None
    return f"är «{shown(stem)}», men får bara ha små bokstäver a–z och siffror, med bindestreck mellan ord"


def _wrong_year(parts: Sequence[str]) -> str | None:
    """What is wrong with the year that a file within a longer period tells of alone."""
    match parts:
        case [period, "berattelser", file] if is_period(period):
            year = file.removesuffix(".yml")
        case [period, "utfall", year, _] if is_period(period):
            pass
        case _:
            return None
    if period.isdecimal():
        return "; uppföljning år för år finns bara i en plan för flera år, som data/2024-2026"
    known = Planperiod(period)
    return f"; «{year}» är inget år i perioden {period}, som har åren {known.första} till {known.sista}"


def _place_hint(path: str) -> str:
    parts = path.split("/")[1:]
    if not parts[-1].endswith(".yml"):
        return "; i data ska bara filer som slutar på .yml ligga, så flytta den härifrån"
    if len(parts) == 1:
        return "; direkt i data ska bara organisation.yml, samverkan.yml, ordlista.yml och permalankar.yml ligga"
    if len(parts) == 2 and is_period(parts[0]):
        return "; ska den ligga i mappen aktiviteter eller utfall?"
    if wrong := _wrong_year(parts):
        return wrong
    if len(parts) == 2 and re.fullmatch(r"\d{4}\D+\d{2,4}", parts[0]):
        return "; en plan för flera år ligger i en mapp som heter som det första och det sista året, som 2024-2026"
    return "; aktiviteter ska ligga i data/<år>/aktiviteter och utfall i data/<år>/utfall"
