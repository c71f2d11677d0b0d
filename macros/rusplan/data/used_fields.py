"""Which of the fields that an organisation may do without its activities use: what none of them has is shown and asked for nowhere."""

from collections.abc import Iterable

from rusplan.data.model import Aktivitet, JaNej

OPTIONAL = ("dagar", "prioriterad", "utvecklingsinsats", "medelsbehov")
# What is shown where it is used, and asked for nowhere; «tid» is start, end and «löpande» together.
SHOWN = (*OPTIONAL, "mål", "ansvar", "tid")
# What says that nobody knows, which is nothing to show where nobody knows it of any activity.
UNKNOWN = "okänt"


def used_fields(plans: Iterable[Aktivitet]) -> frozenset[str]:
    """The fields that some of the activities has."""
    found = set[str]()
    for plan in plans:
        found.update(name for name in SHOWN if name not in found and _is_told(plan, name))
        if len(found) == len(SHOWN):
            break
    return frozenset(found)


def _is_told(plan: Aktivitet, name: str) -> bool:
    """True if the activity says something in the field."""
    if name == "medelsbehov":
        return plan.behov != UNKNOWN
    if name == "tid":
        return bool(plan.start or plan.slut or plan.löpande is JaNej.JA)
    return getattr(plan, name) not in (None, UNKNOWN, ())
