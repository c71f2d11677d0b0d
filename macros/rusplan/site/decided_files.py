"""The documents that are kept as they were decided, published as they are: whatever the engine would make of the data today."""

from collections.abc import Iterator

from rusplan.data.kept_documents import Bevarad, kept_documents
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.downloads import Filform, Nedladdning
from rusplan.site.links import planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt

# What a file is called before its ending, where it is as decided.
DECIDED = "-beslutad"


def decided_files(sajt: Sajt) -> Iterator[Nedladdning]:
    """Those of the years that readers may see."""
    for kept in kept_documents(sajt.samling.rot):
        if year := sajt.samling.årgångar.get(kept.år):
            yield _file(sajt, year, kept)


def _file(sajt: Sajt, year: Årgång, kept: Bevarad) -> Nedladdning:
    link = planlänk(sajt.samling, year.år) if kept.namn.startswith("plan-") else uppföljningslänk(year.år)
    assert link.adress
    return Nedladdning(
        adress=addresses.fil(kept.år, kept.namn),
        form=Filform(kept.namn.rpartition(".")[2]),
        titel=f"{link.text}, som den beslutades",
        sidor=(link.adress, addresses.utskrift(link.adress)),
        innehåll=(sajt.samling.rot / kept.sökväg).read_bytes(),
    )
