"""The catalogue that data portals harvest: DCAT-AP-SE 3 as RDF/XML, one data set in several forms.

All addresses are absolute and nothing is without one, as the harvesters ask; a site that does not know where it is published has none.
"""

import re
from urllib.parse import urlsplit

from rusplan.data.model import Utgivartyp
from rusplan.open_data.json_files import licence
from rusplan.site import addresses
from rusplan.site.open_files import CATALOGUE, METADATA
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small

# What portals call each kind of publisher.
PUBLISHERS = {
    Utgivartyp.NATIONELL: "NationalAuthority",
    Utgivartyp.REGIONAL: "RegionalAuthority",
    Utgivartyp.LOKAL: "LocalAuthority",
    Utgivartyp.FORSKNING: "Academia-ScientificOrganisation",
    Utgivartyp.IDEELL: "NonProfitOrganisation",
    Utgivartyp.FÖRETAG: "Company",
}
# The language that a licence is shown in is no part of its name.
CREATIVE_COMMONS = re.compile(r"https?://creativecommons\.org(/[a-z/0-9.-]+?)(?:deed|legalcode)?(?:\.[a-z-]+)?/?$")


@small
class Katalogfil:
    """A file of a distribution: its address, and what tells it from the others."""

    adress: str
    titel: str


@record
class Distribution:
    """The data in one form; `beskrivs` is the address of what says what the files hold."""

    id: str
    titel: tuple[str, str]
    mediatyp: str
    format: str
    beskrivs: str
    filer: tuple[Katalogfil, ...]


@record
class Katalogvy:
    """What the catalogue says. Texts in pairs are Swedish and English; addresses are whole."""

    adress: str
    sida: str
    utgivare: str
    utgivartyp: str | None
    hemsida: str
    epost: str | None
    kontakt: str
    licens: str | None
    ändrad: str | None
    från: str | None
    till: str | None
    distributioner: tuple[Distribution, ...]


def catalogue(sajt: Sajt, files: dict[str, str]) -> Katalogvy | None:
    """The catalogue of the files (their titles by address from the root); None where addresses are not whole."""
    if not urlsplit(sajt.absolute("")).hostname:
        return None
    site, years = sajt.samling.webbplats.innehåll, list(sajt.samling.publikt.årgångar.values())
    told = licence(sajt)
    return Katalogvy(
        adress=sajt.absolute(CATALOGUE),
        sida=sajt.absolute(addresses.DATA),
        utgivare=site.långt_namn,
        utgivartyp=PUBLISHERS[site.utgivartyp] if site.utgivartyp else None,
        hemsida=site.webbplats,
        epost=site.epost,
        kontakt=site.ansvarig,
        licens=name_of_licence(told) if told else None,
        ändrad=max(sajt.fildatum.ändrad.values(), default=None),
        från=min(year.år.första_dagen for year in years).isoformat() if years else None,
        till=max(year.år.sista_dagen for year in years).isoformat() if years else None,
        distributioner=tuple(_distributions(sajt, files)),
    )


def _distributions(sajt: Sajt, files: dict[str, str]) -> list[Distribution]:
    found = {
        form: tuple(Katalogfil(sajt.absolute(path), title) for path, title in files.items() if path.endswith(f".{form}"))
        for form in ("json", "csv")
    }  # fmt: skip
    return [
        Distribution(
            id="json", titel=("Alla uppgifter som JSON", "All data as JSON"), mediatyp="application/json", format="JSON",
            beskrivs=sajt.absolute(addresses.DATAFÄLT), filer=found["json"],
        ),
        Distribution(
            id="csv", titel=("Tabeller som CSV", "Tables as CSV"), mediatyp="text/csv", format="CSV",
            beskrivs=sajt.absolute(METADATA), filer=found["csv"],
        ),
    ]  # fmt: skip


def name_of_licence(address: str) -> str:
    """The address that names a licence: those of Creative Commons have one, whatever language they are read in."""
    found = CREATIVE_COMMONS.fullmatch(address)
    return f"http://creativecommons.org{found[1].rstrip('/')}/" if found else address
