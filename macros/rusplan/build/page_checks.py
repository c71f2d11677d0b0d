"""All that can be wrong in docs/, without building the site: what cannot be read, fields, macros with their values, and links."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from rusplan.build.macro_calls import PageCalls, front_matter_problems
from rusplan.build.page_links import link_problems
from rusplan.build.page_sources import FIELDS, source_problems
from rusplan.data.collection import Samling
from rusplan.data.decoding import of_page
from rusplan.data.problems import Problem
from rusplan.data.yaml_causes import Slip
from rusplan.site.routes import year_pages
from rusplan.tools.resources import PAGES

Macros = Mapping[str, Callable[..., str]]
# Tries a call: what is wrong with its values, or nothing.
Try = Callable[[str, list[object], dict[str, object]], str | None]


def page_problems_of(samling: Samling, macros: Macros, trial: Try) -> list[Problem]:
    """Every mistake in the docs/ of a collection's site."""
    docs = samling.rot / "docs"
    if not docs.is_dir():
        return []
    found = list(source_problems(docs, samling.rot))
    unread, known = {problem.fil for problem in found}, _known(docs, samling)
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(samling.rot).as_posix()
        text = of_page(path.read_bytes()) if name not in unread else ""
        if not isinstance(text, Slip):
            found += _of_page(name, text, macros, trial)
            found += link_problems(name, text, known)
    return found


def _of_page(name: str, source: str, macros: Macros, trial: Try) -> Iterator[Problem]:
    head = FIELDS.match(source)
    meta, markdown = (yaml.safe_load(head[1]), source[head.end() :]) if head else ({}, source)
    yield from front_matter_problems(name, source, meta)
    calls = PageCalls(name, source, markdown, macros)
    yield from calls.problems()
    yield from calls.refused(trial)


def _known(docs: Path, samling: Samling) -> set[str]:
    """The paths of all files that pages may link to: the site's own, and those that every site gets."""
    files = (
        path.relative_to(folder).as_posix() for folder in (docs, PAGES) for path in folder.rglob("*") if path.is_file()
    )
    return {*files, *year_pages(samling)}
