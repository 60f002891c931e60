"""A PEP copy that is being read is gone from memory once the carer locks."""

import gc
import weakref
from typing import Any

import pytest

from tests import builders
from tests.journeys.conftest import settle, unlock, visit, wait_for
from ui.base.places import Documents, PepCopyPlace, ReadDocument, Unlock
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


def test_a_paper_that_is_open_goes_at_once_and_comes_back_where_it_was(
    unlocked: tuple[Companion, dict[str, Any]],
) -> None:
    companion, ids = unlocked
    document = builders.file_a_copy(companion.records.vault, ids["over"])
    refs: list[weakref.ref[Any]] = [weakref.ref(companion.records.vault)]
    for place in (Documents(), PepCopyPlace(ids["over"]), ReadDocument(document)):
        page = visit(companion, place)
        refs.append(weakref.ref(page))
    refs += [weakref.ref(page.view), weakref.ref(page.view.viewer)]
    is_open = page.view.viewer.isVisible
    del page
    wait_for(is_open, "the paper to open")
    del is_open
    companion.lock()
    assert companion.window.place == Unlock()
    for _round in range(3):
        settle()
        gc.collect()
    assert [ref() for ref in refs if ref() is not None] == []
    unlock(companion)
    assert companion.window.place == ReadDocument(document)
