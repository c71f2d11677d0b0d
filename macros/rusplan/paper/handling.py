"""A document before it is set: what it is called, what its first page tells, and its blocks."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from rusplan.data.model import Beslut, Dokument, Ursprung
from rusplan.data.values import Datum
from rusplan.data.year import Årgång
from rusplan.paper.document_blocks import Block, Textbit, Textrad
from rusplan.swedish.labels import SAKNAS
from rusplan.tools.record import record
from rusplan.views import texts

Dag = tuple[int, int, int]


class Handlingsslag(StrEnum):
    """Kind of document, as its file is called: files keep their names, whatever the organisation calls its plan."""

    PLAN = "plan"
    UPPFÖLJNING = "uppfoljning"
    SAMMANFATTNING = "sammanfattning"
    BUDGET = "budget"


@record
class Handling:
    """A document. `namn` is that of its file without ending, `år` the folder of its year, `dag` the day that it is from, `webbsida` the whole
    address of the page that tells the same, and `sidor` are the pages that offer it. One with `framsida` has a page for its title and a
    list of contents."""

    namn: str
    år: str
    titel: str
    av: str
    beskrivning: str
    dag: Dag
    fakta: tuple[tuple[str, Textrad], ...]
    webbsida: str
    framsida: bool
    sidor: tuple[str, ...]
    block: tuple[Block, ...]


def front_facts(document: Dokument, *more: tuple[str, str | None]) -> Iterator[tuple[str, Textrad]]:
    """What the first page tells: who decided, the diary number, what the document was made from, and what `more` is known."""
    is_read = document.ursprung is Ursprung.INLÄST
    decided = texts.beslut(document.beslut) or ((SAKNAS,) if is_read else ())
    known = (
        *(("Beslut", told) for told in decided),
        ("Diarienummer", document.diarienummer),
        *more,
        ("Sammanställd ur", document.titel if is_read else None),
    )
    yield from ((name, (Textbit(told[:1].upper() + told[1:]),)) for name, told in known if told)


def plan_day(year: Årgång) -> Dag:
    """The day of the last decision on a plan, or the first of its period."""
    plan = year.plan.innehåll
    decided = [*_days(plan.dokument.beslut), *_days(revision.beslut for revision in plan.revideringar)]
    return max(decided, default=(year.år.första, 1, 1))


def report_day(year: Årgång, document: Dokument) -> Dag:
    """The day of the last decision on a report, or the last of the period that it tells of."""
    return max(_days(document.beslut), default=(year.delår or year.år.sista, 12, 31))


def _days(decisions: Iterable[Beslut]) -> list[Dag]:
    return [_whole(decision.datum) for decision in decisions if decision.datum]


def _whole(day: Datum) -> Dag:
    return day.år, day.månad or 1, day.dag or 1
