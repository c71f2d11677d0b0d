"""A view and a template -> HTML. Everything from data is escaped; the only markup added to a text is <abbr> and paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, missing
from markupsafe import Markup, escape

from macros.addresses import depth_prefix
from macros.collection import Samling
from macros.labels import Märke
from macros.views.parts import Länk

TEMPLATES = Path(__file__).resolve().parent / "templates"
# What Markdown gives a meaning within a heading; everything else stands as it is.
MARKDOWN_SIGNS = re.compile(r"[^\w\s,.()/–?]|_")
UNSAFE = re.compile("[&<>\"']").search


def shown(value: object) -> str:
    """`value` as it stands in HTML: as MarkupSafe's `escape`, which takes five times as long over what needs no escaping."""
    if type(value) is Markup or (type(value) is str and not UNSAFE(value)):
        return value
    if type(value) is int or type(value) is float:
        return str(value)
    return escape(value)


def safe(html: str) -> Markup:
    """Finished HTML. `Markup(html)` would first ask whether it is an object that makes HTML of itself."""
    return str.__new__(Markup, html)


class Generator(CodeGenerator):
    """Compiles templates so that what they show passes through `shown`. Templates show 500 things on a page; it makes them 10 % faster."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The compiled module begins here."""
        self.writeline(f"from {__name__} import {shown.__name__}")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`x.y`: views have all that templates ask for, so it is asked for as in Python, and not tried as an item as well."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Called before each expression that is shown; all our templates are escaped."""
        self.write(f"{shown.__name__}(")


class Calls(Context):
    """Calls macros. Nearly all calls give no argument by name: then there is little for Jinja to sort out, and a page takes a tenth less."""

    @internalcode
    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What stands with parentheses after it in a template."""
        if type(called) is Macro:
            kwargs.pop("_loop_vars", None)  # which Jinja adds within loops, for functions that ask for the context
            left_out = len(called.arguments) - len(args)
            if left_out >= 0 and not kwargs and not called.caller:
                return safe(called._func(*args, *[missing] * left_out))
        return super().call(called, *args, **kwargs)


class _Environment(Environment):
    code_generator_class, context_class = Generator, Calls

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know. Jinja's own lets it be changed later, and asks for each name in Python each time a template is filled."""
        return {**self.globals, **(d or {})}


class Compiled(BytecodeCache):
    """Compiled templates, kept for the environments of all depths: each template is compiled once. For the next build they are kept in
    `folder` as well, which is Jinja's own among the temporary files: the real site takes 0.25 s less."""

    def __init__(self, folder: str | None = None) -> None:
        self._kept: dict[str, CodeType] = {}
        self._how = Path(__file__).read_text(encoding="utf-8")
        self._disk: FileSystemBytecodeCache | None = None
        with suppress(RuntimeError, OSError):  # there is no folder that is safe to use
            self._disk = FileSystemBytecodeCache(folder)

    def get_source_checksum(self, source: str) -> str:
        """What tells whether code is still good: the template, and how this module compiles it."""
        return super().get_source_checksum(self._how + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles."""
        bucket.code = self._kept.get(bucket.key)
        if self._disk and not bucket.code:
            with suppress(OSError):
                self._disk.load_bytecode(bucket)
        if bucket.code:
            self._kept[bucket.key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja when it has compiled."""
        assert bucket.code
        self._kept[bucket.key] = bucket.code
        if self._disk:
            with suppress(OSError):
                self._disk.dump_bytecode(bucket)


class Renderer:
    """The templates of the site, for one collection; `filer` is the folder of the scripts that its parts load."""

    def __init__(self, samling: Samling, filer: str = "assets") -> None:
        self._meanings = meanings(samling)
        self._words = words_in(self._meanings) if self._meanings else None
        self._env = _Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            bytecode_cache=Compiled(), auto_reload=False,  # whether a template has changed would be asked for each page, and for each part that it imports
            comment_start_string="{%#", comment_end_string="#%}",  # {#id} is how Markdown gives a heading its anchor
        )  # fmt: skip
        self._env.globals["filer"] = filer
        self._env.filters.update(text=self._text, rad=self._line, rubrik=heading, avsnitt=section_heading, marke=mark)
        self._explained: set[str] = set()
        self._of_depth, self._found = cache(self._environment), cache(self._template)

    def render(self, template: str, address: str, **context: Any) -> str:
        """The template filled for the page at `address`; links in it are relative to that page."""
        self._explained = set()
        return self._found(depth_prefix(address), template).render(context)

    def _template(self, root: str, name: str) -> Template:
        return self._of_depth(root).get_template(name)

    def _environment(self, root: str) -> Environment:
        """The templates for all pages from which the way to the root is `root`. So the parts that templates import know it
        without being told for each page, and are made once instead of once a page."""
        environment = self._env.overlay()
        environment.globals = {**self._env.globals, "rot": root}
        environment.filters = {**self._env.filters, "lank": partial(link, root), "lankar": partial(links, root)}
        return environment

    def _line(self, text: str) -> Markup:
        """One line of text."""
        return safe(self._explaining(text.replace("\n\n", " ")))  # a line of its own could mean something to Markdown

    def _text(self, text: str) -> Markup:
        """Running text as paragraphs."""
        return safe("\n".join([f"<p>{self._explaining(paragraph)}</p>" for paragraph in text.split("\n\n")]))

    def _explaining(self, text: str) -> str:
        """Each abbreviation explained where it first stands on the page."""
        parts = self._words.split(text) if self._words else [text]
        if len(parts) == 1:
            return shown(text)
        return "".join([self._word(part) if i % 2 else shown(part) for i, part in enumerate(parts)])

    def _word(self, word: str) -> str:
        if word in self._explained:
            return shown(word)
        self._explained.add(word)
        return f'<abbr title="{shown(self._meanings[word])}">{shown(word)}</abbr>'


def link(root: str, länk: Länk) -> Markup:
    """A link, or its text where it has no address. Half of all parts on a page are links and marks: as macros of a template they
    would take four times as long, a third of the time for a page."""
    text, address = länk.text, länk.adress
    if address is None:
        return escape(text)
    if UNSAFE(text) or UNSAFE(address):
        text, address = escape(text), escape(address)
    return safe(f'<a href="{root}{address}">{text}</a>')


def links(root: str, länkar: Iterable[Länk]) -> Markup:
    """Links with commas between them."""
    return safe(", ".join([link(root, länk) for länk in länkar]))


def section_heading(text: object, level: int, anchor: object) -> Markup:
    """The heading of a section, with a link to itself. Where all is written out in a template, it is made when that is compiled."""
    name = shown(anchor)
    return safe(
        f'<h{level} id="{name}">{shown(text)}<a class="headerlink" aria-hidden="true" tabindex="-1" href="#{name}" '
        f'title="Länk till rubriken">&para;</a></h{level}>'
    )


@cache
def mark(märke: Märke) -> Markup:
    """A status or another mark: its sign for the eye, and its word."""
    return Markup(
        f'<span class="rp-marke rp-marke--{shown(märke.slag)}"><span class="rp-tecken" aria-hidden="true">{shown(märke.tecken)}</span> '
        f"{shown(märke.text)}</span>"
    )


def words_in(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of `words`, where no other letter stands beside it; of several that begin alike, the longest.

    The pattern begins with the first letters of the words, so the letters between are passed over in C: 0.7 µs for a text instead of
    1.6 with the look behind first.
    """
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        by_first[word[0]].append(re.escape(word[1:]))
    found = (rf"{re.escape(first)}(?<!\w{re.escape(first)})(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return re.compile(rf"({'|'.join(found)})(?!\w)")


def meanings(samling: Samling) -> Mapping[str, str]:
    """What each abbreviation stands for: from the glossary, and from the short names of organisations."""
    found = {o.kortnamn: o.namn for o in samling.organisationer.values() if o.kortnamn}
    found.update((t.term, t.utskrivet) for t in samling.ordlista.innehåll.termer if t.utskrivet)
    return found


def heading(text: str) -> Markup:
    """A text from data as the words of a Markdown heading: every sign that Markdown knows becomes a character reference."""
    return Markup(MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split())))
