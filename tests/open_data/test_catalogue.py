"""The catalogue is what data portals in Sweden and Europe harvest, and no text in it is taken for anything else."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, BNode, Graph, Literal, URIRef
from rusplan.data.model import Utgivartyp
from rusplan.open_data.catalogue import PUBLISHERS, name_of_licence

from tests.open_data.published import BASE, ROOTS, files_of, published, site_of

SHAPES = Graph().parse(Path(__file__).parent / "katalog-former.ttl")
CATALOGUE = "data/katalog.rdf"


def graph_of(text: str) -> Graph:
    return Graph().parse(data=text, format="xml")


@pytest.mark.parametrize("body", ROOTS)
def test_catalogue_has_what_the_profile_demands(body: str) -> None:
    _, files = published(body)
    graph = graph_of(files[CATALOGUE])
    fits, _, told = validate(graph, shacl_graph=SHAPES)
    assert fits, told
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]
    addresses = [node for node in graph.all_nodes() if isinstance(node, URIRef)]
    assert not [address for address in addresses if not urlsplit(address).scheme]


def test_shapes_miss_a_publisher_that_is_not_there() -> None:
    graph = graph_of(published("bas")[1][CATALOGUE])
    graph.remove((None, DCTERMS.publisher, None))
    assert not validate(graph, shacl_graph=SHAPES)[0]


def test_publisher_is_of_a_kind_that_portals_know() -> None:
    graph = graph_of(published("bas")[1][CATALOGUE])
    assert list(graph.objects(None, DCTERMS.type)) == [URIRef("http://purl.org/adms/publishertype/LocalAuthority")]
    assert set(PUBLISHERS) == set(Utgivartyp)


def test_every_file_that_it_names_is_there_with_a_title_of_its_own() -> None:
    _, files = published("bas")
    graph = graph_of(files[CATALOGUE])
    named = list(graph.objects(None, DCAT.downloadURL))
    assert {str(one).removeprefix(BASE) for one in named} == {
        one for one in files if one.endswith((".json", ".csv")) and "/schema/" not in one
    } - {"data/index.json", "data/csv-metadata.json"}
    for form in ("json", "csv"):
        titles = [graph.value(one, DCTERMS.title) for one in named if str(one).endswith(form)]
        assert len(titles) == len(set(titles))


def test_titles_tell_neither_year_nor_publisher_and_dates_are_dates() -> None:
    sajt, files = published("bas")
    graph = graph_of(files[CATALOGUE])
    for kind in (DCAT.Catalog, DCAT.Dataset):
        for title in graph.objects(graph.value(None, RDF.type, kind), DCTERMS.title):
            assert sajt.samling.webbplats.innehåll.namn not in str(title)
            assert not any(sign.isdigit() for sign in str(title))
    ends = list(graph.objects(None, DCAT.endDate))
    assert ends == [Literal("2025-12-31", datatype=XSD.date)]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.sv", "http://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://creativecommons.org/licenses/by/4.0/deed.sv", "http://creativecommons.org/licenses/by/4.0/"),
        ("https://creativecommons.org/licenses/by/4.0/legalcode.sv", "http://creativecommons.org/licenses/by/4.0/"),
        ("http://creativecommons.org/licenses/by/4.0", "http://creativecommons.org/licenses/by/4.0/"),
        ("https://opendatacommons.org/licenses/by/1-0/", "https://opendatacommons.org/licenses/by/1-0/"),
    ],
)  # fmt: skip
def test_licence_is_named_without_a_language(written: str, named: str) -> None:
    assert name_of_licence(written) == named


@pytest.mark.parametrize(
    "name", ['A & B <b>"c"</b>', "]]><x/>", "</foaf:name>", "&lt;script&gt;", "{{ 7*7 }}", "Å’s “väg” - 1"]
)
def test_name_of_the_publisher_stays_a_name(name: str) -> None:
    sajt, _ = published("bas")
    file = sajt.samling.webbplats
    site = file.innehåll.model_copy(update={"långt_namn": name, "ansvarig": name})
    other = replace(sajt, samling=replace(sajt.samling, webbplats=replace(file, innehåll=site)))
    graph = graph_of(files_of(other)[CATALOGUE])
    assert [str(told) for told in graph.objects(None, FOAF.name)] == [name]
    assert len(graph) == len(graph_of(published("bas")[1][CATALOGUE]))


def test_site_that_does_not_know_its_address_has_no_catalogue() -> None:
    sajt = replace(site_of(ROOTS["bas"]), bas="/")
    assert CATALOGUE not in files_of(sajt)
    assert "data/index.json" in files_of(sajt)
