"""Every file of open data and every decided document, known without being made: whoever asks which files answer for ever asks here."""

from collections.abc import Callable, Iterator, Mapping

from rusplan.data.collection import Samling
from rusplan.data.kept_documents import kept_documents
from rusplan.data.year import Årgång
from rusplan.site import addresses

# The kinds of JSON files of a year, and which years have one.
JSON_OF_YEAR: Mapping[str, Callable[[Årgång], object]] = {
    "aktiviteter": lambda year: year.aktiviteter,
    "utfall": lambda year: any(activity.utfallen for activity in year.aktiviteter.values()),
    "plan": lambda year: year.plan,
    "berattelse": lambda year: year.berättelse,
    "berattelser": lambda year: year.delberättelser,
    "mal": lambda year: year.mål,
    "budget": lambda year: year.budget,
    "dokument": lambda year: year.dokument,
}
JSON_OF_ALL = ("organisationer", "ordlista", "organisation")
TABLE_NAMES = (
    "aktiviteter", "insatser", "resultat", "avvikelser", "avstamningar", "kopplingar", "handelser", "publikationer", "mal",
    "indikatorer", "budget", "delposter", "organisationer", "samverkan", "andringar",
)  # fmt: skip
# What the files hold, what has changed in them, and where data portals begin.
INDEX, CHANGES_AS_JSON, METADATA, CATALOGUE = (
    f"{addresses.DATA}{name}" for name in ("index.json", "andringar.json", "csv-metadata.json", "katalog.rdf")
)


def data_addresses(samling: Samling) -> Iterator[str]:
    """The address of each file that readers may see, from the site's root."""
    for year in samling.publikt.årgångar.values():
        for name, is_there in JSON_OF_YEAR.items():
            if is_there(year):
                yield addresses.öppen_data(name, year.år)
    yield from (addresses.öppen_data(name) for name in JSON_OF_ALL)
    yield from (addresses.schema(name) for name in (*JSON_OF_YEAR, *JSON_OF_ALL))
    yield from (addresses.öppen_data(name, form="csv") for name in TABLE_NAMES)
    yield from (INDEX, CHANGES_AS_JSON, METADATA, CATALOGUE)


def decided_addresses(samling: Samling) -> Iterator[str]:
    """The address of each document that is kept as it was decided, from the site's root."""
    years = samling.publikt.årgångar
    return (addresses.fil(kept.år, kept.namn) for kept in kept_documents(samling.rot) if kept.år in years)


def file_addresses(samling: Samling) -> frozenset[str]:
    """The address of every file that answers for ever, whatever is installed where the site is built, with a slash first."""
    return frozenset(f"/{address}" for address in (*data_addresses(samling), *decided_addresses(samling)))
