"""A site's own first year, in place of the example: a draft with its areas, and nothing left of what the example told."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rusplan.checks.past_pages import page_of_file
from rusplan.data.edits import Blank, with_blanks
from rusplan.data.kinds import place
from rusplan.data.likeness import as_id
from rusplan.data.model import Borttagen, Permalänkar
from rusplan.data.periods import Planperiod, is_period
from rusplan.data.reader import Fil, read_file
from rusplan.data.reading import data_files
from rusplan.editing.changed_together import Avslag, Contents, Filändring, make_together, standing
from rusplan.git.log import head
from rusplan.site.register import REGISTER, register_file
from rusplan.tools.plain_files import plain_files
from rusplan.tools.resources import EXAMPLE

# Says who the site belongs to: its own from the first day.
KEPT = "data/organisation.yml"
REASON = "Exemplet som webbplatsen började med."


def first_year(root: Path, year: str, areas: Sequence[str]) -> Filändring:
    """Make the plan of the year, as a draft, and take the example away. Raises `Avslag` where data has a year of its own, or `DataFel`,
    and has then changed nothing."""
    if not is_period(year):
        raise Avslag(
            f"Året är «{year}», men ska vara ett år som 2027, eller det första och det sista året som 2027-2029."
        )
    gone = dict.fromkeys(_of_the_example(root))
    if own := next(_of_years(root, gone), None):
        raise Avslag(
            f"Det finns redan ett år i data, för {own} hör inte till exemplet. Kör rusplan new-year för nästa år."
        )
    plan = f"data/{year}/plan.yml"
    contents: Contents = {**gone, plan: with_blanks(_plan(year, areas))}
    register = _register(root, year, gone) if gone and head(root) else {}
    make_together(root, {**contents, **register})
    _sweep(root / "data")
    return Filändring(innehåll={**contents, **register}, nya=frozenset({plan}), sagt=(_next_step(year, areas),))


def _of_the_example(root: Path) -> Iterator[str]:
    """The files of data/ that stand as the example has them."""
    for path in plain_files(EXAMPLE / "data"):
        name = path.relative_to(EXAMPLE).as_posix()
        if name != KEPT and standing(root / name) == path.read_bytes():
            yield name


def _of_years(root: Path, gone: Contents) -> Iterator[str]:
    """The files of years that are somebody's own."""
    closed: list[OSError] = []
    for name, _ in data_files(root, closed.append):
        if is_period(name.split("/")[1]) and name not in gone:
            yield name


def _plan(year: str, areas: Sequence[str]) -> dict[str, Any]:
    """plan.yml of the year, to be filled in."""
    document = {
        "id": f"verksamhetsplan-{year}", "titel": f"Verksamhetsplan {Planperiod(year).visad}", "ursprung": "skrivet_här", "läge": "utkast",
    }  # fmt: skip
    named = [{"id": as_id(title) or f"omrade-{number}", "titel": title} for number, title in enumerate(areas, 1)]
    return {"dokument": document, "sammanfattning": Blank(), "områden": named}


def _register(root: Path, year: str, gone: Contents) -> dict[str, bytes]:
    """The register, where git knows of the example: its pages are gone for good."""
    found = read_file(root / REGISTER, REGISTER, Permalänkar) if (root / REGISTER).exists() else None
    known = found.innehåll if isinstance(found, Fil) else Permalänkar()
    lost = [
        page for name in gone if (where := place(name)) and (page := page_of_file(where)) and f"/{year}/" not in page
    ]
    rows = tuple(Borttagen(adress=address, skäl=REASON) for address in sorted(lost))
    changed = known.model_copy(update={"borttagna": (*known.borttagna, *rows)})
    return {REGISTER: register_file(changed, standing(root / REGISTER)).raw}


def _sweep(folder: Path) -> None:
    """Folders that nothing lies in any more go too."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def _next_step(year: str, areas: Sequence[str]) -> str:
    return f'Lägg nu till aktiviteter: rusplan new-activity {year} "Titel" --area {as_id(areas[0])}'
