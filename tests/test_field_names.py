"""What an editorial note is about, in words."""

from rusplan.data import model
from rusplan.data.model import Post
from rusplan.swedish.field_names import ABOUT


def test_every_field_that_a_note_can_be_about_is_named_in_words() -> None:
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Post)]
    noted = [kind for kind in kinds if "anmärkningar" in kind.model_fields]
    assert noted
    assert {field for kind in noted for field in kind.model_fields} == set(ABOUT)


def test_no_note_is_said_to_be_about_about() -> None:
    assert not [words for words in ABOUT.values() if words.startswith("om ") or "_" in words]
