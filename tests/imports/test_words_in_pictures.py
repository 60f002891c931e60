"""Words that a machine reads from a picture: by Tesseract where it is, by Windows and macOS with stand-ins for them."""

import io
import random
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw, ImageFont

import resources
from carer_app.errors import DocumentRefused, NoWordReader
from carer_app.imports import (
    reader,
    reader_process,
    words_by_macos,
    words_by_tesseract,
    words_by_windows,
    words_in_pictures,
)
from carer_app.imports.documents import PageImage
from tests.imports.test_documents_hostile import instead

FACE = Path(str(resources.__file__)).parent / "fonts" / "Andika-Regular.ttf"


def picture_of(*lines: str, wide: int = 900) -> PageImage:
    picture = Image.new("RGB", (wide, 60 + 60 * len(lines)), "white")
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((40, 30 + 60 * number), line, font=ImageFont.truetype(str(FACE), 32), fill="black")
    return PageImage(1, *picture.size, picture.tobytes("raw", "BGRX"))


def test_words_are_read_with_their_lines_and_places() -> None:
    assert words_in_pictures.can_read(), "make setup installs Tesseract"
    read = words_in_pictures.words_of(picture_of("Mia reads every day", "Mr Fox helps her"))
    assert read.text == "Mia reads every day\nMr Fox helps her"
    assert len(read.boxes) == len(read.text.split())
    left, top, right, bottom = read.boxes[4]
    assert 30 < left < 60 < right < 120
    assert 400 < top < bottom < 800


def test_a_picture_without_words_has_none() -> None:
    noise = random.Random(3).randbytes(4 * 200 * 200)
    assert words_in_pictures.words_of(PageImage(1, 200, 200, noise)).text == ""


def test_where_nothing_reads_words_there_are_none_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words_by_tesseract, "PLACES", ())
    assert not words_in_pictures.can_read()
    assert words_in_pictures.words_of(picture_of("Mia")) == words_in_pictures.ReadWords("", ())


def with_tesseract(monkeypatch: pytest.MonkeyPatch, program: Path, does: str = "") -> None:
    """The reader process finds this in the place of Tesseract, and whoever asks whether there is one does too."""
    if does:
        program.write_text(does)
        program.chmod(0o755)
    command = reader_process.command()
    code = command.index("-c") + 1
    there = (
        "; from pathlib import Path; from carer_app.imports import words_by_tesseract as instead; "
        f"instead.PLACES = (Path({str(program)!r}),); from"
    )
    command[code] = command[code].replace("; from", there, 1)
    monkeypatch.setattr(reader_process, "command", lambda: command)
    monkeypatch.setattr(words_by_tesseract, "PLACES", (program,))
    monkeypatch.setattr(words_in_pictures, "_NOT_WHOLE", set())


BROKEN = {
    "its language is missing": "#!/bin/sh\ncat > /dev/null; echo 'Failed loading language' >&2; exit 1",
    "a part of it is missing": "#!/bin/sh\nexit 127",
    "cut short": "\x7fELF",
    "not there any more at its start": "#!/nowhere/sh\n",
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have readers of their own")
@pytest.mark.parametrize("how", BROKEN)
def test_a_reader_of_words_that_does_not_work_is_said_to_be_that_and_not_asked_again(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_tesseract(monkeypatch, tmp_path / "tesseract", BROKEN[how])
    with pytest.raises(NoWordReader, match="does not work"):
        words_in_pictures.words_of(picture_of("Mia"))
    assert not words_in_pictures.can_read()
    assert words_in_pictures.words_of(picture_of("Mia")) == words_in_pictures.ReadWords("", ())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have readers of their own")
@pytest.mark.parametrize("does", ["kill -SEGV $$", "kill -KILL $$"])
def test_one_that_dies_of_one_picture_is_asked_again_with_the_next(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_tesseract(monkeypatch, tmp_path / "tesseract", f"#!/bin/sh\n{does}")
    with pytest.raises(DocumentRefused, match="could not be read") as refused:
        words_in_pictures.words_of(picture_of("Mia"))
    assert not isinstance(refused.value, NoWordReader)
    assert words_in_pictures.can_read()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have readers of their own")
@pytest.mark.parametrize(
    "answer", ["", "\377\376 no table", "5\t1\t1\t1\t1\t1\t-9\t-9\t99999999999\t1\t96\tMia"]
)
def test_whatever_else_it_answers_is_words_or_none(
    answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_tesseract(monkeypatch, tmp_path / "tesseract", f"#!/bin/sh\ncat > /dev/null; printf '{answer}'")
    assert words_in_pictures.words_of(picture_of("Mia")).text in ("", "Mia")


def test_a_program_elsewhere_on_the_way_to_programs_is_not_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tesseract").write_text("#!/bin/sh\ntouch was-started\n")
    (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert words_by_tesseract.program() not in (None, tmp_path / "tesseract")


ROW = "5\t1\t1\t1\t1\t1\t90\t40\t180\t20\t96.1\tMia"


@pytest.mark.parametrize(
    "table",
    [
        "",
        "level\tpage",
        ROW.replace("96.1", "12"),  # not sure enough
        ROW.replace("96.1", "sure"),
        ROW.replace("Mia", "~|"),
        ROW.replace("\t90\t", "\tnan\t"),
        ROW + "\tmore",
    ],
)
def test_rows_that_say_nothing_are_left_out(table: str) -> None:
    assert words_by_tesseract.words_of_table(table, 900, 400) == []


def test_a_box_beyond_the_picture_ends_at_its_edge() -> None:
    assert words_by_tesseract.words_of_table(ROW.replace("180", "9999"), 900, 400) == [
        (0, "Mia", 100, 100, 1000, 150)
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"words": [[0, "a", 1, 1, 2]]},
        {"words": [[0, 5, 1, 1, 2, 2]]},
        {"words": [[0, "a", 1, 1, 2, 5000]]},
        {"words": [[0, "a", 9, 1, 2, 2]]},
        {"words": [[-1, "a", 1, 1, 2, 2]]},
        {"words": [[0, "\n \x00", 1, 1, 2, 2]]},
        {"words": [[True, "a", 1, 1, 2, 2]]},
        {"words": 7},
        {},
    ],
)
def test_an_answer_that_cannot_be_is_refused(told: object, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = reader.pack(told, 0) + reader.pack({"done": True}, 0)  # type: ignore[arg-type]
    instead(monkeypatch, f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answer!r})")
    with pytest.raises(DocumentRefused, match="could not be read"):
        words_in_pictures.words_of(picture_of("Mia"))


def test_a_reader_of_words_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    instead(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(words_in_pictures, "SECONDS", 0.3)
    with pytest.raises(DocumentRefused):
        words_in_pictures.words_of(picture_of("Mia"))


def test_pixels_that_do_not_fit_their_size_are_refused_before_any_program_sees_them() -> None:
    answer = io.BytesIO()
    reader._read_picture({"width": 100, "height": 100}, b"1234", answer)
    assert b"damaged" in answer.getvalue()


def test_what_windows_answers_becomes_words() -> None:
    def word(text: str, x: float, y: float) -> SimpleNamespace:
        return SimpleNamespace(text=text, bounding_rect=SimpleNamespace(x=x, y=y, width=100, height=20))

    lines = [
        SimpleNamespace(words=[word("Mia", 0, 0), word("reads", 110, 0)]),
        SimpleNamespace(words=[word("daily", 950, 390)]),
    ]
    assert words_by_windows.words_of(SimpleNamespace(lines=lines), 1000, 400) == [
        (0, "Mia", 0, 0, 100, 50),
        (0, "reads", 110, 0, 210, 50),
        (1, "daily", 950, 975, 1000, 1000),
    ]


def test_windows_is_asked_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    class Engine:
        max_image_dimension = 4000

        @staticmethod
        def try_create_from_user_profile_languages() -> "Engine":
            return Engine()

        def recognize_async(self, bitmap: object) -> object:
            asked.append(bitmap)
            return SimpleNamespace(get=lambda: SimpleNamespace(lines=[]))

    def copy(*about: object) -> object:
        return about

    for name, holds in {
        "winrt.windows.media.ocr": SimpleNamespace(OcrEngine=Engine),
        "winrt.windows.graphics.imaging": SimpleNamespace(
            SoftwareBitmap=SimpleNamespace(create_copy_from_buffer=copy),
            BitmapPixelFormat=SimpleNamespace(BGRA8=87),
        ),
    }.items():
        monkeypatch.setitem(sys.modules, name, holds)
    assert words_by_windows.words_in(2, 1, bytes(8)) == []
    assert asked == [(bytes(8), 87, 2, 1)]
    assert words_by_windows.words_in(5000, 1, bytes(20_000)) == []
    assert len(asked) == 1


def test_what_macos_answers_becomes_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def text_from_image(picture: Image.Image, language_preference: list[str]) -> list[object]:
        asked.append((picture.size, language_preference))
        return [("Mia reads", 1.0, (0.1, 0.8, 0.9, 0.1))]

    monkeypatch.setitem(sys.modules, "ocrmac.ocrmac", SimpleNamespace(text_from_image=text_from_image))
    assert words_by_macos.words_in(2, 1, bytes(8)) == [
        (0, "Mia", 100, 100, 400, 200),
        (0, "reads", 500, 100, 1000, 200),
    ]
    assert asked == [((2, 1), ["en-GB"])]


def words(*told: tuple[int, str, int, int, int, int]) -> words_in_pictures.ReadWords:
    return words_in_pictures._in_lines([(line, word, tuple(box)) for line, word, *box in told])  # type: ignore[misc]


def test_a_table_that_was_read_column_by_column_is_a_table_again() -> None:
    read = words(
        (0, "Autumn", 100, 100, 180, 120),
        (0, "begins", 190, 101, 250, 121),
        (1, "Half", 100, 150, 150, 170),
        (2, "1", 400, 106, 410, 126),  # askew: a quarter of a line lower over there
        (2, "September", 420, 107, 500, 127),
        (3, "26", 400, 156, 420, 176),
    )
    assert words_in_pictures.in_rows(read) == "Autumn begins\t1 September\nHalf\t26"


def test_no_words_are_no_rows() -> None:
    assert words_in_pictures.in_rows(words_in_pictures.ReadWords("", ())) == ""
