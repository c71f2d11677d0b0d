"""The command `rusplan decide`: the decision on a year's plan, which tells what is missing until all is there."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.commands.decision_options import add_decision, told_decision
from rusplan.editing.decide import decide_plan


def add_decide(commands: Any) -> None:
    """`rusplan decide`."""
    text = "skriv in beslutet om ett års verksamhetsplan, eller se vad som återstår"
    described = f"{text.capitalize()}. Planen syns för alla när den är beslutad, och då ligger adresserna fast."
    command = commands.add_parser("decide", help=text, description=described)
    add_decision(command, year="året som planen gäller: 2026", date="dagen då planen beslutades: 2026-02-10")
    command.set_defaults(run=run_decide)


def run_decide(options: argparse.Namespace) -> int:
    """Write the decision and tell where; 1 with all that is left to do."""
    return run_change(lambda: decide_plan(options.rot, *told_decision(options)))
