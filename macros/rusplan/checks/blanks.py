"""What is left to do where a field stands empty in a draft: whoever made the file meant it to be filled in."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Dokumentläge, Post
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc, parse


def blanks_are_filled_in(samling: Samling) -> Iterator[Problem]:
    """No field of a draft stands empty. What is asked for anyway is told of there."""
    for year in samling.årgångar.values():
        for file, document in year.dokument_av:
            if document.läge is Dokumentläge.UTKAST:
                asked = {loc for loc, _ in file.nämnt.saknat}
                for loc in _empty(file):
                    if not any(loc[:end] in asked for end in range(1, len(loc) + 1)):
                        yield file.problem(loc, f"«{loc[-1]}» står tomt; fyll i det, eller {_instead(loc)}")


def _instead(loc: Loc) -> str:
    """What to do where there is nothing to fill in."""
    days = "skriv «dagar: 0» om aktiviteten inte tar någon tid"
    return days if loc == ("dagar",) else "ta bort raden om inget ska stå där"


def _empty(file: Fil[Post]) -> list[Loc]:
    """The fields that hold nothing; of a group that holds nothing, its fields alone."""
    if not file.väg:
        return []
    found = list(parse(file.raw, file.namn, file.innehåll.megabyte).empty)
    return [loc for loc in found if not any(other[: len(loc)] == loc and other != loc for other in found)]
