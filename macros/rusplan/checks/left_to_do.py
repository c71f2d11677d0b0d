"""What is left to do in what is not finished yet: told in the plan's order, and stopping nothing.

A rule here is a generator of problems as in `CHECKS`, and its name stands in `LEFT_TO_DO`. What is wrong whatever is finished is an error,
and a rule in `CHECKS`. A rule of those that a draft need not meet until it is decided stands in `AT_DECISION` as well.
"""

from collections.abc import Callable, Iterator, Mapping

from rusplan.checks.announced import changes_of_a_decided_plan_are_explained
from rusplan.checks.asked_for import missing_fields
from rusplan.checks.blanks import blanks_are_filled_in
from rusplan.checks.budget_sums import budget_sums_agree
from rusplan.checks.closed_reports import counted_wrong, without_outcome
from rusplan.checks.known_names import abbreviations_are_explained
from rusplan.checks.past_pages import past_pages_lead_on
from rusplan.checks.same_as_last_year import texts_are_not_last_years
from rusplan.checks.sums import stated_days_agree
from rusplan.checks.told_sums import told_days_are_todays
from rusplan.checks.unplaced_texts import notes_of_unplaced_texts
from rusplan.checks.year_links import every_activity_has_a_fate, every_activity_has_an_origin, relations_fit_their_kind
from rusplan.data.collection import Samling
from rusplan.data.document_names import kind_title
from rusplan.data.kinds import place
from rusplan.data.model import Dokumentläge
from rusplan.data.problems import Problem

NO_DAYS = "fältet «dagar» saknas; lägg till «dagar: …», eller «dagar: 0» om aktiviteten inte tar någon tid"
Rule = Callable[[Samling], Iterator[Problem]]


def drafts_lack_nothing(samling: Samling) -> Iterator[Problem]:
    """A draft has the fields that it needs to be decided."""
    yield from missing_fields(samling, lambda document: document.läge is Dokumentläge.UTKAST)


def draft_reports_tell_of_all(samling: Samling) -> Iterator[Problem]:
    """A report that is a draft has an outcome for each activity, and counts them as data does."""
    yield from without_outcome(samling, Dokumentläge.UTKAST)
    yield from counted_wrong(samling, Dokumentläge.UTKAST)


def activities_of_drafts_have_days(samling: Samling) -> Iterator[Problem]:
    """Where a draft says how many days some activities have, it says so of all."""
    for year in (year for year in samling.årgångar.values() if year.utkast):
        silent = [a for a in year.aktiviteter.values() if a.plan.innehåll.dagar is None]
        for activity in silent if len(silent) < len(year.aktiviteter) else ():
            is_blank = ("dagar",) in activity.plan.platser  # which is told of as such
            if not activity.plan.innehåll.dagar_kommentar and not is_blank:
                yield activity.plan.problem((), NO_DAYS)


def drafts_hang_together(samling: Samling) -> Iterator[Problem]:
    """Drafts meet the rules that they will have to meet when they are decided."""
    if samling.publikt is samling:
        return
    for rule in AT_DECISION:
        decided = frozenset(rule(samling.publikt))
        yield from (problem for problem in rule(samling) if problem not in decided)


def left_to_do(samling: Samling) -> list[Problem]:
    """All that is left to do: year by year, and in each file by file in the order of the plan."""
    places = _places(samling)
    found = {problem for rule in LEFT_TO_DO for problem in rule(samling)}
    return sorted(found, key=lambda problem: (places.get(problem.fil, len(places)), problem))


def _places(samling: Samling) -> Mapping[str, int]:
    """The place of each file in the order in which editors think of them."""
    return {file.namn: place for place, file in enumerate(samling.filer)}


def title_of_file(samling: Samling, name: str) -> str:
    """What a file is about: «Kulturmiljö 2026», «Verksamhetsplan 2026»."""
    where = place(name)
    if where is None:
        return name
    activity = samling.aktiviteter.get(where.nyckel)
    title = activity.titel if activity else kind_title(samling.webbplats.innehåll, where.slag)
    part = f" {where.delår}, planen" if where.delår and not activity else ""
    return f"{title}{part} {samling.period(where.år)}" if where.år else title


# What is an error in what is decided, and left to do in a draft.
AT_DECISION: tuple[Rule, ...] = (
    every_activity_has_an_origin,
    every_activity_has_a_fate,
    relations_fit_their_kind,
    stated_days_agree,
    budget_sums_agree,
    abbreviations_are_explained,
)
LEFT_TO_DO: tuple[Rule, ...] = (
    notes_of_unplaced_texts,
    drafts_lack_nothing,
    draft_reports_tell_of_all,
    activities_of_drafts_have_days,
    blanks_are_filled_in,
    texts_are_not_last_years,
    changes_of_a_decided_plan_are_explained,
    told_days_are_todays,
    past_pages_lead_on,
    drafts_hang_together,
)
