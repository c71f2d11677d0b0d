"""What a text says of days, cash and flags -> values, and what is left of it."""

import re
from decimal import Decimal

from rusplan.data.meant_values import meant_number
from rusplan.tools.record import record

NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
# «(Delvis) särskild utvecklingsinsats» and «prioriterad», as marks: beside a title, after a point or on a line of their own.
EFFORT = re.compile(
    r"\b(?P<grad>delvis|ej|inte|ingen)?\s*(?:en\s+)?(?:särskil[dt]a?\s+)?utvecklingsinsats\b(?:\s+för\s+året)?", re.I
)
PRIORITY = re.compile(r"\b(?P<grad>ej|inte)?\s*prioritera(?:d|t)\b", re.I)
_MARK = r"(?:(?:(?:delvis|ej|inte|ingen)\s+)?(?:en\s+)?(?:(?:särskil[dt]a?\s+)?utvecklingsinsats(?:\s+för\s+året)?|prioritera(?:d|t)))"
# The marks that end a text, with the signs that set them off; and those within brackets at its end.
_BETWEEN = r"[\s,;:.–—\-()\[\]/*]"
MARKS = re.compile(rf"(?:^|{_BETWEEN}+)(?P<märken>\b{_MARK}(?:{_BETWEEN}+(?:och\s+)?{_MARK})*){_BETWEEN}*$", re.I)
BRACKETED = re.compile(rf"\s*[(\[]\s*(?P<märken>{_MARK}(?:{_BETWEEN}+(?:och\s+)?{_MARK})*)\s*[)\]][\s.]*$", re.I)
# The words before a value, in the order in which they are looked for.
LABELS = {
    "dagar": r"(?:summa\s+)?(?:resurss?ättning|resurser|planerad arbetstid|(?:\w+ )?arbetstid|antal (?:arbets)?dagar|(?:arbets)?dagar|tidsåtgång|tid)",
    "pengar": r"(?:behov av (?:reda )?(?:pengar|medel)(?: minst)?|medelsbehov|(?:reda )?pengar|medel|externa medel|kostnader?)",
    "prioriterad": r"(?:prioritera(?:d|t)|prioritet|prio)",
    "utvecklingsinsats": r"(?:särskild )?utvecklingsinsats",
    "samverkan": r"(?:samverkan(?: med)?|samverkar med|i samverkan med|samarbetsparter|parter|tillsammans med)",
    "ansvar": r"(?:ansvarig(?:a)?|ansvar)",
    "område": r"(?:område|verksamhetsområde)",
    "titel": r"(?:aktivitet|aktiviteter|namn|titel|insats/aktivitet)",
    "sammanfattning": r"(?:sammanfattning|beskrivning|syfte|vad aktiviteten går ut på|innehåll)",
    "insatser": r"(?:insatser|vad som ska göras|planerade insatser|genomförande|åtgärder)",
}
LABEL = re.compile(
    r"(?:^|(?<=[.;)])\s+|(?<=\n))(?:"
    + "|".join(f"(?P<{_name}>{_words})" for _name, _words in LABELS.items())
    + r")\s*:\s*",
    re.I,
)
DAYS = re.compile(rf"(?P<tal>{NUMBER})\s*(?:arbets)?dag(?:ar)?\b", re.I)
BARE = re.compile(rf"^(?:ca\.?\s+|cirka\s+)?(?P<tal>{NUMBER})\s*$")
NEED = re.compile(r"^(?P<ord>ja|nej|eventuellt|ev\.?|kanske|inget|inga|nej tack|okänt)\b[.,;:]?\s*", re.I)
NEEDS = {"ja": "ja", "nej": "nej", "inget": "nej", "inga": "nej", "okänt": "okänt"}
YES = frozenset(
    {
        "ja",
        "x",
        "✓",
        "✔",
        "☒",
        "☑",
        "j",
        "prioriterad",
        "prioriterat",
        "prio",
        "hög",
        "1",
        "särskild utvecklingsinsats",
        "utvecklingsinsats",
    }
)
NO = frozenset({"", "nej", "n", "-", "–", "—", "låg", "ej prioriterad", "☐"})


@record
class Uppgifter:
    """What a text says: fields with their values, as data has them, and what of it stands for no value."""

    fält: dict[str, str]
    rest: str = ""


def flags(text: str, *, bracketed: bool = False) -> Uppgifter:
    """The flags that a text ends with, and the text without them; only those within brackets, where the text is a sentence."""
    found = (BRACKETED if bracketed else MARKS).search(text)
    if not found:
        return Uppgifter(fält={}, rest=text)
    said: dict[str, str] = {}
    if effort := EFFORT.search(found["märken"]):
        grade = (effort["grad"] or "").casefold()
        said["utvecklingsinsats"] = {"": "ja", "delvis": "delvis"}.get(grade, "nej")
    if priority := PRIORITY.search(found["märken"]):
        said["prioriterad"] = "nej" if priority["grad"] else "ja"
    return Uppgifter(fält=said, rest=text[: found.start()].rstrip(" ,;:–—-(["))


def is_facts_only(text: str) -> bool:
    """True for a line that says nothing but flags, or begins with the label of a value."""
    marked = flags(text)
    return bool(LABEL.match(text)) or (bool(marked.fält) and not re.search(r"\w", marked.rest))


def ends_with_label(text: str) -> bool:
    """True for a paragraph whose last value is to come."""
    marks = list(LABEL.finditer(text))
    return bool(marks) and LABEL.match(text) is not None and not text[marks[-1].end() :].strip()


def facts(text: str) -> Uppgifter:
    """The values that a paragraph tells after their labels; all of it is left where it begins with none."""
    first = LABEL.match(text)
    if first is None:
        marked = flags(text)
        return marked if marked.fält and not re.search(r"\w", marked.rest) else Uppgifter(fält={}, rest=text)
    found: dict[str, str] = {}
    left: list[str] = []
    marks = list(LABEL.finditer(text))
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        told = value_of_label(str(mark.lastgroup), text[mark.end() : end].strip())
        found |= told.fält
        if told.rest:
            left.append(told.rest if told.fält else text[mark.start() : end].strip())
    return Uppgifter(fält=found, rest=" ".join(left))


def value_of_label(name: str, text: str) -> Uppgifter:
    """The value that stands after a label, or below one in a table."""
    match name:
        case "dagar":
            return _days(text)
        case "pengar":
            return _cash(text)
        case "prioriterad" | "utvecklingsinsats":
            return _flag(name, text)
        case _:
            return Uppgifter(fält={name: text.rstrip(".") if name in ("titel", "område") else text} if text else {})


def _days(text: str) -> Uppgifter:
    found = DAYS.search(text) or BARE.match(text.rstrip("."))
    number = meant_number(found["tal"].replace("\u00a0", " ")) if found else None
    if not found or number is None:
        return Uppgifter(fält={}, rest=text)
    before, after = text[: found.start()].strip(), text[found.end() :].strip(" .,;")
    note = re.sub(r"^\((.*)\)$", r"\1", after).strip()
    said = {"dagar": _short(number)}
    if re.fullmatch(r"(?:\w+ )?arbetstid|ca\.?|cirka|", before, re.I):
        return Uppgifter(fält=said | ({"dagar_kommentar": _sentence(note)} if note else {}))
    return Uppgifter(fält=said, rest=text)


def _short(number: str) -> str:
    value = Decimal(number).normalize()
    return f"{value:f}"


def _sentence(text: str) -> str:
    text = text.strip(" .")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _cash(text: str) -> Uppgifter:
    """Whether cash is needed, and what more is said of it."""
    found = NEED.match(text)
    if found:
        more = re.sub(r"^\((.*)\)\.?$", r"\1", text[found.end() :].strip()).strip()
        need = NEEDS.get(found["ord"].casefold().rstrip("."), "eventuellt")
        return Uppgifter(
            fält={"medelsbehov.behov": need} | ({"medelsbehov.kommentar": _sentence(more)} if more else {})
        )
    if re.search(r"\d", text):
        return Uppgifter(fält={"medelsbehov.behov": "ja", "medelsbehov.kommentar": _sentence(text)})
    return Uppgifter(fält={}, rest=text)


def _flag(name: str, text: str) -> Uppgifter:
    word = " ".join(text.casefold().strip(" .").split())
    if word.startswith("delvis") and name == "utvecklingsinsats":
        return Uppgifter(fält={name: "delvis"}, rest=re.sub(r"^delvis\W*", "", text, flags=re.I))
    if word in NO or word.startswith(("nej", "ej ", "inte ")):
        return Uppgifter(
            fält={name: "nej"}, rest=re.sub(r"^nej\W*", "", text, flags=re.I) if word.startswith("nej") else ""
        )
    if word in YES or word.startswith("ja"):
        return Uppgifter(
            fält={name: "ja"}, rest=re.sub(r"^ja\W*", "", text, flags=re.I) if word.startswith("ja") else ""
        )
    return Uppgifter(fält={}, rest=text)


def label_of(heading: str) -> str | None:
    """The field that the heading of a column, or a cell beside a value, names."""
    text = heading.strip().rstrip(":").strip()
    text = re.sub(r"\s*\([^)]*\)$", "", text)
    for name, words in LABELS.items():
        if re.fullmatch(words, text, re.I):
            return name
    return None
