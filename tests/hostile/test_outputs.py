"""Any text in any field comes out of every output as the text it is, or is refused with a reason; it never comes alive."""

import csv
import io
import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from rusplan.build.pages import generated_pages
from rusplan.checks import read_collection
from rusplan.data.problems import DataFel
from rusplan.open_data.reader_csv import lists_as_csv
from rusplan.outputs import OUTPUTS
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.views.feed_links import feeds_of_page
from rusplan.views.structured_data import structured
from selectolax.lexbor import LexborHTMLParser

from tests.build.hostile import Hostile
from tests.built import ROOT, flat

BAS = ROOT / "tests/golden/bas"
# What has meaning to some program that our texts pass through.
ALIVE = (
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% raw %}", "{#", "#}", "javascript:alert(1)",
    "data:text/html,x", "]]>", "<!--", "-->", "&lt;", "&#60;", "&", "'", '"', "`", "\\", "$&", "${x}", "|", "* a", "- a", "# a", ": ", "yes", "no",
    "null", "~", "010", "1e3", "2025-01-01", "!!python/object", "&a", "*a", "<<", "---", "...", "%", "@", ";", ",", "\r", "=1+1", "a;=1+1", "a, @x", "BEGIN:VCALENDAR",
    "\u202e", "\u2066", "\u200b", "\ufeff", "e\u0301", "👩🏽‍🌾", "\U0001f332", "\x00", "\x07", "\x85", "\u2028", "\t", "rusplanmarkekropp",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ALIVE), st.text(max_size=12)), min_size=1, max_size=8).map(" ".join)


class One(Hostile):
    """Every text of the collection is the same one, after its number."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def _new(self, place: str, *, long: bool) -> str:
        number = len(self.texts) + 1
        self.places[number] = place
        self.texts[number] = f"T{number}T {self.text}"
        return self.texts[number]


def outputs(sajt: Sajt) -> Iterator[tuple[str, str]]:
    """Everything that data alone makes: pages without their frame, and all that is no page."""
    renderer = Renderer(sajt.samling)
    for page in generated_pages(sajt):
        head = renderer.render(
            "huvud.html",
            page.adress,
            data=structured(sajt, page.adress, page.titel, page.beskrivning, page.spår, page.vy),
            flöden=feeds_of_page(sajt, page.adress),
            utkast=False,
        )
        yield f"{page.adress}index.html", head + renderer.render(page.mall, page.adress, vy=page.vy)
    for output in OUTPUTS:
        yield from output(sajt, renderer, ["", "planer/2025/"])
    yield from ((file.adress, file.innehåll.decode()) for file in lists_as_csv(sajt, renderer))


def living(html: str) -> list[str]:
    """What has become markup that does something."""
    tree = LexborHTMLParser(html)
    found = [
        node.html or ""
        for node in tree.css(
            "script:not([src]):not([type='application/ld+json']), iframe, img, object, [onerror], [onclick]"
        )
    ]
    for node in tree.css("[href], [src], [action]"):
        for name in ("href", "src", "action"):
            if (node.attributes.get(name) or "").strip().lower().startswith(("javascript:", "data:")):
                found.append(node.html or "")
    for script in tree.css("script[type='application/ld+json']"):
        json.loads(script.text())
    return found


def dead_fields(text: str) -> bool:
    """True if no spreadsheet would run a field, whatever it parts fields by."""
    for_readers = text.startswith("\ufeff")
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    rows = list(csv.reader(stream, delimiter=";" if for_readers else ",", strict=True))
    fields = [piece.strip('" \n\r\xa0') for row in rows for field in row for piece in re.split("[,;|\t]", field)]
    alive = [field for field in fields if field and field[0] in "=+@\uff1d\uff0b\uff20"]
    return len({len(row) for row in rows}) == 1 and not alive


def check(sajt: Sajt) -> None:
    shown = []
    for path, text in outputs(sajt):
        if path.endswith(".html"):
            assert living(text) == [], path
            shown.append(flat(LexborHTMLParser(text).text()))
        elif path.endswith(".json"):
            json.loads(text)
        elif path.endswith((".xml", ".rdf")):
            ElementTree.fromstring(text)  # noqa: S314 - our own
        elif path.endswith(".ics"):
            Calendar.from_ical(text)
        elif path.endswith(".csv"):
            assert dead_fields(text), path
    activity = next(iter(sajt.samling.aktiviteter.values())).plan.innehåll
    assert flat(activity.sammanfattning) in flat(" ".join(shown))


@settings(derandomize=True, deadline=None, max_examples=40, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_in_every_field_stays_a_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BAS / "data", root / "data")
        One(text).write(root)
        try:
            samling = read_collection(root)
        except DataFel as error:
            refused = error.problems
        else:
            refused = ()
        assert all(problem.fil.startswith("data/") and problem.rad >= 1 for problem in refused)
        if refused:
            return
        check(Sajt(samling=samling, bas="https://plan.example.se/"))


def test_ordinary_text_in_every_field_is_refused_nowhere(tmp_path: Path) -> None:
    shutil.copytree(BAS / "data", tmp_path / "data")
    One("Ett ord").write(tmp_path)
    assert read_collection(tmp_path).aktiviteter


@pytest.mark.parametrize("text", ALIVE)
def test_each_known_danger_stays_a_text(text: str) -> None:
    test_any_text_in_every_field_stays_a_text.hypothesis.inner_test(text)  # type: ignore[attr-defined]


def test_text_of_a_hundred_thousand_letters_is_shown_or_refused() -> None:
    test_any_text_in_every_field_stays_a_text.hypothesis.inner_test("ord " * 25_000)  # type: ignore[attr-defined]


def written_otherwise(path: Path) -> None:
    """The file as programs on other machines save it: a mark first, rows that end as in Windows, letters with their dots apart."""
    text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8"))
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())


def test_the_same_text_saved_by_another_program_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("som-den-var", "annorlunda"):
        shutil.copytree(BAS / "data", tmp_path / name / "data")
        if name == "annorlunda":
            for path in (tmp_path / name / "data").rglob("*.yml"):
                written_otherwise(path)
        made.append(dict(outputs(Sajt(samling=read_collection(tmp_path / name), bas="https://plan.example.se/"))))
    assert len(made[0]) > 40
    assert made[0] == made[1]
