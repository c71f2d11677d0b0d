"""How wide the columns of a table are on paper: numbers take what they need, and texts share the rest by how much they hold."""

from rusplan.paper.document_blocks import Blocktabell, Tabellcell

# Of a column, in signs: none is narrower than a short word, and a long text takes no more than its lines need.
NARROWEST, WIDEST = 8, 60


def widths(table: Blocktabell) -> list[int]:
    """The part of the width for each column; 0 for one that is as wide as what stands in it."""
    columns = [[row[n] for row in (*table.rader, *table.fot) if n < len(row)] for n in range(len(table.huvud))]
    return [_width(head, cells) for head, cells in zip(table.huvud, columns, strict=True)]


def _width(head: Tabellcell, cells: list[Tabellcell]) -> int:
    longest = max((length(cell) for cell in (head, *cells)), default=NARROWEST)
    if head.tal and longest <= WIDEST // 2:
        return 0
    return min(max(longest, NARROWEST), WIDEST)


def length(cell: Tabellcell) -> int:
    """How many signs stand in a cell."""
    return sum(len(piece.text) for piece in cell.text)
