"""Many documents are made by other processes, and are the same as those that this one makes."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from rusplan.paper import setting
from rusplan.paper.handling import Handling
from rusplan.site.downloads import Filform
from rusplan.tools.parallel import ProcessFel


def test_documents_made_apart_are_the_same_bytes_in_the_same_order(
    documents: Mapping[str, Handling], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [documents["budget-2025"], documents["sammanfattning-2025"], documents["budget-2025"]]
    here = setting.made(few)
    monkeypatch.setattr(setting, "HANDFUL", len(few[0].block) + len(few[1].block))
    apart = list(setting.in_every_form(iter(few)))
    assert [document for document, _ in apart] == few
    assert [files for _, files in apart] == here
    assert list(here[0]) == [Filform.PDF, Filform.WORD]


def test_a_process_that_fails_is_told_of_in_words(
    documents: Mapping[str, Handling], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "HANDFUL", 1)
    wrong = replace(documents["budget-2025"], dag=(2025, 13, 45))
    with pytest.raises(ProcessFel, match="Dokumenten gick inte att göra"):
        list(setting.in_every_form([wrong, wrong]))
