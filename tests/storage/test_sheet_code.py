"""The code can be copied by hand: any slip is noticed, and it is said in which group."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.errors import CodeSlip
from carer_app.storage import sheet_code
from carer_app.storage.sheet_code import GROUPS, LETTERS, new_code, read_code

codes = st.builds(new_code)
places = st.integers(0, GROUPS * 4 - 1)


def wrong_groups(typed: str) -> tuple[int, ...]:
    with pytest.raises(CodeSlip) as caught:
        read_code(typed)
    return caught.value.groups


def test_a_code_is_six_groups_of_four_without_look_alikes() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 23
    assert not set("ILO01QZ2B8GU5") & set(LETTERS)
    seen = {new_code() for _n in range(200)}
    assert len(seen) == 200
    for code in seen:
        assert re.fullmatch(rf"([{LETTERS}]{{4}}-){{5}}[{LETTERS}]{{4}}", code)
        assert read_code(code) == code


@given(codes, st.sampled_from([" ", "", ".", "  -  ", "\n", " – ", "/"]), st.booleans())
def test_it_reads_the_same_however_it_is_typed(code: str, between: str, small: bool) -> None:
    typed = between.join(code.split("-"))
    assert read_code(f" {typed.lower() if small else typed} ") == code


@given(codes)
def test_letters_that_look_alike_are_understood(code: str) -> None:
    assert read_code(code.replace("D", "O").replace("S", "5").replace("V", "u")) == code
    assert read_code(code.replace("D", "0")) == code


@given(codes, places, st.sampled_from(LETTERS))
def test_every_slip_of_one_letter_is_noticed_in_its_group(code: str, place: int, letter: str) -> None:
    letters = list(code.replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    assert wrong_groups("".join(letters)) == (place // 4 + 1,)


@given(codes, places)
def test_two_neighbours_changed_round_are_noticed(code: str, place: int) -> None:
    letters = list(code.replace("-", ""))
    if place % 4 == 3 or letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    assert wrong_groups("".join(letters)) == (place // 4 + 1,)


@given(codes, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_noticed(code: str, order: list[int]) -> None:
    groups = code.split("-")
    shuffled = "-".join(groups[n] for n in order)
    if shuffled == code:
        return
    moved = {n + 1 for n, place in enumerate(order) if n != place}
    assert set(wrong_groups(shuffled)) == moved


@pytest.mark.parametrize("typed", ["", "ACEF", "A" * 25, "no idea", "ÅÄÖ" * 8, "*" * 24])
def test_anything_else_is_said_kindly(typed: str) -> None:
    with pytest.raises(CodeSlip, match=r"group|Group"):
        read_code(typed)


def test_the_sentence_names_every_group_to_look_at() -> None:
    code = new_code()
    spoiled = "-".join(
        "****" if n in (1, 3, 6) else group for n, group in enumerate(code.split("-"), start=1)
    )
    with pytest.raises(CodeSlip, match="Groups 1, 3 and 6 do not fit"):
        read_code(spoiled)
    assert sheet_code.same_group(code.split("-")[2].lower() + " ", sheet_code.group_of(code, 3))
