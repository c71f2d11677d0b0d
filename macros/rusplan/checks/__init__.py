"""Rules that one file alone cannot show. Each rule is a generator of problems, listed in `CHECKS`.

A new rule is one function, its name in the tuple, and a case in tests/golden/.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from rusplan.checks.asked_for import states_fit_their_documents, what_is_asked_for_is_there
from rusplan.checks.budget_sums import budget_parts_are_known, budget_sums_agree
from rusplan.checks.chosen_words import (
    kinds_of_organisations_are_known,
    own_words_are_free,
    pages_of_kinds_differ,
    ratings_are_known,
    statuses_are_known,
)
from rusplan.checks.closed_reports import closed_reports_count_right, closed_reports_tell_of_all
from rusplan.checks.doubles import nothing_stands_twice
from rusplan.checks.event_dates import dates_make_sense
from rusplan.checks.event_ids import (
    event_ids_are_their_own,
    events_of_one_title_have_ids,
    published_events_are_there,
)
from rusplan.checks.followed_up import follow_ups_are_of_their_year, outcomes_are_final
from rusplan.checks.goal_ratings import goals_hang_together
from rusplan.checks.goals_named import goals_lie_under_goals, goals_served_are_there
from rusplan.checks.indicator_values import indicators_hang_together
from rusplan.checks.item_outcomes import outcomes_tell_of_planned_items
from rusplan.checks.kept_as_decided import decided_documents_are_as_they_were
from rusplan.checks.known_names import (
    abbreviations_are_explained,
    areas_agree,
    ids_are_unique,
    notes_name_a_field,
    organisations_are_known,
    sources_are_known,
)
from rusplan.checks.last_years import (
    decisions_are_of_their_document,
    documents_are_of_their_kind,
    documents_are_of_their_year,
    goals_are_of_the_year,
    nothing_is_dated_before_the_year,
    sources_are_of_the_year,
)
from rusplan.checks.left_to_do import AT_DECISION
from rusplan.checks.logo import the_logo_is_there
from rusplan.checks.lost_parts import lost_parts, without_files
from rusplan.checks.personal_data import nobody_is_pointed_out
from rusplan.checks.plain_texts import no_word_stands_twice, texts_hold_no_bullets, texts_hold_no_markup
from rusplan.checks.plan_periods import periods_fit_their_folder
from rusplan.checks.planned import nothing_is_planned_without_a_plan
from rusplan.checks.published_addresses import (
    published_addresses_answer,
    published_files_are_made,
    redirects_lead_to_pages,
    removed_addresses_have_no_page,
)
from rusplan.checks.revisions import (
    areas_of_before_are_known,
    only_a_decided_plan_is_revised,
    revisions_are_in_order,
    revisions_are_known,
    what_was_before_differs,
)
from rusplan.checks.same_as_last_year import confirmed_fields_are_there, years_are_no_copies
from rusplan.checks.sums import decided_days_agree, stated_days_agree
from rusplan.checks.time_frames import time_frames_make_sense
from rusplan.checks.year_links import (
    every_activity_has_a_fate,
    every_activity_has_an_origin,
    predecessors_exist_and_are_earlier,
    references_resolve,
    relations_fit_their_kind,
    what_a_plan_ends_was_there,
)
from rusplan.data.collection import Samling
from rusplan.data.problems import OF_RULE, DataFel, Problem
from rusplan.data.reading import Reader, Unsaved, read_what_can_be_read
from rusplan.git.version_before import VersionBefore
from rusplan.tools.parallel import each

Rule = Callable[[Samling], Iterator[Problem]]
# Files: so many are sooner judged by all processors, though it costs a copy of the process.
MANY = 1000


def read_collection(root: Path, read: Reader | None = None, but: tuple[Rule, ...] = ()) -> Samling:
    """All of `root`/data, read (by `read`, where given) and checked by all rules, `but` left out; raises `DataFel` with every problem of
    every file at once."""
    samling, problems = read_and_check(root, read, but)
    if problems or not samling:
        raise DataFel(problems)
    return samling


def read_and_check(
    root: Path, read: Reader | None = None, but: tuple[Rule, ...] = (), unsaved: Unsaved = MappingProxyType({})
) -> tuple[Samling | None, list[Problem]]:
    """As `read_collection`, for a preview, which shows what can be read and says what is wrong: the collection without the files that could
    not be read, and every problem. `unsaved` counts as if it were written."""
    samling, problems = read_what_can_be_read(root, read, unsaved)
    if samling:
        problems = _causes(samling, problems, check(samling, but))
    return samling, problems


def _causes(samling: Samling, of_reading: list[Problem], of_rules: list[Problem]) -> list[Problem]:
    """The problems; where a file has lost a part of itself that alone, and nothing that comes of it."""
    problems = [*of_reading, *of_rules]
    lost = lost_parts(samling, problems, VersionBefore(samling.rot)) if problems else []
    if not lost:
        return problems
    names = frozenset(problem.fil for problem in lost)
    still = [*of_reading, *check(without_files(samling, names))]
    return [*lost, *(p for p in still if p.fil not in names and not any(name in p.text for name in names))]


def check(samling: Samling, but: tuple[Rule, ...] = ()) -> list[Problem]:
    """The problems that all rules find, `but` left out; of those that one rule finds more of than anybody reads, the first."""
    rules = [rule for rule in CHECKS if rule not in but]
    found = dict(each(lambda n: (n, _of_rule(rules[n], samling)), range(len(rules)), fewest=_fewest(samling)))
    return [problem for n in range(len(rules)) for problem in found[n]]


def _fewest(samling: Samling) -> int:
    """How many rules are shared between processes: all where there is much to judge, else none."""
    return 2 if len(samling.filer) > MANY else len(CHECKS) + 1


def _of_rule(rule: Rule, samling: Samling) -> list[Problem]:
    found = list(islice(rule(samling.publikt if rule in AT_DECISION else samling), OF_RULE))
    more = Problem("data", 1, 1, "det finns fler fel av samma slag än de som visas; rätta dem och kör igen")
    return [*found, more] if len(found) == OF_RULE else found


CHECKS: tuple[Rule, ...] = (
    states_fit_their_documents,
    what_is_asked_for_is_there,
    predecessors_exist_and_are_earlier,
    references_resolve,
    every_activity_has_an_origin,
    every_activity_has_a_fate,
    relations_fit_their_kind,
    what_a_plan_ends_was_there,
    areas_agree,
    organisations_are_known,
    kinds_of_organisations_are_known,
    pages_of_kinds_differ,
    statuses_are_known,
    ratings_are_known,
    own_words_are_free,
    the_logo_is_there,
    decided_documents_are_as_they_were,
    sources_are_known,
    abbreviations_are_explained,
    notes_name_a_field,
    ids_are_unique,
    stated_days_agree,
    decided_days_agree,
    budget_sums_agree,
    budget_parts_are_known,
    only_a_decided_plan_is_revised,
    revisions_are_known,
    revisions_are_in_order,
    what_was_before_differs,
    areas_of_before_are_known,
    goals_hang_together,
    goals_lie_under_goals,
    goals_served_are_there,
    indicators_hang_together,
    dates_make_sense,
    periods_fit_their_folder,
    time_frames_make_sense,
    follow_ups_are_of_their_year,
    outcomes_are_final,
    outcomes_tell_of_planned_items,
    closed_reports_tell_of_all,
    closed_reports_count_right,
    documents_are_of_their_year,
    sources_are_of_the_year,
    goals_are_of_the_year,
    nothing_is_dated_before_the_year,
    decisions_are_of_their_document,
    documents_are_of_their_kind,
    confirmed_fields_are_there,
    years_are_no_copies,
    nothing_is_planned_without_a_plan,
    nothing_stands_twice,
    texts_hold_no_markup,
    texts_hold_no_bullets,
    no_word_stands_twice,
    nobody_is_pointed_out,
    events_of_one_title_have_ids,
    event_ids_are_their_own,
    published_events_are_there,
    published_addresses_answer,
    published_files_are_made,
    redirects_lead_to_pages,
    removed_addresses_have_no_page,
)
