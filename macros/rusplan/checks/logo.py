"""The rule for the logo that organisation.yml names."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.problems import Problem, did_you_mean

# How the name of a picture ends that pages can show as a logo.
ENDINGS = frozenset({".svg", ".png", ".webp"})


def the_logo_is_there(samling: Samling) -> Iterator[Problem]:
    """The picture lies in docs/."""
    site, docs = samling.webbplats, samling.rot / "docs"
    logo = None if site.namn in samling.oläsliga else site.innehåll.logotyp
    if logo and not (docs / logo).is_file():
        pictures = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.suffix in ENDINGS)
        hint = did_you_mean(logo, sorted(pictures)) or "; lägg bilden där, eller rätta vägen"
        yield site.problem(("logotyp",), f"«logotyp» är «{logo}», men den bilden finns inte i mappen docs{hint}")
