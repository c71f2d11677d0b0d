"""The change object as text for people, Markdown and HTML for a newsletter, and JSON for programs."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from markupsafe import Markup

from rusplan.changes.span import Spann
from rusplan.changes.steps import Sakändring, Ändringar
from rusplan.tools.markdown_text import plain

NOTHING = "Inget i data har ändrats."


def as_text(span: Spann) -> str:
    """A line with the span, and then those of its changes."""
    return "\n".join([_title(span), "", *(as_lines(span.ändringar) or [NOTHING])]) + "\n"


def as_lines(found: Ändringar) -> list[str]:
    """One thing a line, its changes after it: «Kulturmiljö 2025: dagar 15 → 13; status satt till delvis»."""
    rows = [_capital(bulk.text) for bulk in found.sammandrag]
    return rows + [f"{change.sak.titel}: {'; '.join(_told(change))}" for change in found.saker]


def as_markdown(span: Spann) -> str:
    """A heading, and a heading for each thing with its changes as a list."""
    rows = [f"## {plain(_title(span))}"]
    rows += [""] if span.ändringar.sammandrag else []
    rows += [f"- {plain(_capital(s.text))}" for s in span.ändringar.sammandrag]
    for change in span.ändringar.saker:
        rows += ["", f"### {plain(change.sak.titel)}", "", *(f"- {plain(_capital(text))}" for text in _told(change))]
    return "\n".join(rows if span.ändringar else [*rows, "", NOTHING]) + "\n"


def as_html(span: Spann) -> str:
    """The same as a piece of HTML: headings and lists, everything from data escaped."""
    rows = [Markup("<h2>{}</h2>").format(_title(span))]
    if span.ändringar.sammandrag:
        rows.append(_list(_capital(s.text) for s in span.ändringar.sammandrag))
    for change in span.ändringar.saker:
        rows += [Markup("<h3>{}</h3>").format(change.sak.titel), _list(map(_capital, _told(change)))]
    if not span.ändringar:
        rows.append(Markup("<p>{}</p>").format(NOTHING))
    return "\n".join(rows) + "\n"


def as_json(span: Spann) -> str:
    """Everything that is known, with the model's own names as keys."""
    content = asdict(span)
    for row, bulk in zip(content["ändringar"]["sammandrag"], span.ändringar.sammandrag, strict=True):
        row["text"] = bulk.text
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Spann], str]] = {
    "text": as_text,
    "md": as_markdown,
    "html": as_html,
    "json": as_json,
}


def _title(span: Spann) -> str:
    return f"Ändringar {span.från} till {span.till}"


def _told(change: Sakändring) -> list[str]:
    return [*(found.text for found in change.ändringar), *change.anmärkningar]


def _list(texts: Iterable[str]) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    return Markup("<ul>{}</ul>").format(items)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
