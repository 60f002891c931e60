"""Home names everything that is due: every rule alone, with every other, and any number of them together."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.use_cases import for_home, step_rules
from carer_app.use_cases.answered_once import ANSWERED
from carer_app.use_cases.for_home import NextStep, Step
from tests import builders
from tests.builders import TODAY
from tests.use_cases.what_is_due import MADE, can_both_hold, make, quiet_child

CardWith = Callable[..., NextStep]


@pytest.fixture(scope="module")
def card_with(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CardWith]:
    """Gives Home's card for a child for whom some rules hold, and nothing else is due. Nothing stays after a card."""
    vault = builders.new_vault(tmp_path_factory.mktemp("every rule") / "vault")
    with vault.work() as session:
        child = quiet_child(session)

        def card_with(*steps: Step) -> NextStep:
            with session.begin_nested() as made:
                make(session, child, steps)
                session.info[ANSWERED] = {}  # as in the reading that Home is shown from
                card = for_home.home(session, TODAY).steps[0]
                del session.info[ANSWERED]
                made.rollback()
            return card

        yield card_with
        session.rollback()
    vault.close()


def named(card: NextStep) -> set[Step]:
    """Every rule that the card names, each in words."""
    assert card.words
    assert all(found.in_short for found in card.also)
    return {card.step, *(found.step for found in card.also)}


def test_every_rule_has_its_place_in_help_and_in_this_table() -> None:
    assert {rule.step for rule in step_rules.RULES} == set(MADE) == set(Step) - {Step.NOTHING}
    assert list(for_home.STEP_RULES) == [rule.step for rule in step_rules.RULES]
    assert len({*for_home.STEP_RULES.values()}) == len(step_rules.RULES)


def test_where_nothing_is_due_home_says_so_of_this_child(card_with: CardWith) -> None:
    card = card_with()
    assert (card.step, card.also) == (Step.NOTHING, ())
    assert card.words == "Nothing needs doing for Mia today."
    assert card.why == "Next: Mia’s PEP meeting was agreed for Wednesday 20 May 2026."


@pytest.mark.parametrize("step", list(MADE))
def test_every_rule_is_named_where_it_holds(card_with: CardWith, step: Step) -> None:
    assert step in named(card_with(step))


@pytest.mark.parametrize("step", list(MADE))
def test_every_rule_is_named_beside_every_other(card_with: CardWith, step: Step) -> None:
    order = list(MADE)
    for other in order[order.index(step) + 1 :]:
        if can_both_hold(step, other):
            assert named(card_with(step, other)) >= {step, other}, f"{step} with {other}"


@settings(max_examples=40)
@given(st.lists(st.sampled_from(list(MADE)), unique=True, max_size=8))
def test_nothing_is_said_only_where_nothing_is_due(card_with: CardWith, wanted: list[Step]) -> None:
    together: list[Step] = []
    for step in wanted:
        if all(can_both_hold(step, other) for other in together):
            together.append(step)
    card = card_with(*together)
    if together:
        assert named(card) >= set(together)
    assert (card.step == Step.NOTHING) == (not together)


def test_the_order_is_that_of_help(card_with: CardWith) -> None:
    order = list(for_home.STEP_RULES)
    every_other = [step for step in order if step not in (Step.FACTS, Step.COUNCIL)]
    together: list[Step] = []
    for step in every_other:
        if all(can_both_hold(step, other) for other in together):
            together.append(step)
    card = card_with(*together)
    steps = [card.step, *(found.step for found in card.also)]
    assert steps == sorted(steps, key=order.index)
    assert len(steps) > 8


@pytest.mark.parametrize("step", list(MADE))
def test_only_the_carers_own_is_red(card_with: CardWith, step: Step) -> None:
    card = card_with(step)
    kinds = {card.step: card.tag_kind} | {found.step: found.tag_kind for found in card.also}
    red = {each for each, kind in kinds.items() if kind == "over"}
    assert red <= {Step.MY_ACTION, Step.MY_OPEN_ACTION}
