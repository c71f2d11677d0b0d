"""The command `rusplan publish`: puts the built site into place, goes back to the version before, and tells which there are."""

import argparse
import errno
import sys
from pathlib import Path
from typing import Any

from rusplan.git.log import told
from rusplan.publish.compress import compress
from rusplan.publish.versions import (
    CURRENT,
    LOCK,
    MARKS,
    VERSIONS,
    Publiceringsfel,
    Version,
    current,
    locked,
    pages,
    publish,
    roll_back,
    versions,
)
from rusplan.swedish.formatting import antal

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def add_publish(commands: Any) -> None:
    """`rusplan publish`."""
    text = "publicera den byggda webbplatsen"
    command = commands.add_parser(
        "publish",
        help=text,
        description=f"{text.capitalize()}: hela den nya visas, eller hela den gamla. De fem senaste versionerna sparas.",
    )
    command.add_argument("mål", type=Path, metavar="MÅL", help="mappen på servern; webbservern ska visa MÅL/aktuell")
    command.add_argument("--site", type=Path, metavar="MAPP", help="den byggda webbplatsen (site, om inget anges)")
    other = command.add_mutually_exclusive_group()
    other.add_argument("--rollback", action="store_true", help="visa i stället versionen före den som visas")
    other.add_argument("--list", action="store_true", help="visa vilka versioner som finns")
    command.set_defaults(run=run_publish)


def run_publish(options: argparse.Namespace) -> int:
    """Do what was asked for and tell it; 1 if it could not be done, and then the site is as it was."""
    target, site = options.mål, options.site or options.rot / "site"
    try:
        if not (options.rollback or options.list):
            _refuse_unbuilt(site)
        _refuse_target(target, site)
        with locked(target, lambda: print("Väntar på att en annan publicering blir klar.", flush=True)):
            if options.list:
                return _list(target)
            _tell(roll_back(target) if options.rollback else _publish(site, target, options.rot))
    except Publiceringsfel as error:
        return _refused(f"Webbplatsen är som förut: {error}.")
    except OSError as error:
        return _refused(_of_the_machine(error, target))
    return 0


def _publish(site: Path, target: Path, root: Path) -> Version:
    shown = current(target)
    compress(site)
    new = publish(site, target, _commit(root))
    if new == shown:
        print("Inget nytt: webbplatsen är densamma som den som redan visas.")
    return new


def _tell(version: Version) -> None:
    count = antal(len(pages(version.filer)), "sida", "sidor")
    print(f"Nu visas version {version.nummer} med {count}: {version.text}")


def _list(target: Path) -> int:
    shown = current(target)
    for version in reversed(versions(target)):
        print(f"{'→' if version == shown else ' '} {version.nummer:>4}  {version.text}")
    if not shown:
        print("Inget är publicerat än.")
    return 0


def _commit(root: Path) -> str:
    """What the site is made of: short commit, day and first line of its message."""
    return told(root) or "utan uppgift om ändring, eftersom projektet inte ligger i git"


def _refuse_unbuilt(site: Path) -> None:
    if not site.is_dir():
        raise Publiceringsfel(f"det finns ingen byggd webbplats i {site}. Kör make site först")
    if missing := [name for name in MARKS if not (site / name).is_file()]:
        raise Publiceringsfel(
            f"{site} är ingen färdigbyggd webbplats, för {missing[0]} saknas där. Kör make site och försök igen"
        )


def _refuse_target(target: Path, site: Path) -> None:
    if not target.is_dir():
        raise Publiceringsfel(f"mappen {target} finns inte. Skapa den först, eller rätta sökvägen")
    here, there = target.resolve(), site.resolve()
    if here == there or here in there.parents or there in here.parents:
        raise Publiceringsfel(f"{target} och {site} får inte ligga i varandra. Välj en annan mapp att publicera i")
    link, ours = target / CURRENT, target / VERSIONS
    if (link.exists() and not link.is_symlink()) or (
        not ours.is_dir() and any(found.name != LOCK for found in target.iterdir())
    ):
        raise Publiceringsfel(f"{target} innehåller redan annat. Välj en tom mapp, eller den du har publicerat i förut")


def _of_the_machine(error: OSError, target: Path) -> str:
    if error.errno in FULL:
        return f"Webbplatsen är som förut: disken med {target} är full. Frigör plats och försök igen."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"Webbplatsen är som förut: du får inte skriva i {error.filename or target}."
    return f"Publiceringen avbröts av ett fel i datorn: {error.strerror} ({error.filename or target})."


def _refused(text: str) -> int:
    print(text, file=sys.stderr)
    return 1
