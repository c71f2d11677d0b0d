"""A view and a template -> HTML. Everything from data is escaped; the only markup added to a text is <abbr> and paragraphs."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from macros.addresses import depth_prefix
from macros.collection import Samling

TEMPLATES = Path(__file__).parent / "templates"
# What Markdown gives a meaning within a heading; everything else stands as it is.
MARKDOWN_SIGNS = re.compile(r"[^\w\s,.()/–?]|_")


class Compiled(BytecodeCache):
    """Compiled templates, kept for the environments of all depths: each template is compiled once."""

    def __init__(self) -> None:
        self._kept: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles."""
        bucket.code = self._kept.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja when it has compiled."""
        assert bucket.code
        self._kept[bucket.key] = bucket.code


class Renderer:
    """The templates of the site, for one collection; `filer` is the folder of the scripts that its parts load."""

    def __init__(self, samling: Samling, filer: str = "assets") -> None:
        self._meanings = meanings(samling)
        words = sorted(self._meanings, key=len, reverse=True)
        self._words = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None
        self._env = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            bytecode_cache=Compiled(), auto_reload=False,  # whether a template has changed would be asked for each page, and for each part that it imports
            comment_start_string="{%#", comment_end_string="#%}",  # {#id} is how Markdown gives a heading its anchor
        )  # fmt: skip
        self._env.globals["filer"] = filer
        self._env.filters.update(text=self._text, rad=self._line, rubrik=heading)
        self._explained: set[str] = set()
        self._of_depth = cache(self._environment)

    def render(self, template: str, address: str, **context: Any) -> str:
        """The template filled for the page at `address`; links in it are relative to that page."""
        self._explained = set()
        return self._of_depth(depth_prefix(address)).get_template(template).render(**context)

    def _environment(self, root: str) -> Environment:
        """The templates for all pages from which the way to the root is `root`. So the parts that templates import know it
        without being told for each page, and are made once instead of once a page."""
        environment = self._env.overlay()
        environment.globals = {**self._env.globals, "rot": root}
        return environment

    def _line(self, text: str) -> Markup:
        """One line of text, each abbreviation explained where it first stands on the page."""
        text = text.replace("\n\n", " ")  # a line of its own could mean something to Markdown
        if self._words is None:
            return escape(text)
        parts = self._words.split(text)
        return Markup("".join(self._word(part) if i % 2 else escape(part) for i, part in enumerate(parts)))

    def _word(self, word: str) -> str:
        if word in self._explained:
            return escape(word)
        self._explained.add(word)
        return f'<abbr title="{escape(self._meanings[word])}">{escape(word)}</abbr>'

    def _text(self, text: str) -> Markup:
        """Running text as paragraphs."""
        return Markup("\n".join(f"<p>{self._line(paragraph)}</p>" for paragraph in text.split("\n\n")))


def meanings(samling: Samling) -> Mapping[str, str]:
    """What each abbreviation stands for: from the glossary, and from the short names of organisations."""
    found = {o.kortnamn: o.namn for o in samling.organisationer.values() if o.kortnamn}
    found.update((t.term, t.utskrivet) for t in samling.ordlista.innehåll.termer if t.utskrivet)
    return found


def heading(text: str) -> Markup:
    """A text from data as the words of a Markdown heading: every sign that Markdown knows becomes a character reference."""
    return Markup(MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split())))
