"""The first sentence of a Swedish text; a full stop after an abbreviation or within a number ends none."""

import re

# A sentence may end here: the sign, what closes a quote or a bracket, and white space.
END = re.compile(r"[.!?…][)»”’\"']*(?=\s)")
# Abbreviations that never stand last in a sentence. «m.m.», «osv.» and «etc.» do, so a capital after them starts a new one.
ABBREVIATION = re.compile(
    r"(?:^|[\s(«”\"'])(?:(?i:t\. ?ex|bl\. ?a|s\. ?k|f\. ?d|d\. ?v\. ?s|p\. ?g\. ?a|dvs|ca|jfr|resp|inkl|exkl|kl|nr|st|dr|prof)|[A-ZÅÄÖ])\.$"
)
OPENING = "(«»”’\"'"


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph, whole; the paragraph if no sentence ends in it."""
    paragraph = " ".join(text.split("\n\n")[0].split())
    for end in END.finditer(paragraph):
        follows = paragraph[end.end() :].lstrip().lstrip(OPENING)
        starts_anew = follows[:1].isupper() or follows[:1].isdigit()
        if starts_anew and not ABBREVIATION.search(paragraph[: end.end()]):
            return paragraph[: end.end()]
    return paragraph
