"""A document as PDF/UA-1 and PDF/A-2a at once, set by Typst: the same bytes each time."""

import json
from functools import cache
from pathlib import Path

import typst

from rusplan.paper.drawn_signs import drawable
from rusplan.paper.handling import Handling
from rusplan.paper.typst_data import Data, blocks_data, row

TEMPLATE = Path(__file__).with_name("dokument.typ")
# How deep headings are numbered and listed where there is a list of contents.
DEPTH = 2


def pdf(document: Handling) -> bytes:
    """The file."""
    data = drawable(json.dumps(_data(document), ensure_ascii=False))
    made = typst.compile(
        _template(), format="pdf", ignore_system_fonts=True, sys_inputs={"dokument": data}, pdf_standards=["ua-1", "a-2a"], timestamp=0
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _data(document: Handling) -> Data:
    return {
        "titel": document.titel,
        "av": document.av,
        "beskrivning": document.beskrivning,
        "datum": document.dag,
        "fakta": [{"namn": name, "varde": row(value)} for name, value in document.fakta],
        "webbsida": document.webbsida,
        "framsida": document.framsida,
        "djup": DEPTH if document.framsida else 0,
        "block": blocks_data(document.block),
    }
