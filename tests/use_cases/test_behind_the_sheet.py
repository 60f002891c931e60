"""A carer who wants to change what stands on the sheet is led to the box it was written in."""

import pytest

from carer_app.choices import ConcernKind, Part
from carer_app.paper.content import Section
from carer_app.storage.vault import Vault
from carer_app.texts.question_sets import SheetSection, Theme, themes
from carer_app.use_cases import preparing, summarising
from carer_app.use_cases.behind_the_sheet import parts_behind
from tests import builders
from tests.builders import TODAY, do, read


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.part)
def test_every_answer_on_the_sheet_leads_back_to_its_own_part(
    vault: Vault, meeting: int, theme: Theme
) -> None:
    for question in theme.questions:
        do(vault, preparing.write_answer, meeting, question.key, "Some words.")
        here = read(vault, summarising.whole_sheet, meeting, TODAY).sections()
        assert bool(here) == (question.sheet not in (SheetSection.ADULTS, SheetSection.MINE))
        assert [read(vault, parts_behind, meeting)[section] for section in here] == [(theme.part,)] * len(
            here
        )
        do(vault, preparing.write_answer, meeting, question.key, "")


def test_asks_come_from_the_plan_and_from_what_is_hard_and_lead_to_each_that_asks(
    vault: Vault, meeting: int
) -> None:
    do(vault, preparing.write_answer, meeting, "support.not_given", "speech and language")
    with vault.work() as session:
        concern = preparing.add_concern(session, meeting, ConcernKind.PLAYTIME)
        preparing.write_concern(session, concern, "what_we_see", "Tears after lunch.")
    assert read(vault, parts_behind, meeting)[Section.ASKS] == (Part.SUPPORT,)
    do(vault, preparing.write_concern, concern, "we_ask_for", "A buddy")
    assert read(vault, parts_behind, meeting)[Section.ASKS] == (Part.SUPPORT, Part.HARD_NOW)
