"""What the child keeps is kept exactly, stays, and goes only where the child said."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.choices import (
    ChildMark,
    ChildsDoor,
    PlainQuestion,
    Role,
    Share,
    TakingPart,
    WhoSays,
    WhoseWords,
)
from carer_app.errors import NotAllowed
from carer_app.jobs import meeting_calendar
from carer_app.paper import plain
from carer_app.sitting import (
    ASKED,
    CARDS_LIKED,
    CARDS_NOT_LIKED,
    MY_DAY,
    TABLE,
    Kept,
    Said,
    Sitting,
    sitting_from,
)
from carer_app.storage.vault import Vault
from carer_app.texts import child_questions
from carer_app.use_cases import (
    children,
    childs_book,
    childs_kept_words,
    childs_last_words,
    hearing_the_child,
    own_calendar,
    planning,
    preparing,
    reading_kept,
    reporting_back,
    short_way,
    summarising,
)
from tests import builders
from tests.builders import TODAY, do, read

NOW = datetime(2026, 3, 10, 10, tzinfo=UTC)
MIA_SAID = "They run off.  I dont like it"


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    return meeting


def sitting(share: Share = Share.SHEET) -> Sitting:
    made = Sitting("7_to_10", ChildsDoor.ON_MY_OWN)
    made.said["playtimes"] = Said(ChildMark.DOWN, MIA_SAID, None, share)
    made.said["not_ok"] = Said(ChildMark.NOT_SURE)
    made.said["one_thing"] = Said(words="  ", share=share)
    return made


def keep(vault: Vault, meeting: int, made: Sitting | None = None) -> int:
    """Keeps it, and gives back the id of the newest thing kept."""
    do(vault, childs_kept_words.keep, meeting, made or sitting(), TODAY)
    return words(vault, meeting)[0].id


def words(vault: Vault, meeting: int) -> tuple[Kept, ...]:
    child = read(vault, planning.meeting_facts, meeting).child_id
    kept: tuple[Kept, ...] = read(vault, childs_kept_words.kept_words, child)
    return kept


def entries_ics(vault: Vault, child: int) -> str:
    entries = read(vault, partial(own_calendar.own_entries, due_dates=True), child, TODAY)
    return meeting_calendar.entries_ics(entries, NOW, "Mia").decode()


def printed(vault: Vault, meeting: int) -> str:
    """Everything that is ever printed, previewed, pasted, or put into a calendar."""
    child = read(vault, planning.meeting_facts, meeting).child_id
    everyone = read(vault, summarising.meeting_sheet, meeting, TODAY)
    sheets = (
        everyone,
        plain.to_paste(everyone, 500),
        read(vault, summarising.whole_sheet, meeting, TODAY),
        read(vault, summarising.my_sheet, meeting, TODAY),
        read(vault, summarising.adults_sheet, meeting, TODAY),
        read(vault, summarising.pocket_card, meeting),
        read(vault, reporting_back.child_sheet, meeting),
        read(vault, reporting_back.actions_for_review, child, TODAY),
        read(vault, childs_book.childs_book, child),
        meeting_calendar.meeting_ics(read(vault, planning.meeting_facts, meeting), NOW).decode(),
        entries_ics(vault, child),
    )
    return repr(sheets)


def test_the_words_are_kept_to_the_letter_with_the_question_and_whose_they_are(
    vault: Vault, meeting: int
) -> None:
    keep(vault, meeting)
    [kept] = words(vault, meeting)
    assert (kept.words, kept.mark, kept.said_on) == (MIA_SAID, "Hard", TODAY)
    assert kept.asked == "How are playtimes and lunch?"
    [quote] = read(vault, summarising.whole_sheet, meeting, TODAY).child_says
    assert (quote.words, quote.mark, quote.whose) == (MIA_SAID, "Hard", "Mia typed this")


def test_a_question_passed_over_or_not_sure_of_leaves_nothing(vault: Vault, meeting: int) -> None:
    keep(vault, meeting)
    assert len(words(vault, meeting)) == 1


def test_off_my_sheet_is_on_no_sheet_and_so_is_what_nobody_decided(vault: Vault, meeting: int) -> None:
    keep(vault, meeting, sitting(Share.OFF))
    keep(vault, meeting, sitting(Share.NOT_SAID))
    assert "They run off" not in printed(vault, meeting)
    assert [kept.on_sheet for kept in words(vault, meeting)] == [False, False]


def test_the_child_takes_it_off_and_it_stays_off_with_its_day(vault: Vault, meeting: int) -> None:
    view = keep(vault, meeting)
    do(vault, childs_kept_words.add_about, view, "Better now.", Share.SHEET, WhoseWords.CHILD_TYPED, TODAY)
    assert "They run off" in printed(vault, meeting)
    assert "Better now." in printed(vault, meeting)
    do(vault, childs_kept_words.take_off_my_sheet, view, TODAY)
    do(vault, childs_kept_words.take_off_my_sheet, view, date(2026, 3, 12))
    [kept] = words(vault, meeting)
    assert (kept.on_sheet, kept.taken_off_on, kept.words) == (False, TODAY, MIA_SAID)
    assert kept.added == ("Better now.",)
    assert "They run off" not in printed(vault, meeting)
    assert "Better now." not in printed(vault, meeting)


def test_what_is_added_to_words_that_are_off_is_off_too(vault: Vault, meeting: int) -> None:
    view = keep(vault, meeting, sitting(Share.OFF))
    do(vault, childs_kept_words.add_about, view, "Better now.", Share.SHEET, WhoseWords.CHILD_TYPED, TODAY)
    assert "Better now." not in printed(vault, meeting)


def test_nobody_changes_what_was_kept(vault: Vault, meeting: int) -> None:
    view = keep(vault, meeting)
    for change, args in (
        (hearing_the_child.write_view, ("other words",)),
        (hearing_the_child.set_whose_words, (WhoseWords.CARER_THINKS,)),
        (hearing_the_child.set_said_on, (TODAY, TODAY)),
        (hearing_the_child.put_on_sheet, (False,)),
        (hearing_the_child.remove_view, (TODAY,)),
    ):
        with pytest.raises(NotAllowed):
            do(vault, change, view, *args)
    do(vault, short_way.write_child_says, meeting, TODAY, "what Sam heard")
    assert words(vault, meeting)[0].words == MIA_SAID
    assert [row.words for row in read(vault, hearing_the_child.views, meeting)] == ["what Sam heard"]


def test_what_the_carer_wrote_down_is_not_the_childs_to_take_off_here(vault: Vault, meeting: int) -> None:
    view = do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY, "I like art.")
    with pytest.raises(NotAllowed):
        do(vault, childs_kept_words.take_off_my_sheet, view, TODAY)
    assert words(vault, meeting) == ()


def test_cards_are_kept_as_what_was_chosen_and_printed_without_quotation_marks(
    vault: Vault, meeting: int
) -> None:
    made = Sitting("3_to_6", share_all=Share.SHEET)
    made.cards = {
        "friends": ChildMark.UP,
        "lunch": ChildMark.DOWN,
        "story": ChildMark.UP,
        "my_teacher": ChildMark.SKIP,
    }
    keep(vault, meeting, made)
    liked, not_liked = read(vault, summarising.whole_sheet, meeting, TODAY).child_says
    assert (liked.words, liked.mark, liked.whose) == ("", "friends, story on the carpet", "Mia chose this")
    assert not_liked.mark == "snack and lunch"


def test_coming_and_who_says_it_go_where_the_carer_plans(vault: Vault, meeting: int) -> None:
    made = Sitting("7_to_10", coming=TakingPart.PART, who=WhoSays.SOMEONE_ELSE, who_name="Ella’s mum")
    do(vault, childs_kept_words.keep, meeting, made, TODAY)
    answers = read(vault, preparing.answers_of, meeting, "tell_the_child")
    assert answers[PlainQuestion.TAKING_PART] == TakingPart.PART
    assert answers[PlainQuestion.WHO_SAYS_IT] == "Ella’s mum says it for Mia"


def test_a_wish_without_words_is_told_too_until_it_was_read(vault: Vault, meeting: int) -> None:
    """A boy of 14 kept only who shall say it, and was told that his carer can read that. Nothing asked her to."""
    child = read(vault, planning.meeting_facts, meeting).child_id
    assert read(vault, reading_kept.wishes, meeting) == ()
    made = Sitting("7_to_10", coming=TakingPart.PART, who=WhoSays.SOMEONE_ELSE, who_name="Ella’s mum")
    do(vault, childs_kept_words.keep, meeting, made, TODAY)
    assert read(vault, reading_kept.unread, child) == meeting
    before = read(vault, reading_kept.read_to, meeting)
    do(vault, reading_kept.say_read, meeting)
    assert read(vault, reading_kept.unread, child) is None
    do(vault, reading_kept.take_back, meeting, before)
    assert read(vault, reading_kept.unread, child) == meeting
    # What was agreed with the carer afterwards is not what the child said.
    do(vault, preparing.write_answer, meeting, PlainQuestion.TAKING_PART, TakingPart.NOT_THIS_TIME)
    assert read(vault, reading_kept.wishes, meeting) == (
        "Coming to the meeting: For part of it",
        "Ella’s mum says it for Mia",
    )


def test_nothing_said_of_coming_leaves_what_was_agreed_before(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.TAKING_PART, TakingPart.ALL)
    keep(vault, meeting)
    assert (
        read(vault, preparing.answers_of, meeting, "tell_the_child")[PlainQuestion.TAKING_PART]
        == TakingPart.ALL
    )


def test_the_room_is_given_one_child_and_nothing_the_carer_wrote(vault: Vault, meeting: int) -> None:
    builders.add_child(vault, "Jordan", "Hillside School")
    builders.prepare(vault, meeting)
    told = repr(read(vault, childs_kept_words.room_words, meeting, TODAY))
    assert "Mia" in told
    for word in ("Jordan", "Hillside", "Loves art", "In tears", "Playtime is hard", "Riverside"):
        assert word not in told


def test_people_are_called_as_the_child_calls_them_and_family_is_not_named(
    vault: Vault, meeting: int
) -> None:
    rows = read(vault, planning.attendees, meeting)
    do(vault, planning.add_attendee, meeting, "Grandma", Role.FAMILY)
    do(vault, planning.add_attendee, meeting, "Mr Fox", Role.TEACHER)
    assert read(vault, childs_kept_words.room_words, meeting, TODAY).people == "your carer and Mr Fox"
    do(vault, planning.set_person_field, rows[1].id, "child_calls", "Sammy")
    assert read(vault, childs_kept_words.room_words, meeting, TODAY).people == "Sammy and Mr Fox"


def test_numbers_for_danger_come_first_and_nobody_without_a_number_stands_before_them(
    vault: Vault, meeting: int
) -> None:
    told = read(vault, childs_kept_words.room_words, meeting, TODAY)
    assert [each.number for each in told.to_talk_to] == ["999", "0800 1111", "0800 528 0731"]
    assert told.also_to_talk_to == (
        "a teacher you trust, your social worker, the person who runs your review or your advocate"
    )


def test_the_names_that_are_known_are_used_where_nobody_said_who_comes(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    people = read(vault, childs_kept_words.room_words, meeting, TODAY).people
    assert people == "your teacher and Ms Ali and your carer"  # with a comma, Ms Ali would be the teacher


def test_the_numbers_of_the_childs_own_people_are_there_when_the_carer_typed_them(
    vault: Vault, meeting: int
) -> None:
    child = read(vault, planning.meeting_facts, meeting).child_id
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    do(vault, children.set_phone, child, Role.SOCIAL_WORKER, "020 7946 0000")
    told = read(vault, childs_kept_words.room_words, meeting, TODAY)
    assert [(each.who, each.number) for each in told.to_talk_to][2] == (
        "Ms Ali, your social worker",
        "020 7946 0000",
    )
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "")
    nameless = read(vault, childs_kept_words.room_words, meeting, TODAY).to_talk_to[2]
    assert (nameless.who, nameless.number) == ("Your social worker", "020 7946 0000")
    assert told.also_to_talk_to == (
        "a teacher you trust, Mr Fox, the person who runs your review or your advocate"
    )


@pytest.mark.parametrize(("age", "key"), [(3, "3_to_6"), (6, "3_to_6"), (7, "7_to_10"), (10, "7_to_10"),
                                          (11, "11_to_16"), (17, "11_to_16"), (None, "7_to_10")])  # fmt: skip
def test_each_age_has_its_own_questions(age: int | None, key: str) -> None:
    assert child_questions.set_for(age).key == key


@pytest.mark.parametrize(
    ("birthday", "first"), [(date(2017, 4, 1), True), (date(2016, 4, 1), False), (None, True)]
)
def test_together_is_offered_first_up_to_eight(vault: Vault, birthday: date | None, first: bool) -> None:
    dates = {"birthday": birthday} if birthday else {}
    meeting = builders.add_meeting(vault, builders.add_child(vault, **dates))
    assert read(vault, childs_kept_words.room_words, meeting, TODAY).together_first is first


def test_the_questions_are_six_eight_and_twelve() -> None:
    counts = {
        each.key: len([q for q in each.questions if q.key != "letter"]) for each in child_questions.age_sets()
    }
    assert counts == {"3_to_6": 4, "7_to_10": 8, "11_to_16": 12}  # and two of the youngest are the cards


texts = st.text(max_size=20)
said = st.builds(
    Said, st.sampled_from(ChildMark), texts, st.none() | st.sampled_from(WhoseWords), st.sampled_from(Share)
)
sittings = st.builds(
    Sitting,
    st.sampled_from([each.key for each in child_questions.age_sets()]),
    st.sampled_from(ChildsDoor),
    st.dictionaries(
        st.sampled_from(["playtimes", "one_thing", "letter", "day.lunch", TABLE, CARDS_LIKED]), said
    ),
    st.dictionaries(st.sampled_from(["friends", "lunch"]), st.sampled_from(ChildMark)),
    st.sampled_from(TakingPart),
    st.sampled_from(WhoSays),
    texts,
    st.sampled_from(Share),
    seats=st.lists(st.sampled_from(["", "me", "Sam", "Mr Fox"]), max_size=6, unique=True),
    ways=st.sampled_from([[ASKED], [MY_DAY], [MY_DAY, ASKED], [ASKED, MY_DAY]]),
)


@given(sittings)
def test_a_sitting_comes_back_from_its_draft_whole(made: Sitting) -> None:
    assert sitting_from(made.as_bytes()) == made


@given(sittings, st.sampled_from(["playtimes", "day.lunch", "letter", CARDS_LIKED, CARDS_NOT_LIKED]))
def test_what_is_rubbed_out_is_not_read_back(made: Sitting, key: str) -> None:
    made.rub_out(key)
    assert key not in [thing.key for thing in made.things()]
    assert key not in made.said


@given(st.binary(max_size=200))
def test_a_draft_that_makes_no_sense_is_none(data: bytes) -> None:
    assert sitting_from(data) is None


def test_nothing_is_read_back_that_was_not_said() -> None:
    assert Sitting("7_to_10").is_empty
    assert Sitting("7_to_10").things() == []
    assert not sitting().is_empty


def test_under_the_name_stand_the_newest_own_words_that_are_on_the_sheet(vault: Vault, meeting: int) -> None:
    mia = read(vault, planning.meeting_facts, meeting).child_id
    assert read(vault, childs_last_words.last_words, mia) is None
    for day, whose, words in (
        (1, WhoseWords.CHILD_SAID, "I like art."),
        (2, WhoseWords.CHILD_SAID, "  "),
        (3, WhoseWords.CARER_THINKS, "She likes lunch."),
    ):
        do(vault, hearing_the_child.add_view, meeting, whose, date(2026, 3, day), words)
    said = read(vault, childs_last_words.last_words, mia)
    assert (said.words, said.on) == ("I like art.", date(2026, 3, 1))
    for share in (Share.OFF, Share.NOT_SAID):
        do(vault, childs_kept_words.keep, meeting, sitting(share), TODAY)
        assert read(vault, childs_last_words.last_words, mia) == said
    do(vault, childs_kept_words.keep, meeting, sitting(), TODAY)
    assert read(vault, childs_last_words.last_words, mia).words == MIA_SAID
    [kept] = [row for row in read(vault, childs_kept_words.kept_for, meeting) if row.share == Share.SHEET]
    do(vault, childs_kept_words.take_off_my_sheet, kept.id, TODAY)
    assert read(vault, childs_last_words.last_words, mia) == said


def test_one_line_on_a_card_is_all_of_the_words_or_none_of_them(vault: Vault, meeting: int) -> None:
    mia = read(vault, planning.meeting_facts, meeting).child_id
    for words, shown in (
        ("I like art.", True),
        ("I like maths " * 9 + "no more.", False),
        ("One.\nTwo.", False),
    ):
        do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY, words)
        assert read(vault, childs_last_words.in_one_line, mia) == (words if shown else "")
