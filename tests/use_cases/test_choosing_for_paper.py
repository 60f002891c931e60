"""What goes on a paper: what the records know of a school, a home and a family is not on it once kept back."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.choices import KeptBack, NamesAs, PlainQuestion, Reader, Role
from carer_app.paper.content import Sheet
from carer_app.paper.content.kept_back import fold, words_in
from carer_app.paper.sheets.school_card_sheet import SchoolCardSheet
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    choosing_for_paper,
    education_history,
    household,
    names_on_sheet,
    planning,
    preparing,
    reporting_back,
    summarising,
)
from carer_app.use_cases.choosing_for_paper import WhatGoes
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import school_card

SCHOOL = "St Zqary’s CE Primary"
WROTE = (
    "At Zqary’s she sits with Miss Qlay. ST ZQARY'S is near us. Grandma Jqoan rang from 12 Oak Road, LS6 3QZ. "
    "Sqam took her. Her uncle Will came. She will stay in Class Qx9."
)


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault, "Mia Rqose", SCHOOL)
    do(vault, household.set_own_name, "Sqam")
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Miss Qlay")
    do(vault, children.set_class, child, "Class Qx9")
    return child


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    meeting = builders.add_meeting(vault, child)
    builders.prepare(vault, meeting, "Mia Rqose")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, WROTE)
    do(vault, planning.add_attendee, meeting, "Grandma Jqoan", Role.FAMILY)
    do(vault, planning.add_attendee, meeting, "Will", Role.FAMILY)
    return meeting


def goes(vault: Vault, child: int, sheet: Sheet, reader: Reader = Reader.SCHOOL) -> WhatGoes:
    found: WhatGoes = read(vault, choosing_for_paper.what_goes, child, reader, sheet)
    return found


def on(what: WhatGoes) -> str:
    return fold("\n".join((what.sheet.title, *words_in(what.sheet))))[0]


def sheet_of(vault: Vault, meeting: int) -> Sheet:
    sheet: Sheet = read(vault, summarising.meeting_sheet, meeting, TODAY)
    return sheet


SECRET = {
    KeptBack.SCHOOL: ("zqary", "qlay", "qx9"),
    KeptBack.HOME: ("sqam", "oak road", "ls6"),
    KeptBack.FAMILY: ("jqoan", "uncle will"),
}
EVERY: dict[str, Callable[[Vault, int, int], Sheet]] = {
    "everyone": lambda vault, _child, meeting: sheet_of(vault, meeting),
    "mine": lambda vault, _child, meeting: read(vault, summarising.my_sheet, meeting, TODAY),
    "adults": lambda vault, _child, meeting: read(vault, summarising.adults_sheet, meeting, TODAY),
    "pocket": lambda vault, _child, meeting: read(vault, summarising.pocket_card, meeting),
    "child": lambda vault, _child, meeting: read(vault, reporting_back.child_sheet, meeting),
    "review": lambda vault, child, _meeting: read(vault, reporting_back.actions_for_review, child, TODAY),
    "education": lambda vault, child, _meeting: read(
        vault, education_history.education_history, child, TODAY
    ),
    "years": lambda vault, child, _meeting: read(vault, education_history.year_sheet, child, TODAY),
}


@pytest.mark.parametrize("what", KeptBack)
def test_what_is_kept_back_is_on_no_sheet(vault: Vault, child: int, meeting: int, what: KeptBack) -> None:
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [what])
    for which, made in EVERY.items():
        told = on(goes(vault, child, made(vault, child, meeting)))
        assert [(which, each) for each in SECRET[what] if each in told] == []


def test_what_is_not_kept_back_stays(vault: Vault, child: int, meeting: int) -> None:
    made = on(goes(vault, child, sheet_of(vault, meeting)))
    assert [each for secrets in SECRET.values() for each in secrets if each not in made] == []
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.SCHOOL])
    assert "grandma jqoan" in on(goes(vault, child, sheet_of(vault, meeting)))


def test_a_list_says_what_was_left_out(vault: Vault, child: int, meeting: int) -> None:
    sheet = sheet_of(vault, meeting)
    assert goes(vault, child, sheet).left_out == ()
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.SCHOOL, KeptBack.FAMILY])
    do(vault, choosing_for_paper.leave_out, child, Reader.SCHOOL, "Questions for school", True)
    do(vault, choosing_for_paper.name_as, child, Reader.SCHOOL, NamesAs.CHILD_LETTER)
    made = goes(vault, child, sheet)
    assert made.left_out == (
        "The school",
        "The family’s names",
        "the part “Questions for school”",
        "Mia Rqose as a first letter",
    )
    assert "is mia doing against" not in on(made)
    assert "mia" not in on(made)


def test_what_is_nowhere_on_the_sheet_is_said_to_be_so(vault: Vault, child: int) -> None:
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.FAMILY])
    card: SchoolCardSheet = school_card()
    assert goes(vault, child, card).left_out == ("The family’s names (not on this sheet)",)


def test_what_somebody_does_names_nobody(vault: Vault, child: int, meeting: int) -> None:
    do(vault, household.set_own_name, "")
    do(vault, planning.add_attendee, meeting, "Foster carer", Role.CARER)
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.HOME])
    assert "written by the foster carer" in on(goes(vault, child, sheet_of(vault, meeting)))


def test_a_name_only_known_as_family_goes_too(vault: Vault, child: int, meeting: int) -> None:
    do(vault, planning.add_attendee, meeting, "Mum", Role.FAMILY)
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, "Her mum reads with her.")
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.FAMILY])
    what = goes(vault, child, sheet_of(vault, meeting))
    told = on(what)
    assert "mum" not in told or any("mum" in line for line in what.to_read), "gone, or shown to be read"


def test_each_reader_keeps_what_was_chosen(vault: Vault, child: int, meeting: int) -> None:
    do(vault, choosing_for_paper.keep_back, child, Reader.SOCIAL_WORKER, [KeptBack.SCHOOL])
    do(vault, choosing_for_paper.leave_out, child, Reader.SOCIAL_WORKER, "Mia Rqose says", True)
    sheet = sheet_of(vault, meeting)
    kept = goes(vault, child, sheet, Reader.SOCIAL_WORKER)
    assert (kept.kept_back, kept.parts_off) == ((KeptBack.SCHOOL,), ("Mia Rqose says",))
    assert goes(vault, child, sheet, Reader.SCHOOL).kept_back == ()
    other = builders.add_child(vault, "Zoe", "Elm Park Primary")
    assert goes(vault, other, sheet, Reader.SOCIAL_WORKER).kept_back == ()


def test_family_is_at_first_not_told_where_the_child_lives(vault: Vault, child: int, meeting: int) -> None:
    assert goes(vault, child, sheet_of(vault, meeting), Reader.FAMILY).kept_back == (KeptBack.HOME,)
    do(vault, choosing_for_paper.keep_back, child, Reader.FAMILY, [])
    assert goes(vault, child, sheet_of(vault, meeting), Reader.FAMILY).kept_back == ()


def test_a_part_stays_out_when_the_child_is_called_something_else(
    vault: Vault, child: int, meeting: int
) -> None:
    do(vault, choosing_for_paper.leave_out, child, Reader.SCHOOL, "Mia Rqose says", True)
    do(vault, children.rename, child, "Amelia")
    assert goes(vault, child, sheet_of(vault, meeting)).parts_off == ("Amelia says",)
    do(vault, choosing_for_paper.leave_out, child, Reader.SCHOOL, "Amelia says", False)
    assert goes(vault, child, sheet_of(vault, meeting)).parts_off == ()


def test_every_name_is_a_first_letter(vault: Vault, child: int, meeting: int) -> None:
    do(vault, choosing_for_paper.name_as, child, Reader.SCHOOL, NamesAs.ALL_LETTERS)
    made = goes(vault, child, sheet_of(vault, meeting))
    told = "\n".join(words_in(made.sheet))
    assert "Written by S. (foster carer)" in told
    assert "sits with Miss Q." in told
    assert "Grandma J. rang" in told
    assert [each for each in ("Mia", "Rqose", "Sqam", "Qlay", "Jqoan") if each in told] == []
    assert "She will stay" in told, "an everyday word is no name"


def test_what_the_records_do_not_know_is_shown_to_be_read(vault: Vault, child: int, meeting: int) -> None:
    line = "She plays with Jqayden behind the mosque."
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, line)
    sheet = sheet_of(vault, meeting)
    assert goes(vault, child, sheet).to_read == (), "nothing is kept back"
    do(vault, choosing_for_paper.keep_back, child, Reader.SCHOOL, [KeptBack.HOME])
    assert line in goes(vault, child, sheet).to_read
    do(vault, choosing_for_paper.take_out, child, Reader.SCHOOL, line)
    made = goes(vault, child, sheet)
    assert line not in made.to_read
    assert "jqayden" not in on(made)
    assert "1 line you took out" in made.left_out
    do(vault, choosing_for_paper.put_back, child, Reader.SCHOOL, line)
    assert "jqayden" in on(goes(vault, child, sheet))


NAMES = st.text(
    st.characters(categories=("Lu", "Ll", "Lo"), include_characters=" ’'-"), min_size=2, max_size=14
).filter(lambda name: sum(each.isalpha() for each in name) > 1 and name.strip() == name)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(school=NAMES, relative=NAMES, carer=NAMES, what=st.sets(st.sampled_from(list(KeptBack)), min_size=1))
def test_whatever_they_are_called(
    vault: Vault, child: int, meeting: int, school: str, relative: str, carer: str, what: set[KeptBack]
) -> None:
    named = ((KeptBack.SCHOOL, school), (KeptBack.FAMILY, relative), (KeptBack.HOME, carer))
    do(vault, children.set_school, child, school)
    do(vault, planning.add_attendee, meeting, relative, Role.FAMILY)
    do(vault, household.set_own_name, carer)
    wrote = f"({school}); ({relative}); ({carer.upper()})"
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, wrote)
    do(vault, choosing_for_paper.keep_back, child, Reader.OTHER, what)
    made = goes(vault, child, sheet_of(vault, meeting), Reader.OTHER)
    told = [fold(each)[0] for each in words_in(made.sheet)]
    for of, name in named:
        if of in what and not names_on_sheet.is_everyday(name.casefold()):
            assert not any(f"({fold(name)[0]})" in each for each in told), (of, name)
