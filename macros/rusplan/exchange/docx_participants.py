"""Whom a document says that an activity is done with, and who answers for it, among the organisations that are known."""

import re
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.likeness import as_id
from rusplan.exchange.docx_texts import Aktivitetstext

BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|\n)\s*")


def participants(text: Aktivitetstext, samling: Samling, left: list[str]) -> dict[str, Any]:
    """The organisations that the activity is done with; where any name is not known, the line goes to `left` too."""
    ids = _ids(text, "samverkan", "Samverkan", samling, left)
    return {"samverkan": ids} if ids else {}


def responsible(text: Aktivitetstext, samling: Samling, left: list[str]) -> dict[str, Any]:
    """The organisations that answer for the activity."""
    ids = _ids(text, "ansvar", "Ansvar", samling, left)
    return {"ansvar": [{"organisation": id_} for id_ in ids]} if ids else {}


def _ids(text: Aktivitetstext, name: str, label: str, samling: Samling, left: list[str]) -> list[str]:
    said = text.fält.get(name, "")
    known = _known(samling)
    whole = known.get(as_id(said))
    names = [said] if whole else [part for part in BETWEEN.split(said.rstrip(".")) if part]
    if any(as_id(part) not in known for part in names):
        left.append(f"{text.titel}: {label}: {said}")
    return list(dict.fromkeys(known[as_id(part)] for part in names if as_id(part) in known))


def _known(samling: Samling) -> dict[str, str]:
    """The id of each organisation by all that it is called."""
    found: dict[str, str] = {}
    for each in samling.organisationer.values():
        for name in (*each.andra_namn, each.kortnamn or "", each.namn):
            if as_id(name):
                found[as_id(name)] = each.id
    return found
