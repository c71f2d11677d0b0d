"""What several rules share: which files there are, and which cannot be judged."""

from collections.abc import Iterable

from rusplan.data.collection import Samling, Årgång, Årsaktivitet
from rusplan.data.model import Post
from rusplan.data.problems import did_you_mean, listed
from rusplan.data.reader import Fil


def files(samling: Samling) -> list[Fil[Post]]:
    """Every file that could be read and holds texts: all but the register of addresses."""
    # Stand-ins for shared files that could not be read hold nothing to judge.
    passed_over = {samling.permalänkar.namn, *samling.oläsliga}
    return [file for file in samling.filer if file.namn not in passed_over]


def choices(word: str, known: Iterable[str]) -> str:
    """«; menade du «x»?», or what there is to choose from."""
    return did_you_mean(word, known) or f"; här finns {listed(sorted(known))}"


def unread_plans(samling: Samling, year: int) -> bool:
    """True if some plan of the year is missing or could not be read, so that its activities cannot be judged."""
    return any(name.startswith((f"data/{year}/aktiviteter/", f"data/{year}/plan.yml")) for name in samling.oläsliga)


def listed_under(year: Årgång, area: str) -> list[Årsaktivitet]:
    """The activities that the plan lists under an area, whatever area they themselves name."""
    areas = (each for each in year.plan.innehåll.områden if each.id == area)
    names = (name for each in areas for heading in each.rubriker for name in heading.aktiviteter)
    return [year.aktiviteter[name] for name in names if name in year.aktiviteter]
