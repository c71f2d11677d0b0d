"""What a file is called in the list of what is left to do."""

import pytest
from rusplan.checks.left_to_do import title_of_file
from rusplan.data.collection import Samling


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("data/2025/aktiviteter/skog.yml", "Skogen 2025"),
        ("data/2025/utfall/skog.yml", "Skogen 2025"),
        ("data/2025/plan.yml", "Verksamhetsplan 2025"),
        ("data/ordlista.yml", "Ordlista"),
        ("data/bild.png", "data/bild.png"),
    ],
)
def test_file_is_called_by_what_it_is_about_and_its_year(name: str, title: str, bas: Samling) -> None:
    assert title_of_file(bas, name) == title
