"""A document that is decided: the decision is written into it, if it then has all that a decided one must have."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rusplan.data.edits import Edit, Insert, Put, edited
from rusplan.data.model import Berättelse, Dokument, Dokumentläge, Plan
from rusplan.data.problems import DataFel, as_text
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag, Filändring, make_together


def decision(day: str, by: str, number: str | None) -> Mapping[str, Plain]:
    """What is written of a decision."""
    try:
        date.fromisoformat(day)
    except ValueError:
        raise Avslag(f"«{day}» är inget datum. Skriv år, månad och dag, som 2026-01-31.") from None
    told: dict[str, Plain] = {"av": by, "datum": day}
    return {**told, "diarienummer": number} if number else told


def decide(root: Path, file: Fil[Plan] | Fil[Berättelse], made: Mapping[str, Plain]) -> Filändring:
    """Write the decision into the document, which is decided from then on. Raises `Avslag` with all that is left to do, and has then
    changed nothing."""
    document = file.innehåll.dokument
    if document.läge is not Dokumentläge.UTKAST:
        raise Avslag(f"{file.namn} säger redan «läge: {document.läge or 'inget'}».")
    state = Put(at=("dokument", "läge"), value=str(Dokumentläge.BESLUTAD), order=tuple(Dokument.model_fields))
    done = edited((root / file.namn).read_bytes(), [state, _added(document, made)])
    try:
        make_together(root, {file.namn: done.raw})
    except DataFel as error:
        left = as_text(error.problems)
        raise Avslag(f"{document.titel} kan inte beslutas än. Det här återstår:\n{left}\n") from None
    return Filändring(innehåll={file.namn: done.raw}, data={file.namn: done}, sagt=(f"{document.titel} är beslutad.",))


def _added(document: Dokument, made: Mapping[str, Plain]) -> Edit:
    if document.beslut:
        return Insert(at=("dokument", "beslut", len(document.beslut)), value=dict(made))
    return Put(at=("dokument", "beslut"), value=[dict(made)], order=tuple(Dokument.model_fields))
