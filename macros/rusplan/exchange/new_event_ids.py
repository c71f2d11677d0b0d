"""Ids for events that a workbook has brought beside others of the same title: nobody should have to write them in a sheet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.edits import Edited, edited
from rusplan.data.reading import read_what_can_be_read
from rusplan.editing.ids_for_events import Märkning, event_ids
from rusplan.site.links import anchor
from rusplan.site.occasions import telling

Skrivna = Mapping[str, Edited | None]


def with_event_ids(root: Path, files: Skrivna) -> dict[str, Edited | None]:
    """The files that are to be written, with an id for each event that shares its title with another in the same file."""
    after, problems = read_what_can_be_read(
        root, unsaved={name: file.raw if file else None for name, file in files.items()}
    )
    found = dict(files)
    if after is None or problems:
        return found  # which is told when the rules are tried
    for mark in _marks(after, files):
        file = found[mark.fil]
        assert file
        found[mark.fil] = Edited(raw=edited(file.raw, mark.ändringar).raw, anew=file.anew)
    return found


def _marks(after: Samling, files: Skrivna) -> Iterator[Märkning]:
    """What to write in each of the files."""
    told = {file.namn: file.innehåll.händelser for each in after.aktiviteter.values() for file in telling(each)}
    shared = {name: Counter(anchor(event.titel) for event in told.get(name, ())) for name in files}
    if not any(count > 1 for titles in shared.values() for count in titles.values()):
        return
    for mark in event_ids(after):
        titles = shared.get(mark.fil, Counter())
        wanted = [put for put in mark.ändringar if titles[anchor(told[mark.fil][int(put.at[1])].titel)] > 1]
        if wanted:
            yield Märkning(mark.fil, mark.id_, tuple(wanted))
