"""Texts that a document had and that found no place in a draft: they stand as notes in its plan until somebody has moved them."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.problems import Problem, shown

# How such a note begins: those who read documents in write it so.
UNPLACED = "Det här stod i Word-filen men fick ingen plats: "


def notes_of_unplaced_texts(samling: Samling) -> Iterator[Problem]:
    """A draft has no texts left that found no place."""
    for year in (year for year in samling.årgångar.values() if year.utkast):
        for i, note in enumerate(year.plan.innehåll.anmärkningar):
            if note.text.startswith(UNPLACED):
                said = shown(note.text.removeprefix(UNPLACED))
                text = f"en text ur Word-filen fick ingen plats: {said}; för över den dit den hör, och ta sedan bort anmärkningen"
                yield year.plan.problem(("anmärkningar", i, "text"), text)
