"""Changes in several files that hang together: tried on a copy, then all made, or none."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from rusplan.checks import Rule, read_collection
from rusplan.data.collection import Samling
from rusplan.data.dataformat import FORMAT_FILE, format_of_folder, newest
from rusplan.data.edits import Edited
from rusplan.data.problems import DataFel, Problem
from rusplan.data.reading import read_what_can_be_read
from rusplan.editing.register_along import register_along
from rusplan.site.register import REGISTER
from rusplan.tools.record import record

# Every file that changes, by its name from the project's root, as it will be; None for one that goes away.
Contents = Mapping[str, bytes | None]


class Skrivfel(Exception):
    """The files could not be written; the text is Swedish. Nothing has been changed."""


class Avslag(Exception):
    """The change cannot be made so; the text is Swedish and says why, in whole sentences. Nothing has been changed."""


@record
class Filändring:
    """What a command does. `innehåll` holds every file as it will be, None where it goes away; `nya` are those that were not there; `flyttar`
    old and new paths; `leder` addresses that lead on; `data` the data files that say something else; `sagt` what else the editor should
    know, a sentence each."""

    innehåll: Contents
    nya: frozenset[str] = frozenset()
    flyttar: Mapping[str, str] = field(default_factory=dict)
    leder: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Edited] = field(default_factory=dict)
    sagt: tuple[str, ...] = ()


def collection_to_change(root: Path, but: tuple[Rule, ...] = ()) -> Samling:
    """All of `root`/data, read and checked by all rules, `but` left out, for a command that changes it. Raises `DataFel`, also where the files are of an older format:
    what was read is then not what stands in them."""
    samling = read_collection(root, but=but)
    if (stated := format_of_folder(root)) < newest():
        text = f"filerna i data är skrivna i format {stated}, men kommandot ändrar bara filer i format {newest()}; kör rusplan upgrade först"
        raise DataFel([Problem(FORMAT_FILE, 1, 1, text)])
    return samling


def make_together(root: Path, contents: Contents, but: tuple[Rule, ...] = ()) -> None:
    """Make the changes, if data/ is right with them by all rules, `but` left out, and write in the register what they bring. Raises
    `DataFel` or `Skrivfel`, and then everything is as it was."""
    write_together(root, tried(root, contents, but))


def tried(root: Path, contents: Contents, but: tuple[Rule, ...] = ()) -> Contents:
    """The changes with what they bring to the register, for `write_together`, if data/ is right with them by all rules, `but` left out.
    Raises `DataFel` or `Skrivfel`; nothing is written."""
    before, _ = read_what_can_be_read(root)
    try:
        register = _try_on_copy(root, contents, but, before)
    except OSError as error:
        raise Skrivfel(f"Ändringen gick inte att pröva på en kopia av data: {error.strerror}.") from None
    return {**contents, REGISTER: register} if register else contents


def _try_on_copy(root: Path, contents: Contents, but: tuple[Rule, ...], before: Samling | None) -> bytes | None:
    """The register as it will be, where it is to be written too."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data", symlinks=True)
        if (root / "docs").is_dir():
            (copy / "docs").symlink_to((root / "docs").resolve(), target_is_directory=True)
        _make({name: data for name, data in contents.items() if name.startswith("data/")}, copy)
        after = read_collection(copy, but=but)
        return register_along(before, after, standing(copy / REGISTER))


def write_together(root: Path, contents: Contents) -> None:
    """Make the changes, known to be right; if something stops it half-way, put back what was there. Raises `Skrivfel`."""
    before = {name: standing(root / name) for name in contents}
    try:
        _make(contents, root)
    except BaseException as error:
        _make(before, root)
        if isinstance(error, OSError):
            raise Skrivfel(
                f"Filen {error.filename} gick inte att skriva; kontrollera att du har rätt till det."
            ) from None
        raise


def _make(contents: Contents, root: Path) -> None:
    for name, data in contents.items():
        path = root / name
        if data is None:
            path.unlink(missing_ok=True)
        elif standing(path) != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def standing(path: Path) -> bytes | None:
    """What stands in a file; None where there is none."""
    return path.read_bytes() if path.exists() else None


def told_anew(files: Mapping[str, Edited]) -> Iterator[str]:
    """A sentence for each file with something that could not be changed as it stood."""
    for name, file in files.items():
        if () in file.anew:
            yield f"{name} skrevs om i sin helhet. Kommentarer i filen är borta."
        elif file.anew:
            parts = ", ".join(dict.fromkeys(f"«{loc[0]}»" for loc in file.anew))
            yield f"I {name} skrevs {parts} om helt eller delvis. Kommentarer där kan vara borta."
