"""Each kind of value: what becomes of two hundred texts that people write in its field. Reviewed whole, and written anew by `--update-golden`."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from rusplan.data import values
from rusplan.data.model import egna_ord
from rusplan.data.values import Kind

from tests.reviewed import AsReviewed

REVIEWED = Path(__file__).with_name("kinds_of_value.txt")
KINDS = {name: kind for name, kind in (vars(values) | vars(egna_ord)).items() if get_origin(kind) is Annotated and isinstance(get_args(kind)[1], Kind)}  # fmt: skip
LONG = "Ett mycket långt namn på något som ingen skulle kalla ett ord"
TEXTS = (
    # numbers
    "0", "1", "3", "4", "010", "999999", "1000000", "12,5", "12.5", "12.50", "12.555", ".5", "5.", "-1", "-0", "-2,50", "−7", "–7,5", "- 5", "--5", "+1", "1 000", "1\u00a0000,50 kr",
    "1.000", "1.200.500", "400.125", "12,500", "12 kr", "12 kronor", "500:-", "15 dagar", "1 dag", "3 arbetsdagar", "40 timmar", "100 tkr", "100 TKR", "5 kkr", "2,5 mkr", "-1,5 mnkr", "1,25 miljoner kronor",
    "1 miljon", "3 milj.", "0,2 mnkr", "ca 15", "cirka 100", "10-15", "1e3", "NaN", "tolv", "(5)", "1000000000000", "1000000000001", "99999999999999", "٣", "²",
    # days, years and times
    "2025", "1990", "1989", "2100", "2101", "25", "20255", "2025-1", "2025-01", "2025-13", "2025-00", "2025-11-12", "2025-11-31", "2025-02-29", "2024-02-29", "2025-1-2", "2025-11-12T10:00", "2025-",
    "2025/11/12", "2025.11.12", "2025 11 12", "20251112", "20251312", "12 november 2025", "den 1:e maj 2025", "1e maj 2025", "den 3 sept. 2025", "12/11 2025", "12/13 2025", "12/11-2025", "maj 2025", "dec 1999",
    "maj 1825", "2025-9", "30 februari 2025", "våren 2025", "v. 12", "2022-2024", "2022 – 2024", "2024-2022", "2022-24", "2022-", "1980-2024", "2022-2023-2024", "２０２５",
    "09:00", "9:00", "9.30", "kl 9", "kl. 13.30", "Kl 7", "23:59", "24:00", "12:60", "9.5", "25",
    # names and words
    "skog", "Skog", "sjö", "skog-och-sjo", "Skog och sjö", "a_b", "a--b", "-a", "a-", "a.yml", "som_planerat", "Som planerat", "pågår!", "_x_", "å", "ÅÄÖ", "x", "?", "okänt", "vet ej", "a b@c.se", LONG, f"{LONG}-2",
    # references and addresses
    "2024/skog", "2024/Skog", "2024/a/b", "2024 / skog", "2022-2025/skog", "2025-2022/skog", "24/skog", "2024/", "/skog", "2025/budget", "2025-2027/mal", "2025-2027", "#natur", "1989/skog",
    "/", "/a/", "/a", "a/", "//a/", "/A/", "/aktiviteter/2025/skog/", "/jamfor/2024-2026_2025-2027/", "/a_b/", "/a/b.ics", "/data/2025/budget.json", "/a/.json", "budget.json", "/a b.json", "/å.json",
    "assets/logotyp.svg", "logotyp.SVG", "/logotyp.png", "assets/../logotyp.svg", "bild.webp", "bild.jpg", "docs/bild 1.png",
    "https://a.example", "http://a.example", "HTTPS://å.example:8080/ö?q=1#r", "www.a.example/plan", "a.example", "<https://a.example>", "https://", "https:///sida", "https://[a", "https://a b", 'https://a"b', "//a.example",
    "javascript:alert(1)", "JaVaScRiPt://a.example", "data:text/html,x", "ftp://a.example", "mailto:a@b.se", "https://a.example/<b>", "se bilagan", "a.example/{värde}",
    "kansli@a.example", "miljo.kansli+vi@hbr.example", "å@b.se", "a@bå.se", "a@b", "@b.se", "a@b.se, c@d.se", "Å <a@b.se>", "a@b.se.", "http:a@b.se",
    "#1b6648", "#1B6648", "#fff", "#ffffff", "#8a8a8a", "#767676", "1b6648", "grön", "#12345g",
    "en   rad\n till", "Ett.\nTvå.", "👩🏽‍🌾", "–", "!", "{värde}", "%s", "\\", "''",
)  # fmt: skip
# Looked at by all kinds in the same way.
ODD = (
    "ett\nstycke\n\n\n ett till", "Ett.\nTvå.", "Ett.\ntvå.", "Ett\n\ntvå\nTre", "å" * 400, "å" * 401, "a\tb", "a\x07b", "a\u200bb", "a\u202eb", "a\u2028b", "a\ufeffb", "\u00ad", "\u200d", "\u0301", "\u00a0", "\u2060", "a\x00",
)  # fmt: skip


def outcome(adapter: TypeAdapter[Any], text: object) -> tuple[str, str]:
    """The value as JSON, or what is told in its place."""
    try:
        return "", adapter.dump_json(adapter.validate_python(text)).decode()
    except ValidationError as error:
        (only,) = error.errors(include_url=False)
        return only["msg"].replace(f"«{' '.join(str(text).split())}»", "«…»"), ""


def of_kind(name: str) -> str:
    """The kind's schema, the values that it takes, and what is told of the other texts; but not which they are that most is told of."""
    adapter = TypeAdapter[Any](KINDS[name])
    told = defaultdict[str, list[str]](list)
    for text in (*TEXTS, ["a"], *(ODD if name in ("Rad", "Text") else ())):
        said, value = outcome(adapter, text)
        is_same = said or value == json.dumps(text, ensure_ascii=False)
        told[said].append(shown(text) if is_same else f"{shown(text)} = {value[:60]}")
    most = max(told, key=lambda said: len(told[said]) if said else 0)
    rows = [f"  {said or 'tas emot'}\n    {'de andra' if said == most else '  '.join(told[said])}\n" for said in told]
    return f"{name} {json.dumps(adapter.json_schema(), ensure_ascii=False)}\n{''.join(rows)}"


def shown(value: object) -> str:
    """As it is written, if it can be seen and is not long."""
    text = str(value)
    return text if text.isprintable() and len(text) <= 60 else f"{text!a:.60}"


def test_each_kind_takes_and_refuses_what_it_did_when_it_was_reviewed(as_reviewed: AsReviewed) -> None:
    found = dict[str, str]()
    for name in sorted(KINDS):
        schema, _, rows = of_kind(name).partition("\n")
        same = next((other for other in found if found[other].endswith(f"\n{rows}")), None)
        found[name] = f"{schema}\n  som {same}\n" if same else f"{schema}\n{rows}"
    text = "".join(found.values())
    as_reviewed(REVIEWED, text)
