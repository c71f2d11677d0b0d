"""What an organisation calls its plan and its report."""

from rusplan.data.kinds import OF_YEAR, Filslag
from rusplan.data.model import Webbplats

PLAN = OF_YEAR["plan.yml"]


def kind_title(site: Webbplats, kind: Filslag) -> str:
    """What readers call what a kind of file holds: «Verksamhetsplan», or the organisation's own word for it."""
    own = site.dokumentnamn.plan if site.dokumentnamn and kind is PLAN else None
    return own or kind.titel


def plan_title(site: Webbplats) -> str:
    """What the plan is called: «Verksamhetsplan», «Handlingsplan»."""
    return kind_title(site, PLAN)


def report_within(site: Webbplats, shown: str) -> str:
    """The report of a period first in a sentence: «Verksamhetsberättelsen för 2025», «Årsredovisning 2025»."""
    own = site.dokumentnamn.berättelse if site.dokumentnamn else None
    return f"{own} {shown}" if own else f"Verksamhetsberättelsen för {shown}"
