"""Which publications of a plan and of its outcome are the same: those of one id, or of one title where an id does not part them."""

from collections.abc import Iterable, Mapping

from rusplan.data.model import Post, Publikation


def same_publications(planned: Iterable[Publikation], told: Iterable[Publikation]) -> Mapping[Post, Post]:
    """The planned publications that the outcome tells of, as it tells them: each of these is one planned publication at most."""
    left, found = list(planned), dict[Post, Post]()
    for item in sorted(told, key=lambda item: not item.id):
        same = [other for other in left if _same(other, item)]
        if same:
            first = min(same, key=lambda other: other.datum != item.datum)
            left.remove(first)
            found[first] = item
    return found


def _same(one: Publikation, other: Publikation) -> bool:
    return one.id == other.id if one.id and other.id else one.titel == other.titel
