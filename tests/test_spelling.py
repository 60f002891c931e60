"""Spelling: British English, with a real dictionary, and nothing of it on disk."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.computer.spelling import Speller, load_speller


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    loaded = load_speller()
    assert loaded is not None
    yield loaded
    loaded.forget()


def wrong(speller: Speller, text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end in speller.wrong_in(text, frozenset(names))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She lieks the colour of her freind’s coat.", ["lieks", "freind’s"]),
        ("Don’t know. It’s the child’s favourite.", []),
        ("The color of the center", ["color", "center"]),
        ("Plays with Zoltan and Aoife at playtime", []),
        ("Zoltann is kind. Teh dog too.", ["Zoltann", "Teh"]),
        ("EHCP, PEP, TAs in Year 5, 3rd of May, e.g. mon@school.uk", []),
        ("", []),
        ("x" * 100, ["x" * 100]),
    ],
)
def test_words_that_are_not_in_the_dictionary_are_found_and_names_left_alone(
    speller: Speller, text: str, expected: list[str]
) -> None:
    assert wrong(speller, text) == expected


def test_names_of_the_household_are_no_mistakes(speller: Speller) -> None:
    assert wrong(speller, "Zoltann is kind. Zoltann’s dog.", "zoltann") == []


def test_a_word_that_is_let_be_is_fine_until_forgotten(speller: Speller) -> None:
    assert wrong(speller, "the minecrafty way") == ["minecrafty"]
    speller.let_be("minecrafty")
    assert wrong(speller, "the minecrafty way") == []
    speller.forget()
    assert wrong(speller, "the minecrafty way") == ["minecrafty"]


def test_the_likeliest_word_is_suggested_with_our_own_apostrophe(speller: Speller) -> None:
    assert speller.suggestions("recieve")[0] == "receive"
    assert "don’t" in speller.suggestions("dont")
    assert len(speller.suggestions("teh")) <= 5


@given(st.text(max_size=300))
def test_whatever_is_typed_each_place_is_a_word_in_it(speller: Speller, text: str) -> None:
    for start, end in speller.wrong_in(text):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


def test_nothing_is_written_into_the_home_folder(tmp_path: Path) -> None:
    code = (
        "from carer_app.computer.spelling import load_speller\n"
        "speller = load_speller()\n"
        "assert list(speller.wrong_in('freind'))\n"
        "speller.let_be('freind')\n"
    )
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": "."}
    subprocess.run([sys.executable, "-c", code], check=True, env=env, cwd=Path(__file__).parents[1])
    assert list(tmp_path.iterdir()) == []


def test_without_the_systems_library_there_is_no_dictionary_and_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert load_speller() is None
