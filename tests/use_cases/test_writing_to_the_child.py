"""A letter to the child: from good news and what was kept, in the carer's words; nothing that is off the sheet."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.choices import KeepsakeKind, NoteKind, Owner, PlainQuestion, Share
from carer_app.errors import NotAllowed, NotFound
from carer_app.paper import pdf
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    childs_book,
    childs_kept_words,
    filing,
    following_up,
    household,
    keepsakes,
    preparing,
    recording_the_meeting,
    removed,
    writing_notes,
    writing_to_the_child,
)
from carer_app.use_cases.filing import NewDocument
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

LAST_YEAR = date(2025, 6, 1)


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    do(vault, household.set_own_name, "Sam")
    return child


def note(vault: Vault, child: int, kind: NoteKind, words: str, on: date = TODAY) -> None:
    do(vault, writing_notes.add_note, child, NewNote(kind, on, words))


def begin(vault: Vault, child: int, on: date = TODAY) -> int:
    letter: int = do(vault, writing_to_the_child.begin_letter, child, on)
    return letter


def newest(vault: Vault, child: int) -> writing_to_the_child.LetterRow:
    row: writing_to_the_child.LetterRow = read(vault, writing_to_the_child.letters, child)[0]
    return row


def test_a_letter_begins_with_good_news_kind_words_and_what_was_done(vault: Vault, child: int) -> None:
    note(vault, child, NoteKind.GOOD_NEWS, "You helped a new boy.")
    note(vault, child, NoteKind.ACHIEVEMENT, "Swam 50 metres.", TODAY - timedelta(days=90))
    note(vault, child, NoteKind.WORRY, "Would not get up.")
    note(vault, child, NoteKind.GOOD_NEWS, "Long ago.", LAST_YEAR)
    meeting = builders.add_meeting(vault, child, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    do(vault, preparing.write_answer, meeting, PlainQuestion.KIND_SAID, "A joy to teach.")
    for what in ("Reading group", "Science club"):
        new = NewAction(what, Owner.SCHOOL, "Mr Fox", None)
        action = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    do(vault, following_up.tick_off, action, TODAY)
    begin(vault, child)
    assert newest(vault, child).text == (
        "Dear Mia,\n\n"
        "Here are some good things that I saw.\nSwam 50 metres.\nYou helped a new boy.\n\n"
        "At the meeting somebody said: “A joy to teach.”\n\n"
        "People said yes to this, and it was done:\nScience club\n\n"
        "From Sam"
    )


def test_what_came_into_the_book_since_is_in_the_letter_each_thing_once(vault: Vault, child: int) -> None:
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    pages = [NewDocument("f" * 64, b"k" * 32, 1234, 1)] * 2
    for what, on in (("A badge", LAST_YEAR), ("Swam 50 metres", TODAY)):
        do(vault, keepsakes.add_pages, child, KeepsakeKind.CERTIFICATE, what, pages, on)
    begin(vault, child)
    assert newest(vault, child).text == (
        "Dear Mia,\n\nThis is in your own book now:\nSwam 50 metres\n\nFrom Sam"
    )


def test_with_nothing_to_tell_there_is_a_greeting_and_no_empty_promise(vault: Vault, child: int) -> None:
    begin(vault, child)
    assert newest(vault, child).text == "Dear Mia,\n\nFrom Sam"


def test_the_next_letter_tells_only_what_is_new(vault: Vault, child: int) -> None:
    note(vault, child, NoteKind.GOOD_NEWS, "You helped a new boy.")
    first = begin(vault, child)
    do(vault, writing_to_the_child.give_letter, first, TODAY)
    later = TODAY + timedelta(days=200)
    note(vault, child, NoteKind.GOOD_NEWS, "You sang alone.", TODAY + timedelta(days=100))
    begin(vault, child, later)
    assert "You sang alone." in newest(vault, child).text
    assert "You helped a new boy." not in newest(vault, child).text


def test_what_was_given_stays_as_it_is_and_is_in_the_childs_own_book(vault: Vault, child: int) -> None:
    letter = begin(vault, child)
    do(vault, writing_to_the_child.write_letter, letter, "Dear Mia,\n\nI am proud of you.")
    assert read(vault, childs_book.childs_book, child).is_empty, "a letter that is only begun is nobody's yet"
    do(vault, writing_to_the_child.give_letter, letter, TODAY)
    do(vault, writing_to_the_child.give_letter, letter, TODAY + timedelta(days=3))
    assert newest(vault, child).given_on == TODAY
    with pytest.raises(NotAllowed, match="words stay"):
        do(vault, writing_to_the_child.write_letter, letter, "Other words")
    book = text_of(pdf.make_pdf(read(vault, childs_book.childs_book, child)))
    assert "A letter, Tuesday 10 March 2026 Dear Mia, I am proud of you." in book
    do(vault, writing_to_the_child.not_given, letter)
    assert read(vault, childs_book.childs_book, child).is_empty


def test_an_empty_page_is_not_given(vault: Vault, child: int) -> None:
    letter = begin(vault, child)
    do(vault, writing_to_the_child.write_letter, letter, " \n ")
    with pytest.raises(NotAllowed, match="no words"):
        do(vault, writing_to_the_child.give_letter, letter, TODAY)
    assert read(vault, writing_to_the_child.letter_on_paper, child).is_empty


def test_a_letter_that_was_taken_out_is_nowhere_and_comes_back(vault: Vault, child: int) -> None:
    letter = begin(vault, child)
    do(vault, writing_to_the_child.give_letter, letter, TODAY)
    do(vault, writing_to_the_child.remove_letter, letter, TODAY)
    assert read(vault, writing_to_the_child.letters, child) == []
    assert read(vault, childs_book.childs_book, child).is_empty
    with pytest.raises(NotFound):
        read(vault, writing_to_the_child.letter_on_paper, child, letter)
    [row] = read(vault, removed.removed, TODAY)
    do(vault, removed.put_back, row.id, TODAY)
    assert newest(vault, child).id == letter


def test_what_the_child_put_on_the_sheet_stands_beneath_until_it_comes_off(vault: Vault, child: int) -> None:
    meeting = builders.add_meeting(vault, child, TODAY)
    keep(vault, meeting, {"one_thing": ("More science", Share.SHEET)})
    letter = begin(vault, child)
    do(vault, writing_to_the_child.give_letter, letter, TODAY)
    paper = read(vault, writing_to_the_child.letter_on_paper, child, letter)
    assert [quote.words for quote in paper.you_said] == ["More science"]
    assert "What you said" in text_of(pdf.make_pdf(paper))
    [view] = [each.id for each in read(vault, childs_kept_words.kept_for, meeting)]
    do(vault, childs_kept_words.take_off_my_sheet, view, TODAY)
    assert read(vault, writing_to_the_child.letter_on_paper, child, letter).you_said == ()


def keep(vault: Vault, meeting: int, said: dict[str, tuple[str, Share]]) -> None:
    sitting = Sitting("7_to_10")
    for question, (words, share) in said.items():
        sitting.said[question] = Said(words=words, share=share)
    do(vault, childs_kept_words.keep, meeting, sitting, TODAY)


@given(
    shares=st.lists(st.sampled_from([Share.SHEET, Share.OFF, Share.NOT_SAID]), min_size=1, max_size=4),
    taken_off=st.booleans(),
    days=st.integers(min_value=0, max_value=400),
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_words_off_the_sheet_are_in_no_letter_and_in_no_book(
    shares: list[Share], taken_off: bool, days: int
) -> None:
    """Whatever was shared, whenever the letter is begun, and also where words come off after it was given."""
    with builders.new_vault_each_time() as vault:
        child = builders.add_child(vault)
        meeting = builders.add_meeting(vault, child, TODAY)
        questions = ("one_thing", "going_well", "hardest", "playtimes")
        keep(
            vault,
            meeting,
            {q: (f"Zqcanary{n}", share) for n, (q, share) in enumerate(zip(questions, shares, strict=False))},
        )
        do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
        letter = begin(vault, child, TODAY + timedelta(days=days))
        do(vault, writing_to_the_child.give_letter, letter, TODAY + timedelta(days=days))
        off = {f"Zqcanary{n}" for n, share in enumerate(shares) if share != Share.SHEET}
        if taken_off:
            for row in read(vault, childs_kept_words.kept_for, meeting):
                do(vault, childs_kept_words.take_off_my_sheet, row.id, TODAY)
            off = {f"Zqcanary{n}" for n in range(len(shares))}
        paper = read(vault, writing_to_the_child.letter_on_paper, child, letter)
        book = read(vault, childs_book.childs_book, child)
        found = newest(vault, child).text + repr(paper) + repr(book)
        assert [words for words in off if words in found] == []
