"""Papers with random damage, asked for their letters, their contents and their words: an answer or a sentence."""

import os
import random
from contextlib import suppress

import pytest

from carer_app.errors import CarerAppError
from carer_app.imports import words_by_tesseract
from carer_app.imports.documents import draw_pages, letters_of, look_into
from tests.photographed import printed

TIMES = 400 if os.environ.get("PEP_FULL_FAULTS") else 6


@pytest.mark.faults
def test_a_damaged_paper_gives_its_letters_or_a_sentence() -> None:
    whole, chance = printed(), random.Random(18)
    for _time in range(TIMES):
        data = bytearray(whole)
        for _byte in range(chance.randint(1, 60)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = (
            bytes(data[: chance.randrange(len(data) // 2, len(data))])
            if chance.random() < 0.3
            else bytes(data)
        )
        for ask in (
            lambda data: letters_of(data, [1, 2]),
            look_into,
            lambda data: draw_pages(data, [1], 200),
        ):
            with suppress(CarerAppError):  # whatever else it raises makes this red
                ask(cut)


@pytest.mark.faults
def test_whatever_a_program_that_reads_words_answers_is_words_or_nothing() -> None:
    chance = random.Random(19)
    row = "5\t1\t1\t1\t1\t1\t90\t40\t180\t20\t96.1\tMia"
    for _time in range(TIMES * 20):
        told = "".join(
            chance.choice((letter, letter, letter, "\t", "\n", "-", "9", chr(chance.randrange(0xD7FF))))
            for letter in row
        )
        for _line, word, left, top, right, bottom in words_by_tesseract.words_of_table(told, 900, 400):
            assert word
            assert not any(letter.isspace() for letter in word)
            assert all(0 <= side <= 1000 for side in (left, top, right, bottom))
