"""Pictures as SVG made at build time: plain geometry here, drawing in templates/diagram/. They scale and use currentColor.

Each picture is made from named values, carries the same figures as a table, and tells states apart by pattern, not by
colour alone. The unknown is drawn as unknown, never as a nought.
"""

from rusplan.charts.bar_chart import Rad, Stapel, Stapelrad, bars, stacked
from rusplan.charts.flow_chart import flow
from rusplan.charts.lifeline_chart import lifeline
from rusplan.charts.line_chart import Mätpunkt, Mållinje, line
from rusplan.charts.rating_chart import ratings
from rusplan.charts.shapes import Bild, Tabell

__all__ = [
    "Bild",
    "Mätpunkt",
    "Mållinje",
    "Rad",
    "Stapel",
    "Stapelrad",
    "Tabell",
    "bars",
    "flow",
    "lifeline",
    "line",
    "ratings",
    "stacked",
]
