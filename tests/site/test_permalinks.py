"""Every address that has been published, or is about to be, is known and answers."""

import xml.etree.ElementTree as ET

from rusplan.data.collection import Samling
from rusplan.site import addresses
from rusplan.site.routes import page_addresses

from tests.built import Site, flat


def test_every_address_of_the_site_is_known_to_the_command_that_registers(site: Site, samling: Samling) -> None:
    # Our own file, just written.
    tree = ET.parse(site.folder / "sitemap.xml")  # noqa: S314
    built = [flat(loc.text or "") for loc in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert {f"/{address.removeprefix(site.base)}" for address in built} == page_addresses(samling)


def test_every_registered_address_answers_or_leads_on_to_one_that_does(site: Site, samling: Samling) -> None:
    register = samling.permalänkar.innehåll
    removed = {gone.adress for gone in register.borttagna}
    lost = [a for a in register.adresser if a not in removed and not site.answers(f"{site.base}{a[1:]}")]
    assert not lost


def test_every_registered_event_can_be_linked_to(site: Site, samling: Samling) -> None:
    events = samling.permalänkar.innehåll.händelser
    assert not [name for name in events if name not in site[addresses.HÄNDELSER].ids]
