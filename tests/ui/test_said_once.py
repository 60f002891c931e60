"""Nobody is called "Foster carer, Foster carer": every page and every sheet of households where names are missing.

One of the households is in memory only: there no page promises another evening either.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from carer_app.choices import (
    Aside,
    Coming,
    ConcernKind,
    HasSeen,
    Invited,
    Owner,
    PlainQuestion,
    Role,
    TakingPart,
    WhoseWords,
)  # fmt: skip
from carer_app.jobs.make_pdf import make_pdf
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    blank_sheets,
    children,
    childs_book,
    following_up,
    hearing_the_child,
    household,
    planning,
    prepared_questions,
    preparing,
    ready_words,
    recording_the_meeting,
    reporting_back,
    summarising,
    telling_the_child,
    you_said,
)
from carer_app.use_cases.numbers_slip import numbers_slip
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do
from tests.paper.sheets import text_of
from tests.ui.audit_survey import see, shown_text
from tests.ui.test_every_place import HOUSEHOLDS, Room
from ui.look import theme
from ui.widgets.text import PlainLabel


@cache
def twice(text: str) -> list[str]:
    """Where somebody is said twice, or something missing left a hole."""
    found = [match[0] for match in re.finditer(r"\bNone\b|\( *\)|“”|[^\s.…] [,.;:](?= |$)|, *,", text)]
    plain = re.sub(r"\b(the|your|my|a|is|for|by|with) ", "", text.casefold())
    end = r"(?=$|[).,:;?!”]| coming| has| will)"
    name, alone = r"([^\W\d_][\w’ ]{2,}?)", r"(?<![\w’] )(?<![\w’])"
    for pattern in (rf"\b{name} \(\1\)", rf"{alone}{name}(?:, | · )\1{end}"):
        found += [match[0] for match in re.finditer(pattern, plain)]
    if "  " in text.strip():
        found.append(f"two spaces: {text}")
    return found


def household_of(vault: Vault, carer: str, named: bool) -> dict[str, Any]:
    """One child, everything filled in but names: none at all, or a role in place of each."""
    do(vault, household.set_own_name, carer)
    child = builders.add_child(vault, birthday=date(2016, 5, 2), started=date(2025, 9, 3))
    over = builders.add_meeting(vault, child, date(2026, 3, 9), uid="uid-over")
    _fill(vault, over, named)
    builders.hold(vault, over)
    with vault.work() as session:
        if named:
            for role in (Role.SOCIAL_WORKER, Role.DESIGNATED_TEACHER):
                children.set_person(session, child, role, role.words)
        for owner in Owner:
            name = {Owner.ME: "", Owner.CHILD: ""}.get(owner, owner.words("Mia")) if named else ""
            for what, due in (("Ask for it", date(2026, 3, 9)), ("Look at it again", None)):
                recording_the_meeting.add_action(session, over, NewAction(what, owner, name, due), TODAY)
        following_up.tick_off(session, following_up.actions_of_child(session, child, TODAY)[0].id, TODAY)
        recording_the_meeting.write_school_said(session, over, PlainQuestion.KIND_SAID, "Kind to others.")
        for said in you_said.said_to_the_meeting(session, over):
            you_said.write_what_happened(session, said.id, "now", "It was talked about.")
        school = children.child_facts(session, child, TODAY).school_id
    coming = builders.add_meeting(vault, child, uid="uid-coming")
    _fill(vault, coming, named)
    return {"mia": child, "coming": coming, "over": over, "school": school}


def _fill(vault: Vault, meeting: int, named: bool) -> None:
    with vault.work() as session:
        planning.suggest_attendees(session, meeting)
        for role in Role:
            if role not in (Role.CHILD, Role.CARER):
                planning.add_attendee(session, meeting, role.words, role)
        for each in planning.attendees(session, meeting):
            planning.set_invited(session, each.id, Invited.YES)
            planning.set_coming(session, each.id, Coming.YES)
        for question, answer in (
            (PlainQuestion.TAKING_PART, TakingPart.PART),
            (PlainQuestion.CHILD_HAS_SEEN, HasSeen.SOME),
            (PlainQuestion.THREE_THINGS, "Thank you for the books."),
            (PlainQuestion.WELL_AT_HOME, "Reads to the dog."),
            (PlainQuestion.WOULD_CHANGE, "A longer lunch."),
        ):
            preparing.write_answer(session, meeting, question, answer)
        preparing.write_answer(session, meeting, PlainQuestion.READING, "Ten minutes.")
        prepared_questions.set_aside(session, meeting, PlainQuestion.READING, Aside.ADULTS_ONLY)
        for whose in WhoseWords:
            hearing_the_child.add_view(session, meeting, whose, TODAY, "Playtime is loud.")
        for asked in (*preparing.people_to_ask(session, meeting), ""):
            concern = preparing.add_concern(session, meeting, ConcernKind.PLAYTIME)
            preparing.write_concern(session, concern, "what_we_see", "Tears after lunch.")
            preparing.write_concern(session, concern, "we_ask_for", "A buddy.")
            preparing.write_concern(session, concern, "ask_of", asked)


def _words(widget: QWidget) -> tuple[str, str]:
    """What is seen on it and what is heard of it."""
    holds_words = isinstance(widget, PlainLabel | QAbstractButton | QLabel)
    return shown_text(widget) if holds_words else "", widget.accessibleName()


NAMED = {
    "nobody is named": ("", False),
    "only what they do is typed": ("", True),
    "named by what they do": ("the foster carer", True),
}


PROMISES = ("saved as you type", "another evening", "Stop here for now", "kept at once", "carry on later")

Said = dict[str, set[str]]
"""What is seen and heard at each place."""


@pytest.fixture(scope="module")
def said(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Said]:
    """What is said everywhere, where nobody is named and in a sitting where all are named by what they do."""
    theme.apply(qapp, theme.Look())

    @cache
    def said_in(kind: str) -> Said:
        sitting = Vault.in_memory() if kind == IN_MEMORY else None
        found = _said_in(kind, tmp_path_factory.mktemp("said"), sitting, set())
        return (
            found
            if sitting is None
            else found | _said_in(kind, tmp_path_factory.mktemp("kept"), None, set(found))
        )

    return said_in


IN_MEMORY = "named by what they do"


def _said_in(kind: str, folder: Path, sitting: Vault | None, without: set[str]) -> Said:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(HOUSEHOLDS, kind, lambda vault: household_of(vault, *NAMED[kind]))
        room = Room(kind, folder, sitting)
    assert room.records.forgets == (sitting is not None)
    room.window.show()
    said: Said = {}
    for place in [each for each in room.places() if repr(each) not in without]:
        room.go(place)
        said[repr(place)] = {words for each in see(room.window).widgets for words in _words(each)}
    room.close()
    return said


@pytest.mark.parametrize("kind", ["nobody is named", IN_MEMORY])
def test_no_page_says_somebody_twice_or_leaves_a_hole_for_a_name(
    said: Callable[[str], Said], kind: str
) -> None:
    found = {
        place: sorted({f"{part!r} in {each!r}" for each in words for part in twice(each)})
        for place, words in said(kind).items()
    }
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_no_page_of_a_sitting_says_that_it_is_kept(said: Callable[[str], Said]) -> None:
    """In a sitting that is in memory only. Papers are in none."""
    found = [
        f"{place}: {promise}"
        for place, words in said(IN_MEMORY).items()
        for promise in PROMISES
        if any(promise in each for each in words)
    ]
    assert found == []


@pytest.mark.parametrize("kind", NAMED)
def test_no_sheet_says_somebody_twice_or_leaves_a_hole_for_a_name(vault: Vault, kind: str) -> None:
    ids = household_of(vault, *NAMED[kind])
    coming, over, child = ids["coming"], ids["over"], ids["mia"]
    with vault.reading() as session:
        sheets = [
            *(make(session, meeting, TODAY) for meeting in (coming, over) for make in (
                summarising.meeting_sheet, summarising.my_sheet, summarising.adults_sheet)),
            summarising.pocket_card(session, coming),
            *(reporting_back.child_sheet(session, meeting) for meeting in (coming, over)),
            reporting_back.actions_for_review(session, child, TODAY),
            childs_book.childs_book(session, child),
            numbers_slip(session, child),
            blank_sheets.blank_notes(),
        ]  # fmt: skip
        told = [
            line.words
            for which in range(3)
            for line in telling_the_child.telling(session, coming, TODAY, which).lines
        ]
        ready = [
            words
            for each in ready_words.ready_words(session, coming, TODAY)
            for words in (each.to, each.words)
        ]
    texts = {type(sheet).__name__: text_of(make_pdf(sheet, 12)) for sheet in sheets}
    texts |= {line: line for line in (*told, *ready)}
    assert {name: wrong for name, text in texts.items() if (wrong := twice(text))} == {}


def test_the_test_itself_hears_what_is_said_twice() -> None:
    for text in (
        "the foster carer (foster carer)", "Foster carer, Foster carer", "Teacher (Teacher)", "for  two", "by None",
        "done ()", "Is Foster carer, Foster carer coming?", "done the foster carer (foster carer)",
        "Hello , how", "Teacher · Teacher",
    ):  # fmt: skip
        assert twice(text), text
    for text in ("Ms Ali (social worker)", "Sam, foster carer", "Designated teacher, Teacher", "Who, when …"):
        assert not twice(text), text


def test_the_lists_name_the_carer_as_settings_do_also_after_a_change(vault: Vault) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    do(vault, household.set_own_name, "Sam")
    with vault.reading() as session:
        assert [row.name for row in planning.attendees(session, meeting)] == ["Mia", "Sam"]
