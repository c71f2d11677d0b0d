"""What the path of a file in data/ says of it."""

import pytest
from rusplan.data.kinds import place, told_place


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("data/ordlista.yml", ("ordlista", None, "ordlista")),
        ("data/2025/plan.yml", ("plan", "2025", "2025/plan")),
        ("data/2025/aktiviteter/skog.yml", ("aktivitet", "2025", "2025/skog")),
        ("data/2025/utfall/skog.yml", ("utfall", "2025", "2025/skog")),
        ("data/2025/aktiviteter/Skog!.yml", None),
        ("data/2025/bilder/skog.yml", None),
        ("data/2025/skog.yml", None),
        ("data/2025/aktiviteter/skog.txt", None),
        ("data/1825/plan.yml", None),
        ("data/bild.png", None),
        ("docs/index.md", None),
    ],
)
def test_path_tells_kind_year_and_key(path: str, said: tuple[str, int | None, str] | None) -> None:
    found = told_place(path)
    assert (found and (found.slag.id, found.år, found.nyckel)) == said


def test_register_of_addresses_has_a_place_but_its_changes_are_not_told() -> None:
    assert place("data/permalankar.yml")
    assert told_place("data/permalankar.yml") is None
