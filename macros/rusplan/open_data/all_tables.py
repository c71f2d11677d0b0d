"""Every table of open data, in the order in which a reader would look for them."""

from rusplan.open_data.activity_tables import (
    ACTIVITIES,
    DEVIATIONS,
    FOLLOW_UPS,
    LINKS,
    PARTNERS,
    PLANNED_ITEMS,
    RESULTS,
)
from rusplan.open_data.event_tables import EVENTS, PUBLICATIONS
from rusplan.open_data.goal_tables import GOALS, INDICATORS
from rusplan.open_data.money_tables import EARMARKS, LINES
from rusplan.open_data.other_tables import CHANGES, ORGANISATIONS
from rusplan.open_data.tables import Datatabell

TABLES: tuple[Datatabell, ...] = (
    ACTIVITIES, PLANNED_ITEMS, RESULTS, DEVIATIONS, FOLLOW_UPS, LINKS, EVENTS, PUBLICATIONS, GOALS, INDICATORS, LINES, EARMARKS,
    ORGANISATIONS, PARTNERS, CHANGES,
)  # fmt: skip
