"""What may be saved where, and what goes along with it."""

import re
from collections import Counter
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.file_names import model_of
from rusplan.data.kinds import place
from rusplan.data.problems import Problem
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag
from rusplan.editing.register_along import register_along
from rusplan.editor.saving import Felaktigt, Sparning
from rusplan.editor.workplaces import Gren
from rusplan.site.register import REGISTER
from rusplan.tools.plain_files import leads_out

VARIES = re.compile(r"\([^)]*\)|[\d\s.,]+")
# Data as it was read: what could be, and every fault.
Läst = tuple[Samling | None, list[Problem]]


def inside(gren: Gren, name: str) -> Path:
    """Where the file lies: in data/, and nowhere that a link leads to."""
    path = gren.rot / name
    if not name.startswith("data/") or model_of(name) is None or leads_out(path, gren.rot):
        raise Avslag(f"«{name}» är ingen fil i data.")
    return path


def refuse_other_years(gren: Gren, name: str) -> None:
    """In the draft of a year nothing of other years is changed."""
    where = place(name)
    if gren.delad and where and where.år and str(where.år) != gren.år:
        raise Avslag(
            f"Det här hör till {where.år} och inte till utkastet för {gren.år}. Gör ändringen som ett eget förslag."
        )


def new_faults(asked: Sparning, before: Läst, after: Läst) -> Felaktigt | None:
    """The faults that were not there before, where they stop the saving."""
    known = Counter(map(_fault, before[1]))
    new = [problem for problem in after[1] if not _taken(known, _fault(problem))]
    may = after[0] is not None and asked.fil not in after[0].oläsliga
    if not new or (asked.ändå and may):
        return None
    own = tuple(problem for problem in new if problem.fil == asked.fil)
    return Felaktigt(sparning=asked, egna=own, andras=tuple(p for p in new if p.fil != asked.fil), går_ändå=may)


def _fault(problem: Problem) -> tuple[str, str]:
    """What makes a fault the same after a change: what is wrong in which file, whatever the figures are and what is guessed of the cause."""
    return problem.fil, VARIES.sub("", problem.text.partition(";")[0])


def _taken(known: Counter[tuple[str, str]], fault: tuple[str, str]) -> bool:
    """True if such a fault was there, and is now accounted for."""
    known[fault] -= 1
    return known[fault] >= 0


def is_closed(year: Årgång | None) -> bool:
    """True for a year that is decided in all its parts: nobody writes a draft of it."""
    return bool(year and not year.utkast and year.berättelse and not year.berättelse_är_utkast)


def with_register(before: Läst, after: Läst, raw: bytes | None) -> dict[str, bytes | None]:
    """The register of addresses as it is to be, where it is to be written too."""
    register = register_along(before[0], after[0], raw) if after[0] else None
    return {REGISTER: register} if register else {}
