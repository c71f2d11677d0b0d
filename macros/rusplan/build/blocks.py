"""HTML that macros have made, set aside while Markdown reads the page: it has nothing to do there.

Markdown parses raw HTML twice to find where each block ends, which takes longer than making it. It comes back when MkDocs has filled
the page: so MkDocs, which holds all pages until the last is read, holds none of it.
"""

import re
from itertools import count

# Both patterns begin with a sign that can be looked for in C: a tenth of the time on a page of 4 MB.
# A heading of a macro, on a line of its own, which the list of contents is made of; all else that a macro makes is HTML.
HEADING = re.compile(r"(#(?<![^\n]#)#{0,5} .*\{#[\w-]+\})$", re.M)
ID = re.compile(r' id="([\w-]+)"')
MARK = re.compile(r'<div data-undanlagt="(\d+)">.*?</div>')
# Shorter than this is not worth the trouble, and may stand within a sentence.
SHORTEST = 200


class Blocks:
    """The blocks of one build. They wait as bytes: one sign that is not in Latin-1, as a dash, doubles the size of a text in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._numbers = count()

    def set_aside(self, text: str) -> str:
        """What a macro has made, with a mark for each block of HTML. The mark has the block's ids: links to them are checked."""
        return "".join(part if HEADING.fullmatch(part) else self._mark(part) for part in HEADING.split(text))

    def put_back(self, html: str) -> str:
        """The finished page, with each block where its mark stands; they wait no longer."""
        return MARK.sub(lambda mark: self._kept.pop(mark[1], mark[0].encode()).decode(), html)

    def _mark(self, part: str) -> str:
        block = part.strip()
        if len(block) < SHORTEST or not block.startswith("<") or not block.endswith(">"):
            return part
        ids = "".join(f'<a id="{name}"></a>' for name in ID.findall(block))
        number = str(next(self._numbers))
        self._kept[number] = block.encode()
        return f'\n\n<div data-undanlagt="{number}">{ids}</div>\n\n'
