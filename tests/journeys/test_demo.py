"""The demo: the main job through the real pages. What it leaves behind can be read by nobody without the password."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path

import pypdf
import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

from carer_app.errors import WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, filing, following_up, hearing_the_child, pep_copies
from tests.builders import TODAY
from ui.base.places import Place, every_place
from ui.look.theme_tokens import LIGHT
from ui.paper.sheet_page import SheetPage

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]

WORDS = (
    "Amelia",
    "Riverside",
    "Miss Kay",
    "Ms Ali",
    "Mr Fox",
    "Playtime",
    "dragons",
    "swimming",
    "buddy",
    "Ms Dean",
)
SHEETS = (
    "sheet-meeting.pdf",
    "sheet-mine.pdf",
    "sheet-child.pdf",
    "actions-for-review.pdf",
    "ladder.pdf",
    "years-of-amelia.pdf",
    "education-of-amelia.pdf",
    "letter-to-amelia.pdf",
    "copy-from-photographs.pdf",
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo run once, as `make demo` runs it."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    without_a_screen = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    run = subprocess.run(
        [sys.executable, "-m", "carer_app", "--demo", str(folder)],
        cwd=ROOT, env=without_a_screen | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=240,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stderr == ""
    return folder


@pytest.fixture(scope="session")
def vault(made: Path) -> Iterator[Vault]:
    vault = Vault.open(made / "vault", (made / "passphrase").read_text(encoding="utf-8"))
    yield vault
    vault.close()


def test_every_sheet_and_a_picture_of_each_page_is_there(made: Path) -> None:
    assert all((made / name).read_bytes().startswith(b"%PDF-") for name in SHEETS)
    strip = QImage(str(made / "year-of-amelia.png"))
    assert len({strip.pixel(x, y) for x in range(0, strip.width(), 3) for y in range(strip.height())}) > 2
    pictures = sorted(file.name for file in made.glob("page-*.png"))
    assert len(pictures) >= 30
    assert {"page-Home.png", "page-GetReady.png", "page-ReadDocument.png", "page-welcome.png"} <= set(
        pictures
    )


def test_every_picture_shows_its_own_page(made: Path) -> None:
    pictures = {file.name: QImage(str(file)) for file in made.glob("page-*.png")}
    assert [name for name, picture in pictures.items() if not ink(picture, picture.rect())] == []
    seen: dict[bytes, str] = {}
    alike = [(name, seen.setdefault(bytes(each.constBits()), name)) for name, each in pictures.items()]
    assert [(first, second) for first, second in alike if first != second] == []


def test_every_paper_in_a_picture_is_drawn(made: Path) -> None:
    """Before it is, a page says its number in its middle. All of ours begin at the left."""
    places = [place for place in every_place(1, 1, 1, 1, 1) if has_paper(place)]
    assert len(places) >= 8
    blank, without = [], []
    for file in {made / f"page-{type(place).__name__}*.png" for place in places}:
        for found in made.glob(file.name):
            picture = QImage(str(found))
            paper = sheet_of(picture)
            if paper is None:
                without.append(type_of(found))
                continue
            paper.setWidth(paper.width() // 3)
            if not ink(picture, paper):
                blank.append(found.name)
    assert blank == []
    assert set(without) <= NOTHING_YET


NOTHING_YET = {"DaysOnPaper", "SchoolCardOnPaper"}
"""In the made-up household there is nothing to put on these: their pages say so."""


def type_of(picture: Path) -> str:
    return picture.stem.removeprefix("page-").split("-")[0]


def has_paper(place: Place) -> bool:
    module, name = place.page.split(":")
    page = getattr(import_module(module), name)
    return issubclass(page, SheetPage) or name == "ReadDocumentPage"


def sheet_of(picture: QImage) -> QRect | None:
    """The white sheet at the bottom of the page, on its darker ground; None where there is no sheet."""
    below_the_paper = 40  # the page ends a little above the window
    middle, bottom = picture.width() // 2, picture.height() - below_the_paper

    def to_the_edge(x: int, y: int, step_x: int, step_y: int) -> tuple[int, int] | None:
        while picture.rect().contains(x + step_x, y + step_y):
            if picture.pixelColor(x + step_x, y + step_y) == QColor(LIGHT.border):
                return x, y
            x, y = x + step_x, y + step_y
        return None

    at_left, at_right = to_the_edge(middle, bottom, -1, 0), to_the_edge(middle, bottom, 1, 0)
    at_top = at_left and to_the_edge(*at_left, 0, -1)
    if at_left is None or at_right is None or at_top is None:
        return None
    left, right, top = at_left[0], at_right[0], at_top[1]
    return QRect(QPoint(left, top), QPoint(right, bottom))


def ink(picture: QImage, box: QRect) -> bool:
    """Whether anything is written here: dark pixels in more than one place."""
    points = ((x, y) for y in range(box.top(), box.bottom(), 2) for x in range(box.left(), box.right(), 2))
    return (
        sum(1 for _each in islice((p for p in points if picture.pixelColor(*p).lightness() < 90), 20)) == 20
    )


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)


def test_the_sheet_holds_the_childs_words_and_the_ask(made: Path) -> None:
    words = text_of(made / "sheet-meeting.pdf")
    assert "Playtime is hard. They run off." in words
    assert "A buddy and a place to be at playtime." in words
    assert words.index("Amelia says") < words.index("Going well") < words.index("What we ask for")


def test_only_the_carers_own_copy_holds_the_things_to_say(made: Path) -> None:
    assert "Thank you for the art club" in text_of(made / "sheet-mine.pdf")
    assert "Thank you for the art club" not in text_of(made / "sheet-meeting.pdf")


def test_the_childs_sheet_says_who_said_yes_and_the_review_list_what_is_done(made: Path) -> None:
    assert "Find a buddy for playtimes" in text_of(made / "sheet-child.pdf")
    review = text_of(made / "actions-for-review.pdf")
    assert "of 4 are done" not in review, "that would be a score"
    assert "Done on 10 March 2026" in review
    assert "I liked the voices best." in text_of(made / "letter-to-amelia.pdf")


def test_no_title_and_no_calendar_entry_names_a_child(made: Path) -> None:
    for name in SHEETS:
        details = pypdf.PdfReader(made / name).metadata
        assert details is not None
        assert not [word for word in WORDS if word in str(dict(details))]
    event = Calendar.from_ical((made / "meeting.ics").read_bytes()).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Meeting"
    assert not [word for word in WORDS if word in event.to_ical().decode()]


def test_no_word_of_the_household_can_be_read_in_any_file_of_the_vault(made: Path) -> None:
    files = [file for file in (made / "vault").rglob("*") if file.is_file()]
    assert len(files) >= 3
    readable = [
        (file.name, word, code)
        for file in files
        for word in (*WORDS, "Personal Education Plan")
        for code in ("utf-8", "utf-16-le", "utf-16-be")
        if word.encode(code) in file.read_bytes()
    ]
    assert readable == []
    assert not [word for file in files for word in WORDS if word.lower() in file.name.lower()]


def test_the_password_finds_them_all_and_another_finds_nothing(made: Path, vault: Vault) -> None:
    with vault.reading() as session:
        child = children.list_children(session, TODAY)[0]
        facts = children.child_facts(session, child.id, TODAY)
        meeting = facts.meetings[0].id
        views = [view.words for view in hearing_the_child.views(session, meeting)]
        actions = following_up.actions_of_child(session, child.id, TODAY)
        copy = pep_copies.copy_of(session, meeting, TODAY)
        assert copy is not None
        assert copy.document_id is not None
        document = filing.sealed_document(session, copy.document_id)
    assert (child.name, facts.school) == ("Amelia", "Riverside Primary")
    assert "Playtime is hard. They run off." in views
    assert len(actions) == 4
    assert vault.sealed.open(document.fingerprint, document.seal_key).startswith(b"%PDF-")
    assert document.pages == 3
    with pytest.raises(WrongPassphrase):
        keys.unwrap((made / "vault" / "vault.key").read_bytes(), "some other words")


def test_the_logs_say_nothing_of_the_household(made: Path) -> None:
    logs = [file for file in (made / "logs").rglob("*") if file.is_file()] if (made / "logs").exists() else []
    preferences = [made / "preferences.json"] if (made / "preferences.json").exists() else []
    assert not [
        word for file in (*logs, *preferences) for word in WORDS if word.encode() in file.read_bytes()
    ]
