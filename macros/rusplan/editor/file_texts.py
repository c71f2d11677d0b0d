"""Between the bytes of a data file and what it says."""

from rusplan.data.edits import Put, edited, written
from rusplan.data.yaml_text import Plain, parse

MEGABYTES = 10


def as_file(raw: bytes | None, content: Plain | None) -> bytes | None:
    """The file `raw`, with as little as can be changed to say `content`; None where either has none."""
    if not content:
        return None
    return written(content) if raw is None else edited(raw, [Put(at=(), value=content)]).raw


def said(raw: bytes | None) -> Plain | None:
    """What a file says; None where there is none."""
    return None if raw is None else parse(raw, "", MEGABYTES).value
