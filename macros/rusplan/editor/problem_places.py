"""Where in a form a problem belongs, and what it says there: the field is named by its label, and no line of a file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rusplan.data.model import Post
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Loc, Parsed
from rusplan.editor.form_fields import Formfält, form_fields
from rusplan.tools.record import small

MISSING = re.compile(r"fältet «(\w+)» saknas")
NAMED = re.compile(r"«(\w+)» (?=är|har|innehåller|ska|står|får)")
BLANK = re.compile(r"«(\w+)» står tomt")
# Advice to those who write in files: a name of a file, a command, a field as it is written there.
OF_FILES = re.compile(r"\.yml\b|\bdata/|\brusplan \w|«[\wåäö]+: |\bi filen\b|\bta bort raden\b|\blägg till «")
# A problem as it is told to those who write in files.
IN_FILE = re.compile(r"(?P<fil>data/\S+?\.yml):\d+:\d+: (?P<text>.*)")
BY_STEPS = "Skriv in det med stegen under Beslut och rättelser på skrivbordet."


@small
class Formfel:
    """A problem at its place in the content of a file; () where it is about the whole of it."""

    plats: Loc
    text: str


def in_form(problems: Iterable[Problem], parsed: Parsed, model: type[Post]) -> tuple[Formfel, ...]:
    """The problems of a file whose text is `parsed`, each at its field."""
    places = _by_place(parsed)
    return tuple(_at_field(problem, places.get((problem.rad, problem.kolumn), ()), model) for problem in problems)


def _by_place(parsed: Parsed) -> Mapping[tuple[int, int], Loc]:
    """What stands at each place of the text: of a value and what it is part of, the value; the name of a field only where nothing else is."""
    deepest_last = sorted(parsed.places.items(), key=lambda pair: len(pair[0]))
    return {place: loc for loc, place in parsed.keys.items()} | {place: loc for loc, place in deepest_last}


def _at_field(problem: Problem, loc: Loc, model: type[Post]) -> Formfel:
    missing = MISSING.search(problem.text)
    if missing and field_at(model, (*loc, missing[1])):
        return Formfel((*loc, missing[1]), "Fyll i det här.")
    field = field_at(model, loc)
    text = NAMED.sub(f"{field.etikett} " if field else r"«\1» ", problem.text, count=1)
    return Formfel(loc, sentence(without_files(text)))


def without_files(text: str) -> str:
    """What is wrong, and the advice that helps whoever sees no file: what is said of files and commands is left out."""
    said, *advice = re.split(r"; |, eller (?=ta bort raden|lägg till)", text)
    kept = [each for each in advice if not OF_FILES.search(each)]
    steps = ". " + BY_STEPS if "«rusplan revise" in text else ""
    return "; ".join((said, *kept)) + steps


def lines_without_files(text: str) -> Iterator[str]:
    """A refusal, line by line: where it lists problems, each with its file but no place in it."""
    for line in text.splitlines():
        found = IN_FILE.fullmatch(line)
        yield f"{found['fil']}: {sentence(without_files(found['text']))}" if found else line


def sentence(text: str) -> str:
    """A message as a sentence of its own."""
    end = "" if text.endswith(("?", ".")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"


def field_at(model: type[Post], loc: Loc) -> Formfält | None:
    """The field of the form that what stands at `loc` belongs to; None where that is no field of a form."""
    found: Formfält | None = None
    here: type[Post] | None = model
    for part in (part for part in loc if isinstance(part, str)):
        found = next((field for field in form_fields(here) if field.namn == part), None) if here else None
        here = found.modell if found else None
    return found


def shown_at(loc: Loc, form: Mapping[str, Any], model: type[Post]) -> Loc:
    """The nearest place around that the form shows."""
    found, fields = list[str | int](), {field.namn: field for field in form_fields(model)}
    here: Mapping[str, Any] = form
    for part in loc:
        if isinstance(part, str) and (part not in fields or part not in here):
            break
        found.append(part)
        if isinstance(part, str):
            field, value = fields[part], here[part]
            if not field.modell:
                break
            fields = {each.namn: each for each in form_fields(field.modell)}
            here = value if isinstance(value, dict) else {"": value}
        elif part < len(here.get("", ())):
            here = here[""][part]
        else:
            found.pop()
            break
    return tuple(found)
