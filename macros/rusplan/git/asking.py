"""The one place that asks git, with one way to fail."""

import os
import subprocess
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path


class Hinder(StrEnum):
    """Why there is no history, in a sentence for the page."""

    GIT_SAKNAS = "Programmet git fanns inte där webbplatsen byggdes."
    INGEN_HISTORIK = "Mappen data har ingen versionshistorik där webbplatsen byggdes, till exempel för att filerna kom ur ett arkiv och inte ur git."
    INGET_SPARAT = "Inget är sparat i versionshistoriken än, så sidorna kan inte säga när något ändrades."
    FRÄMMANDE_ÄGARE = (
        "Git vägrade läsa versionshistoriken, eftersom mappen ägs av en annan användare än den som byggde webbplatsen."
    )
    OFULLSTÄNDIG = (
        "Versionshistorikens innehåll är inte hämtat dit där webbplatsen byggdes, och gick inte att hämta då."
    )
    GIT_FEL = "Git kunde inte läsa versionshistoriken där webbplatsen byggdes."


# What to do about it, for the one who builds.
BOT = {
    Hinder.GIT_SAKNAS: "Installera git i miljön som bygger webbplatsen.",
    Hinder.INGEN_HISTORIK: "Bygg ur en klon av projektets git-förråd (git clone), inte ur ett arkiv, och se till att data är sparad där.",
    Hinder.INGET_SPARAT: "Spara filerna med git add --all och git commit.",
    Hinder.FRÄMMANDE_ÄGARE: "Kör git config --global --add safe.directory med projektets mapp före bygget.",
    Hinder.OFULLSTÄNDIG: "Bygg ur en hel klon: hämta den med git clone utan --filter, eller kör git fetch --refetch --no-filter där servern går att nå.",
    Hinder.GIT_FEL: "Kör git log -- data i projektets mapp; där syns vad som är fel.",
}
YTLIG = "Bara en del av versionshistoriken är hämtad, så äldre ändringar saknas."
YTLIG_BOT = (
    "Hämta hela historiken före bygget: sätt fetch-depth: 0 för actions/checkout i GitHub, GIT_DEPTH: 0 i GitLab, "
    "eller kör git fetch --unshallow."
)


class GitFel(Exception):
    """Git cannot tell; `hinder` is the reason, `text` what git said."""

    def __init__(self, hinder: Hinder, text: str = "") -> None:
        self.hinder, self.text = hinder, text
        super().__init__(text or hinder.value)


# What git answers with when it says no, in the English that it is asked to speak, and what it means.
ANSWERS = {
    "dubious ownership": Hinder.FRÄMMANDE_ÄGARE,
    "promisor remote": Hinder.OFULLSTÄNDIG,
    "not a git repository": Hinder.INGEN_HISTORIK,
    "does not have any commits": Hinder.INGET_SPARAT,
    "bad revision 'HEAD'": Hinder.INGET_SPARAT,
}
# Settings of whoever builds that would change what git prints.
SETTINGS = ("log.showSignature=false", "log.follow=false", "log.showRoot=true", "diff.relative=false")
# What a hook of git has set for itself: the repository is the one that the folder lies in.
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")


def command(*arguments: str) -> list[str]:
    """How git is called."""
    return ["git", *(word for setting in SETTINGS for word in ("-c", setting)), "--no-pager", *arguments]


def environment() -> dict[str, str]:
    """In which environment: it speaks English, asks nobody for a password, and writes nothing on the side."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
    return kept | {"LC_ALL": "C", "LANGUAGE": "", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def refusal(said: str) -> GitFel:
    """What git's words mean."""
    return GitFel(next((hinder for words, hinder in ANSWERS.items() if words in said), Hinder.GIT_FEL), said.strip())


def run(folder: Path, *arguments: str) -> str:
    """What git prints in a folder; bytes that are no text are shown as a sign for that. Raises `GitFel`."""
    return _done(folder, arguments).stdout.decode(errors="replace")


def run_and_hear(folder: Path, *arguments: str, seconds: float | None = None) -> str:
    """As `run`, for what git tells on the side: of what it sends, and what the other end says. It has `seconds` to do it in."""
    return _done(folder, arguments, seconds).stderr.decode(errors="replace")


def _done(folder: Path, arguments: Sequence[str], seconds: float | None = None) -> subprocess.CompletedProcess[bytes]:
    if not folder.is_dir():
        raise GitFel(Hinder.INGEN_HISTORIK)
    try:
        done = subprocess.run(
            command(*arguments),
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except OSError:
        raise GitFel(Hinder.GIT_SAKNAS) from None
    except subprocess.TimeoutExpired:
        raise GitFel(Hinder.GIT_FEL, f"git {arguments[0]} took more than {seconds:.0f} s") from None
    if done.returncode:
        raise refusal(done.stderr.decode(errors="replace"))
    return done
