"""Made-up households. Names and dates are invented; today is 10 March 2026 as in the demo."""

from datetime import date, time
from pathlib import Path
from typing import Any

from carer_app.choices import ConcernKind, Owner, Part, PlainQuestion, Role, WhoseWords
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, following_up, planning, preparing, recording_the_meeting
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.recording_the_meeting import NewAction

TODAY = date(2026, 3, 10)
PASSWORD = "kettle river button"
CHEAP = Cost(time=1, memory_kib=8, lanes=1)


def new_vault(folder: Path) -> Vault:
    """A real vault with the cheapest key stretching."""
    return Vault.create(folder, PASSWORD, cost=CHEAP)


def add_child(vault: Vault, name: str = "Mia", school: str = "Riverside Primary", **dates: date) -> int:
    """A child at a school. `dates` are fields of ChildDate by value, and `started` for the school."""
    started = dates.pop("started", None)
    with vault.work() as session:
        child = children.add_child(session, name, FirstFact.NONE_YET, None, TODAY, f"uid-{name}")
        if school:
            children.set_school(session, child, school)
            children.set_school_start(session, child, started)
        for which, day in dates.items():
            children.set_date(session, child, ChildDate(which), day, TODAY)
    return child


def add_meeting(
    vault: Vault, child: int, on_day: date | None = date(2026, 3, 18), at: time | None = time(14), uid: str = "uid-1"
) -> int:
    """A meeting that is being got ready for."""
    with vault.work() as session:
        meeting = planning.plan_meeting(session, child, uid)
        planning.set_day(session, meeting, on_day)
        planning.set_time(session, meeting, at)
    return meeting


def prepare(vault: Vault, meeting: int, name: str = "Mia") -> None:
    """A preparation with something in each of the eight parts."""
    with vault.work() as session:
        planning.suggest_attendees(session, meeting)
        view = preparing.add_view(session, meeting, WhoseWords.CHILD_SAID, date(2026, 3, 8))
        preparing.write_view(session, view, "Playtime is hard. They run off.")
        view = preparing.add_view(session, meeting, WhoseWords.CHILD_TYPED, date(2026, 3, 8))
        preparing.write_view(session, view, "I like art with Miss Kay.")
        for question, text in (
            (PlainQuestion.TAKING_PART, "part"),
            (PlainQuestion.WELL_AT_SCHOOL, "Loves art. Comes home telling us about it."),
            (PlainQuestion.WELL_AT_HOME, "Reads to the dog each evening."),
            (PlainQuestion.READING, "Ten minutes each evening."),
            (PlainQuestion.CLUBS, "Cubs on Tuesdays."),
        ):
            preparing.write_answer(session, meeting, question, text)
        concern = preparing.add_concern(session, meeting, ConcernKind.CHILDREN)
        preparing.write_concern(session, concern, "what_we_see", "In tears after lunch twice a week since January.")
        preparing.write_concern(session, concern, "what_helps", "A job to do with one friend.")
        preparing.write_concern(session, concern, "we_ask_for", "A buddy at playtime.")
        preparing.write_concern(session, concern, "ask_of", "Mr Fox")
        for text in preparing.question_bank(session, meeting)[:2]:
            preparing.add_question(session, meeting, text)
        preparing.finish_part(session, meeting, Part.CHILD_SAYS)


def hold(vault: Vault, meeting: int, on: date = date(2026, 3, 9)) -> None:
    """The meeting was held, and three actions agreed."""
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, on, TODAY)
        for what, owner, name, due in (
            ("Start a reading group", Owner.SCHOOL, "Mr Fox", date(2026, 3, 20)),
            ("Ask about a place at swimming", Owner.ME, "", date(2026, 3, 9)),
            ("Send the PEP copy", Owner.SOCIAL_WORKER, "Ms Ali", None),
        ):
            recording_the_meeting.add_action(session, meeting, NewAction(what, owner, name, due), TODAY)


def tick_first(vault: Vault, child: int) -> None:
    """The first open action is ticked off."""
    with vault.work() as session:
        rows = following_up.actions_of_child(session, child, TODAY)
        following_up.tick_off(session, rows[0].id, TODAY)


def ordinary_household(vault: Vault) -> dict[str, Any]:
    """Two children: Mia is getting ready, Jordan's meeting was held. Ids by name."""
    mia = add_child(vault, "Mia", came_into_care_on=date(2026, 2, 3), birthday=date(2016, 5, 2), started=date(2026, 2, 10))
    jordan = add_child(vault, "Jordan", "Elm Park Academy", last_pep_on=date(2025, 9, 12), birthday=date(2011, 11, 30))
    with vault.work() as session:
        for child in (mia, jordan):
            children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
            children.set_person(session, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    coming = add_meeting(vault, mia, uid="uid-mia")
    prepare(vault, coming)
    over = add_meeting(vault, jordan, date(2026, 3, 9), uid="uid-jordan")
    prepare(vault, over, "Jordan")
    hold(vault, over)
    with vault.work() as session:
        school = children.child_facts(session, mia, TODAY).school_id
    return {"mia": mia, "jordan": jordan, "coming": coming, "over": over, "school": school}
