"""The rule for documents that are kept as they were decided."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.kept_documents import problems_of_kept
from rusplan.data.problems import Problem


def decided_documents_are_as_they_were(samling: Samling) -> Iterator[Problem]:
    """Each has the checksum that was written when it was decided, and nothing else lies beside it."""
    yield from problems_of_kept(samling.rot)
