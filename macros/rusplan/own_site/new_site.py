"""A new site: the example with the organisation's own name and addresses, the engine beside it, and a git repository."""

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from rusplan.checks import read_collection
from rusplan.data.edits import Put, edited
from rusplan.data.values import parse_line, parse_link
from rusplan.editing.changed_together import Avslag, Skrivfel
from rusplan.git.asking import GitFel
from rusplan.git.new_repository import begin_repository
from rusplan.own_site.engine_files import engine_files
from rusplan.tools.plain_files import plain_files
from rusplan.tools.record import record
from rusplan.tools.resources import EXAMPLE

# A file whose name begins with a dot lies in the example under another name: git and builders of packages would heed it there.
HIDDEN = "dot-"
ORGANISATION, CONFIGURATION = "data/organisation.yml", "mkdocs.yml"


@record
class Svar:
    """What a new site has to be told. `adress` is where it will be shown, and ends with a slash."""

    namn: str
    långt_namn: str
    webbplats: str
    adress: str
    ansvarig: str

    @property
    def titel(self) -> str:
        """What the site is called."""
        return f"{self.namn}: planer och resultat"


def site_address(text: str) -> str:
    """Where a site will be shown, with the slash at its end."""
    return parse_link(text).rstrip("/") + "/"


# How each answer is read; what is wrong with one is told as an error of pydantic.
READ: Mapping[str, Callable[[str], str]] = {
    "namn": parse_line,
    "långt_namn": parse_line,
    "webbplats": parse_link,
    "adress": site_address,
    "ansvarig": parse_line,
}


def new_site(folder: Path, answers: Svar) -> bool:
    """Make the site in a folder that is new or empty; True if it is a git repository too. Raises `Avslag`, `Skrivfel` or `DataFel`, and
    then nothing has been made."""
    if is_taken(folder):
        raise Avslag(f"Mappen {folder} finns redan och är inte tom. Välj en annan mapp.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".rusplan-", dir=folder.parent) as made:
            _write(Path(made), _files(answers))
            read_collection(Path(made))
            folder.mkdir(exist_ok=True)
            for part in sorted(Path(made).iterdir()):
                shutil.move(part, folder / part.name)
    except OSError as error:
        raise Skrivfel(f"Mappen {folder} gick inte att skapa: {error.strerror}") from None
    return _is_in_git(folder)


def is_taken(folder: Path) -> bool:
    """True where something else lies already; an empty repository is free."""
    return folder.exists() and (not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir()))


def _is_in_git(folder: Path) -> bool:
    try:
        begin_repository(folder)
    except GitFel:
        return False
    return True


def _files(answers: Svar) -> dict[str, bytes]:
    """Every file of the site by its path."""
    found = {_name(path): path.read_bytes() for path in plain_files(EXAMPLE)}
    found[ORGANISATION] = _organisation(found[ORGANISATION], answers)
    found[CONFIGURATION] = _configuration(found[CONFIGURATION].decode(), answers).encode()
    return found | engine_files()


def _name(path: Path) -> str:
    parts = path.relative_to(EXAMPLE).parts
    return "/".join("." + part.removeprefix(HIDDEN) if part.startswith(HIDDEN) else part for part in parts)


def _organisation(raw: bytes, answers: Svar) -> bytes:
    fields = ("namn", "långt_namn", "webbplats", "ansvarig")
    return edited(raw, [Put(at=(field,), value=getattr(answers, field)) for field in fields]).raw


def _configuration(text: str, answers: Svar) -> str:
    """mkdocs.yml with the site's name and address: a text in JSON is one in YAML too."""
    named = re.sub(r"(?m)^site_name: .*$", lambda _: f"site_name: {_quoted(answers.titel)}", text)
    place = f"site_url: !ENV [SITE_URL, {_quoted(answers.adress)}]"
    return re.sub(r"(?m)^site_url: .*$", lambda _: place, named)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
