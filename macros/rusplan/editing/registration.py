"""What is published is written down: every address in the register, and every event with the id that it keeps."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from rusplan.data.collection import Samling
from rusplan.data.edits import Edited
from rusplan.data.model import Permalänkar
from rusplan.data.problems import DataFel, Problem
from rusplan.data.values import ADDRESS
from rusplan.editing.changed_together import standing
from rusplan.editing.ids_for_events import Märkning, event_ids
from rusplan.site.open_files import file_addresses
from rusplan.site.register import REGISTER, register_file, with_addresses, with_events, with_files
from rusplan.site.routes import page_addresses
from rusplan.tools.record import record


@record
class Registrering:
    """The register before and after, and every file that changes, as it will be."""

    före: Permalänkar
    efter: Permalänkar
    filer: dict[str, Edited]

    @cached_property
    def nya(self) -> tuple[str, ...]:
        """The addresses, events and files that are new in the register."""
        before, after = self.före, self.efter
        return (
            *_added(before.adresser, after.adresser),
            *_added(before.händelser, after.händelser),
            *_added(before.filer, after.filer),
        )


def registration(samling: Samling, before: Samling | None = None) -> Registrering:
    """What to write for all that readers may see of the collection to be registered; only what they do not see already, where it is told
    what the collection was `before`. Raises `DataFel` for an address that does not hold."""
    public, seen = samling.publikt, before.publikt if before else None
    pages = page_addresses(public) - (page_addresses(seen) if seen else frozenset())
    known = {file.namn for file in seen.filer} if seen else set()
    if bad := sorted(address for address in pages if not ADDRESS.fullmatch(address)):
        raise DataFel(Problem("docs", 1, 1, _bad_name(address)) for address in bad)
    marks = [mark for mark in event_ids(public) if mark.fil not in known]
    register = public.permalänkar.innehåll
    files = file_addresses(public) - (file_addresses(seen) if seen else frozenset())
    after = with_events(with_addresses(register, pages), (name for mark in marks for name in mark.id_))
    after = with_files(after, files)
    changed = {name: file for name, file in _written(public, after, marks) if standing(public.rot / name) != file.raw}
    return Registrering(före=register, efter=after, filer=changed)


def _written(samling: Samling, register: Permalänkar, marks: Iterable[Märkning]) -> Iterator[tuple[str, Edited]]:
    """The register and the files that tell of events, as they will be."""
    for mark in marks:
        yield mark.fil, mark.written((samling.rot / mark.fil).read_bytes())
    yield REGISTER, register_file(register, standing(samling.rot / REGISTER))


def _added(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    known = frozenset(before)
    return [name for name in after if name not in known]


def _bad_name(address: str) -> str:
    return f"sidan med adressen «{address}» har ett namn som inte håller i länkar; byt namn på filen så att det bara har små bokstäver a–z, siffror och bindestreck"
