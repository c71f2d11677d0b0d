"""A document that is decided: the decision is written into it, if it then has all that a decided one must have."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rusplan.checks import check
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, edited
from rusplan.data.model import Berättelse, Dokument, Dokumentläge, Plan
from rusplan.data.problems import DataFel, Problem, as_text
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag, Contents, Filändring, tried, write_together
from rusplan.editing.keep_document import PLAN, REPORT, kept_with
from rusplan.editing.registration import Registrering, registration
from rusplan.site.register import REGISTER
from rusplan.swedish.formatting import antal


def decision(day: str, by: str, number: str | None) -> Mapping[str, Plain]:
    """What is written of a decision."""
    try:
        date.fromisoformat(day)
    except ValueError:
        raise Avslag(f"«{day}» är inget datum. Skriv år, månad och dag, som 2026-01-31.") from None
    told: dict[str, Plain] = {"av": by, "datum": day}
    return {**told, "diarienummer": number} if number else told


def decide(root: Path, samling: Samling, file: Fil[Plan] | Fil[Berättelse], made: Mapping[str, Plain]) -> Filändring:
    """Write the decision into the document, which is decided from then on, and register what it lets readers see. Raises `Avslag` with all
    that is left to do, and has then changed nothing."""
    document = file.innehåll.dokument
    if document.läge is not Dokumentläge.UTKAST:
        raise Avslag(f"{file.namn} säger redan «läge: {document.läge or 'inget'}».")
    decided = _decided(samling, file)
    if left := _left(samling, decided, document):
        raise Avslag(_told(document, left))
    state = Put(at=("dokument", "läge"), value=str(Dokumentläge.BESLUTAD), order=tuple(Dokument.model_fields))
    registered = registration(decided, samling)
    own = edited((root / file.namn).read_bytes(), [state, _added(document, made)])
    data = {**registered.filer, file.namn: own}
    contents = {name: done.raw for name, done in data.items()}
    try:
        right = tried(root, contents)
    except DataFel as error:
        raise Avslag(_told(document, error.problems)) from None
    kept, told = _kept(root, samling, file, right)
    new = frozenset(name for name in (*contents, *kept) if not (root / name).exists())
    write_together(root, tried(root, {**right, **kept}))
    said = (f"{document.titel} är beslutad.", *_registered(registered), *told)
    return Filändring(innehåll={**contents, **kept}, nya=new, data=data, sagt=said)


def _kept(
    root: Path, samling: Samling, file: Fil[Plan] | Fil[Berättelse], contents: Contents
) -> tuple[Contents, tuple[str, ...]]:
    """The decided document as files; that of one year in a longer period is told of in that of the whole period."""
    for key, year in samling.årgångar.items():
        if file in (year.plan, year.berättelse):
            kept, told = kept_with(root, contents, key, (PLAN if file is year.plan else REPORT,))
            return kept, (told,)
    return {}, ()


def _told(document: Dokument, left: Iterable[Problem]) -> str:
    return f"{document.titel} kan inte beslutas än. Det här återstår:\n{as_text(left)}\n"


def _registered(done: Registrering) -> Iterator[str]:
    if done.nya:
        yield f"{REGISTER} har fått {antal(len(done.nya), 'ny rad', 'nya rader')}. Adresserna ligger fast från och med nu."


def _decided(samling: Samling, file: Fil[Plan] | Fil[Berättelse]) -> Samling:
    """The collection as it will be."""
    state = {"läge": Dokumentläge.BESLUTAD}
    content: Any = file.innehåll.model_copy(update={"dokument": file.innehåll.dokument.model_copy(update=state)})
    years = dict(samling.årgångar)
    for number, year in samling.årgångar.items():
        if file is year.plan:
            years[number] = replace(year, plan=replace(year.plan, innehåll=content))
        elif file is year.berättelse:
            years[number] = replace(year, berättelse=replace(year.berättelse, innehåll=content))
        elif part := next((part for part, report in year.delberättelser.items() if report is file), None):
            report = replace(year.delberättelser[part], innehåll=content)
            years[number] = replace(year, delberättelser={**year.delberättelser, part: report})
    return replace(samling, årgångar=years)


def _left(samling: Samling, decided: Samling, document: Dokument) -> list[Problem]:
    """What is left to do in the files of the document, and what would be wrong if it were decided as it is."""
    own = {file.namn for year in samling.årgångar.values() for file, part_of in year.dokument_av if part_of is document}
    left = [problem for problem in left_to_do(samling) if problem.fil in own]
    return [*left, *(problem for problem in check(decided) if problem not in left)]


def _added(document: Dokument, made: Mapping[str, Plain]) -> Edit:
    if document.beslut:
        return Insert(at=("dokument", "beslut", len(document.beslut)), value=dict(made))
    return Put(at=("dokument", "beslut"), value=[dict(made)], order=tuple(Dokument.model_fields))
