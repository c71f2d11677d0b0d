"""The register of addresses, written along with what a command changes: what it brings is known without `rusplan permalinks`."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.site.occasions import by_file, names_of_events
from rusplan.site.open_files import file_addresses
from rusplan.site.register import register_file, with_addresses, with_events, with_files
from rusplan.site.routes import page_addresses


def register_along(before: Samling | None, after: Samling, standing: bytes | None) -> bytes | None:
    """The register as it will be, with the pages and the named events that readers get by the change; None where nothing is to be written.
    A site without a register does without."""
    register = after.permalänkar.innehåll
    if before is None or not register.adresser:
        return None
    pages = page_addresses(after.publikt) - page_addresses(before.publikt)
    events = set(_named(after)) - set(_named(before))
    files = file_addresses(after) - file_addresses(before) if register.filer else ()
    known = with_files(with_events(with_addresses(register, pages), sorted(events)), files)
    return None if known == register else register_file(known, standing).raw


def _named(samling: Samling) -> Iterator[str]:
    """What the events are called that say it themselves, and keep it whatever is added beside them."""
    for ref, names in names_of_events(samling.publikt).items():
        activity = samling.publikt.aktiviteter[ref]
        for file, own in by_file(activity, names):
            yield from (name for event, name in zip(file.innehåll.händelser, own, strict=True) if event.id)
