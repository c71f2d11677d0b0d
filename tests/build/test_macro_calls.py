"""Macro calls on a page: what is wrong with them is told before they are made, on the row where each stands."""

from types import SimpleNamespace
from typing import Any

import pytest
from rusplan.build.blocks import Blocks
from rusplan.build.macro_calls import PageCalls, front_matter_problems
from rusplan.build.macro_values import MakroFel
from rusplan.macros import MACROS, _told

FRONT = "---\ntitle: Prov\n---\n\n"


def calls(markdown: str, front: str = "") -> PageCalls:
    return PageCalls("docs/prov.md", front + markdown, markdown, MACROS)


@pytest.mark.parametrize(
    ("markdown", "row", "told"),
    [
        ("# Prov\n\n{{ verksamhetsplann(2025) }}\n", 3, "makrot «verksamhetsplann» finns inte; menade du «verksamhetsplan»?"),
        ("# Prov\n\n{{ aktivitet(kulturstigar) }}\n", 3, "«kulturstigar» finns inte; om det är en text"),
        ("# Prov\n{{ start(2025) }}\n", 2, "makrot «start» fick fel värden"),
        ("# Prov\n{{ verksamhetsplan() }}\n", 2, "makrot «verksamhetsplan» fick fel värden"),
        ("# Prov\n{{ aktivitetslista(aar=2025) }}\n", 2, "makrot «aktivitetslista» fick fel värden"),
        ("# Prov\n{{ verksamhetsplan(2025 }}\n", 2, "ett makro är inte rätt skrivet"),
        ("# Prov\n{{ kontakt }}\n", 2, "makrot «kontakt» ska ha parenteser efter namnet"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("front", ["", FRONT])
def test_a_wrong_call_is_told_of_on_its_row(markdown: str, row: int, told: str, front: str) -> None:
    (problem,) = calls(markdown, front).problems()
    assert problem.fil == "docs/prov.md"
    assert problem.rad == row + front.count("\n")
    assert told in problem.text


# Each would be run by Jinja, or use up the memory, if the page were handed to it.
CODE = (
    "{% set x = cycler.__init__.__globals__.os.popen('id') %}", "{{ lipsum.__globals__ }}", "{{ config.site_name }}",
    "{{ kontakt().__class__ }}", "{{ kontakt()|upper }}", "{{ kontakt() ~ 1 }}", "{{ tal('a' * 10**9) }}", "{{ tal(*range(9)) }}",
    "{{ tal(**config) }}", "{{ tal(namn=lipsum()) }}", "{{ tal(['a']) }}", "{{ kontakt }}", "{{ 7 * 7 }}", "{{ 'text' }}",
    "{% include 'om.md' %}", "{% import 'om.md' as x %}", "{% extends 'om.md' %}", "{% for x in range(10**9) %}{% endfor %}",
    "{% if kontakt() %}{% endif %}", "{% macro start() %}{% endmacro %}", "{% block x %}{{ kontakt() }}{% endblock %}",
    "{% filter upper %}{% endfilter %}", "{% call kontakt() %}{% endcall %}", "{% autoescape false %}{% endautoescape %}", "{% debug %}",
    "{{ macros_info() }}", "{{ context() }}", "{{ now() }}", "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{{ tal(" + "9" * 5000 + ") }}",
)  # fmt: skip


@pytest.mark.parametrize("code", CODE, ids=range(len(CODE)))
def test_nothing_but_our_macros_with_constants_may_stand_in_a_page(code: str) -> None:
    (problem, *_) = calls(f"# Prov\n\nText {code} text.\n").problems()
    assert problem.fil == "docs/prov.md"


def test_text_may_stand_as_it_is() -> None:
    raw = "{% raw %}{{ lipsum.__globals__ }}{% endraw %}"
    assert list(calls(f"# Prov\n\n{raw} {{%# en not #%}} {{{{ tal(namn='2025.dagar') }}}} {{#id}}\n").problems()) == []


@pytest.mark.parametrize(
    ("source", "meta", "row", "told"),
    [
        ("---\ntitle: Prov\nstart: x\n---\n", {"title": "Prov", "start": "x"}, 3, "«start» är inget fält"),
        ("---\nignore_macros: true\n---\n", {"ignore_macros": True}, 2, "«ignore_macros» är inget fält"),
        ("---\ntitel: x\n---\n", {"titel": "x"}, 2, "menade du «title»?"),
        ("---\ntitle: 2025\n---\n", {"title": 2025}, 2, "«title» ska vara en text"),
        ("Obs: något\n\n# Prov\n", {"obs": "något"}, 1, "«obs» är inget fält"),
    ],
)
def test_only_known_fields_stand_above_a_page(source: str, meta: dict[str, object], row: int, told: str) -> None:
    (problem,) = front_matter_problems("docs/prov.md", source, meta)
    assert problem.rad == row
    assert told in problem.text


def test_a_call_is_known_again_by_its_values() -> None:
    page = calls('{{ aktivitet("2025/a") }}\n\n{{ aktivitet("2025/b") }}\n\n{{ aktivitet(id="2025/c") }}\n')
    assert page.row_of("aktivitet", ("2025/b",), {}) == 3
    assert page.row_of("aktivitet", (), {"id": "2025/c"}) == 5


def called(macro: Any, values: tuple[object, ...] = ()) -> list[str]:
    """What is noted when a macro that does as `macro` is called from a page."""
    sajt = SimpleNamespace(samling=None)
    sajt.sajt_för = lambda _: sajt
    bygge = SimpleNamespace(
        fel=[], datafel=(), block=Blocks(), sajt=sajt, renderer=None, nedladdningar=SimpleNamespace(filer=())
    )
    page = calls('{{ aktivitet("2025/finns-inte") }}')
    macro.__name__ = "aktivitet"
    plugin = SimpleNamespace(bygge=bygge, calls_of=lambda _: page)
    _told(macro, plugin, SimpleNamespace(page=SimpleNamespace(url="prov/")))(*values)
    return [problem.text for problem in bygge.fel]


def test_a_macro_tells_what_it_was_called_with_that_does_not_exist() -> None:
    def refuse(_: object, ref: str) -> str:
        raise MakroFel(f"aktiviteten «{ref}» finns inte")

    assert called(refuse, ("2025/finns-inte",)) == ["i makrot «aktivitet»: aktiviteten «2025/finns-inte» finns inte"]


def test_a_mistake_of_our_own_is_never_told_as_an_editors() -> None:
    def broken(_: object) -> str:
        raise TypeError("unsupported operand: 1 argument")

    with pytest.raises(TypeError):
        called(broken)
