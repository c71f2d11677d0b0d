"""What of a step concerns an area, and what concerns a thing."""

from rusplan.changes.merges import made_by_merge
from rusplan.changes.steps import Sak, Sakändring, Sammandrag, Slag, Ändring, Ändringar
from rusplan.data.periods import Planperiod


def change(text: str, area: str | None = None) -> Ändring:
    return Ändring(fält=("titel",), slag=Slag.ÄNDRAD, före="a", efter="b", text=text, område=area)


def thing(key: str, *areas: str) -> Sak:
    return Sak(nyckel=key, slag="aktivitet", titel=key, områden=areas)


SKOG, MUSEUM, PLAN = thing("2025/skog", "natur"), thing("2025/museum", "kultur"), thing("2025/plan")
STEP = Ändringar(
    saker=(
        Sakändring(sak=SKOG, ändringar=(change("skogens titel"),)),
        Sakändring(sak=MUSEUM, ändringar=(change("museets titel"),)),
        Sakändring(sak=PLAN, ändringar=(change("planens titel"), change("Naturs titel", "natur"))),
    ),
    sammandrag=(
        Sammandrag(
            slag=Slag.NY, filslag="aktivitet", vad=("aktivitet", "aktiviteter"), år=Planperiod("2025"),
            saker=(thing("2025/a", "natur"), thing("2025/b", "kultur"), thing("2025/c", "natur")),
        ),
    ),
)  # fmt: skip


def told(step: Ändringar) -> list[str]:
    changed = [change.text for each in step.saker for change in each.ändringar]
    return changed + [row.text.replace("\xa0", " ") for row in step.sammandrag]


def test_an_area_is_told_of_its_own_things_and_of_what_stands_under_it_in_those_of_all() -> None:
    assert told(STEP.in_area("natur")) == ["skogens titel", "Naturs titel", "2 aktiviteter 2025 lades till"]
    assert told(STEP.in_area("kultur")) == ["museets titel", "aktivitet 2025 lades till"]
    assert not STEP.in_area("lov")


def bulk(kind: Slag, *keys: str) -> Sammandrag:
    things = tuple(map(thing, keys))
    return Sammandrag(
        slag=kind, filslag="aktivitet", vad=("aktivitet", "aktiviteter"), år=Planperiod("2025"), saker=things
    )


def test_merge_has_made_what_is_counted_against_each_of_its_parents() -> None:
    first = Ändringar(
        sammandrag=(bulk(Slag.NY, "2025/a", "2025/b"), bulk(Slag.BORTTAGEN, "2025/c"), bulk(Slag.ÄNDRAD, "2025/d"))
    )
    second = Ändringar(sammandrag=(bulk(Slag.ÄNDRAD, "2025/e"), bulk(Slag.NY, "2025/b", "2025/f")))
    assert made_by_merge([first, second]) == Ändringar(sammandrag=(bulk(Slag.NY, "2025/b"),))
    assert made_by_merge([first]) == first


def test_merge_has_made_what_becomes_the_same_against_each_of_its_parents() -> None:
    """Whatever stood there before, but for what went."""

    def parent(before: str, gone: str) -> Ändringar:
        to_new = Ändring(fält=("titel",), slag=Slag.ÄNDRAD, före=before, efter="ny", text=f"{before} till ny")
        went = Ändring(fält=("insatser",), slag=Slag.BORTTAGEN, före=gone, efter=None, text=f"{gone} borta")
        own = Ändring(fält=("dagar",), slag=Slag.ÄNDRAD, före="1", efter=before, text="egen")
        return Ändringar(
            saker=(Sakändring(sak=SKOG, ändringar=(to_new, went, own)), Sakändring(sak=MUSEUM, ändringar=(own,)))
        )

    assert told(made_by_merge([parent("a", "x"), parent("b", "y")])) == ["a till ny"]
    assert told(made_by_merge([parent("a", "x"), parent("b", "x")])) == ["a till ny", "x borta"]
    assert told(made_by_merge([parent("a", "x"), parent("b", "x"), parent("a", "y")])) == ["a till ny"]
    assert not made_by_merge([parent("a", "x"), Ändringar()])


def test_a_thing_is_told_of_itself_alone() -> None:
    assert told(STEP.of(["2025/skog", "2025/b"])) == ["skogens titel", "aktivitet 2025 lades till"]
    assert not STEP.of(["2025/laslov"])
