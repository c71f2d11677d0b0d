"""The macro calls of a page that a person writes: what is wrong with them before they are made, and on which row each stands."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from rusplan.data.problems import Problem, did_you_mean

JINJA_NAMES = frozenset({"range", "dict", "lipsum", "cycler", "joiner", "namespace", "page", "config"})
# A value that is worked out when the page is made.
UNKNOWN = object()


class PageCalls:
    """The calls in `markdown`, the text below the front matter of `source`; `file` is what messages call the page."""

    def __init__(self, file: str, source: str, markdown: str, macros: Mapping[str, Callable[..., str]]) -> None:
        self._file, self._macros = file, macros
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

    def problem(self, row: int, text: str) -> Problem:
        """A problem on a row of the text, counted from 1."""
        return Problem(self._file, row + self._above, 1, text)

    def problems(self) -> Iterator[Problem]:
        """Names that do not exist, and calls with other values than the macro takes."""
        if self._mistake or not self._tree:
            yield from filter(None, [self._mistake])
            return
        yield from self._unknown_names(self._tree)
        for call, name, args, kwargs in self._calls():
            if not _binds(self._macros[name], args, kwargs):
                yield self.problem(call.lineno, f"makrot «{name}» fick fel värden; se exemplet på sidan Makron")

    def row_of(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> int:
        """The row of the first call of a macro with these values."""
        calls = [(call, a, k) for call, called, a, k in self._calls() if called == name]
        same = [call for call, a, k in calls if (tuple(a), k) == (args, dict(kwargs))]
        return next((call.lineno for call in (*same, *(call for call, _, _ in calls))), 1)

    def _unknown_names(self, tree: nodes.Template) -> Iterator[Problem]:
        called = {id(call.node) for call in tree.find_all(nodes.Call)}
        unknown = meta.find_undeclared_variables(tree) - self._macros.keys() - JINJA_NAMES
        for found in tree.find_all(nodes.Name):
            if found.name not in unknown:
                continue
            if id(found) in called:
                text = f"makrot «{found.name}» finns inte{did_you_mean(found.name, self._macros)}"
            else:
                text = f"«{found.name}» finns inte; om det är en text ska den stå inom citattecken"
            yield self.problem(found.lineno, text)

    def _calls(self) -> Iterator[tuple[nodes.Call, str, list[Any], dict[str, Any]]]:
        """Each call of one of our macros, with its name and its values."""
        for call in self._tree.find_all(nodes.Call) if self._tree else ():
            if isinstance(call.node, nodes.Name) and call.node.name in self._macros:
                yield (
                    call,
                    call.node.name,
                    [_value(a) for a in call.args],
                    {k.key: _value(k.value) for k in call.kwargs},
                )


def _value(node: nodes.Expr) -> Any:
    try:
        return node.as_const()
    except nodes.Impossible:
        return UNKNOWN


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
