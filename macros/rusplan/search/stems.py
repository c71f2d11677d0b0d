"""Words as search sees them: a text cut into words, and a word cut to its stem. `assets/js/sok/ord.js` does the same.

The stemmer is a light one for Swedish, in the manner of Snowball's but with the definite forms that one leaves out
(programmet, resan, indikatorn), and repeated until nothing changes, so that a stem is its own stem.
"""

import re
import unicodedata
from functools import cache

# A number with colons, points or decimals is one word (1:2, 2.0, 12,5), and so is one whose thousands stand apart.
WORD = re.compile(r"[0-9]+(?:[:.][0-9]+|,[0-9]{1,2}(?![0-9]))+(?!\w)|[^\W_]+")
GROUPED = re.compile(r"(?<![\w:.,])[0-9]{1,3}(?: [0-9]{3})+(?!\w)")
# What is not seen: soft hyphens, marks of direction, joiners, spaces without width.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
FOREIGN = re.compile(r"[^\x00-\x7fåäö]")
# Endings, and how many letters must stand before each.
ENDINGS = {
    "heterna": 3, "heternas": 3, "heter": 3, "heten": 3, "hetens": 3, "het": 3,
    "arnas": 3, "ernas": 3, "ornas": 3, "andet": 3, "arens": 3,
    "arna": 3, "erna": 3, "orna": 3, "ande": 3, "aren": 3, "aste": 3, "ades": 3,
    "are": 3, "ade": 3, "ern": 3, "orn": 3, "ens": 3, "ets": 3,
    "en": 3, "et": 3, "er": 3, "ar": 3, "or": 3, "an": 3, "um": 5, "ad": 4, "as": 3, "es": 3,
    "a": 3, "e": 3,
}  # fmt: skip
LENGTHS = sorted({len(ending) for ending in ENDINGS}, reverse=True)
GENITIVE = re.compile(r"[bcdfghjklmnoprtvyåäö]s$")
NEUTER = re.compile(r"(al|ig|isk|iv|är|ör|el)t$")
DEFINITE = re.compile(r"[iåäöy]n$")
DOUBLE = re.compile(r"([bdfglmnprt])\1$")
VOWEL = re.compile(r"[aeiouyåäö]")
# What carries no meaning of its own in a query.
STOPWORD_LIST = (
    "alla allt att av bland blev bli blir de dem den denna deras det detta dessa där då efter eller en ett från för ha "
    "hade han har hos hur här i in inom inte kan man med mellan men mot måste ni nu när och också om på samt sig sin sina "
    "sitt ska skulle som till under upp ut utan var vad vi vid vår våra än är även över"
)
STOPWORDS = frozenset(STOPWORD_LIST.split())


def words(text: str) -> list[str]:
    """The words of a text, in order: small letters, digits, and no accents but those of å, ä and ö."""
    return WORD.findall(GROUPED.sub(lambda number: number[0].replace(" ", ""), fold(text)))


def fold(text: str) -> str:
    """Small letters as they are typed: CO₂ is co2, a ligature its letters; without what is not seen, and no accents but those of å, ä and ö."""
    lowered = unicodedata.normalize("NFKC", UNSEEN.sub("", text)).lower()
    return FOREIGN.sub(lambda letter: _plain(letter[0]), lowered)


@cache
def _plain(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.category(c).startswith("M"))


@cache
def stem(word: str) -> str:
    """The stem of a word from `words`: åtgärderna -> åtgärd. A word with a digit is its own stem."""
    if not word.isalpha():
        return word
    while (shorter := _shorter(word)) != word:
        word = shorter
    return word


def _shorter(word: str) -> str:
    """The word less one ending, if it has one."""
    if len(word) > 3 and GENITIVE.search(word):
        return word[:-1]
    for length in LENGTHS:
        before, kept = ENDINGS.get(word[-length:]), word[:-length]
        if before and len(kept) >= before and VOWEL.search(kept):
            return kept
    if len(word) > 4 and (NEUTER.search(word) or DEFINITE.search(word) or DOUBLE.search(word)):
        return word[:-1]
    return word


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, stop words left out."""
    return [stem(word) for word in words(text) if word not in STOPWORDS]
