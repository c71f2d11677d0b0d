"""What git tells of pages that have been: known also where nobody has registered them.

A note and no error: git knows what the main line has had, not what has been shown. Publishing compares with what is shown, and stops.
"""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from rusplan.changes.read_blobs import Läsare
from rusplan.checks.published_addresses import what_to_do
from rusplan.data.collection import Samling
from rusplan.data.kinds import Plats, place
from rusplan.data.model import Dokumentläge, Plan
from rusplan.data.problems import Problem
from rusplan.git import log
from rusplan.git.asking import GitFel
from rusplan.git.blobs import Innehåll
from rusplan.site.routes import page_addresses

# So many files that are gone are looked at, the last ones first.
MOST = 200


def past_pages_lead_on(samling: Samling) -> Iterator[Problem]:
    """A page that a file of history made has a page now, leads on, or is said to be gone."""
    register = samling.permalänkar.innehåll
    known = page_addresses(samling.publikt) | {row.från for row in register.omdirigeringar}
    known |= {row.adress for row in register.borttagna} | set(register.adresser)
    with suppress(GitFel):
        told = dict.fromkeys(address for address in _past_pages(samling.rot) if address not in known)
        for address in sorted(told):
            yield samling.permalänkar.problem((), what_to_do(address, "har haft en sida, säger versionshistoriken,"))


def _past_pages(root: Path) -> Iterator[str]:
    """The addresses of what is gone, if the plan of its year was decided when it went."""
    with Innehåll(root) as contents:
        reader = Läsare(contents, {})
        decided: dict[tuple[str, str], bool] = {}
        for path, commit in islice(log.gone(root), MOST):
            where = place(path)
            if where and where.år and (address := page_of_file(where)):
                key = commit, where.år
                if key not in decided:
                    decided[key] = _was_decided(root, commit, where.år, reader)
                if decided[key]:
                    yield address


def page_of_file(where: Plats) -> str | None:
    """The address of the page that the file was shown on, if it had one of its own."""
    pages = {"aktivitet": "aktiviteter/{år}/{namn}", "plan": "planer/{år}", "mal": "mal/{år}", "budget": "budget/{år}"}
    page = pages.get(where.slag.id)
    return f"/{page.format(år=where.år, namn=where.namn)}/" if page else None


def _was_decided(root: Path, commit: str, year: str, reader: Läsare) -> bool:
    path = f"data/{year}/plan.yml"
    plan = reader.content(path, log.files(root, f"{commit}^").get(path))
    return isinstance(plan, Plan) and plan.dokument.läge is not Dokumentläge.UTKAST
