"""Ready words for whoever arranges the meeting are for the one whom the council's rule names."""

import pytest

from carer_app.domain.authority_rules import PEOPLE
from carer_app.rules import shipped
from carer_app.storage.vault import Vault
from carer_app.use_cases import planning
from carer_app.use_cases.asked_before import ROLES
from carer_app.use_cases.naming import in_a_sentence
from carer_app.use_cases.ready_words import ready_words
from tests.builders import TODAY, add_child


@pytest.mark.parametrize("council", shipped.councils())
def test_ready_words_are_for_the_one_who_arranges_it_in_this_council(vault: Vault, council: str) -> None:
    """Leicestershire's virtual school arranges the date; the words were for the social worker."""
    child = add_child(vault, council=council)
    with vault.work() as session:
        meeting = planning.plan_meeting(session, child, "uid-1", TODAY)
    with vault.reading() as session:
        (words,) = [each for each in ready_words(session, meeting, TODAY) if each.key == "not_invited"]
    who = in_a_sentence("", ROLES[shipped.rules_of(council)[0].arranged_by])
    assert words.to == f"For {who}, who usually arranges the meeting"


def test_everybody_whom_a_rule_can_name_is_somebody_to_ask() -> None:
    assert set(ROLES) == set(PEOPLE)
