"""Why a stated sum differs from its parts, as far as it can be told: what has changed since the version before, and where the sum is
stated too."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from rusplan.data.model import Aktivitet, Post
from rusplan.data.reader import Fil, read_text
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.git.version_before import VersionBefore
from rusplan.swedish.formatting import tal

M = TypeVar("M", bound=Post)
Amounts = Mapping[str, Decimal | None]
MOST = 5  # places or parts that are told


def changed_days(before: VersionBefore, activities: Iterable[Årsaktivitet], *, by_decision: bool = False) -> str:
    """« (Kulturmiljö har 16 dagar men hade 15 i den förra versionen)» for the activities whose days have changed; where that takes a
    decision, with the command that says so."""
    changes, refs = [], []
    for activity in activities:
        earlier, days = earlier_content(before, activity.plan, Aktivitet), activity.plan.innehåll.dagar
        if earlier and earlier.dagar != days:
            changes.append(f"{activity.titel} har {_days(days)} dagar men hade {_days(earlier.dagar)}")
            refs.append(activity.ref)
    revise = f"; är ändringen beslutad, kör först rusplan revise {refs[0]} --revision … --edited" if refs else ""
    return _told(changes) + (revise if by_decision else "")


def changed_amounts(
    before: VersionBefore, file: Fil[M], amounts: Callable[[M], Amounts], show: Callable[[Decimal], str]
) -> str:
    """As `changed_days`, for the parts of a sum in one file; `amounts` finds them by name."""
    earlier = earlier_content(before, file, type(file.innehåll))
    if earlier is None:
        return ""
    was, now = amounts(earlier), amounts(file.innehåll)
    changed = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    return _told(
        [f"{name} är {_amount(now.get(name), show)} men var {_amount(was.get(name), show)}" for name in changed]
    )


def earlier_content(before: VersionBefore, file: Fil[M], model: type[M]) -> M | None:
    """What the file held in the version before, where it has changed since and could be read then."""
    raw = before.read(file.namn)
    found = read_text(raw, file.namn, model) if raw is not None else None
    return found.innehåll if isinstance(found, Fil) else None


def also_stated(
    year: Årgång,
    stated: Decimal,
    shown: str,
    same: Callable[[Loc, object], bool] = lambda *_: False,
    here: tuple[str, Loc] | None = None,
) -> str:
    """«; talet står också i data/2025/berattelse.yml:138» for each text that tells the sum, and each value that is the `same` sum but the
    one `here`."""
    words = re.compile(rf"(?<![\d,.]){re.escape(' '.join(shown.split()))}(?![\d,]|\.\d)")
    files = [file for file in (year.plan, year.berättelse, year.budget, year.mål) if file]
    found = dict.fromkeys(place for file in files for place in _stating(file, stated, words, same, here))
    places = list(found)
    more = " …" if len(places) > MOST else ""
    return f"; talet står också i {', '.join(places[:MOST])}{more}" if places else ""


def _stating(
    file: Fil[Post],
    stated: Decimal,
    words: re.Pattern[str],
    same: Callable[[Loc, object], bool],
    here: tuple[str, Loc] | None,
) -> Iterator[str]:
    for loc, part in parts_of(file.innehåll):
        is_sum = part == stated and isinstance(part, Decimal) and same(loc, file.innehåll)
        is_told = isinstance(part, str) and words.search(" ".join(part.split()))
        if (is_sum or is_told) and (file.namn, loc) != here and "anmärkningar" not in loc:
            problem = file.problem(loc, "")
            yield f"{problem.fil}:{problem.rad}"


def _told(changes: list[str]) -> str:
    return f" ({', '.join(changes[:MOST])} i den förra versionen)" if changes else ""


def _days(days: Decimal | None) -> str:
    return "inga" if days is None else tal(days)


def _amount(amount: Decimal | None, show: Callable[[Decimal], str]) -> str:
    return "utan belopp" if amount is None else show(amount)
