"""The desk: what is left to do in what is being written, where everything is written, and what a search finds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter

from rusplan.checks.left_to_do import left_to_do, title_of_file
from rusplan.data.collection import Samling
from rusplan.data.document_names import kind_title
from rusplan.data.kinds import OF_YEAR, SHARED, place
from rusplan.data.likeness import in_plain_letters
from rusplan.data.model import Post
from rusplan.data.problems import Problem
from rusplan.data.year import Årgång
from rusplan.editor.form_fields import form_fields
from rusplan.editor.problem_places import BLANK, MISSING, NAMED, sentence, without_files
from rusplan.swedish.formatting import sorteringsnyckel, uppräkning
from rusplan.tools.record import record, small

MOST_FOUND, MOST_TOLD = 40, 50
PATH = re.compile(r"data/[\w/-]+\.yml")
NO_OUTCOME = "Det finns inget utfall än."


@small
class Uppgift:
    """Something that is left to do, in one file: what the file is about, its path for the form, and what to do."""

    titel: str
    fil: str
    rader: tuple[str, ...]


@small
class Ingång:
    """A form: what it is about and its path; `finns` is false for a file that is not there yet."""

    titel: str
    fil: str
    finns: bool = True


@record
class Årsbild:
    """A year on the desk: its documents, and its activities by area."""

    år: str
    titel: str
    läge: str
    dokument: tuple[Ingång, ...]
    områden: tuple[tuple[str, tuple[Ingång, ...]], ...]


def form_path(name: str) -> str:
    """The end of a form's address, from the name of its file."""
    return name.removeprefix("data/").removesuffix(".yml")


def with_titles(samling: Samling | None, text: str) -> str:
    """A message with what files are about in place of their names."""
    return PATH.sub(lambda found: f"”{title_of_file(samling, found[0])}”", text) if samling else text


def told_wrong(samling: Samling | None, problems: Iterable[Problem]) -> Iterator[tuple[str, str, str]]:
    """What is wrong in what is saved: the path of its form, what it is about, and what is wrong; as much as one reads at once."""
    for each in islice(problems, MOST_TOLD):
        title = title_of_file(samling, each.fil) if samling else each.fil
        yield form_path(each.fil), title, with_titles(samling, sentence(without_files(each.text)))


def tasks(samling: Samling) -> tuple[Uppgift, ...]:
    """What is left to do, file by file in the order of the plans."""
    left = left_to_do(samling)
    found = [
        Uppgift(title_of_file(samling, name), form_path(name), tuple(_told(list(rows))))
        for name, rows in groupby(left, key=attrgetter("fil"))
    ]
    return (*found, *(each for each in without_outcome(samling) if each.fil not in {one.fil for one in found}))


def _told(problems: Sequence[Problem]) -> Iterator[str]:
    """What is left in one file, without words about files and their lines; what is to be filled in comes in one sentence."""
    names = [name for problem in problems if (name := _to_fill_in(problem))]
    if names:
        yield f"Fyll i {uppräkning(dict.fromkeys(names))}."
    others = (problem for problem in problems if not _to_fill_in(problem))
    yield from dict.fromkeys(sentence(without_files(NAMED.sub(r"«\1» ", problem.text))) for problem in others)


def _to_fill_in(problem: Problem) -> str:
    """The label of the field that is missing or empty, in a sentence."""
    where, found = place(problem.fil), MISSING.match(problem.text) or BLANK.match(problem.text)
    label = where and found and _label(where.slag.modell, found[1], {where.slag.modell})
    return f"{label[0].lower()}{label[1:]}" if label else ""


def _label(model: type[Post], name: str, seen: set[type[Post]]) -> str:
    """What a form calls the field, which may stand in any part of the file."""
    for field in form_fields(model):
        if field.namn == name:
            return field.etikett
    inner = [field.modell for field in form_fields(model) if field.modell and field.modell not in seen]
    return next((label for each in inner if (label := _label(each, name, seen | set(inner)))), "")


def without_outcome(samling: Samling) -> Iterator[Uppgift]:
    """The activities of the newest decided year that is written here of which nothing is told yet."""
    year = next((year for year in samling.nyast_först if not year.utkast and year.skrivs_här), None)
    for activity in year.aktiviteter.values() if year else ():
        if not activity.utfallen and not activity.plan.innehåll.utgår:
            yield Uppgift(
                f"{activity.titel} {year.visad if year else ''}", f"{activity.år}/utfall/{activity.id}", (NO_OUTCOME,)
            )


def year_view(samling: Samling, year: Årgång) -> Årsbild:
    """The forms of a year."""
    there = {file.namn for file in year.filer}
    site = samling.webbplats.innehåll
    documents = tuple(
        Ingång(
            kind_title(site, kind),
            f"{year.år}/{kind.namn.removesuffix('.yml')}",
            f"data/{year.år}/{kind.namn}" in there,
        )
        for kind in OF_YEAR.values()
    )
    areas = tuple(
        (area.titel, tuple(Ingång(a.titel, f"{year.år}/aktiviteter/{a.id}") for a in year.in_area(area.id)))
        for area in year.plan.innehåll.områden
    )
    state = "Utkast" if year.utkast else "Beslutad" if year.skrivs_här else "Inläst"
    return Årsbild(år=str(year.år), titel=year.visad, läge=state, dokument=documents, områden=areas)


def shared_forms() -> tuple[Ingång, ...]:
    """The forms of what all years share."""
    return tuple(Ingång(kind.titel, kind.namn.removesuffix(".yml")) for kind in SHARED.values())


def found_by(samling: Samling, words: str) -> tuple[Ingång, ...]:
    """What has all the words in its name: activities of every year, the newest first, then organisations, words and goals."""
    asked = in_plain_letters(words).split()
    fits = (each for each in _all(samling) if all(word in in_plain_letters(each.titel) for word in asked))
    return tuple(each for each, _ in zip(fits, range(MOST_FOUND), strict=False)) if asked else ()


def _all(samling: Samling) -> Iterator[Ingång]:
    for year in samling.nyast_först:
        for activity in year.aktiviteter.values():
            yield Ingång(f"{activity.titel}, {year.visad}", f"{year.år}/aktiviteter/{activity.id}")
            yield from _of_activity(year, activity.id)
        for i, goal in enumerate(year.mål.innehåll.mål if year.mål else ()):
            yield Ingång(f"Mål {year.visad}: {goal.titel}", f"{year.år}/mal?del=mål.{i}")
        for i, line in enumerate(year.budget.innehåll.rader if year.budget else ()):
            yield Ingång(f"Budget {year.visad}: {line.titel}", f"{year.år}/budget?del=rader.{i}")
    yield from _sorted(Ingång(f"Organisation: {each.namn} {each.kortnamn or ''}".strip(), f"samverkan?del=organisationer.{i}")
                       for i, each in enumerate(samling.samverkan.innehåll.organisationer))  # fmt: skip
    yield from _sorted(
        Ingång(f"Ordlista: {each.term}", f"ordlista?del=termer.{i}")
        for i, each in enumerate(samling.ordlista.innehåll.termer)
    )


def _of_activity(year: Årgång, name: str) -> Iterator[Ingång]:
    activity = year.aktiviteter[name]
    for folder, file in (("aktiviteter", activity.plan), ("utfall", activity.utfall)):
        if file:
            for what, field in (("Händelse", "händelser"), ("Publikation", "publikationer")):
                for i, each in enumerate(getattr(file.innehåll, field)):
                    yield Ingång(f"{what} {year.visad}: {each.titel}", f"{year.år}/{folder}/{name}?del={field}.{i}")


def _sorted(found: Iterable[Ingång]) -> list[Ingång]:
    return sorted(found, key=lambda each: sorteringsnyckel(each.titel))
