"""The commands `rusplan revise`, `rusplan cancel` and `rusplan correct`: what is decided anew in a plan, and what was entered wrong."""

import argparse
from typing import Any

from pydantic_core import PydanticCustomError

from rusplan.commands.change_told import run_change
from rusplan.data.periods import is_period
from rusplan.data.values import parse_day
from rusplan.data.yaml_text import Plain
from rusplan.editing.changed_together import Avslag, Filändring
from rusplan.editing.revise import cancel, correct, revise_part, revise_plan

PART = "aktiviteten (2026/kulturstigar), området (2026/plan/natur) eller budgetraden (2026/budget/loner)"


def add_revise(commands: Any) -> None:
    """`rusplan revise`."""
    text = "skriv in ett beslut om att revidera en plan, och vad det ändrar"
    described = f"{text.capitalize()}. Först beslutet, med året och --date, --by och --reason. Sedan varje ändring, med --revision och --set."
    command = commands.add_parser("revise", help=text, description=described)
    command.add_argument("vad", help=f"året (2026), eller {PART}")
    command.add_argument("--date", metavar="DATUM", help="dagen då revideringen beslutades: 2026-05-18")
    command.add_argument("--by", metavar="VEM", help="vem som beslutade")
    command.add_argument("--reason", metavar="SKÄL", help="varför planen revideras")
    command.add_argument("--number", metavar="DIARIENUMMER", help="beslutets diarienummer, om det har ett")
    command.add_argument("--id", metavar="ID", help="vad revideringen ska kallas i filerna; datumet, om inget anges")
    command.add_argument("--revision", metavar="ID", help="revideringen som ändrar uppgiften")
    _add_change(command)
    command.set_defaults(run=run_revise)


def add_cancel(commands: Any) -> None:
    """`rusplan cancel`."""
    text = "skriv att en aktivitet utgår ur planen genom en revidering"
    command = commands.add_parser(
        "cancel", help=text, description=f"{text.capitalize()}. Aktivitetens sida finns kvar."
    )
    command.add_argument("aktivitet", help="aktiviteten: 2026/kulturstigar")
    command.add_argument("--revision", required=True, metavar="ID", help="revideringen som tar bort den")
    command.add_argument("--reason", required=True, metavar="SKÄL", help="varför den utgår, i en mening")
    command.set_defaults(run=run_cancel)


def add_correct(commands: Any) -> None:
    """`rusplan correct`."""
    text = "rätta ett skrivfel i en beslutad plan; det som beslutades är detsamma"
    command = commands.add_parser("correct", help=text, description=f"{text.capitalize()}.")
    command.add_argument("vad", help=PART)
    command.add_argument("--date", required=True, metavar="DATUM", help="dagen då felet rättades")
    command.add_argument("--reason", required=True, metavar="SKÄL", help="vad som var fel, i en mening")
    _add_change(command)
    command.set_defaults(run=run_correct)


def _add_change(command: Any) -> None:
    """What is changed: said in words, or edited in the file already."""
    change = command.add_mutually_exclusive_group()
    change.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="FÄLT=VÄRDE",
        help="det som ska gälla: dagar=12; kan anges flera gånger",
    )
    change.add_argument(
        "--edited",
        action="store_true",
        help="det som ska gälla står redan i filen; versionshistoriken säger vad som stod där",
    )


def run_revise(options: argparse.Namespace) -> int:
    """Write the revision or the change, and tell where."""
    return run_change(lambda: _of_year(options) if is_period(options.vad) else _of_part(options))


def _of_year(options: argparse.Namespace) -> Filändring:
    _refuse_missing(options, f"För att skriva in ett beslut om {options.vad}", ("date", "by", "reason"))
    if options.revision or options.set or options.edited:
        raise Avslag(
            f"--revision, --set och --edited gäller en del av planen. Ange den, som {options.vad}/kulturstigar."
        )
    day = _day(options.date)
    decision: dict[str, Plain] = {"av": options.by, "datum": day}
    if options.number:
        decision["diarienummer"] = options.number
    return revise_plan(options.rot, options.vad, {"id": options.id or day, "beslut": decision, "skäl": options.reason})


def _of_part(options: argparse.Namespace) -> Filändring:
    if options.date or options.by or options.reason or options.number or options.id:
        year = options.vad.partition("/")[0]
        raise Avslag(
            f"Beslutet gäller hela planen. Skriv in det för sig, som rusplan revise {year} --date … --by … --reason …"
        )
    _refuse_missing(options, f"För att ändra {options.vad}", ("revision",))
    _refuse_no_change(options)
    return revise_part(options.rot, options.vad, options.revision, options.set)


def _refuse_missing(options: argparse.Namespace, what: str, wanted: tuple[str, ...]) -> None:
    """Refuse to guess what was not said."""
    if missing := [f"--{name}" for name in wanted if not getattr(options, name)]:
        raise Avslag(f"{what} saknas {', '.join(missing)}.")


def _refuse_no_change(options: argparse.Namespace) -> None:
    if not options.set and not options.edited:
        raise Avslag("Ange vad som ska gälla med --set, eller --edited om det redan står i filen.")


def run_cancel(options: argparse.Namespace) -> int:
    """Write that the activity is taken out, and tell where."""
    return run_change(lambda: cancel(options.rot, options.aktivitet, options.revision, options.reason))


def run_correct(options: argparse.Namespace) -> int:
    """Write the correction and tell where."""
    return run_change(lambda: _corrected(options))


def _corrected(options: argparse.Namespace) -> Filändring:
    _refuse_no_change(options)
    return correct(options.rot, options.vad, _day(options.date), options.reason, options.set)


def _day(text: str) -> str:
    """The day as data writes it, or a refusal with how to write it."""
    try:
        return parse_day(text).iso
    except PydanticCustomError as error:
        raise Avslag(f"--date {error.message()}.") from None
