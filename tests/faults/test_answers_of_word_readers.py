"""What a program that reads words from pictures may answer: words, or nothing."""

import os
import random

import pytest

from carer_app.imports import words_by_tesseract

TIMES = 400 if os.environ.get("PEP_FULL_FAULTS") else 6


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
