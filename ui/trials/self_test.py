"""--self-test: checks that every part works on this computer, one line each. Uses a throw-away folder only."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carer_app.storage.vault import Vault

Check = tuple[str, Callable[[Path], str]]

_PASSWORD = "kettle river button"
_DAY = date(2026, 3, 10)


def self_test() -> int:
    """Run every check and print a line for each. Returns 0 only if all hold, otherwise 1."""
    good = True
    with tempfile.TemporaryDirectory(prefix="pep-self-test-") as folder:
        for name, check in CHECKS:
            try:
                found = check(Path(folder))
            except Exception as error:  # noqa: BLE001 - a self-test reports every kind of trouble and carries on
                from carer_app.computer.logs import say_where

                good = False
                print(f"FAILED  {name}: {say_where(error)}", flush=True)
            else:
                print(f"ok      {name}{': ' + found if found else ''}", flush=True)
    print("Everything works." if good else "Something does not work on this computer.", flush=True)
    return 0 if good else 1


def _must(holds: object, what: str) -> None:
    if not holds:
        raise AssertionError(what)


def _versions(_folder: Path) -> str:
    from importlib.metadata import version

    import PySide6

    from carer_app import __version__

    frozen = ", frozen" if getattr(sys, "frozen", False) else ""
    libraries = f"PySide6 {PySide6.__version__}, SQLAlchemy {version('SQLAlchemy')}"
    return f"PEP Companion {__version__}, Python {sys.version.split()[0]}, {libraries}{frozen}"


def _resources(_folder: Path) -> str:
    from resources import path

    words = path("words/three_words.txt").read_text(encoding="utf-8").split()
    _must(len(words) >= 2000, "the word list is too short")
    _must(path("fonts/Andika-Regular.ttf").stat().st_size > 100_000, "a font is missing")
    return f"{len(words)} words"


def _rules(_folder: Path) -> str:
    from carer_app.rules import shipped
    from carer_app.use_cases.calculator import TypedFacts, work_out

    facts = TypedFacts(came_into_care=date(2025, 10, 9), example="riverside_2025_26", inset_known=True)
    counted = [each.by for each in work_out(facts, date(2025, 10, 9)).three]
    _must(counted[0] == date(2025, 10, 23), "working days are miscounted")
    _must(counted[2] == date(2025, 11, 14), "school days are miscounted")
    return shipped.usual_rules().name


def _vault(folder: Path) -> str:
    from carer_app.errors import WrongPassphrase
    from carer_app.storage.key_cost import Cost
    from carer_app.storage.vault import Vault
    from carer_app.use_cases import children

    place = folder / "vault"
    vault = Vault.create(place, _PASSWORD, cost=Cost(time=1, memory_kib=8, lanes=1))
    with vault.work() as session:
        child = children.add_child(session, "Zoë O’Łukasz", children.FirstFact.NONE_YET, None, _DAY, "uid")
    vault.close()
    try:
        Vault.open(place, "something else entirely")
    except WrongPassphrase:
        pass
    else:
        raise AssertionError("a wrong password opened the records")
    vault = Vault.open(place, _PASSWORD)
    with vault.reading() as session:
        name = children.child_name(session, child)
    vault.close()
    _must(name == "Zoë O’Łukasz", "what was stored did not come back")
    _must(
        not any("Łukasz".encode() in file.read_bytes() for file in place.rglob("*") if file.is_file()),
        "not locked",
    )
    return ""


def _keys(_folder: Path) -> str:
    from carer_app.storage import keys

    key_file, key = keys.new_key_file(_PASSWORD)
    _must(keys.unwrap(key_file, _PASSWORD) == key, "the key file does not open")
    return ""


def _paper(_folder: Path) -> str:
    from carer_app.jobs import look_at_pdf
    from carer_app.paper.content import Quote
    from carer_app.paper.sheets.meeting_sheet import MeetingSheet

    sheet = MeetingSheet(child="Zoë", meeting_on=_DAY, child_says=(Quote("I like <b>art</b> & maths."),))
    shown = look_at_pdf.show_sheet(sheet, 12)
    _must("<b>art</b> & maths" in shown.pages[0][2], "the words on paper are not the words that were typed")
    picture = look_at_pdf.draw(shown.data, [1], 600)[0]
    _must(len(picture.data) == picture.width * picture.height * 4, "the page was not drawn")
    return f"{len(shown.data)} bytes, drawn {picture.width} by {picture.height}"


def _sealed(folder: Path) -> str:
    from carer_app.jobs import file_document
    from carer_app.jobs.make_pdf import make_pdf
    from carer_app.paper.content import Quote
    from carer_app.paper.sheets.meeting_sheet import MeetingSheet
    from carer_app.storage.vault import Vault
    from carer_app.use_cases.filing import SealedDocument

    paper = folder / "copy.pdf"
    paper.write_bytes(make_pdf(MeetingSheet(child="Zoë", child_says=(Quote("Hello."),))))
    vault = Vault.open(folder / "vault", _PASSWORD)
    new = file_document.take_in(paper, vault.sealed)
    opened = file_document.open_stored(
        SealedDocument("PEP copy", new.fingerprint, new.seal_key, new.pages, _DAY), vault.sealed
    )
    vault.close()
    _must(opened.data == paper.read_bytes(), "the sealed paper did not come back")
    return ""


def _childs_part(folder: Path) -> str:
    """The cards on paper, a draft that comes back, and a photograph through the reader process."""
    from PIL import Image

    from carer_app.jobs import childs_drawing
    from carer_app.jobs.make_pdf import make_pdf
    from carer_app.storage.vault import Vault
    from carer_app.use_cases.cards_to_cut import cards_to_cut

    cards = cards_to_cut()
    _must(make_pdf(cards).startswith(b"%PDF"), "the cards were not printed")
    Image.new("RGB", (40, 30), "white").save(folder / "photo.png")
    _must(childs_drawing.take_photo(folder / "photo.png").startswith(b"\xff\xd8"), "the photo was not read")
    vault = Vault.open(folder / "vault", _PASSWORD)
    vault.child_drafts.write("self-test", b"words", _DAY)
    _must(vault.child_drafts.read("self-test") == b"words", "the draft did not come back")
    vault.child_drafts.wipe("self-test")
    vault.close()
    return f"{len(cards.cards)} cards"


def _calendar(_folder: Path) -> str:
    from carer_app.jobs.meeting_calendar import meeting_ics
    from carer_app.use_cases.planning import MeetingFacts

    facts = MeetingFacts(
        1, 1, "Zoë", "Elm Park", _DAY, time(14), "", False, None, "0c2f8a52-7d6e-4c8b-9f0e-5f0f6c3d9a11", 0
    )
    ics = meeting_ics(facts, datetime(2026, 3, 1, tzinfo=UTC))
    _must(b"BEGIN:VALARM" in ics and b"Zo" not in ics, "the calendar file is wrong")
    return ""


def _pages(folder: Path) -> str:
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from carer_app.computer.paths import DataDir
    from carer_app.storage.vault import Vault
    from ui.base.places import every_place
    from ui.shell import app

    if QApplication.instance() is None:
        app.make_application(["pep-companion"])
    companion = app.Companion(DataDir(folder), lambda: _DAY)
    vault = Vault.open(folder / "vault", _PASSWORD)
    ids = _some_records(vault)
    companion.records.open(vault)
    places = every_place(**ids)
    for place in places:
        companion.window.start_at(place)
        QApplication.processEvents()
        page = companion.window.page
        _must(page is not None and page.accessibleName(), "a page has no name")
        companion.window.grab()
        companion.window.let_go_of_unseen_pages()  # what is done in one would be done in all that were shown before
    companion.close()
    return f"{len(places)} opened"


def _some_records(vault: "Vault") -> dict[str, int]:
    from carer_app.use_cases import children, planning, recording_the_meeting

    with vault.work() as session:
        child = children.list_children(session, _DAY)[0].id
        children.set_school(session, child, "Elm Park Primary")
        over = planning.plan_meeting(session, child, "uid-over")
        recording_the_meeting.meeting_was_held(session, over, _DAY, _DAY)
        coming = planning.plan_meeting(session, child, "uid-coming")
    with vault.reading() as session:
        school = children.child_facts(session, child, _DAY).school_id
    assert school is not None
    return {"child_id": child, "school_id": school, "coming_id": coming, "over_id": over}


def _writing_help(_folder: Path) -> str:
    """Both are helps that may be missing; what is there must work."""
    from carer_app.computer.spelling import load_speller

    speller = load_speller()
    if speller is not None:
        _must(not speller.is_right("freind") and speller.is_right("friend"), "the dictionary knows no words")
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        engines = "no reading aloud"
    else:
        engines = f"reading aloud by {', '.join(QTextToSpeech.availableEngines())}"
    return f"{'a British dictionary' if speller else 'no dictionary'}, {engines}"


CHECKS: tuple[Check, ...] = (
    ("versions", _versions),
    ("words, fonts and icons", _resources),
    ("rules and dates", _rules),
    ("locked records", _vault),
    ("password", _keys),
    ("paper and the reader process", _paper),
    ("sealed papers", _sealed),
    ("the child’s own part", _childs_part),
    ("calendar file", _calendar),
    ("writing help", _writing_help),
    ("pages", _pages),
)
