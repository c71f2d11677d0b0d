"""An activity over the years: years downwards, one row an activity, steps as lines."""

from rusplan.charts.shapes import LINE, Bild, Linje, Prick, Tabell, Text, lines
from rusplan.data.model import Grund, Relation
from rusplan.data.references import Länkning
from rusplan.data.year import Årsaktivitet
from rusplan.swedish import labels
from rusplan.swedish.formatting import med_år

ROW, LANE = 78, 26
# A step that is more than going on under the same name is told beside the line's end.
PLAIN = (Relation.FORTSÄTTER,)
NOTE = "Hel linje: källan säger att aktiviteterna hör ihop. Streckad linje: det är vår redaktionella tolkning."


def lifeline(name: str, title: str, activities: tuple[Årsaktivitet, ...], steps: tuple[Länkning, ...]) -> Bild:
    """The picture of a lifeline; the activities of a year take lanes beside each other."""
    places: dict[str, tuple[int, int]] = {}
    lanes: dict[str, int] = {}
    for row, activity in enumerate(activities):
        lane = lanes.get(activity.år, 0)
        lanes[activity.år] = lane + 1
        places[activity.ref] = (12 + lane * LANE, 16 + row * ROW)
    left = 12 + (max(lanes.values()) - 1) * LANE + 22
    texts = list[Text]()
    for activity in activities:
        y = places[activity.ref][1]
        how = ", ".join(
            dict.fromkeys(labels.RELATION[s.typ] for s in steps if s.till.ref == activity.ref and s.typ not in PLAIN)
        )
        head = lines(left, y, f"{activity.år.visad}, {how}" if how else activity.år.visad, klass="fet")
        texts += [*head, *lines(left, y + len(head) * LINE, activity.titel, most=4 - len(head))]
    joins = tuple(
        Linje(_path(places[s.från.ref], places[s.till.ref]), "streckad" if s.grund is Grund.REDAKTIONELL else "hel")
        for s in steps
    )
    dots = tuple(Prick(*places[a.ref], "hel") for a in activities)
    rows = tuple(
        (
            med_år(s.från.titel, s.från.år.visad),
            labels.RELATION[s.typ],
            med_år(s.till.titel, s.till.år.visad),
            labels.ground(s.grund),
        )
        for s in steps
    )
    told = ". ".join(f"{old} {how} och blir {new}" for old, how, new, _ in rows)
    table = Tabell(("Från", "Vad som händer", "Till", "Grund"), rows)
    return Bild(
        id=name, titel=title, beskrivning=told or f"{title} finns bara ett år", tabell=table, höjd=len(activities) * ROW, linjer=joins, punkter=dots, texter=tuple(texts), förklaring=NOTE if any(s.grund for s in steps) else ""
    )  # fmt: skip


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    middle = (y1 + y2) / 2
    return f"M{x1} {y1}C{x1} {middle:g} {x2} {middle:g} {x2} {y2}"
