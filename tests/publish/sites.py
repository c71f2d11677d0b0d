"""Small made-up sites to publish, and what a web server would show of them."""

import hashlib
from pathlib import Path

from rusplan.publish.file_list import write_list
from rusplan.publish.versions import CURRENT


def write_site(site: Path, word: str, size: int = 20_000, pages: tuple[str, ...] = ("om", "aktiviteter")) -> Path:
    """A site whose every page holds `word`, and a style sheet of its own; the picture is the same for all words."""
    texts = {name: f"{name} {word}" for name in ("index.html", "404.html", "sitemap.xml", "assets/sok/start.json")} | {
        f"{page}/index.html": f"{page} {word}" for page in pages
    }
    texts |= {f"assets/{word}/rusplan.css": f"/* {word} */", "assets/bild.svg": "<svg/>", "stor.json": word * size}
    for name, text in texts.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_list(site)
    return site


def shown(target: Path) -> dict[str, str]:
    """Path and checksum of each file that the web server shows."""
    root = target / CURRENT
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
