"""Word files, texts and photos damaged in many ways: the reader may die of one, the program never does.

Few of each in `make test`; in `make faults` as many as make rare damage likely.
"""

import random
from collections.abc import Callable

import pytest

from carer_app.errors import DocumentRefused
from carer_app.imports import pictures, words_file
from carer_app.imports.page_limits import MOST_PICTURE_SIDE
from tests.imports.test_photo_places import photo
from tests.imports.word_files import A_REPORT, document, paragraph, table, word_file

READERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "word": (words_file.words_of_word, A_REPORT),
    "word inside": (
        lambda data: words_file.words_of_word(word_file(**{"word/numbering.xml": data})),
        document(paragraph("Report"), table(("a", "b"))).encode(),
    ),
    "text": (words_file.words_of_text, ("Dear carer, £5 for Zoë\n" * 30).encode()),
    **{
        kind: (lambda data: pictures.look_at(data, MOST_PICTURE_SIDE), photo(kind))
        for kind in ("JPEG", "PNG", "TIFF", "HEIF")
    },
    **{f"place of {kind}": (pictures.without_place, photo(kind)) for kind in ("JPEG", "TIFF", "HEIF")},
}


@pytest.mark.parametrize("name", READERS)
def test_a_damaged_file_is_refused_in_a_sentence_or_read(
    name: str, full_counts: bool, landed: Callable[[str, int, int], None]
) -> None:
    read, whole = READERS[name]
    chance = random.Random(name)
    tries, refused = 400 if full_counts else 6, 0
    for _number in range(tries):
        data = bytearray(whole)
        for _flip in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.4:
            del data[chance.randrange(len(data)) :]
        elif chance.random() < 0.3:
            at = chance.randrange(len(data))
            data[at:at] = data[at : at + chance.randrange(400)]
        sentence = ""
        try:
            read(bytes(data))
        except DocumentRefused as problem:
            refused, sentence = refused + 1, str(problem)
        assert not sentence or sentence.endswith(".")
    landed(f"damaged {name} refused", refused, tries)
