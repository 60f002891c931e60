"""--demo DIR: the main job on a made-up household, through the real pages, without a screen. Lives on 10 March 2026.

Everything is done as a carer does it: by pressing buttons and typing into boxes that are found by the name a screen
reader would say. Writes the sheets, the calendar file and a picture of each page into DIR, and leaves the locked
records in DIR/vault with their made-up password in DIR/passphrase.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QLinearGradient,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTransform,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget

from carer_app.choices import ConcernKind, Part
from carer_app.computer.paths import DataDir
from carer_app.jobs import made_up_afterwards, made_up_sheets, photos_of_paper
from carer_app.texts.made_up import HOUSEHOLDS
from carer_app.use_cases import children, pep_copies
from carer_app.use_cases.children import FirstFact
from ui.base.places import (
    Actions,
    AddActions,
    AfterMeeting,
    AskQuestion,
    CheckAndPrint,
    ChildRecord,
    ChildSheetPlace,
    EditChild,
    EducationOnPaper,
    Home,
    LettersPlace,
    LetterToPrint,
    LookingBackPlace,
    MeetingSheetPlace,
    NextPepPlace,
    PepCopyPlace,
    Place,
    PreparePart,
    ReviewFormPlace,
    ReviewList,
    SchoolDates,
    Settings,
    TellTheChild,
    WhatSchoolSaid,
    WhomToAskInTurn,
    YearsOnPaper,
    every_place,
)
from ui.shell import app
from ui.widgets.opens import Opens
from ui.widgets.paper_stack import PaperStack

PASSWORD = "kettle river button"
TODAY = date(2026, 3, 10)
PATIENCE_SECONDS = 60
"""How long one step may take before the demo gives up."""


class Hand:
    """Does what a carer's hands do, in one window."""

    def __init__(self, companion: app.Companion) -> None:
        self.companion = companion
        self.window = companion.window

    @property
    def page(self) -> Any:
        """The page on screen."""
        return self.window.page

    def go(self, place: Place) -> Any:
        if self.window.in_closed_room:
            self.window.start_at(place)  # a carer comes out of it through the lock only
        else:
            self.window.go(place)
        self.rest()
        return self.page

    def find(self, name: str) -> QWidget:
        """The control on screen that is called this; "Add: How…" finds the first whose name begins so."""
        self.rest()
        named = [widget for widget in self.window.findChildren(QWidget) if _is_called(widget, name)]
        if not named:
            raise LookupError(f"Nothing on this page is called “{name}”.")
        return named[0]

    def press(self, name: str) -> None:
        """Press a button, or choose an answer."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))
        self.rest()

    def type(self, name: str, words: str, enter: bool = False) -> None:
        """Type into a box, in place of what is there."""
        box = self.find(name)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in words:
            # QTest.keyClicks knows ASCII only
            QApplication.sendEvent(
                box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            )
        if enter:
            QTest.keyClick(box, Qt.Key.Key_Return)
        self.window.save_now()
        self.rest()

    def open_everything(self) -> None:
        """Open what is a press away on this page."""
        for each in self.page.findChildren(Opens):
            if not each.is_open:
                each.button.click()
        self.rest()

    def wait(self, true: Callable[[], object], what: str) -> None:
        """Let the application work until something holds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(f"Waited too long for {what}.")
            self._turn(10)

    def rest(self) -> None:
        """Let everything that is going on come to an end."""
        self._turn(0)
        self.wait(lambda: not self.companion.background.is_busy, "the work in the background")
        self._turn(0)

    def picture(self, path: Path) -> None:
        """What is on screen, once nothing changes any more and every paper in sight is drawn."""
        self.rest()
        papers = [each for each in self.window.findChildren(PaperStack) if each.isVisible()]
        self.wait(lambda: all(each.is_drawn for each in papers), "the paper")
        self.rest()
        self.window.grab().save(
            str(path), quality=80
        )  # as exact as ever: of a PNG it says how long to pack it

    def _turn(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        QApplication.sendPostedEvents()


def _is_called(widget: QWidget, name: str) -> bool:
    if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    shown = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return shown == name or (name.endswith("…") and shown.startswith(name[:-1]))


def _pass_on(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Qt's warnings, but for what its plugin for no screen at all says of every dialog."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def demo(folder: Path) -> int:
    """Do the whole job into `folder`. Returns 0 when it is done."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_pass_on)
    app.make_application(["pep-companion"])
    companion = app.Companion(DataDir(folder), lambda: TODAY)
    companion.start()
    companion.window.resize(1180, 820)  # on whatever screen this is
    hand = Hand(companion)
    print("A made-up household, on Tuesday 10 March 2026.")
    _first_run(hand, folder)
    child = _add_amelia(hand)
    coming = _get_ready(hand, child)
    _save_sheets(hand, folder, coming)
    _after_the_meeting(hand, folder, child, coming)
    _pictures(hand, folder, child, coming)
    companion.close()
    _other_households(folder)
    print(f"Done. Everything is in {folder}.")
    return 0


def _first_run(hand: Hand, folder: Path) -> None:
    hand.picture(folder / "page-welcome.png")
    hand.press("Continue")
    hand.press("Yes")
    hand.type("Who said so?", "Ms Dean, supervising social worker")
    hand.type("When?", "2 March 2026")
    hand.picture(folder / "page-may-keep.png")
    hand.press("Continue")
    hand.type("Password", PASSWORD)
    hand.picture(folder / "page-choose-password.png")
    hand.press("Use this password")
    hand.wait(lambda: hand.companion.records.is_open, "the records to be made")
    (folder / "passphrase").write_text(PASSWORD, encoding="utf-8")
    hand.press("Make my sheet")
    hand.picture(folder / "page-way-back-sheet-code.png")
    hand.press("I have it on paper")
    hand.press("Ask me in a week")
    hand.picture(folder / "page-home-empty.png")
    hand.go(Settings())
    hand.type("Your name", "Sam")


def _add_amelia(hand: Hand) -> int:
    """A first name and one date, then the facts and the school's dates; returns the child's id."""
    hand.go(Home())
    hand.press("Add a child")
    hand.type("Name you use at home", "Amelia")
    hand.press(FirstFact.CAME_INTO_CARE.words)
    hand.type("Which day did they come into care?", "3 feb 2026")
    hand.press("Add this child")
    child: int = hand.page.place.child_id
    hand.go(EditChild(child))
    hand.open_everything()
    hand.type("Birthday", "2 May 2016", enter=True)
    hand.type("Day of the next review", "22 April 2026", enter=True)
    hand.type("Name of the school", "Riverside Primary")
    hand.type("Started at this school on", "10 February 2026", enter=True)
    hand.type("Class or form", "Miss Kay’s class")
    hand.type("Social worker", "Ms Ali")
    hand.type("Designated teacher", "Mr Fox")
    school = hand.companion.records.read(children.child_facts, child, TODAY).school_id
    assert school is not None
    hand.go(SchoolDates(school))
    hand.press("Use these dates: Riverside…")
    return child


def _get_ready(hand: Hand, child: int) -> int:
    """From "no date yet" to a full preparation; returns the meeting's id."""
    hand.go(ChildRecord(child))
    hand.press("Get ready…")
    meeting: int = hand.page.place.meeting_id

    hand.go(PreparePart(meeting, Part.WHEN_WHERE))
    hand.type("Day", "10 mar 2026", enter=True)
    hand.type("Time", "2pm", enter=True)
    hand.type("Place", "Riverside Primary, the library")

    hand.go(TellTheChild(meeting, 4))
    hand.type("We talked about it on…", "8 March", enter=True)
    hand.go(TellTheChild(meeting, 5))
    hand.press("For part of it")
    hand.type("Who says Amelia’s words…", "Amelia would like to speak first")
    hand.go(TellTheChild(meeting, 7))
    hand.type("Where does Amelia sit?", "Next to Sam")
    hand.type("What should everyone there do to help Amelia?", "Short questions")

    hand.go(PreparePart(meeting, Part.CHILD_SAYS))
    for number, words in enumerate(("Playtime is hard. They run off.", "I like art with Miss Kay."), start=1):
        hand.press("Add something Amelia said")
        hand.type(f"{number}. What Amelia said", words)
    hand.type("One thing at school Amelia would change", "A quiet place at lunch.")
    hand.press("I have finished this part")

    for question, words in (
        ("going_well.school", "Loves art, and comes home telling us about it."),
        ("going_well.home", "Reads to the dog each evening."),
        ("going_well.out_of_school", "Cubs on Tuesdays. She has her first badge."),
        ("out_of_school.reading", "Ten minutes each evening. She likes books about dragons."),
        ("out_of_school.homework", "At the kitchen table after tea. Spellings are the hard bit."),
        ("out_of_school.clubs", "Cubs, drawing. Would like to try swimming."),
    ):
        hand.go(AskQuestion(meeting, question))
        hand.type("In your own words…", words)

    hand.go(PreparePart(meeting, Part.HARD_NOW))
    hand.press(f"Add: {ConcernKind.CHILDREN.words}")
    hand.type("What we see…", "In tears after lunch about twice a week, since January.")
    hand.type("What helps…", "A job to do with one friend.")
    hand.type("What we ask for…", "A buddy and a place to be at playtime.")
    hand.type("Who we ask…", "Mr Fox")

    hand.go(PreparePart(meeting, Part.QUESTIONS))
    hand.press("Add: How is Amelia doing…")
    hand.press("Add: How is reading going…")
    hand.go(PreparePart(meeting, Part.WHO_COMES))
    hand.press("Put them on the list")
    hand.rest()
    return meeting


def _save_sheets(hand: Hand, folder: Path, meeting: int) -> None:
    """Check, then save both sheets for the meeting and the calendar file as the carer would."""
    hand.go(CheckAndPrint(meeting))
    hand.press("No")
    hand.press("some of it")
    hand.open_everything()
    hand.type("Three things you want to say…", "Thank you for the art club.")
    hand.go(MeetingSheetPlace(meeting))
    _save_pdf(hand, folder / "sheet-meeting.pdf")
    hand.press("Me, with room for notes")
    _save_pdf(hand, folder / "sheet-mine.pdf")
    hand.go(PreparePart(meeting, Part.WHEN_WHERE))
    hand.press("Save to my calendar")
    _choose(hand, folder / "meeting.ics")


def _save_pdf(hand: Hand, path: Path) -> None:
    hand.wait(lambda: hand.page.view.shown is not None and hand.find("Save as PDF").isEnabled(), "the sheet")
    hand.press("Save as PDF")
    _choose(hand, path)


def _choose(hand: Hand, path: Path) -> None:
    """Answer the file dialog that is open."""
    hand.wait(QApplication.activeModalWidget, "the file dialog")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    box = dialog.findChild(QLineEdit, "fileNameEdit")
    assert box is not None
    box.setText(str(path.absolute()))
    QTest.keyClick(box, Qt.Key.Key_Return)
    hand.rest()


def _after_the_meeting(hand: Hand, folder: Path, child: int, meeting: int) -> None:
    """The meeting was this afternoon: write down, file the copy, tick off, print for the review and for Amelia."""
    hand.go(AfterMeeting(meeting))
    hand.type("Which day was the meeting held?", "10 March 2026", enter=True)
    hand.go(WhatSchoolSaid(meeting))
    hand.type("How is Amelia doing in learning?…", "Reading is where it should be. Spelling needs help.")
    hand.type(
        "What kind or proud thing was said about Amelia?…",
        "Miss Kay: Amelia helps others without being asked.",
    )
    hand.go(AddActions(meeting))
    for what, who, name, when in (
        ("Find a buddy for playtimes", "School", "Mr Fox", "20 March 2026"),
        ("Ask about a place at swimming", "Me", "", "10 March 2026"),
        ("Ask if swimming can be paid for", "Social worker", "Ms Ali", "27 March 2026"),
        ("Show Sam the new badge page", "Amelia", "", ""),
    ):
        hand.type("What will happen", what)
        hand.press(who)
        if name:
            hand.type("Their name…", name)
        hand.type("By when…", when, enter=True)
    hand.go(NextPepPlace(meeting))
    hand.type("When is the next PEP meeting?…", "8 September 2026", enter=True)
    hand.go(Actions())
    hand.press("Done: Ask about a place at swimming…")
    _file_the_copy(hand, folder, meeting)
    hand.go(ChildSheetPlace(meeting))
    _save_pdf(hand, folder / "sheet-child.pdf")
    hand.go(ReviewFormPlace(child, 1))
    hand.type("What is going well?…", "She reads to the dog each evening.")
    hand.go(ReviewList(child))
    _save_pdf(hand, folder / "actions-for-review.pdf")
    hand.go(WhomToAskInTurn(child, "meeting_date"))
    _save_pdf(hand, folder / "ladder.pdf")
    _write_a_letter(hand, folder, child)
    _look_back(hand, folder, child)


def _look_back(hand: Hand, folder: Path, child: int) -> None:
    """The year as a picture, and on paper, with what the law's list asks for."""
    hand.go(LookingBackPlace(child))
    hand.rest()
    years = hand.page.years
    years.row(years.ids()[0]).strip.grab().save(str(folder / "year-of-amelia.png"))
    hand.go(YearsOnPaper(child))
    _save_pdf(hand, folder / "years-of-amelia.pdf")
    hand.go(EducationOnPaper(child))
    _save_pdf(hand, folder / "education-of-amelia.pdf")


def _write_a_letter(hand: Hand, folder: Path, child: int) -> None:
    """Twice a year there is a letter to Amelia, which she keeps."""
    hand.go(LettersPlace(child))
    hand.press("Begin a letter")
    hand.type(
        "Your words to Amelia",
        "Dear Amelia, you read a whole book about dragons to me. I liked the voices best. From Sam",
    )
    hand.press("I gave it to Amelia…")
    hand.go(LetterToPrint(child))
    _save_pdf(hand, folder / "letter-to-amelia.pdf")


def _file_the_copy(hand: Hand, folder: Path, meeting: int) -> None:
    """The copy came by e-mail, made by some other program. It is sealed and read inside."""
    copy = folder / "copy-from-school.pdf"
    _write_as_another_program_would(copy)
    hand.go(PepCopyPlace(meeting))
    hand.type("Who said you may keep files they send you?", "Ms Dean, supervising social worker")
    hand.press("Yes, I may keep files they send me")
    _make_of_photos(hand, folder)
    hand.press("Choose a file or photos")
    _choose(hand, copy)
    hand.press("Read it")
    hand.wait(lambda: hand.page.view.shown is not None, "the copy to open")
    copy.unlink()


def _make_of_photos(hand: Hand, folder: Path) -> None:
    """How it would be if the copy had come on paper: two photos, the second taken sideways. The PDF came after all."""
    pages = hand.page.file.photos
    photos = [folder / "photo-1.jpg", folder / "photo-2.jpg"]
    for number, photo in enumerate(photos):
        _photograph(photo, is_sideways=number == 1)
        hand.press("Add another photo" if number else "Choose a file or photos")
        _choose(hand, photo)
        hand.wait(lambda: not hand.page.file.bringing.is_busy, "the photo")
        photo.unlink()
    for _quarter in range(3):
        hand.press("Turn it: Photo 2 of 2")
    hand.press("Make the paper lighter")
    hand.picture(folder / "page-photos-of-a-copy.png")
    (folder / "copy-from-photographs.pdf").write_bytes(photos_of_paper.to_pdf(pages.pages()))
    hand.press("Leave these out")


def _photograph(path: Path, is_sideways: bool) -> None:
    """A page as a phone would take it: grey paper, a shadow from the right."""
    page = QImage(900, 1260, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    shadow = QLinearGradient(0, 0, page.width(), 0)
    shadow.setColorAt(0, QColor(225, 222, 215))
    shadow.setColorAt(1, QColor(150, 146, 138))
    painter.fillRect(page.rect(), shadow)
    painter.setFont(QFont("Andika", 24))
    for line, words in enumerate(("Personal Education Plan", "Amelia, Riverside Primary", "Agreed: a buddy")):
        painter.drawText(90, 140 + 90 * line, words)
    painter.end()
    (page.transformed(QTransform().rotate(90)) if is_sideways else page).save(str(path), quality=90)


def _write_as_another_program_would(path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.setFont(QFont("Andika", 14))
    for page in range(1, 4):
        painter.drawText(600, 900, f"Personal Education Plan, page {page} of 3")
        painter.drawText(600, 1500, "Amelia, Riverside Primary. Meeting on 10 March 2026.")
        if page < 3:
            writer.newPage()
    painter.end()


def _other_households(folder: Path) -> None:
    """The sheets of five other made-up households. No child is named in the name of a file."""
    for household in HOUSEHOLDS:
        seen: list[str] = []
        for each in made_up_sheets.made_up_sheets(household, TODAY):
            if each.child not in seen:
                seen.append(each.child)
            name = f"sheet-{household.replace('_', '-')}-{len(seen)}-{each.for_whom}.pdf"
            (folder / name).write_bytes(each.pdf)
        for after in made_up_afterwards.after_the_meeting(household, TODAY):
            number = seen.index(after.child) + 1
            name = f"sheet-{household.replace('_', '-')}-{number}-{after.which}.pdf"
            (folder / name).write_bytes(after.pdf)


def _pictures(hand: Hand, folder: Path, child: int, meeting: int) -> None:
    """A picture of every page."""
    school = hand.companion.records.read(children.child_facts, child, TODAY).school_id
    copy = hand.companion.records.read(pep_copies.copy_of, meeting, TODAY)
    assert school is not None
    assert copy is not None
    hand.window.message_bar.close_button.click()  # what was said last is not said of these pages
    for place in every_place(child, school, meeting, meeting, copy.document_id):
        hand.go(place)
        which = next(
            (
                getattr(place, each)
                for each in ("part", "question", "step", "set_key", "number")
                if hasattr(place, each)
            ),
            "",
        )
        name = "-".join(filter(None, (type(place).__name__, str(which).replace("_", "-"))))
        hand.picture(folder / f"page-{name}.png")
        hand.window.let_go_of_unseen_pages()  # what is done in one would be done in all that were shown before
