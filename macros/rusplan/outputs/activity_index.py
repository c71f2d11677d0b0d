"""The activity index as columns for the browser: what the filter of /aktiviteter/ asks, in the order of the table's rows.

A word that many activities share stands once, in `ord`, and each row holds its number. Titles and links are not here: the script
moves the rows of the table itself, so that a row has one maker only and the data stays small however titles differ.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from rusplan.data.counted_sums import KRONOR, given_to, unit_of
from rusplan.data.model import JaNej, Utvecklingsinsats
from rusplan.data.values import Datum
from rusplan.data.year import Årsaktivitet
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.views.activity_list import EVERY, activities
from rusplan.views.filter_form import Filter, facets, is_used, key, organisations, sorting, status_words, time_word
from rusplan.views.responsibility import roles
from rusplan.views.year_change import change_kinds

PATH = f"{addresses.AKTIVITETER}index.json"


def activity_index(sajt: Sajt, renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: `aktiviteter/index.json`."""
    yield PATH, index_text(sajt)


def index_text(sajt: Sajt) -> str:
    """The columns as JSON, with the version that tells the script whether page and data belong together."""
    columns = _columns(sajt)
    return _json({"version": index_version(columns), **columns})


def index_version(columns: dict[str, Any]) -> str:
    """The version that stands in the page too."""
    return sha256(_json(columns).encode()).hexdigest()[:12]


def index_form(sajt: Sajt) -> Filter:
    """The form that filters the table of all activities."""
    rows = activities(sajt, EVERY)
    return Filter(
        data=PATH,
        version=index_version(_columns(sajt)),
        facetter=facets(sajt, rows),
        organisationer=organisations(sajt, rows),
        sortering=sorting(sajt),
    )


def _columns(sajt: Sajt) -> dict[str, Any]:
    """Both the page and its data ask for them."""
    (columns,) = sajt.bitar({f"aktivitetsregister {sajt.frågas_som}": partial(index_columns, sajt)})
    return columns  # type: ignore[no-any-return]


def index_columns(sajt: Sajt) -> dict[str, Any]:
    """Every column by its name in addresses: ``ar``, ``omrade`` and so on."""
    rows = activities(sajt, EVERY)
    plans = [a.plan.innehåll for a in rows]
    columns = {
        "antal": len(rows),
        "ar": _single([a.år for a in rows]),
        "omrade": _single([p.område for p in plans]),
        "mal": _several([list(p.mål) for p in plans]),
        "prioritet": _single([key(p.prioriterad or JaNej.OKÄNT) for p in plans]),
        "insats": _single([key(p.utvecklingsinsats or Utvecklingsinsats.OKÄNT) for p in plans]),
        "status": _statuses(sajt, rows),
        "medel": _single([key(p.behov) for p in plans]),
        "dagar": [None if p.dagar is None else float(p.dagar) if p.dagar % 1 else int(p.dagar) for p in plans],
        "pengar": [_in_kronor(sajt, a) for a in rows],
        "ansvar": _several([[*roles(p)] for p in plans]),
        "tid": _single([time_word(a) for a in rows]),
        "start": [_as_number(p.start or p.slut) for p in plans],
        "livslinje": _lifelines(sajt, rows),
        "forandring": _several([list(map(str, change_kinds(sajt, a))) for a in rows]),
        "organisation": _several([sorted(a.samverkan) for a in rows]),
    }
    return {name: column for name, column in columns.items() if is_used(sajt, name)}


def _as_number(day: Datum | None) -> int | None:
    """A date that sorts as it should: 20250301; a month or a year before its days."""
    return day.år * 10_000 + day.månad * 100 + day.dag if day else None


def _in_kronor(sajt: Sajt, activity: Årsaktivitet) -> float | int | None:
    """What the budget gives the activity, as it sorts among those of years that count in other units."""
    year = sajt.samling.årgångar[activity.år]
    value = given_to(year, activity.id)
    if value is None:
        return None
    kronor = value * KRONOR[unit_of(year)]
    return float(kronor) if kronor % 1 else int(kronor)


def _statuses(sajt: Sajt, rows: Sequence[Årsaktivitet]) -> dict[str, Any]:
    """How each activity stands, first; beside it the organisation's own word, where it has any."""
    words = [[key(word) for word in status_words(sajt, a)] for a in rows]
    return _several(words) if any(len(each) > 1 for each in words) else _single([each[0] for each in words])


def _single(words: Sequence[str]) -> dict[str, Any]:
    """A column with one word a row."""
    numbers = {word: i for i, word in enumerate(dict.fromkeys(words))}
    return {"ord": list(numbers), "rad": [numbers[word] for word in words]}


def _several(sets: Sequence[Sequence[str]]) -> dict[str, Any]:
    """A column with several words a row. Rows of neighbouring years are alike, and gzip finds that: no dictionary of sets."""
    numbers = {word: i for i, word in enumerate(dict.fromkeys(word for words in sets for word in words))}
    return {"ord": list(numbers), "rad": [[numbers[word] for word in words] for words in sets]}


def _lifelines(sajt: Sajt, rows: Sequence[Årsaktivitet]) -> list[int]:
    """How many rows above the nearest activity of the same lifeline stands; 0 for the first of its lifeline."""
    last: dict[str, int] = {}
    found = []
    for row, activity in enumerate(rows):
        line = sajt.graf.livslinje(activity.ref)[0].ref
        found.append(row - last[line] if line in last else 0)
        last[line] = row
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
