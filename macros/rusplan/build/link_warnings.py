"""What MkDocs warns of in English, as problems: links to headings that are not there, and pages in the menu that are not."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rusplan.data.problems import Problem, shown

LOGGERS = ("mkdocs.structure.pages", "mkdocs.structure.nav")
ANCHOR = re.compile(r"Doc file '(?P<sida>.+?)' contains a link '(?P<länk>.+?)', but ")
LINK = re.compile(r"Doc file '(?P<sida>.+?)' contains an? .*?'(?P<länk>.+?)'")
MENU = re.compile(r"A(?: reference| relative path|n absolute path) to '(?P<länk>.+?)' is included in the 'nav'")


class LinkWarnings(logging.Filter):
    """Takes each warning of a link out of the log, and hands it over as a problem; `root` is the project's folder."""

    def __init__(self, root: Path, hand_over: Callable[[Problem], object]) -> None:
        super().__init__()
        self._root, self._hand_over = root, hand_over

    def filter(self, record: logging.LogRecord) -> bool:
        """False for what has been handed over."""
        problem = self._problem(record.getMessage()) if record.levelno >= logging.WARNING else None
        if problem:
            self._hand_over(problem)
        return problem is None

    def _problem(self, message: str) -> Problem | None:
        if found := ANCHOR.match(message):
            words = "leder till en rubrik som inte finns; välj tecknet ¶ efter rubriken på sidan, och kopiera slutet av adressen"
            return self._at(f"docs/{found['sida']}", found["länk"], f"länken «{shown(found['länk'])}» {words}")
        if found := LINK.match(message):
            text = f"länken «{shown(found['länk'])}» leder inte till någon fil i docs; rätta den eller ta bort den"
            return self._at(f"docs/{found['sida']}", found["länk"], text)
        if found := MENU.match(message):
            text = f"menyn nämner «{shown(found['länk'])}», men den filen finns inte i docs; rätta namnet eller ta bort raden"
            return self._at("mkdocs.yml", found["länk"], text)
        return None

    def _at(self, name: str, link: str, text: str) -> Problem:
        """The problem on the first row of the file where the link stands."""
        path = self._root / name
        written = path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
        at = max(written.find(link), 0)
        return Problem(name, written.count("\n", 0, at) + 1, at - written.rfind("\n", 0, at), text)


@contextmanager
def heard(root: Path, hand_over: Callable[[Problem], object]) -> Iterator[None]:
    """What MkDocs warns of within is handed over."""
    listener = LinkWarnings(root, hand_over)
    for logger in map(logging.getLogger, LOGGERS):
        logger.addFilter(listener)
    try:
        yield
    finally:
        for logger in map(logging.getLogger, LOGGERS):
            logger.removeFilter(listener)
