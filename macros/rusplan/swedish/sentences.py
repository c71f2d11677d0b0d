"""Sentences of a Swedish text: the first one, and one made of a text and the list that follows it."""

import re
from collections.abc import Iterable, Sequence

from rusplan.swedish.formatting import uppräkning

# A sentence may end here: the sign, what closes a quote or a bracket, and white space. A full stop after an abbreviation or within a
# number ends none.
END = re.compile(r"[.!?…][)»”’\"']*(?=\s)")
# Abbreviations that never stand last in a sentence. «m.m.», «osv.» and «etc.» do, so a capital after them starts a new one.
ABBREVIATION = re.compile(
    r"(?:^|[\s(«”\"'])(?:(?i:t\. ?ex|bl\. ?a|s\. ?k|f\. ?d|d\. ?v\. ?s|p\. ?g\. ?a|dvs|ca|jfr|resp|inkl|exkl|kl|nr|st|dr|prof)|[A-ZÅÄÖ])\.$"
)
OPENING = "(«»”’\"'"
# Words that lead straight on to what they are about: after them a list that is written out takes no colon.
LEADS_ON = re.compile(r"\b(att|av|för|ge|genom|med|om|på|ska|till|utveckla):$")

# What most clauses about an activity begin with, and how many a sentence holds.
SUBJECT, MOST_CLAUSES = "aktiviteten ", 4
# How a clause may end, of one thing, and how it ends of several of which the same is said.
SHARED = {
    " har tillkommit": " har tillkommit", " redovisas nu": " redovisas nu", " har fått ny lydelse": " har fått ny lydelse",
    " är ändrad": " är ändrade", " är ändrade": " är ändrade", " är omskriven": " är omskrivna",
    " är struken": " är strukna", " är struket": " är strukna",
}  # fmt: skip


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph, whole; the paragraph if no sentence ends in it."""
    paragraph = " ".join(text.split("\n\n")[0].split())
    for end in END.finditer(paragraph):
        follows = paragraph[end.end() :].lstrip().lstrip(OPENING)
        starts_anew = follows[:1].isupper() or follows[:1].isdigit()
        if starts_anew and not ABBREVIATION.search(paragraph[: end.end()]):
            return paragraph[: end.end()]
    return paragraph


def closed(text: str) -> str:
    """The text with a full stop at its end, if it has no sign there: another sentence may follow."""
    return text if re.search(r"[.!?…:][)»”’\"']*$", text) else f"{text}."


def with_list(text: str, parts: Sequence[str]) -> str:
    """A text that ends in a colon and the list after it as a whole sentence; any other text as it is."""
    if not text.endswith(":"):
        return text
    if not parts:
        return text.removesuffix(":") + "."
    opening = text.removesuffix(":") if LEADS_ON.search(text) else text
    return f"{opening} {_written_out(parts)}"


def excerpt(text: str) -> str:
    """The first sentence of a text as it may stand alone: without the colon of a list that does not follow."""
    return closed(with_list(first_sentence(text), ()))


def whole_sentence(clauses: Iterable[str]) -> str:
    """Clauses as one sentence, each once: those about the activity itself share their subject, others what is said of them, and what is
    too much is counted."""
    told = list(dict.fromkeys(filter(None, clauses)))
    if len(told) > MOST_CLAUSES + 1:  # one more is not worth counting
        told[MOST_CLAUSES:] = [f"ytterligare {len(told) - MOST_CLAUSES} uppgifter är ändrade"]
    groups = dict[str, list[str]]()
    for clause in told:
        groups.setdefault(SUBJECT if clause.startswith(SUBJECT) else _said(clause)[1], []).append(clause)
    parts = [_shared(key, group) for key, group in sorted(groups.items(), key=lambda pair: pair[0] != SUBJECT)]
    if not parts:
        return ""
    among = len(parts) > 1 and len(parts) < len(told)
    joined = f"{', '.join(parts[:-1])}, och {parts[-1]}" if among else uppräkning(parts)
    return closed(joined[:1].upper() + joined[1:])


def _said(clause: str) -> tuple[str, str]:
    """What a clause is about, and what is said of it as of several; all of it where nothing else may share what is said."""
    end = next((end for end in SHARED if clause.endswith(end)), "")
    return (clause.removesuffix(end), SHARED[end]) if end else ("", clause)


def _shared(key: str, group: Sequence[str]) -> str:
    """Clauses that begin or end alike as one."""
    if len(group) == 1:
        return group[0]
    if key == SUBJECT:
        return SUBJECT + uppräkning(clause.removeprefix(SUBJECT) for clause in group)
    return uppräkning(_said(clause)[0] for clause in group) + key


def _written_out(parts: Sequence[str]) -> str:
    """Sentences after each other; words with commas between, or with semicolons where they have commas of their own."""
    if any(part.endswith(".") for part in parts):
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts)
    return ("; ".join(parts) if any(", " in part for part in parts) else uppräkning(parts)) + "."


def within_sentence(text: str) -> str:
    """A heading or a label as it stands within a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
