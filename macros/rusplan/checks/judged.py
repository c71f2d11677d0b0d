"""What several rules share: which files there are, and which cannot be judged."""

from collections.abc import Iterable, Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Post
from rusplan.data.problems import did_you_mean, listed
from rusplan.data.reader import Fil
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet


def files(samling: Samling) -> list[Fil[Post]]:
    """Every file that could be read and holds texts: all but the register of addresses."""
    # Stand-ins for shared files that could not be read hold nothing to judge.
    passed_over = {samling.permalänkar.namn, *samling.oläsliga}
    return [file for file in samling.filer if file.namn not in passed_over]


def odd_texts(samling: Samling) -> Iterator[tuple[Fil[Post], Loc, str, str]]:
    """Each text of the files in which one has something odd (`data/oddities.py`): file, place, field and text."""
    for file in files(samling):
        if file.nämnt.något_udda:
            for loc, part in parts_of(file.innehåll):
                if type(part) is str:
                    yield file, loc, next(name for name in reversed(loc) if isinstance(name, str)), part


def choices(word: str, known: Iterable[str]) -> str:
    """«; menade du «x»?», or what there is to choose from, if there is anything."""
    names = sorted(known)
    return did_you_mean(word, names) or (f"; här finns {listed(names)}" if names else "")


def was_published(samling: Samling, address: str) -> bool:
    """True if a page with this address has been published: what it told of has been there, and has been taken away."""
    return address in samling.permalänkar.innehåll.adresser


def unknown_activity(samling: Samling, year: str, name: str) -> str | None:
    """What is wrong with a reference to an activity, or None if it is there or cannot be judged."""
    if samling.unreadable(year, "aktiviteter", f"{name}.yml"):
        return None
    found = samling.årgångar.get(year)
    if found is None:
        return f"men året {year} finns inte i data"
    if name in found.aktiviteter:
        return None
    if was_published(samling, f"/aktiviteter/{year}/{name}/"):
        return f"men den aktiviteten har tagits bort ur {year}; lägg tillbaka den"
    hint = did_you_mean(name, found.aktiviteter) or f"; rätta namnet: det ska vara som filens i data/{year}/aktiviteter"
    return f"men den aktiviteten finns inte {year}{hint}"


def unread_plans(samling: Samling, year: str) -> bool:
    """True if some plan of the year is missing or could not be read, so that its activities cannot be judged."""
    here = (f"data/{year}/aktiviteter/", f"data/{year}/plan.yml")
    return any(name.startswith(here) for name in samling.oläsliga) or _has_lost_activities(samling, year)


def _has_lost_activities(samling: Samling, year: str) -> bool:
    """True if an activity of the year was published and is no longer there, and its address does not lead on."""
    register, folder = samling.permalänkar.innehåll, f"/aktiviteter/{year}/"
    published = {address for address in register.adresser if address.startswith(folder) and address != folder}
    found = samling.årgångar.get(year)
    there = {f"{folder}{name}/" for name in found.aktiviteter} if found else set()
    return not published <= there | {row.från for row in register.omdirigeringar}


def listed_under(year: Årgång, area: str) -> list[Årsaktivitet]:
    """The activities that the plan lists under an area, whatever area they themselves name."""
    areas = (each for each in year.plan.innehåll.områden if each.id == area)
    names = (name for each in areas for heading in each.rubriker for name in heading.aktiviteter)
    return [year.aktiviteter[name] for name in names if name in year.aktiviteter]
