"""The command `rusplan publish`: puts the built site into place, goes back to the version before, and tells which there are."""

import argparse
import errno
import os
import sys
from pathlib import Path
from typing import Any

from rusplan.git.log import told
from rusplan.publish.file_list import UNKNOWN
from rusplan.publish.lasting import pages
from rusplan.publish.placing import built, changed, publish, roll_back
from rusplan.publish.repair import hurt, repair
from rusplan.publish.versions import (
    CURRENT,
    LONGEST,
    VERSIONS,
    Publiceringsfel,
    Version,
    current,
    locked,
    versions,
)
from rusplan.site.register import removed
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
    other.add_argument(
        "--verify", action="store_true", help="kontrollera att allt som visas och sparas är som det publicerades"
    )
    other.add_argument("--repair", action="store_true", help="lägg tillbaka det som har ändrats sedan det publicerades")
    command.set_defaults(run=run_publish)


def run_publish(options: argparse.Namespace) -> int:
    """Do what was asked for and tell it; 1 if it could not be done, and then the site is as it was."""
    target, site = options.mål, options.site or options.rot / "site"
    try:
        if not any((options.rollback, options.list, options.verify, options.repair)):
            built(site)
        _refuse_target(target, site)
        with locked(target, _tell_of_waiting):
            return _run(options, target, site)
    except Publiceringsfel as error:
        return _refused(f"Webbplatsen är som förut: {error}.")
    except OSError as error:
        return _refused(_of_the_machine(error, target))


def _run(options: argparse.Namespace, target: Path, site: Path) -> int:
    if options.list:
        return _list(target)
    if options.verify:
        return _verify(target, site)
    mended = repair(target, site)
    for version, one in mended:
        print(
            f"Version {version.nummer}: {one} {'och är borttagen' if one.vad == UNKNOWN else 'men är som den publicerades igen'}."
        )
    if options.repair:
        return _verify(target, site)
    _tell(roll_back(target) if options.rollback else _publish(site, target, options.rot))
    _warn_of_closed(target)
    return 0


def _publish(site: Path, target: Path, root: Path) -> Version:
    shown = current(target)
    new = publish(site, target, _commit(root), removed(root))
    if new == shown:
        print("Inget nytt: webbplatsen är densamma som den som redan visas.")
    return new


def _tell_of_waiting(other: str) -> None:
    print(f"Väntar högst {LONGEST / 60:.0f} minuter på att en annan publicering blir klar: {other}.", flush=True)


def _verify(target: Path, site: Path) -> int:
    """Tell what is not as it was published, and of a built site what is not as it was built; 1 if something is not."""
    found = [f"Version {version.nummer}: {one}" for version, one in hurt(target)]
    found += [f"{site}: {one}" for one in changed(site)]
    for row in found:
        print(row, file=sys.stderr)
    if found:
        count = antal(len(found), "fil", "filer")
        return _refused(
            f"{count} är inte som de publicerades eller byggdes. Kör rusplan publish {target} --repair. Skiljer sig något ändå: bygg och publicera på nytt."
        )
    print(f"Allt är som det publicerades, i {antal(len(versions(target)), 'version', 'versioner')}.")
    return 0


def _warn_of_closed(target: Path) -> None:
    """The web server reads as another user, and has to come to the folder."""
    place = target.resolve()
    if closed := " ".join(str(folder) for folder in (place, *place.parents) if _is_closed(folder.stat())):
        print(
            f"Varning: webbservern når kanske inte webbplatsen, för {closed} är stängd för andra användare. "
            f"Kör chmod o+x {closed}, om webbservern inte har rätt dit på annat sätt.",
            file=sys.stderr,
        )


def _is_closed(folder: os.stat_result) -> bool:
    """True where neither all others may pass nor a group that is not our own."""
    for_others = folder.st_mode & 0o001
    return not for_others and not (folder.st_mode & 0o010 and folder.st_gid != os.getgid())


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


def _refuse_target(target: Path, site: Path) -> None:
    if not target.is_dir():
        raise Publiceringsfel(f"mappen {target} finns inte. Skapa den först, eller rätta sökvägen")
    here, there = target.resolve(), site.resolve()
    if here == there or here in there.parents or there in here.parents:
        raise Publiceringsfel(f"{target} och {site} får inte ligga i varandra. Välj en annan mapp att publicera i")
    link, ours = target / CURRENT, target / VERSIONS
    if (link.exists() and not link.is_symlink()) or (
        not ours.is_dir() and any(not found.name.startswith(".") for found in target.iterdir())
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
