"""What is said of a file whose name or place is wrong, and where it should be."""

import pytest
from rusplan.data.file_names import name_problem

SKOG = "data/2025/aktiviteter/skog.yml"


@pytest.mark.parametrize(
    ("path", "there", "text", "meant"),
    [
        ("data/2025/aktiviteter/Skog.yml", [], "byt namn på den till skog.yml", SKOG),
        ("data/2025/aktiviteter/skog (kopia).yml", [], "kopia av skog.yml; byt namn på den till skog.yml", SKOG),
        ("data/2025/aktiviteter/skog (kopia).yml", [SKOG], "finns det något nytt i den: för över det till skog.yml", None),
        ("data/2025/aktivitet/skog.yml", [], f"filen ligger på fel plats; flytta den till {SKOG}", SKOG),
        ("data/2025/aktivitet/skog.yml", [SKOG], f"filen ligger på fel plats; finns det något nytt i den: för över det till {SKOG}", None),
        ("data/2025/Plan.yml", [], "byt namn på den till plan.yml", "data/2025/plan.yml"),
        ("data/2025/bild.png", [], "filen ligger på fel plats eller har fel namn", None),
    ],
)  # fmt: skip
def test_wrong_name_is_told_with_the_right_one_where_that_is_nearly_certain(
    path: str, there: list[str], text: str, meant: str | None
) -> None:
    problem = name_problem(path, there)
    assert text in problem.text
    assert problem.menad == meant


def test_name_that_no_activity_may_have_is_told_of_the_file_as_it_is() -> None:
    path = "data/2025/aktiviteter/spar.yml"
    problem = name_problem(path, [])
    assert problem.text.startswith("filens namn är «spar», men ")
    assert problem.menad == path
