"""A child's own book holds what was on their sheets, over the years, and nothing they kept off."""

from datetime import date

from carer_app.choices import NoteKind, PlainQuestion, Share
from carer_app.paper import pdf
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    childs_book,
    childs_kept_words,
    preparing,
    recording_the_meeting,
    writing_notes,
    you_said,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of


def keep(vault: Vault, meeting: int, words: str, share: Share = Share.SHEET) -> None:
    said = Sitting("7_to_10")
    said.said["one_thing"] = Said(words=words, share=share)
    do(vault, childs_kept_words.keep, meeting, said, TODAY)


def test_meetings_stand_in_the_order_they_were_held(vault: Vault) -> None:
    child = builders.add_child(vault)
    earlier = builders.add_meeting(vault, child, on_day=date(2026, 3, 9), uid="a")
    keep(vault, earlier, "I like art")
    keep(vault, earlier, "Off the sheet", Share.OFF)
    do(vault, recording_the_meeting.meeting_was_held, earlier, date(2025, 9, 9), TODAY)
    later = builders.add_meeting(vault, child, on_day=date(2026, 3, 9), uid="b")
    keep(vault, later, "More science")
    do(vault, preparing.write_answer, earlier, PlainQuestion.KIND_SAID, "So kind to the new boy")
    first = read(vault, you_said.said_to_the_meeting, earlier)[0].id
    do(vault, you_said.write_what_happened, first, "now", "Art club")
    for text, kind in (("Swam 50 metres", NoteKind.ACHIEVEMENT), ("Would not get up", NoteKind.WORRY)):
        do(vault, writing_notes.add_note, child, NewNote(kind, date(2026, 1, 5), text))
    book = read(vault, childs_book.childs_book, child)
    assert [meeting.on for meeting in book.meetings] == [date(2025, 9, 9), date(2026, 3, 9)]
    assert [answer.you_said.words for answer in book.meetings[0].answers] == ["I like art"]
    assert book.meetings[0].said == ()
    assert book.meetings[0].kind_words[0].words == "So kind to the new boy"
    assert [told.lines for told in book.achieved] == [("Swam 50 metres",)]
    assert "Off the sheet" not in repr(book)
    assert "Would not get up" not in repr(book)


def test_meetings_without_a_word_of_the_child_are_not_in_it(vault: Vault) -> None:
    child = builders.add_child(vault)
    builders.add_meeting(vault, child)
    assert read(vault, childs_book.childs_book, child).is_empty


def test_a_meeting_is_called_in_the_book_what_it_was_called_at_the_childs_age(vault: Vault) -> None:
    child = builders.add_child(vault)
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2022, 6, 14), TODAY)
    meeting = builders.add_meeting(vault, child, on_day=date(2026, 3, 9))
    keep(vault, meeting, "I like the bricks")
    do(vault, recording_the_meeting.meeting_was_held, meeting, date(2026, 3, 9), TODAY)
    do(vault, preparing.write_answer, meeting, PlainQuestion.KIND_SAID, "He shares the bricks")
    [said] = read(vault, you_said.said_to_the_meeting, meeting)
    do(vault, you_said.write_what_happened, said.id, "at_the_meeting", "Everyone saw the tower")
    words = " ".join(text_of(pdf.make_pdf(read(vault, childs_book.childs_book, child))).split())
    assert "At the talk Everyone saw the tower" in words
    assert "Said about you at the talk" in words
    assert "meeting" not in words
