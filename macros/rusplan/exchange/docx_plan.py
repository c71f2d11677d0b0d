"""The sections of a document -> what they say as a plan: areas with activities, goals and budget; and what found no place."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace

from rusplan.data.likeness import as_id
from rusplan.exchange.docx_blocks import Textstycke, Texttabell, Worddokument
from rusplan.exchange.docx_facts import ends_with_label, facts, flags, label_of
from rusplan.exchange.docx_sections import ACTIVITIES, GOALS, Avsnitt, sections, title_of
from rusplan.exchange.docx_tables import activity_rows, add_table, budget_rows, goal_rows, rows_as_text, told_beside
from rusplan.exchange.docx_texts import Aktivitetstext, Måltext, Områdestext, Radtext, add_point, fill_in
from rusplan.tools.record import record

BUDGET = re.compile(r"(?:budget|ekonomi|finansiering|kostnader)\b", re.I)
# A list of what comes, which the document tells at length further on.
IN_BRIEF = re.compile(r"(?:.* )?i korthet|innehåll(?:sförteckning)?|läsanvisning", re.I)
SUM = re.compile(r"(?:summa|totalt|sammanlagt)\b", re.I)


@record
class Känt:
    """What the organisation calls its areas and activities already, as ids are made of it."""

    områden: Collection[str] = ()
    aktiviteter: Collection[str] = ()


@record
class Plantext:
    """A plan as a document tells it. `om` is what it says of itself; `oplacerat` what found no place, a text each."""

    titel: str
    områden: list[Områdestext] = field(default_factory=list)
    mål: list[Måltext] = field(default_factory=list)
    budget: list[Radtext] = field(default_factory=list)
    enhet: list[str] = field(default_factory=list)
    om: list[str] = field(default_factory=list)
    oplacerat: list[str] = field(default_factory=list)

    @property
    def aktiviteter(self) -> list[Aktivitetstext]:
        """All activities, in the order of the document."""
        return [activity for area in self.områden for activity in area.aktiviteter]


def plan_of(document: Worddokument, known: Känt) -> Plantext:
    """What the document says as a plan; every word of it is somewhere in what comes of it, but for the labels of values."""
    whole = sections(document.block)
    title = _title(whole)
    reading = _Läsning(Plantext(titel=title), known, _activity_level(whole))
    reading.read(whole, None)
    reading.plan.oplacerat.extend(document.bredvid)
    return reading.plan


def _title(whole: Avsnitt) -> str:
    """The title of the document: its heading above all others, where there is one alone."""
    tops = [part for part in whole.delar if part.nivå == min(each.nivå for each in whole.delar)]
    return tops[0].rubrik if len(tops) == 1 and re.search(r"plan\b", tops[0].rubrik, re.I) else ""


def _activity_level(whole: Avsnitt) -> float | None:
    """The level on which most of those sections stand that tell of days, cash or flags."""
    levels = Counter(part.nivå for part in whole.alla() if tells_facts(part) and not any(map(tells_facts, part.delar)))
    return levels.most_common(1)[0][0] if levels else None


def tells_facts(section: Avsnitt) -> bool:
    """True for a section that tells days, cash or flags of its own."""
    texts = (block.text for block in section.block if isinstance(block, Textstycke) and not SUM.match(block.text))
    tables = (block for block in section.block if isinstance(block, Texttabell))
    in_tables = any("titel" not in told.fält for table in tables for told in told_beside(table))
    return bool(flags(section.rubrik).fält) or any(facts(text).fält for text in texts) or in_tables


class _Läsning:
    """The plan while the sections are read."""

    def __init__(self, plan: Plantext, known: Känt, level: float | None) -> None:
        self.plan, self.known, self.level = plan, known, level

    def read(self, section: Avsnitt, area: Områdestext | None) -> None:
        """A section, and those within it."""
        title = flags(title_of(section.rubrik)).rest
        kind = self._kind(section, title, area)
        if kind == "mål":
            self._goals(section, area)
        elif kind == "budget":
            self._budget(section)
        elif kind == "aktivitet":
            self._activity(section, area or self._area(""))
        elif kind == "område":
            self._read_area(section, self._area(title))
        elif kind == "i korthet":
            self.plan.om.extend(_lines(section))
        else:
            self._general(
                section, area, heading="" if kind == "aktiviteter" or title == self.plan.titel else section.rubrik
            )

    def _kind(self, section: Avsnitt, title: str, area: Områdestext | None) -> str:
        """What a section is: by what it is called, by what it says, or by where it stands."""
        name = as_id(title)
        if not section.rubrik or ACTIVITIES.fullmatch(title):
            return "aktiviteter"
        if IN_BRIEF.fullmatch(title):
            return "i korthet"
        if name in self.known.aktiviteter and not any(map(tells_facts, section.delar)):
            return "aktivitet"
        if GOALS.match(title) and not tells_facts(section):
            return "mål"
        if BUDGET.match(title) and not tells_facts(section):
            return "budget"
        if section.nivå == self.level and tells_facts(section):
            return "aktivitet"
        if name in self.known.områden or self._has_activities(section):
            return "område"
        if tells_facts(section) or (section.nivå == self.level and area is not None):
            return "aktivitet"
        return "annat"

    def _has_activities(self, section: Avsnitt) -> bool:
        """True where activities stand right below the heading, or below one that only says that they follow."""
        within = [part for part in section.delar if ACTIVITIES.fullmatch(title_of(part.rubrik))]
        parts = [*section.delar, *(each for part in within for each in part.delar)]
        tables = [block for each in (section, *within) for block in each.block if isinstance(block, Texttabell)]
        in_tables = any(activity_rows(table)[0] for table in tables)
        return in_tables or any(tells_facts(part) and not self._has_activities(part) for part in parts)

    def _area(self, title: str) -> Områdestext:
        """The area that is called so, or that stands for all where none is."""
        found = next((area for area in self.plan.områden if as_id(area.titel) == as_id(title)), None)
        if found is None:
            found = Områdestext(titel=title)
            self.plan.områden.append(found)
        return found

    def _read_area(self, section: Avsnitt, area: Områdestext) -> None:
        for block in section.block:
            self._in_area(block, area)
        for part in section.delar:
            self.read(part, area)

    def _in_area(self, block: Textstycke | Texttabell, area: Områdestext) -> None:
        """What stands in an area before its first activity."""
        if isinstance(block, Texttabell):
            self._table(block, area)
        elif SUM.match(block.text) or facts(block.text).fält:
            self.plan.oplacerat.append(f"{area.titel}: {block.text}" if area.titel else block.text)
        else:
            area.beskrivning.append(block.text)

    def _table(self, table: Texttabell, area: Områdestext | None) -> None:
        """A table outside activities: activities, a row each, or else what found no place."""
        rows, left = activity_rows(table)
        for row in rows:
            home = self._area(row.område) if row.område else area or self._area("")
            home.aktiviteter.append(row)
        self.plan.oplacerat.extend(left)

    def _activity(self, section: Avsnitt, area: Områdestext) -> None:
        marked = flags(title_of(section.rubrik))
        activity = Aktivitetstext(titel=marked.rest, fält=dict(marked.fält))
        area.aktiviteter.append(activity)
        own = [part for part in section.delar if not tells_facts(part)]
        for block in _joined(_all_blocks(replace(section, delar=own))):
            add_block(activity, block)
        fill_in(activity)
        for part in section.delar:
            if part not in own:
                self.read(part, area)

    def _goals(self, section: Avsnitt, area: Områdestext | None) -> None:
        """The goals below a heading, of an area where one is told."""
        home = area.titel if area else ""
        for block in section.block:
            if isinstance(block, Texttabell):
                self.plan.mål.extend(goal_rows(block, home))
            elif block.slag == "punkt":
                self.plan.mål.append(Måltext.of(block.text, home))
            else:
                self.plan.om.append(block.text)
        for part in section.delar:
            title = title_of(part.rubrik)
            if as_id(title) in self.known.områden or any(each.slag == "punkt" for each in _texts(part)):
                self._goals(part, self._area_of(title))
            else:
                text = " ".join(block.text for block in _texts(part))
                self.plan.mål.append(Måltext(titel=title, text=text or title, område=home))

    def _area_of(self, title: str) -> Områdestext:
        """What a heading among goals names: an area of the plan, though it is not to be one for that alone."""
        return next((area for area in self.plan.områden if as_id(area.titel) == as_id(title)), Områdestext(titel=title))

    def _budget(self, section: Avsnitt) -> None:
        for block in _all_blocks(section):
            if isinstance(block, Texttabell):
                rows, left, unit = budget_rows(block)
                self.plan.budget.extend(rows)
                self.plan.oplacerat.extend(left)
                self.plan.enhet.extend(filter(None, (unit,)))
            elif row := Radtext.of(block.text):
                self.plan.budget.append(row)
            else:
                self.plan.oplacerat.append(block.text)

    def _general(self, section: Avsnitt, area: Områdestext | None, heading: str) -> None:
        """What the plan says of itself, each paragraph with its heading before it."""
        for i, block in enumerate(section.block):
            if isinstance(block, Texttabell):
                self._table(block, area)
            elif area is not None:
                area.beskrivning.append(f"{heading}: {block.text}" if heading and not i else block.text)
            else:
                self.plan.om.append(f"{heading}: {block.text}" if heading and not i else block.text)
        if heading and not section.block and not section.delar:
            self.plan.oplacerat.append(heading)
        elif heading and not section.block:
            self.plan.om.append(heading)
        for part in section.delar:
            self.read(part, area)


def _lines(section: Avsnitt) -> Iterator[str]:
    """All that stands in a section, its headings too, each paragraph by itself."""
    yield section.rubrik
    for block in _all_blocks(section):
        yield from rows_as_text(block) if isinstance(block, Texttabell) else (block.text,)


def _joined(blocks: Sequence[Textstycke | Texttabell]) -> Iterator[Textstycke | Texttabell]:
    """The blocks, a paragraph that ends with the label of a value together with the next one."""
    before: Textstycke | None = None
    for block in blocks:
        if before is not None and isinstance(block, Textstycke):
            block = replace(before, text=f"{before.text} {block.text}")
        elif before is not None:
            yield before
        before = None
        if isinstance(block, Textstycke) and ends_with_label(block.text):
            before = block
        else:
            yield block
    if before is not None:
        yield before


def _texts(section: Avsnitt) -> Iterator[Textstycke]:
    return (block for block in section.block if isinstance(block, Textstycke))


def _all_blocks(section: Avsnitt) -> Sequence[Textstycke | Texttabell]:
    """What stands in a section and in those within it, whose headings are paragraphs then."""
    found = list(section.block)
    for part in section.delar:
        found.append(Textstycke(text=part.rubrik, slag="underrubrik"))
        found += _all_blocks(part)
    return found


def add_block(activity: Aktivitetstext, block: Textstycke | Texttabell) -> None:
    """What stands below the heading of an activity."""
    if isinstance(block, Texttabell):
        add_table(activity, block)
    elif block.slag == "punkt":
        add_point(activity, block)
    else:
        told = facts(block.text)
        activity.fält.update({name: value for name, value in told.fält.items() if name not in activity.fält})
        if told.rest and label_of(told.rest) is None:
            (activity.efter if activity.insatser else activity.före).append(told.rest)
