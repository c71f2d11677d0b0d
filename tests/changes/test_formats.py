"""Each format of the changes between two versions, whole."""

import json

import pytest
from rusplan.changes.formats import FORMATS
from rusplan.changes.span import Spann
from rusplan.changes.steps import Sak, Sakändring, Sammandrag, Slag, Ändring, Ändringar
from rusplan.data.periods import Planperiod

THINGS = (
    Sakändring(
        Sak("2025/skog", "aktivitet", "Skogen & <viken> 2025", ("natur",)),
        (
            Ändring(fält=("dagar",), slag=Slag.ÄNDRAD, före="10", efter="12", text="dagar 10 → 12"),
            Ändring(fält=("titel",), slag=Slag.ÄNDRAD, före="a", efter="b", text="titeln *a* → b"),
        ),
        ("Filen är oläslig.",),
    ),
    Sakändring(Sak("ordlista", "ordlista", "Ordlista"), (Ändring(fält=(), slag=Slag.NY, före=None, efter="x", text="nytt ord: <i>"),)),
)  # fmt: skip
COUNTED = (
    Sammandrag(slag=Slag.NY, filslag="aktivitet", vad=("aktivitet", "aktiviteter"), år=Planperiod("2025"), saker=(Sak("a", "aktivitet", "A"),) * 2),
    Sammandrag(slag=Slag.BORTTAGEN, filslag="ordlista", vad=("ordlista", "ordlistor"), år=None, saker=(Sak("o", "ordlista", "O"),)),
)  # fmt: skip
BOTH, NEITHER = Ändringar(THINGS, COUNTED), Ändringar()
WHOLE = {
    ("text", BOTH): (
        "Ändringar v1 till v2\n\n2\xa0aktiviteter 2025 lades till\nOrdlista togs bort\n"
        "Skogen & <viken> 2025: dagar 10 → 12; titeln *a* → b; Filen är oläslig.\nOrdlista: nytt ord: <i>\n"
    ),
    ("text", NEITHER): "Ändringar v1 till v2\n\nInget i data har ändrats.\n",
    ("md", BOTH): (
        "## Ändringar v1 till v2\n\n- 2\xa0aktiviteter 2025 lades till\n- Ordlista togs bort\n\n"
        "### Skogen \\& \\<viken\\> 2025\n\n- Dagar 10 → 12\n- Titeln \\*a\\* → b\n- Filen är oläslig.\n\n"
        "### Ordlista\n\n- Nytt ord: \\<i\\>\n"
    ),
    ("md", Ändringar(THINGS[1:])): "## Ändringar v1 till v2\n\n### Ordlista\n\n- Nytt ord: \\<i\\>\n",
    ("md", NEITHER): "## Ändringar v1 till v2\n\nInget i data har ändrats.\n",
    ("html", BOTH): (
        "<h2>Ändringar v1 till v2</h2>\n<ul><li>2\xa0aktiviteter 2025 lades till</li><li>Ordlista togs bort</li></ul>\n"
        "<h3>Skogen &amp; &lt;viken&gt; 2025</h3>\n"
        "<ul><li>Dagar 10 → 12</li><li>Titeln *a* → b</li><li>Filen är oläslig.</li></ul>\n"
        "<h3>Ordlista</h3>\n<ul><li>Nytt ord: &lt;i&gt;</li></ul>\n"
    ),
    ("html", Ändringar(THINGS[1:])): "<h2>Ändringar v1 till v2</h2>\n<h3>Ordlista</h3>\n<ul><li>Nytt ord: &lt;i&gt;</li></ul>\n",
    ("html", NEITHER): "<h2>Ändringar v1 till v2</h2>\n<p>Inget i data har ändrats.</p>\n",
}  # fmt: skip


@pytest.mark.parametrize(("form", "found"), list(WHOLE), ids=[form for form, _ in WHOLE])
def test_format_is_written_whole(form: str, found: Ändringar) -> None:
    assert FORMATS[form](Spann("v1", "v2", found)) == WHOLE[form, found]


def test_json_has_all_that_is_known_in_the_words_of_the_model() -> None:
    written = FORMATS["json"](Spann("v1", "v2", BOTH))
    assert written.startswith('{\n  "från": "v1",\n  "till": "v2",\n')
    assert written.endswith("\n}\n")
    found = json.loads(written)["ändringar"]
    assert [row["text"] for row in found["sammandrag"]] == ["2\xa0aktiviteter 2025 lades till", "ordlista togs bort"]
    assert found["saker"][0] == {
        "sak": {"nyckel": "2025/skog", "slag": "aktivitet", "titel": "Skogen & <viken> 2025", "områden": ["natur"]},
        "ändringar": [
            {
                "fält": ["dagar"],
                "slag": "ändrad",
                "före": "10",
                "efter": "12",
                "text": "dagar 10 → 12",
                "område": None,
                "nyhet": None,
            },
            {
                "fält": ["titel"],
                "slag": "ändrad",
                "före": "a",
                "efter": "b",
                "text": "titeln *a* → b",
                "område": None,
                "nyhet": None,
            },
        ],
        "anmärkningar": ["Filen är oläslig."],
    }
