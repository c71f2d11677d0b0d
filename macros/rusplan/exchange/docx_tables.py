"""What the tables of a document say: activities a row each, values beside their labels, goals, and lines of the budget."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rusplan.data.meant_values import meant_number
from rusplan.exchange.docx_blocks import Textstycke, Texttabell
from rusplan.exchange.docx_facts import Uppgifter, flags, label_of, value_of_label
from rusplan.exchange.docx_sections import title_of
from rusplan.exchange.docx_texts import Aktivitetstext, Måltext, Radtext, add_point, fill_in

Cell = tuple[Textstycke, ...]
MONEY = re.compile(
    r"(?:budget(?:erat)?(?: belopp)?|belopp|kronor|kr|tkr|mnkr|summa|kostnad)(?:\s*20\d\d)?(?:\s*[,(]?\s*(?P<enhet>tkr|mnkr|kr)\)?)?",
    re.I,
)
UNIT = re.compile(r"\b(tkr|mnkr)\b", re.I)
SUM = re.compile(r"(?:summa|totalt|sammanlagt)\b", re.I)
FACTS = frozenset({"dagar", "pengar", "prioriterad", "utvecklingsinsats"})


def text_of(cell: Cell) -> str:
    """All that a cell says, on one line."""
    return " ".join(part.text for part in cell)


def rows_as_text(table: Texttabell) -> Iterator[str]:
    """Each row as a line."""
    yield from filter(None, map(_line_of, table.rader))


def _line_of(row: Sequence[Cell]) -> str:
    return " | ".join(text for cell in row if (text := text_of(cell)))


def _labels(table: Texttabell) -> list[str | None]:
    return [label_of(text_of(cell)) for cell in table.rader[0]] if table.rader else []


def activity_rows(table: Texttabell) -> tuple[list[Aktivitetstext], list[str]]:
    """The activities of a table whose columns are a title and values, and the rows that are none. A row of one cell names the area of those
    below; of another table all rows are left."""
    labels = _labels(table)
    if "titel" not in labels or not FACTS & set(labels):
        return [], list(rows_as_text(table))
    heads = [text_of(cell) for cell in table.rader[0]]
    found, left, area = list[Aktivitetstext](), list[str](), ""
    for row in table.rader[1:]:
        texts = [text_of(cell) for cell in row]
        if len(row) < len(labels) and len([text for text in texts if text]) == 1:
            area = title_of(texts[0])
        elif SUM.match(texts[0]):
            left.append(_line_of(row))
        elif any(texts):
            found.append(_activity(labels, heads, row, area))
    return found, left


def _activity(labels: Sequence[str | None], heads: Sequence[str], row: Sequence[Cell], area: str) -> Aktivitetstext:
    title = next((text_of(cell) for label, cell in zip(labels, row, strict=False) if label == "titel"), "")
    marked = flags(title_of(title))
    found = Aktivitetstext(titel=marked.rest, fält=dict(marked.fält))
    for label, head, cell in zip(labels, heads, row, strict=False):
        if label != "titel":
            _tell(found, label, head, cell)
    fill_in(found)
    return replace(found, område=found.fält.pop("område", "") or area)


def _tell(activity: Aktivitetstext, label: str | None, head: str, cell: Cell) -> None:
    """What a cell says of an activity, below or beside its label."""
    text = text_of(cell)
    if label in ("sammanfattning", "insatser"):
        for part in cell:
            if part.slag == "punkt" or label == "insatser":
                add_point(activity, part)
            else:
                (activity.efter if activity.insatser else activity.före).append(part.text)
    elif label is None:
        activity.rest.extend([f"{head}: {text}"] if text else [])
    else:
        told = value_of_label(label, text)
        activity.fält.update(told.fält)
        activity.rest.extend([f"{head}: {told.rest}"] if told.rest.strip(" .") else [])


def told_beside(table: Texttabell) -> Iterator[Uppgifter]:
    """The values of a table of two columns, each beside its label; nothing for another table."""
    if not table.rader or any(len(row) != 2 for row in table.rader):
        return
    labels = [label_of(text_of(row[0])) for row in table.rader]
    if sum(label is not None for label in labels) * 2 <= len(labels):
        return
    for label, row in zip(labels, table.rader, strict=True):
        yield Uppgifter(fält={label or "": text_of(row[1])})


def add_table(activity: Aktivitetstext, table: Texttabell) -> None:
    """A table within an activity: values beside their labels, or else what found no place."""
    if not any(True for _ in told_beside(table)):
        activity.rest.extend(rows_as_text(table))
        return
    for name, cell in table.rader:
        _tell(activity, label_of(text_of(name)), text_of(name), cell)


def goal_rows(table: Texttabell, area: str) -> Iterator[Måltext]:
    """The goals of a table: what each is called, and what it says."""
    for i, row in enumerate(table.rader):
        texts = [text for cell in row if (text := text_of(cell))]
        if not i and texts and re.fullmatch(r"mål|nr|område", texts[0], re.I):
            continue
        if len(texts) == 1:
            yield Måltext.of(texts[0], area)
        elif texts:
            yield Måltext(titel=texts[0], text=" ".join(texts[1:]), område=area)


def budget_rows(table: Texttabell) -> tuple[list[Radtext], list[str], str]:
    """The lines of a budget, the rows that are none, and the unit that its heads tell."""
    head = [text_of(cell) for cell in table.rader[0]] if table.rader else []
    found = next((i for i, text in enumerate(head) if i and MONEY.fullmatch(text.strip())), None)
    rows = table.rader if found is None else table.rader[1:]
    at = 1 if found is None else found
    unit = next((mark[1].casefold() for text in head if (mark := UNIT.search(text))), "")
    lines = [(row, _line(row, at)) for row in rows]
    return (
        [line for _, line in lines if line],
        [text for row, line in lines if not line and (text := _line_of(row))],
        unit,
    )


def _line(row: Sequence[Cell], at: int) -> Radtext | None:
    texts = [text_of(cell) for cell in row]
    number = meant_number(texts[at].strip()) if at < len(texts) else None
    if number is None or not texts[0]:
        return None
    more = " ".join(text for i, text in enumerate(texts) if i not in (0, at) and text)
    return Radtext(titel=texts[0], belopp=number, kommentar=more)
