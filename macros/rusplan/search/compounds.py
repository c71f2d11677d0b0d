"""Compounds: what words stand inside a word, judged by the words that the site itself uses.

A word is cut where both sides are words that stand alone somewhere on the site (budget|uppföljning), where a linking s
shows the joint (hushållnings|bestämmelser), or before a long word of the site (x|uppföljning). The beginning of a compound
needs no cutting: search finds every word that begins with what was asked for.
"""

from collections.abc import Iterable
from functools import cache

from rusplan.search.stems import STOPWORDS, VOWEL, stem

# A word of more letters than `LONGEST` is no compound that anybody has written.
SHORTEST, LONG, LONGEST = 3, 6, 80
# How much a word counts that stands inside another.
PART = 0.4
# Words whose stem has three letters or fewer and that compounds do end with; other short endings are mostly no words.
SHORT_WORDS = (
    "arbete art bad bok by dag del fil gas hav hus län lag mal mat mål möte resa rum råd sak sida sjö tal tema tid vara väg "
    "yta år öar"
)
SHORT = frozenset(stem(word) for word in SHORT_WORDS.split())
# Prefixes: what follows them is no part of its own (upp|följning, för|slag).
PREFIX_WORDS = (
    "ande efter eft ent från fort fram för före genom gen hop igen ihop inne inter kvar med miss mellan mot ned ner nog "
    "oav ovan sam sär till tvär und undan under upp ute vid väl åter över öst"
)
PREFIXES = frozenset(PREFIX_WORDS.split())
NO_PARTS = STOPWORDS | PREFIXES


class Compounds:
    """Cuts words by a vocabulary: the words of the whole site."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        found = set(vocabulary)
        self.forms = frozenset(w for w in found if w.isalpha() and len(w) >= SHORTEST and w not in NO_PARTS)
        self._stems = {stem(word) for word in self.forms}
        self.inside = cache(self._inside)
        self.stems = cache(self._stems_of)

    def _inside(self, word: str) -> tuple[str, ...]:
        """What begins at each joint, and what stands between joints: budgetårsuppföljning -> uppföljning, år."""
        if not word.isalpha() or len(word) > LONGEST:
            return ()
        cuts = range(SHORTEST, len(word) - SHORTEST + 1)
        sure = [i for i in cuts if self._joint(word[:i], word[i:])]
        found = [word[i:] for i in sure or (i for i in cuts if self._likely(word[:i], word[i:]))]
        for i in sure:
            found += [self._head(word[:i]), *self.inside(self._head(word[:i]))] if self._is_head(word[:i]) else []
        return tuple(dict.fromkeys(part for part in found if not word.startswith(part)))

    def _stems_of(self, word: str) -> tuple[tuple[str, float], ...]:
        """The word's stem and those of the words inside it, with how much each counts."""
        if word in STOPWORDS:
            return ()
        own = stem(word)
        inner = sorted({stem(part) for part in self.inside(word)} - {own})
        return ((own, 1.0), *((each, PART) for each in inner))

    def _joint(self, head: str, tail: str) -> bool:
        """Whether the tail is a word and the head another, or the tail too long a word to be there by chance."""
        if head in PREFIXES or head in STOPWORDS or not self._is_tail(tail):
            return False
        return self._is_head(head) or (len(stem(tail)) >= LONG and len(head) > SHORTEST and bool(VOWEL.search(head)))

    def _likely(self, head: str, tail: str) -> bool:
        """Whether a word with its linking s stands before something long enough to be a word."""
        return len(tail) >= LONG and len(head) > LONG and head[-1] == "s" and head[:-1] in self.forms

    def _is_head(self, head: str) -> bool:
        return not self.forms.isdisjoint({head, self._head(head), f"{head}a", f"{head}e"})

    def _head(self, head: str) -> str:
        """The head as a word: without its linking s, if it has one."""
        return head[:-1] if head[-1] == "s" and head[:-1] in self.forms else head

    def _is_tail(self, tail: str) -> bool:
        if tail in STOPWORDS or tail in PREFIXES:
            return False
        short = stem(tail)
        return short in SHORT if len(short) <= SHORTEST else short in self._stems
