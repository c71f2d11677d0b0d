"""What has been changed in a decided plan since it was decided, as git tells, and is neither a revision nor a correction.

Only a plan that is written here is judged: in one that is read in, the document is what was decided, and a change is a better reading.
Git is asked only where there is such a plan.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from rusplan.changes.read_blobs import Läsare
from rusplan.data.collection import Samling
from rusplan.data.kinds import place
from rusplan.data.model import Aktivitet, Budget, Budgetrad, Dokumentläge, Område, Plan, Post, Punkt, Ursprung
from rusplan.data.reader import Fil
from rusplan.data.revised import Reviderbar, part_id, revisable, said_before
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång
from rusplan.git.asking import GitFel
from rusplan.git.blobs import Innehåll
from rusplan.git.log import Commit, files, read_log
from rusplan.tools.record import record

# The kinds of file that hold what is decided: an activity is a file of its own.
HOLDING_PARTS = (Plan, Aktivitet, Budget)
# What is decided in each kind of part. Other fields explain it, and may be made clearer.
DECIDED: Mapping[type[Post], tuple[str, ...]] = {
    Aktivitet: (
        "titel",
        "område",
        "prioriterad",
        "utvecklingsinsats",
        "dagar",
        "medelsbehov",
        "ansvar",
        "start",
        "slut",
        "löpande",
        "insatser",
    ),
    Område: ("titel", "dagar", "medelsbehov"),
    Budgetrad: ("titel", "budget"),
}


@record
class Oförklarat:
    """A field of a part that says something else than it did: `förr` is the part as it was; None for one that has come since."""

    årgång: Årgång
    fil: Fil[Post]
    loc: Loc
    del_: Reviderbar
    fält: str
    förr: Reviderbar | None


@record
class Borttaget:
    """A part that the plan had when it was decided, and that is not there any more: `namn` is its id, `väg` the file that it stood in."""

    årgång: Årgång
    fil: Fil[Post]
    del_: Reviderbar
    namn: str
    väg: str


def unexplained(samling: Samling) -> Iterator[Oförklarat | Borttaget]:
    """Every change of the decided plans that nothing explains; nothing where git cannot tell."""
    years = [year for year in samling.årgångar.values() if _is_judged(year)]
    if not years:
        return
    log = read_log(samling.rot)
    with suppress(GitFel), Innehåll(samling.rot) as contents:
        past = _Past(samling, log.commits, Läsare(contents, {}))
        for year in years:
            yield from past.unexplained(year)


def _is_judged(year: Årgång) -> bool:
    document = year.plan.innehåll.dokument
    return document.läge is Dokumentläge.BESLUTAD and document.ursprung is Ursprung.SKRIVET_HÄR


class _Past:
    """The versions of files since plans were decided."""

    def __init__(self, samling: Samling, commits: Sequence[Commit], reader: Läsare) -> None:
        self._rot, self._commits, self._reader = samling.rot, commits, reader
        register = samling.permalänkar.innehåll
        self._was_called = {row.till: row.från for row in register.omdirigeringar}
        self._said_gone = {*self._was_called.values(), *(row.adress for row in register.borttagna)}

    def unexplained(self, year: Årgång) -> Iterator[Oförklarat | Borttaget]:
        """All that differs from what was decided of the year, as git tells of it."""
        decision = self._decision(year.plan.namn)
        if decision is not None:
            yield from self._changed_since(year, decision)
            yield from self._gone_since(year, decision)

    def _changed_since(self, year: Årgång, decision: int) -> Iterator[Oförklarat]:
        for file, loc, part in revisable(year):
            versions = [found for post in self._versions(file.namn, decision) if (found := _same_part(post, part))]
            if versions:
                yield from _changed(year, file, loc, part, versions)
            elif isinstance(part, Aktivitet) and not part.tillkom:
                yield Oförklarat(årgång=year, fil=file, loc=loc, del_=part, fält="tillkom", förr=None)

    def _gone_since(self, year: Årgång, decision: int) -> Iterator[Borttaget]:
        """The activities, areas and budget lines that were decided and are not there any more. What leads on to another was renamed."""
        there = {(file.namn, part_id(file, part)) for file, _, part in revisable(year)}
        for path, blob in files(self._rot, self._commits[decision].version).items():
            found = place(path)
            if found and found.år == year.år and found.slag.modell in HOLDING_PARTS:
                yield from self._gone_of(year, path, self._reader.content(path, blob), there)

    def _gone_of(
        self, year: Årgång, path: str, post: Post | None, there: Container[tuple[str, str]]
    ) -> Iterator[Borttaget]:
        name = path.rpartition("/")[2].removesuffix(".yml")
        for part in _parts(post):
            own = name if isinstance(part, Aktivitet) else part.id
            leads_on = isinstance(part, Aktivitet) and f"/aktiviteter/{year.år}/{name}/" in self._said_gone
            if (path, own) not in there and not leads_on:
                file = year.budget if isinstance(part, Budgetrad) and year.budget else year.plan
                yield Borttaget(årgång=year, fil=file, del_=part, namn=own, väg=path)

    def _decision(self, plan: str) -> int | None:
        """Which commit, counted from the newest, the plan has been decided since; None where git does not tell, or it is not kept yet."""
        found = None
        for i, commit in enumerate(self._commits):
            for row in commit.filer:
                if row.fil == plan:
                    content = self._reader.content(plan, row.efter)
                    if not isinstance(content, Plan) or content.dokument.läge is not Dokumentläge.BESLUTAD:
                        return found
                    found = i
                    if row.före is None:
                        return found
        return None  # it was decided before the history begins

    def _versions(self, name: str, decision: int) -> list[Post]:
        """What the file held when the plan was decided, and after each change since, the oldest first."""
        names = {name, self._old_name(name)}
        rows = [(i, row) for i, commit in enumerate(self._commits) for row in commit.filer if row.fil in names]
        since = [row for i, row in rows if i < decision]
        then = next((row for i, row in rows if i >= decision and row.efter), None)
        if then is None:
            return []
        read = (self._reader.content(row.fil, row.efter) for row in (then, *reversed(since)))
        return [post for post in read if post is not None]

    def _old_name(self, name: str) -> str:
        """What the file of an activity was called before it was renamed."""
        _, year, folder, file = name.split("/") if name.count("/") == 3 else ("", "", "", "")
        old = self._was_called.get(f"/aktiviteter/{year}/{file.removesuffix('.yml')}/")
        return f"data/{year}/{folder}/{old.strip('/').rpartition('/')[2]}.yml" if old else name


def _same_part(post: Post, part: Reviderbar) -> Reviderbar | None:
    """The part in another version of its file."""
    same = (each for each in _parts(post) if getattr(each, "id", None) == getattr(part, "id", None))
    return next(same, None)


def _parts(post: Post | None) -> Sequence[Reviderbar]:
    """The parts of a file that can be revised."""
    match post:
        case Aktivitet():
            return (post,)
        case Plan():
            return post.områden
        case Budget():
            return post.rader
        case _:
            return ()


def _changed(
    year: Årgång, file: Fil[Post], loc: Loc, part: Reviderbar, versions: Sequence[Reviderbar]
) -> Iterator[Oförklarat]:
    for field in DECIDED[type(part)]:
        said = _times_said(part, field)
        then = next((version for version in versions if _times_said(version, field) == said), part)
        if _decided_value(then, field) != _decided_value(part, field):
            yield Oförklarat(årgång=year, fil=file, loc=loc, del_=part, fält=field, förr=then)


def _times_said(part: Reviderbar, field: str) -> int:
    """How many revisions and corrections tell of the field."""
    return sum(field in said_before(change) for change in (*part.ändringar, *part.rättelser))


def _decided_value(part: Reviderbar, field: str) -> Any:
    """What is decided of the field: of a list of items their words, whoever takes part in them and whatever they refer to."""
    if field == "ansvar" and isinstance(part, Aktivitet):
        return part.ansvarsfördelning
    value = getattr(part, field)
    if isinstance(value, tuple):
        return tuple((item.text, item.delar) for item in value if isinstance(item, Punkt))
    return value
