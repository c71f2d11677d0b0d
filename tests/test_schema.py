"""What the model says of its fields: the kind of each value, and the sentence that explains it."""

import pytest
from rusplan.data.model import Aktivitet, Budget, Budgetrad, EgenStatus, Händelse, Post, Utfall, Webbplats
from rusplan.data.schema import explanation, innermost, is_list, scalar_kind


@pytest.mark.parametrize(
    ("model", "field", "kind"),
    [
        (Aktivitet, "titel", "en rad text"),
        (Aktivitet, "kort_titel", "en rad text"),
        (Aktivitet, "dagar", "dagar"),
        (Aktivitet, "samverkan", "id"),
        (Aktivitet, "start", "dag, månad eller år"),
        (Händelse, "tidigare_datum", "dag, månad eller år"),
        (Händelse, "antal", "heltal"),
        (Utfall, "status", "en status"),
        (EgenStatus, "motsvarar", "Status"),
        (Budgetrad, "budget", "belopp"),
        (Webbplats, "dataformat", "heltal"),
    ],
)
def test_kind_of_a_value_is_named_in_swedish(model: type[Post], field: str, kind: str) -> None:
    assert scalar_kind(model.model_fields[field]) == kind


def test_list_is_known_also_where_it_may_be_left_out() -> None:
    fields = Aktivitet.model_fields | Budget.model_fields
    assert [is_list(fields[name].annotation) for name in ("titel", "dagar", "samverkan", "händelser", "summa")] == [
        False, False, True, True, False,
    ]  # fmt: skip
    assert innermost(fields["händelser"].annotation) is Händelse
    assert innermost(tuple[str, ...] | None) is str


def test_explanation_stands_below_the_field_or_that_of_the_model_it_is_made_of() -> None:
    assert explanation(Aktivitet, "titel") == "Aktivitetens namn, som källan skriver det."
    assert explanation(Utfall, "finns-inte") == ""
