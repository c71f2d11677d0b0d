"""An id for each event that has none: the name that it has been published under, as history tells it, or else a new one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from rusplan.changes.pairing import pair
from rusplan.changes.read_blobs import Läsare
from rusplan.data.collection import Samling
from rusplan.data.edits import Edited, Put, edited
from rusplan.data.model import Aktivitet, Händelse, Utfall
from rusplan.data.year import Årsaktivitet
from rusplan.git.asking import GitFel
from rusplan.git.blobs import Innehåll
from rusplan.git.log import files, read_log
from rusplan.site.occasions import Benämnd, event_names, ids_elsewhere, telling
from rusplan.tools.record import small

# An id is read more easily beside the title.
ORDER = ("titel", "id", *Händelse.model_fields)


@small
class Märkning:
    """A file that tells of events: their ids, and the edits that write those that are not there."""

    fil: str
    id_: tuple[str, ...]
    ändringar: tuple[Put, ...]

    def written(self, raw: bytes) -> Edited:
        """The file with all ids in it."""
        return edited(raw, self.ändringar) if self.ändringar else Edited(raw=raw)


def event_ids(samling: Samling) -> Iterator[Märkning]:
    """What to write in each file that tells of events, for all of them to have ids."""
    elsewhere, past = ids_elsewhere(samling), _versions(samling)
    for ref, activity in samling.aktiviteter.items():
        planned: list[Benämnd] = []
        for file in telling(activity):
            if file.innehåll.händelser:
                versions = (*past.get(file.namn, ()), file.innehåll.händelser)
                planned = _named(activity, versions, elsewhere[ref] | {name for _, name in planned}, planned)
                yield Märkning(file.namn, tuple(name for _, name in planned), tuple(_puts(planned)))


def _puts(named: Sequence[Benämnd]) -> Iterator[Put]:
    for i, (event, name) in enumerate(named):
        if event.id != name:
            yield Put(at=("händelser", i, "id"), value=name, order=ORDER)


def _named(
    activity: Årsaktivitet, versions: Iterable[Sequence[Händelse]], taken: set[str], planned: Sequence[Benämnd]
) -> list[Benämnd]:
    """The events of the last version, each with the name that it has had since it came."""
    known: list[Benämnd] = []
    for events in versions:
        names = event_names(activity, list(_as_before(events, known, taken)), taken, planned)
        known = list(zip(events, names, strict=True))
    return known


def _as_before(events: Sequence[Händelse], before: Sequence[Benämnd], taken: set[str]) -> Iterator[Händelse]:
    """The events of a version, with the names of those that the version before it had."""
    names = {id(event): name for event, name in before}
    kept = {id(new): names[id(old)] for old, new in _same([event for event, _ in before], events)}
    given = taken | {event.id for event in events if event.id}
    for event in events:
        name = event.id or kept.get(id(event))
        yield event if event.id or name in given else event.model_copy(update={"id": name})


def _same(before: Sequence[Händelse], after: Sequence[Händelse]) -> Iterator[tuple[Händelse, Händelse]]:
    """The events that are the same in both versions: those that are alike, and of the others those that are alone on their day."""
    found = pair(before, after)
    yield from found.par
    for new in found.nya:
        old = [event for event in found.borta if event.datum == new.datum]
        if new.datum.dag and len(old) == 1 and sum(event.datum == new.datum for event in found.nya) == 1:
            yield old[0], new


def _versions(samling: Samling) -> Mapping[str, list[Sequence[Händelse]]]:
    """The events of each file with a nameless one, in every version that git has, the oldest first; nothing where git cannot tell."""
    wanted = {
        file.namn
        for activity in samling.aktiviteter.values()
        for file in telling(activity)
        if not all(event.id for event in file.innehåll.händelser)
    }
    found: dict[str, list[Sequence[Händelse]]] = {}
    root = samling.rot
    with suppress(GitFel):
        rows = [row for commit in reversed(read_log(root).commits) for row in commit.filer if row.fil in wanted]
        if not rows:
            return found
        with Innehåll(root) as contents:
            reader = Läsare(contents, files(root, "HEAD"))
            for row in rows:
                content = reader.content(row.fil, row.efter)
                if isinstance(content, Aktivitet | Utfall):
                    found.setdefault(row.fil, []).append(content.händelser)
    return found
