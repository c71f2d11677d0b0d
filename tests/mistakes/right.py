"""Lillby with every field is only written to be read; here what its rules would say is set right."""

from tests.views.lillby import Fil


def set_right(files: dict[str, Fil]) -> None:
    """The collection without anything to tell of."""
    plan, activity, budget = files["2025/plan.yml"], files["2025/aktiviteter/skog.yml"], files["2025/budget.yml"]
    del plan["dokument"]["tillgänglig"]
    del plan["upphör"]
    files["2025/utfall/lov.yml"]["sammanfattning"] = "Lovet blev av."
    files["samverkan.yml"]["organisationer"][1]["anmärkningar"] = _note("namn")
    for part in (files["2024/mal.yml"], plan, files["2025/berattelse.yml"], budget, files["2025/utfall/skog.yml"]):
        part["anmärkningar"] = _note("källa")
    budget["bemanning"]["anmärkningar"] = _note("text")
    area = plan["områden"][0]
    area["dagar"] = files["2025/berattelse.yml"]["områden"][0]["dagar"] = 22
    area["ändringar"][0] |= {"saknades": ["titel"], "före": {"dagar": 7, "beskrivning": [{"text": "Om naturen."}]}}
    del files["2024/mal.yml"]["samma_som_förra_året"], budget["samma_som_förra_året"]
    activity["ändringar"][0]["saknades"] = ["insatser"]
    del activity["ändringar"][0]["före"]["insatser"]
    budget["rader"][1]["rättelser"][0]["saknades"] = []
    budget["rader"][1]["ändringar"][0]["saknades"] = []
    for surplus, amount in zip(budget["överskott"], (30000, 25000), strict=True):
        surplus["belopp"] = amount


def _note(field: str) -> list[Fil]:
    return [{"gäller": field, "citat": "Skgen", "text": "Felskrivet i källan."}]
