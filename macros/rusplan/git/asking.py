"""The one place that asks git, with one way to fail."""

import subprocess
from enum import StrEnum
from pathlib import Path


class Hinder(StrEnum):
    """Why there is no history, in a sentence for the page."""

    GIT_SAKNAS = "Programmet git fanns inte där webbplatsen byggdes."
    INGEN_HISTORIK = "Mappen data har ingen versionshistorik där webbplatsen byggdes, till exempel för att filerna kom ur ett arkiv och inte ur git."
    FRÄMMANDE_ÄGARE = (
        "Git vägrade läsa versionshistoriken, eftersom mappen ägs av en annan användare än den som byggde webbplatsen."
    )
    GIT_FEL = "Git kunde inte läsa versionshistoriken där webbplatsen byggdes."


# What to do about it, for the one who builds.
BOT = {
    Hinder.GIT_SAKNAS: "Installera git i miljön som bygger webbplatsen.",
    Hinder.INGEN_HISTORIK: "Bygg ur en klon av projektets git-förråd (git clone), inte ur ett arkiv, och se till att data är sparad där.",
    Hinder.FRÄMMANDE_ÄGARE: "Kör git config --global --add safe.directory med projektets mapp före bygget.",
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


def run(root: Path, *arguments: str) -> str:
    """What git prints. Raises `GitFel`."""
    command = ["git", "-c", "log.showSignature=false", "-c", "log.follow=false", "--no-pager", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except OSError:
        raise GitFel(Hinder.GIT_SAKNAS) from None
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode:
        if "dubious ownership" in said:
            raise GitFel(Hinder.FRÄMMANDE_ÄGARE, said)
        if "not a git repository" in said or "does not have any commits" in said or "bad revision 'HEAD'" in said:
            raise GitFel(Hinder.INGEN_HISTORIK, said)
        raise GitFel(Hinder.GIT_FEL, said)
    return done.stdout.decode(errors="surrogateescape")
