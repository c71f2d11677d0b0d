"""Nobody is pointed out: a role and an organisation may be reached, a private individual may not.

The messages do not repeat what they are about, since they are read by more than those who may see it.
"""

import re
from collections.abc import Iterator
from datetime import date

from rusplan.checks.given_names import GIVEN_NAMES
from rusplan.checks.judged import odd_texts
from rusplan.data.collection import Samling
from rusplan.data.likeness import in_plain_letters
from rusplan.data.oddities import EMAIL, IDENTITY_NUMBER, PHONE
from rusplan.data.problems import Problem

MOBILE = re.compile(r"(?:\+46\D*0?|0)\D*7[02369]")
NAME = re.compile(
    r"\b([A-ZÅÄÖÉ][a-zåäöéèü]+)(?=(?:-[A-ZÅÄÖÉ][a-zåäöéèü]+)? (?:(?:af|av|de|von) )?[A-ZÅÄÖÉ][a-zåäöéèü]+)"
)
# What a mailbox of a function is called, beside the words of organisations and networks.
FUNCTIONS = frozenset(
    {
        "admin", "anmalan", "arkiv", "beredskap", "bestallning", "diarium", "ekonomi", "enhet", "expedition", "fakta", "faktura",
        "forum", "funktion", "fragor", "grupp", "info", "information", "jobb", "kansli", "kansliet", "klimat", "kommun",
        "kommunikation", "konferens", "kontakt", "kundtjanst", "lan", "media", "miljo",
        "myndighet", "natur", "natverk", "nyhetsbrev", "order", "personal", "plan", "planering", "post", "press", "projekt",
        "redaktion", "region", "registrator", "remiss", "sekretariat", "service", "statistik", "stod", "styrgrupp",
        "support", "sverige", "utbildning", "vatten", "verksamhet", "webb", "webbredaktion", "webmaster",
    }
)  # fmt: skip
INSTEAD = "skriv rollen och organisationen i stället, och en funktionsbrevlåda eller växelns nummer om det behövs"


def nobody_is_pointed_out(samling: Samling) -> Iterator[Problem]:
    """No text holds a person's e-mail address, identity number, mobile number, or name with a telephone number."""
    functions = FUNCTIONS | _words_of_organisations(samling)
    for file, loc, label, text in odd_texts(samling):
        if label == "epost" and _is_a_persons(text, functions):
            yield file.problem(
                loc,
                "«epost» ser ut att vara en persons adress; skriv en funktionsbrevlåda, som registrator@exempel.se",
            )
        elif what := _personal(text, functions):
            yield file.problem(loc, f"«{label}» har {what}; {INSTEAD}")


def _personal(text: str, functions: frozenset[str]) -> str | None:
    """What the text has that points out a person."""
    if any(_is_a_persons(address, functions) for address in EMAIL.findall(text)):
        return "en persons e-postadress"
    if any(_is_real(day, last) for day, last in IDENTITY_NUMBER.findall(text)):
        return "ett personnummer"
    numbers = [number for number in PHONE.findall(text) if 8 <= sum(map(str.isdigit, number)) <= 12]
    if numbers and any(in_plain_letters(name) in GIVEN_NAMES for name in NAME.findall(text)):
        return "en persons namn och telefonnummer"
    return "ett mobilnummer" if any(map(MOBILE.match, numbers)) else None


def _is_a_persons(address: str, functions: frozenset[str]) -> bool:
    """True for fornamn.efternamn, and for a given name alone; not where a part is a word of a function or an organisation."""
    first, *others = re.split(r"[._+]", in_plain_letters(address.partition("@")[0]))
    if first.split("-")[0] in GIVEN_NAMES:
        return True
    parts = (first, *others)
    return bool(others) and all(re.fullmatch(r"[a-z-]+", part) for part in parts) and functions.isdisjoint(parts)


def _is_real(day: str, last: str) -> bool:
    """True for the number of a person: a day that exists, or one of a coordination number, and the right check digit."""
    year, month, number = (int(day[i : i + 2]) for i in (0, 2, 4))
    try:
        date(2000 + year, month, number - 60 if number > 60 else number)
    except ValueError:
        return False
    doubled = "".join(str(int(digit) * (2 - i % 2)) for i, digit in enumerate(day + last))
    return sum(map(int, doubled)) % 10 == 0


def _words_of_organisations(samling: Samling) -> frozenset[str]:
    """Of the site's own organisation and of all others."""
    site = samling.webbplats.innehåll
    named = [getattr(site, name, "") for name in ("namn", "långt_namn")]
    named += [f"{o.id} {o.namn} {o.kortnamn or ''}" for o in samling.samverkan.innehåll.organisationer]
    return frozenset(re.findall(r"[a-z]+", in_plain_letters(" ".join(named))))
