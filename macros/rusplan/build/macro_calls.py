"""The macro calls of a page that a person writes: what is wrong with them before they are made, and on which row each stands.

A page is text, and text is never run: beside calls of our macros with constants nothing that Jinja knows may stand in it.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from rusplan.data.problems import Problem, did_you_mean, listed, shown

# `skript` is for the pages that every site gets.
FRONT_MATTER = ("title", "description", "hide", "skript")
SHOWN_AS_TEXT = "ska tecknen synas som de står, skriv {% raw %} före och {% endraw %} efter"


class PageCalls:
    """The calls in `markdown`, the text below the front matter of `source`; `file` is what messages call the page."""

    def __init__(self, file: str, source: str, markdown: str, macros: Mapping[str, Callable[..., str]]) -> None:
        self.file, self.source, self.macros = file, source, macros
        self._above = _rows_above(source, markdown)
        self._tree: nodes.Template | None = None
        self._mistake: Problem | None = None
        try:
            # Comment signs as in mkdocs.yml; parsed for its names, never rendered.
            syntax = Environment(comment_start_string="{%#", comment_end_string="#%}")  # noqa: S701
            self._tree = syntax.parse(markdown)
        except TemplateSyntaxError as error:
            text = "ett makro är inte rätt skrivet; det ska stå som {{ namn(värde) }}"
            self._mistake = self.problem(error.lineno, text)
        except (RecursionError, ValueError):  # brackets without end, a number of thousands of digits
            self._mistake = self.problem(1, f"sidan har ett makro som inte går att läsa; {SHOWN_AS_TEXT}")

    def problem(self, row: int, text: str) -> Problem:
        """A problem on a row of the text, counted from 1."""
        return Problem(self.file, row + self._above, 1, text)

    def problems(self) -> Iterator[Problem]:
        """All that may not stand in a page: names that do not exist, calls with other values than the macro takes, and code."""
        if self._mistake or not self._tree:
            yield from filter(None, [self._mistake])
            return
        for node in self._tree.body:
            if not isinstance(node, nodes.Output):
                text = f"på en sida får inget annat än raw och endraw stå inom {{% %}}; {SHOWN_AS_TEXT}"
                yield self.problem(node.lineno or 1, text)
                continue
            for part in node.nodes:
                if text := self._complaint(part):
                    yield self.problem(part.lineno, text)

    def refused(self, trial: Callable[[str, list[Any], dict[str, Any]], str | None]) -> Iterator[Problem]:
        """The calls whose values `trial` refuses, with its sentence."""
        for call, name, args, kwargs in self._calls():
            if not self._complaint(call) and (words := trial(name, args, kwargs)):
                yield self.problem(call.lineno, in_macro(name, words))

    def row_of(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> int:
        """The row of the first call of a macro with these values."""
        calls = [(call, a, k) for call, called, a, k in self._calls() if called == name]
        same = [call for call, a, k in calls if (tuple(a), k) == (args, dict(kwargs))]
        return next((call.lineno for call in (*same, *(call for call, _, _ in calls))), 1)

    def _complaint(self, part: nodes.Node) -> str:
        """What is wrong with what stands within {{ }}, or with the text beside it; nothing if it may stand there."""
        if isinstance(part, nodes.TemplateData):
            return ""
        if isinstance(part, nodes.Name):
            if part.name in self.macros:
                return f"makrot «{part.name}» ska ha parenteser efter namnet: {{{{ {part.name}() }}}}"
            return f"«{part.name}» finns inte; ett makro skrivs {{{{ namn(värde) }}}}; {SHOWN_AS_TEXT}"
        if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
            return f"inom {{{{ }}}} får bara ett makro stå; {SHOWN_AS_TEXT}"
        name = part.node.name
        if name not in self.macros:
            return f"makrot «{name}» finns inte{did_you_mean(name, self.macros)}"
        values = _values(part)
        if wrong := next((value for value in values if not isinstance(value, nodes.Const)), None):
            if isinstance(wrong, nodes.Name):
                return f"«{wrong.name}» finns inte; om det är en text ska den stå inom citattecken"
            return f'makrot «{name}» fick ett värde som ska räknas ut; skriv det färdigt, som 2025 eller "2025/kulturstigar"'
        if not _binds(self.macros[name], *_constants(part)):
            return f"makrot «{name}» fick fel värden; se exemplet på sidan Makron"
        return ""

    def _calls(self) -> Iterator[tuple[nodes.Call, str, list[Any], dict[str, Any]]]:
        """Each call of one of our macros, with its name and its values."""
        for call in self._tree.find_all(nodes.Call) if self._tree else ():
            if isinstance(call.node, nodes.Name):
                yield call, call.node.name, *_constants(call)


def in_macro(name: str, words: str) -> str:
    """A sentence on the values of a macro."""
    return f"i makrot «{name}»: {words}"


def front_matter_problems(file: str, source: str, meta: Mapping[str, object]) -> Iterator[Problem]:
    """What is wrong with the fields above the text of a page: one with the name of a macro would stand in its place."""
    for key, value in meta.items():
        name = str(key)
        found = re.search(rf"^[^\w\n]*{re.escape(name)}[^\w\n]*:", source, re.M | re.I)
        row = source.count("\n", 0, found.start()) + 1 if found else 1
        if name not in FRONT_MATTER:
            hint = did_you_mean(name, FRONT_MATTER) or f"; fälten är {listed(FRONT_MATTER)}"
            yield Problem(file, row, 1, f"«{shown(name)}» är inget fält som kan stå överst på en sida{hint}")
        elif name != "hide" and not isinstance(value, str):
            yield Problem(file, row, 1, f"«{name}» ska vara en text; sätt citattecken runt värdet")


def _values(call: nodes.Call) -> list[nodes.Expr]:
    """All that a call is given; what stands after a star is never a constant."""
    spread = [found for found in (call.dyn_args, call.dyn_kwargs) if found is not None]
    return [*spread, *call.args, *(keyword.value for keyword in call.kwargs)]


def _constants(call: nodes.Call) -> tuple[list[Any], dict[str, Any]]:
    """The values of a call as Python has them. Nothing is worked out: "a" * 10**9 would fill the memory."""
    args = [value.value for value in call.args if isinstance(value, nodes.Const)]
    named = {k.key: k.value.value for k in call.kwargs if isinstance(k.value, nodes.Const)}
    return args, named


def _binds(macro: Callable[..., str], args: list[Any], kwargs: Mapping[str, Any]) -> bool:
    """True if the macro, a method, can be called with these values."""
    try:
        inspect.signature(macro).bind(None, *args, **kwargs)
    except TypeError:
        return False
    return True


def _rows_above(source: str, markdown: str) -> int:
    """How many rows of the file stand above the text below its front matter."""
    above = source[: max(source.find(markdown.strip()[:60]), 0)].count("\n")
    return above - (len(markdown) - len(markdown.lstrip("\n")))
