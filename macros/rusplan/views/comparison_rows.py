"""One activity in two years, and what differs between them. What is not known, in either year, is no difference."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rusplan.data.model import Aktivitet, Relation
from rusplan.data.references import Länkning
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import dagar, skillnad
from rusplan.swedish.labels import SAKNAS, Märke
from rusplan.tools.record import record
from rusplan.views import texts
from rusplan.views.activity_card import effort, priority, status_of
from rusplan.views.activity_page import Årssteg
from rusplan.views.responsibility import told_in_brief

NOTHING = "–"


@record
class Jämförelserad:
    """One activity in both years; `skiljer` are the names of what differs, besides days and name. `från` is the older by its year alone,
    where its name is the same."""

    äldre: Länk
    från: Länk
    nyare: Länk
    steg: Årssteg
    nytt_namn: bool
    områden: tuple[str, str]
    prioriterad: tuple[Märke | None, Märke | None]
    utvecklingsinsats: tuple[Märke | None, Märke | None]
    dagar: tuple[str, str]
    ändring: Decimal | None
    skillnad: str
    ansvar: tuple[str, str]
    tid: tuple[str, str]
    status: tuple[Märke, Märke]
    skiljer: tuple[str, ...]

    @property
    def ändrad(self) -> bool:
        """True where something differs."""
        return bool(self.ändring or self.skiljer or self.nytt_namn)

    @property
    def ordning(self) -> tuple[bool, Decimal]:
        """What differs stands first, and of that what differs most in days."""
        return not self.ändrad, -abs(self.ändring or Decimal())


def row_of(sajt: Sajt, step: Länkning) -> Jämförelserad:
    """The activity as it was and as it is."""
    old, new = step.från, step.till
    before, after = old.plan.innehåll, new.plan.innehåll
    change = after.dagar - before.dagar if before.dagar is not None and after.dagar is not None else None
    told = {
        "områden": (sajt.områden[before.område], sajt.områden[after.område]),
        "ansvar": (told_in_brief(sajt, before) or NOTHING, told_in_brief(sajt, after) or NOTHING),
        "tid": (texts.tid(before) or NOTHING, texts.tid(after) or NOTHING),
    }
    return Jämförelserad(
        äldre=sajt.aktivitetslänk(old),
        från=sajt.aktivitetslänk(old)
        if old.titel != new.titel
        else Länk(old.år.visad, sajt.aktivitetslänk(old).adress),
        nyare=sajt.aktivitetslänk(new),
        steg=Årssteg(
            aktivitet=sajt.aktivitetslänk(old, med_år=True),
            typ=labels.RELATION[step.typ],
            grund=labels.ground(step.grund),
            text=step.text,
        ),
        nytt_namn=step.typ is not Relation.FORTSÄTTER or old.titel != new.titel,
        prioriterad=(priority(sajt, before), priority(sajt, after)),
        utvecklingsinsats=(effort(sajt, before), effort(sajt, after)),
        dagar=(dagar(before.dagar), dagar(after.dagar)),
        ändring=change,
        skillnad=SAKNAS if change is None else skillnad(change),
        status=(status_of(sajt, old), status_of(sajt, new)),
        skiljer=(*_words(told), *_flags(before, after)),
        **told,
    )


def _words(told: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield from (name for name, both in told.items() if both[0] != both[1] and NOTHING not in both)


def _flags(before: Aktivitet, after: Aktivitet) -> Iterator[str]:
    for name in ("prioriterad", "utvecklingsinsats"):
        both = getattr(before, name), getattr(after, name)
        if both[0] != both[1] and not {"okänt", None} & {*both}:
            yield name


def same_status(rows: Sequence[Jämförelserad]) -> Märke | None:
    """The newer status of all rows, where they have the same."""
    found = {row.status[1] for row in rows}
    return found.pop() if len(found) == 1 and len(rows) > 1 else None
