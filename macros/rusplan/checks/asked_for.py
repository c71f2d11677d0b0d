"""Rules for what a document must have: how far it has come, and the fields that a file may lack for a time."""

from collections.abc import Callable, Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet, Dokument, Dokumentläge, JaNej, Post, Status, Ursprung, Utfall
from rusplan.data.model.asked import WHERE_USED, Krävs, asked_fields
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång


def states_fit_their_documents(samling: Samling) -> Iterator[Problem]:
    """A document that is at hand says how far it has come; one that is not has not come anywhere here."""
    for file, document in samling.dokument.values():
        if document.tillgänglig is not JaNej.NEJ:
            if document.läge is None:
                text = (
                    "fältet «läge» saknas; lägg till «läge: utkast», eller «läge: beslutad» om dokumentet är beslutat"
                )
                yield file.problem(("dokument",), text)
        elif document.ursprung is Ursprung.SKRIVET_HÄR:
            text = "«tillgänglig» är «nej», men dokumentet skrivs här («ursprung: skrivet_här»); ta bort raden"
            yield file.problem(("dokument", "tillgänglig"), text)
        elif document.läge:
            text = f"«läge» är «{document.läge}», men dokumentet finns inte här («tillgänglig: nej»); ta bort raden"
            yield file.problem(("dokument", "läge"), text)


def what_is_asked_for_is_there(samling: Samling) -> Iterator[Problem]:
    """A document that is no draft has every field that is asked for."""
    yield from missing_fields(samling, lambda document: document.läge is not Dokumentläge.UTKAST)


def missing_fields(samling: Samling, judged: Callable[[Dokument], bool]) -> Iterator[Problem]:
    """The fields that are asked for and missing in the files of the documents that are `judged`."""
    for year in samling.årgångar.values():
        used = _used_in_plan(year)
        for file, document in year.dokument_av:
            if file.nämnt.saknat and judged(document):
                wanted = asked_of(document)
                fields = [
                    loc for loc, when in file.nämnt.saknat
                    if when in wanted and (when not in WHERE_USED or loc[-1] in used) and not _is_unknown(year, file, document, loc)
                ]  # fmt: skip
                yield from file.missing(fields, whole=document.ursprung is Ursprung.INLÄST)


def _used_in_plan(year: Årgång) -> frozenset[str]:
    """The fields that some activity or area of the plan has, though it be to say that nobody knows; in a draft though it be blank."""
    files = [activity.plan for activity in year.aktiviteter.values()]
    names = [name for name, when in asked_fields(Aktivitet) if when in WHERE_USED]
    parts = (*(file.innehåll for file in files), *year.plan.innehåll.områden)
    told = {name for name in names if any(getattr(part, name, None) for part in parts)}
    others = (name for name in names if name not in told and year.utkast)
    return frozenset(told.union(name for name in others if any((name,) in file.platser for file in files)))


def _is_unknown(year: Årgång, file: Fil[Post], document: Dokument, loc: Loc) -> bool:
    """True for the summary of an outcome that is written here, where nobody knows how it went."""
    outcome = file.innehåll
    if not isinstance(outcome, Utfall) or outcome.status is None or loc != ("sammanfattning",):
        return False
    return year.räknas_som(outcome.status) is Status.OKÄNT and document.ursprung is Ursprung.SKRIVET_HÄR


def asked_of(document: Dokument) -> frozenset[Krävs]:
    """When the fields are asked for that a finished document of this kind has."""
    return frozenset(Krävs) if document.ursprung is Ursprung.INLÄST else frozenset({Krävs.BESLUTAD, Krävs.ANVÄNT})
