"""Macro calls on a page: what is wrong with them is told before they are made, on the row where each stands."""

from types import SimpleNamespace
from typing import Any

import pytest
from rusplan.build.blocks import Blocks
from rusplan.build.macro_calls import PageCalls
from rusplan.build.macro_values import MakroFel
from rusplan.macros import MACROS, _told

FRONT = "---\ntitle: Prov\n---\n\n"


def calls(markdown: str, front: str = "") -> PageCalls:
    return PageCalls("docs/prov.md", front + markdown, markdown, MACROS)


@pytest.mark.parametrize(
    ("markdown", "row", "told"),
    [
        ("# Prov\n\n{{ verksamhetsplann(2025) }}\n", 3, "makrot «verksamhetsplann» finns inte; menade du «verksamhetsplan»?"),
        ("# Prov\n\n{{ aktivitet(kulturmiljo) }}\n", 3, "«kulturmiljo» finns inte; om det är en text"),
        ("# Prov\n{{ start(2025) }}\n", 2, "makrot «start» fick fel värden"),
        ("# Prov\n{{ verksamhetsplan() }}\n", 2, "makrot «verksamhetsplan» fick fel värden"),
        ("# Prov\n{{ aktivitetslista(aar=2025) }}\n", 2, "makrot «aktivitetslista» fick fel värden"),
        ("# Prov\n{{ verksamhetsplan(2025 }}\n", 2, "ett makro är inte rätt skrivet"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("front", ["", FRONT])
def test_a_wrong_call_is_told_of_on_its_row(markdown: str, row: int, told: str, front: str) -> None:
    (problem,) = calls(markdown, front).problems()
    assert problem.fil == "docs/prov.md"
    assert problem.rad == row + front.count("\n")
    assert told in problem.text


def test_a_call_is_known_again_by_its_values() -> None:
    page = calls('{{ aktivitet("2025/a") }}\n\n{{ aktivitet("2025/b") }}\n\n{{ aktivitet(id="2025/c") }}\n')
    assert page.row_of("aktivitet", ("2025/b",), {}) == 3
    assert page.row_of("aktivitet", (), {"id": "2025/c"}) == 5


def called(macro: Any, values: tuple[object, ...] = ()) -> list[str]:
    """What is noted when a macro that does as `macro` is called from a page."""
    bygge = SimpleNamespace(fel=[], block=Blocks(), sajt=SimpleNamespace(samling=None), renderer=None)
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
