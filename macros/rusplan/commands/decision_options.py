"""What `rusplan decide` and `rusplan close` are told alike: the year, when it was decided, by whom, and the diary number."""

import argparse


def add_decision(command: argparse.ArgumentParser, year: str, date: str) -> None:
    """The arguments of a decision; `year` and `date` say what they are of."""
    command.add_argument("år", help=year)
    command.add_argument("--date", required=True, metavar="DATUM", help=date)
    command.add_argument("--by", required=True, metavar="VEM", help="vem som beslutade")
    command.add_argument("--number", metavar="DIARIENUMMER", help="beslutets diarienummer, om det har ett")


def told_decision(options: argparse.Namespace) -> tuple[str, str, str, str | None]:
    """The year, the day, who decided and the diary number, as they were written."""
    return getattr(options, "år"), options.date, options.by, options.number  # noqa: B009
