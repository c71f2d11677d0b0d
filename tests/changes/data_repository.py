"""A real git repository with the small collection in it, and a way to change and commit."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

BAS = Path(__file__).parents[1] / "golden/bas"
SKOG = "data/2025/aktiviteter/skog.yml"
UTFALL = "data/2025/utfall/skog.yml"


@dataclass
class Förråd:
    rot: Path

    def git(self, *arguments: str, date: str = "") -> str:
        env = os.environ | {
            "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "en", "GIT_AUTHOR_EMAIL": "en@akerbo.example", "GIT_COMMITTER_NAME": "en",
            "GIT_COMMITTER_EMAIL": "en@akerbo.example",
        }  # fmt: skip
        if not date:
            del env["GIT_AUTHOR_DATE"], env["GIT_COMMITTER_DATE"]
        done = subprocess.run(["git", *arguments], cwd=self.rot, env=env, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def commit(self, day: str, message: str = "Ändra") -> str:
        """Commit everything on a day in 2026, at noon Swedish winter time."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, date=f"{day}T12:00:00+01:00")
        return self.git("rev-parse", "HEAD")

    def skriv(self, name: str, text: str) -> None:
        path = self.rot / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def byt(self, name: str, old: str, new: str) -> None:
        text = (self.rot / name).read_text(encoding="utf-8")
        assert old in text
        self.skriv(name, text.replace(old, new))
