"""The command `rusplan new`: a site of one's own, with an example to begin from."""

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from rusplan.editing.changed_together import Avslag
from rusplan.own_site.new_site import READ, Svar, is_taken, new_site

# Each question with the option that answers it.
QUESTIONS = {
    "namn": ("name", "Vad heter organisationen, kort?"),
    "långt_namn": ("long-name", "Vad heter den i sin helhet?"),
    "webbplats": ("website", "Vilken adress har organisationens egen webbplats?"),
    "adress": ("url", "Vilken adress ska den nya webbplatsen få?"),
    "ansvarig": ("responsible", "Vilken funktion ansvarar för den nya webbplatsen?"),
}
DONE = """\
Webbplatsen finns nu i mappen {folder}.

Så här går du vidare:
  cd {quoted}
  make serve    visar den på http://127.0.0.1:8000

Uppgifterna i data/2025 är ett exempel. Byt ut dem innan ni publicerar något. Läs README.md."""
NO_GIT = "Programmet git fanns inte, så mappen är inget git-förråd än. Installera git och kör git init där."


def add_new(commands: Any) -> None:
    """`rusplan new`."""
    text = "skapa en egen webbplats för en annan organisation"
    command = commands.add_parser(
        "new",
        help=text,
        description=f"{text.capitalize()}. Den börjar med ett exempel. Det du inte anger får du frågor om.",
    )
    command.add_argument(
        "mapp", type=Path, metavar="MAPP", help="mappen som webbplatsen läggs i; den ska vara ny eller tom"
    )
    for field, (option, question) in QUESTIONS.items():
        command.add_argument(f"--{option}", dest=field, metavar="SVAR", help=question)
    command.set_defaults(run=run_new)


def run_new(options: argparse.Namespace) -> int:
    """Ask for what is not given, and make the site; 1 if it could not be made."""
    try:
        if is_taken(options.mapp):
            raise Avslag(f"Mappen {options.mapp} finns redan och är inte tom. Välj en annan mapp.")
        in_git = new_site(options.mapp, Svar(**{field: _answer(options, field) for field in QUESTIONS}))
    except Avslag as error:
        print(f"{error} Inget är ändrat.", file=sys.stderr)
        return 1
    folder = str(options.mapp.resolve())
    print(DONE.format(folder=folder, quoted=shlex.quote(folder)))
    if not in_git:
        print(NO_GIT, file=sys.stderr)
    return 0


def _answer(options: argparse.Namespace, field: str) -> str:
    """What was given as an option, or is answered now. A wrong option is refused; a wrong answer is asked for again."""
    option, question = QUESTIONS[field]
    given = getattr(options, field)
    if given is not None:
        try:
            return _read(field, given)
        except PydanticCustomError as error:
            raise Avslag(f"--{option} {error.message()}.") from None
    return _asked(field, option, question)


def _asked(field: str, option: str, question: str) -> str:
    while True:
        print(f"{question} ", end="", flush=True)
        answer = sys.stdin.readline()
        if not answer:
            print()
            raise Avslag(f"Ingen svarade. Ange --{option}, eller kör kommandot i ett fönster där du kan svara.")
        try:
            return _read(field, answer)
        except PydanticCustomError as error:
            print(f"Svaret {error.message()}.")


def _read(field: str, text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("rusplan", "är tomt")
    return READ[field](text.strip())
