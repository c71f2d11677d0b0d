"""Pictures as SVG made at build time: plain geometry here, drawing in templates/diagram/. They scale and use currentColor.

Each picture is made from named values, carries the same figures as a table, and tells states apart by pattern, not by
colour alone. The unknown is drawn as unknown, never as a nought.
"""

from macros.charts.bars import Rad, Stapel, Stapelrad, bars, stacked
from macros.charts.flow import flow
from macros.charts.lifeline import lifeline
from macros.charts.ratings import ratings
from macros.charts.shapes import Bild

__all__ = ["Bild", "Rad", "Stapel", "Stapelrad", "bars", "flow", "lifeline", "ratings", "stacked"]
