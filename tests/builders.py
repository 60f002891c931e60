"""Made-up households. Names and dates are invented; today is 10 March 2026 as in the demo."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, time
from functools import cache, wraps
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlcipher3.dbapi2 import Connection

from carer_app.choices import (
    ANSWERED_WITH_A_CHOICE,
    ANSWERED_WITH_A_DAY,
    ChildList,
    ConcernKind,
    ForWhom,
    Owner,
    Part,
    PlainQuestion,
    Role,
    WhoseWords,
    WithoutSchool,
)
from carer_app.domain.all_tables import Base, SaveCount
from carer_app.domain.child import Child
from carer_app.domain.school_years import school_year
from carer_app.storage import spare_room
from carer_app.storage import vault as vault_module
from carer_app.storage.connecting import make_engine
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    checking_dates,
    children,
    childs_lists,
    council_rules,
    dates_drafts,
    days_without_school,
    filing,
    following_up,
    handing_out,
    hearing_the_child,
    pep_copies,
    planning,
    preparing,
    recording_the_meeting,
    school_dates,
)
from carer_app.use_cases.checking_dates import ReadAnswer, ReadDates, ReadDay, ReadProblem, ReadQuestion
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.dates_form import year_of
from carer_app.use_cases.recording_the_meeting import NewAction

TODAY = date(2026, 3, 10)
PASSWORD = "kettle river button"
CHEAP = Cost(time=1, memory_kib=8, lanes=1)


_engines: list[Engine] = []
"""The first there was, which the others speak like."""


def _speaks_alike(connection: Connection) -> Engine:
    """What was put into SQL for one vault is not put into SQL again for the next: else it is a third of a small test.

    The program has one vault, and remembers nothing of it once it is locked.
    """
    engine = make_engine(connection)
    if not _engines:
        _engines.append(engine)
    engine.dialect, engine._compiled_cache = _engines[0].dialect, _engines[0]._compiled_cache
    return engine


vault_module.make_engine = _speaks_alike


@cache
def _made_once() -> tempfile.TemporaryDirectory[str]:
    """An empty vault, copied for each test: making one takes ten times as long as opening one."""
    folder = tempfile.TemporaryDirectory(prefix="pep-tests-")
    Vault.create(Path(folder.name) / "vault", PASSWORD, cost=CHEAP).close()
    return folder


@cache
def _saves_of_an_empty_vault() -> int:
    with new_vault_each_time() as vault:
        return vault.saves


def new_vault(folder: Path) -> Vault:
    """A real vault with the cheapest key stretching."""
    shutil.copytree(Path(_made_once().name) / "vault", folder, copy_function=_put_beside)
    return Vault.open(folder, PASSWORD)


def _put_beside(there: str, here: str) -> None:
    """The spare room, of four million bytes, by a second name: it is made and taken away and never written to again."""
    if Path(there).name == spare_room.FILE_NAME:
        with suppress(OSError):  # on another disk, or on one that knows no second names
            os.link(there, here)
            return
    shutil.copyfile(there, here)
    shutil.copymode(there, here)


def put_away(vault: Vault) -> None:
    """Close a vault that goes with its test: to write it anew, so that nothing erased is left in it, takes a fifth of
    what making and closing it take. `tests/storage` closes as the program does."""
    vault._saves_when_opened = vault.saves
    vault.close()


@contextmanager
def new_vault_each_time() -> Iterator[Vault]:
    """A vault in a folder of its own that goes with it; for tests that want a new one for each example."""
    with tempfile.TemporaryDirectory(prefix="pep-tests-") as folder:
        vault = new_vault(Path(folder) / "vault")
        try:
            yield vault
        finally:
            put_away(vault)


def do(vault: Vault, use_case: Callable[..., Any], *args: Any) -> Any:
    """One change, as a page makes it."""
    with vault.work() as session:
        return use_case(session, *args)


def read(vault: Vault, question: Callable[..., Any], *args: Any) -> Any:
    """One answer, as a page reads it."""
    with vault.reading() as session:
        return question(session, *args)


def add_child(
    vault: Vault,
    name: str = "Mia",
    school: str = "Riverside Primary",
    council: str = "Southwark",
    **dates: date,
) -> int:
    """A child at a school, added long ago. `dates` are fields of ChildDate by value, and `started` for the school."""
    started = dates.pop("started", None)
    with vault.work() as session:
        child = children.add_child(session, name, FirstFact.NONE_YET, None, TODAY, f"uid-{name}")
        children.set_council(session, child, council)
        if school:
            children.set_school(session, child, school)
            children.set_school_start(session, child, started)
        for which, day in dates.items():
            children.set_date(session, child, ChildDate(which), day, TODAY)
        session.get_one(Child, child).added_on = None
    return child


def open_on(
    session: Session,
    school: int,
    *periods: tuple[date, date],
    inset: Sequence[date] = (),
    closed: Sequence[date] = (),
) -> None:
    """A school is open in these stretches too, and has these days without pupils: used as the check page uses them."""
    there = school_dates.school_dates(session, school)
    read = ReadDates(
        tuple(sorted({*((each.first_day, each.last_day) for each in there.periods), *periods})),
        tuple(sorted({*(each.day for each in there.closings if each.is_inset), *inset})),
        tuple(sorted({*(each.day for each in there.closings if not each.is_inset), *closed})),
    )
    changed = {school_year(last) for _first, last in periods} | {year_of(day) for day in (*inset, *closed)}
    years = [each for each in checking_dates.years_to_check(read) if each.year in changed]
    checking_dates.use_dates(session, school, years, there.source)


def told_school_days(vault: Vault, council: str = "Leeds", rules: str = "leeds") -> None:
    """The carer was told that a council counts 20 school days to a first PEP, so the school's dates are needed."""
    with vault.work() as session:
        council_rules.change_number(session, council, rules, "first_pep.days", "20 school days", TODAY)


def told_six_months(vault: Vault) -> None:
    """The carer was told that Southwark has a PEP every six months: a certain day, whatever the school's dates."""
    with vault.work() as session:
        six_months(session)


def six_months(session: Session) -> None:
    """As `told_six_months`, within a change."""
    part = ("Southwark", "southwark_procedures", "rhythm")
    council_rules.change_number(session, *part, "months 6", TODAY)


def add_meeting(
    vault: Vault,
    child: int,
    on_day: date | None = date(2026, 3, 18),
    at: time | None = time(14),
    uid: str = "uid-1",
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
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, date(2026, 3, 8))
        hearing_the_child.write_view(session, view, "Playtime is hard. They run off.")
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_TYPED, date(2026, 3, 8))
        hearing_the_child.write_view(session, view, "I like art with Miss Kay.")
        for question, text in (
            (PlainQuestion.TAKING_PART, "part"),
            (PlainQuestion.WELL_AT_SCHOOL, "Loves art. Comes home telling us about it."),
            (PlainQuestion.WELL_AT_HOME, "Reads to the dog each evening."),
            (PlainQuestion.READING, "Ten minutes each evening."),
            (PlainQuestion.CLUBS, "Cubs on Tuesdays."),
        ):
            preparing.write_answer(session, meeting, question, text)
        concern = preparing.add_concern(session, meeting, ConcernKind.CHILDREN)
        preparing.write_concern(
            session, concern, "what_we_see", "In tears after lunch twice a week since January."
        )
        preparing.write_concern(session, concern, "what_helps", "A job to do with one friend.")
        preparing.write_concern(session, concern, "we_ask_for", "A buddy at playtime.")
        preparing.write_concern(session, concern, "ask_of", "Mr Fox")
        for text in preparing.question_bank(session, meeting)[0].questions[:2]:
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


Build = Callable[[Vault], dict[str, Any]]


def made_once(build: Build) -> Build:
    """A household that is built once and copied, row for row, into every later vault that is still empty."""
    kept: list[tuple[dict[str, Any], list[TableRows]]] = []

    @wraps(build)
    def household(vault: Vault) -> dict[str, Any]:
        if vault.saves != _saves_of_an_empty_vault():
            return build(vault)
        if not kept:
            before = _rows_of(vault)
            ids = build(vault)
            kept.append((ids, [each for each in _rows_of(vault) if each not in before]))
            return dict(ids)
        ids, tables = kept[0]
        with vault.work() as session:
            connection = _below(session)
            for name, _columns, _rows in reversed(tables):
                connection.execute(f'DELETE FROM "{name}"')
            for name, columns, rows in tables:
                places = ", ".join("?" * len(columns))
                connection.executemany(f'INSERT INTO "{name}" ({", ".join(columns)}) VALUES ({places})', rows)
        return dict(ids)

    return household


TableRows = tuple[str, list[str], list[tuple[Any, ...]]]
"""A table, what its columns are called, and its rows."""


def _rows_of(vault: Vault) -> list[TableRows]:
    """All rows as SQLite has them: to put them into SQLAlchemy's own form and back would be most of a copy."""
    with vault.reading() as session:
        tables = [each.name for each in Base.metadata.sorted_tables if each.name != SaveCount.__tablename__]
        found = [(name, _below(session).execute(f'SELECT * FROM "{name}"')) for name in tables]
        return [
            (name, [f'"{each[0]}"' for each in rows.description], rows.fetchall()) for name, rows in found
        ]


def _below(session: Session) -> Connection:
    connection = session.connection().connection.driver_connection
    assert isinstance(connection, Connection)
    return connection


@made_once
def ordinary_household(vault: Vault) -> dict[str, Any]:
    """Two children: Mia is getting ready, Jordan's meeting was held. Ids by name."""
    mia = add_child(
        vault, "Mia", came_into_care_on=date(2026, 2, 3), birthday=date(2016, 5, 2), started=date(2026, 2, 10)
    )
    jordan = add_child(
        vault, "Jordan", "Elm Park Academy", last_pep_on=date(2025, 9, 12), birthday=date(2011, 11, 30)
    )
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
    assert school is not None
    begin_checking(vault, school, "Staff and children", is_asked=True)
    return {"mia": mia, "jordan": jordan, "coming": coming, "over": over, "school": school}


def begin_checking(vault: Vault, school: int, line: str, *, is_asked: bool = False) -> None:
    """Dates that were read for a school and are being looked at: something wrong, and lines of each fate."""
    autumn, again = (date(2025, 9, 1), date(2025, 10, 31)), (date(2025, 10, 27), date(2025, 12, 19))
    read = ReadDates(
        (autumn, again, (date(2026, 1, 6), date(2026, 4, 1))),
        inset_days=(date(2025, 9, 1), date(2026, 5, 9)),
        problems=(ReadProblem(f"{line}: look at it.", (date(2025, 12, 19),)),),
        not_understood=(line,),
        account=tuple(
            ReadDay(f"{line} {n}", "5 May", (date(2026, 5, 5),) * (n % 2), fate, f"Because {line}.")
            for n, fate in enumerate(("used", "left_out", "handed_back", "handed_back"))
        ),
    )
    answers = (ReadAnswer(line, read), ReadAnswer("23 October", read))
    asked = replace(read, question=ReadQuestion(f"Is it {line}?", answers))
    place = dates_drafts.place_of(school, 0)
    with vault.work() as session:
        dates_drafts.begin(session, place, asked if is_asked else read, "the text you pasted", TODAY)
        if is_asked:
            session.flush()
            dates_drafts.answer(session, place, 0)


NASTY = "<b>Zoë & O’Łukasz</b> 🙂 ‏محمد"
LONG_NAME = (NASTY + " " + "Wolfeschlegelsteinhausenbergerdorff" * 9)[:300]


@made_once
def bare_household(vault: Vault) -> dict[str, Any]:
    """One child with a one-letter name and nothing filled in; a meeting without a date and one just held."""
    child = add_child(vault, "A", "S")
    with vault.work() as session:
        over = planning.plan_meeting(session, child, "uid-over")
        recording_the_meeting.meeting_was_held(session, over, TODAY, TODAY)
        school = children.child_facts(session, child, TODAY).school_id
    coming = add_meeting(vault, child, None, None, "uid-coming")
    return {"mia": child, "coming": coming, "over": over, "school": school}


@made_once
def long_household(vault: Vault) -> dict[str, Any]:
    """Everything filled in with 300 characters of markup, accents, emoji and one endless word."""
    child = add_child(
        vault, LONG_NAME, LONG_NAME, came_into_care_on=date(2026, 2, 3), birthday=date(2016, 5, 2),
        started=date(2026, 2, 10), review_on=date(2026, 4, 22),
    )  # fmt: skip
    with vault.work() as session:
        for role in (Role.SOCIAL_WORKER, Role.DESIGNATED_TEACHER):
            children.set_person(session, child, role, LONG_NAME)
        children.set_class(session, child, LONG_NAME)
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        open_on(session, school, (date(2026, 1, 6), date(2026, 2, 13)), inset=[date(2026, 1, 6)])
    over = add_meeting(vault, child, date(2026, 3, 9), uid="uid-over")
    _fill(vault, over)
    hold(vault, over)
    with vault.work() as session:
        for question in recording_the_meeting.SCHOOL_SAID:
            recording_the_meeting.write_school_said(session, over, question, LONG_NAME)
        for owner in Owner:
            new = NewAction(LONG_NAME, owner, LONG_NAME, date(2026, 3, 9))
            recording_the_meeting.add_action(session, over, new, TODAY)
    coming = add_meeting(vault, child, uid="uid-coming")
    _fill(vault, coming)
    begin_checking(vault, school, LONG_NAME)
    return {"mia": child, "coming": coming, "over": over, "school": school}


def _fill(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        planning.set_place(session, meeting, LONG_NAME)
        planning.suggest_attendees(session, meeting)
        planning.add_attendee(session, meeting, LONG_NAME, Role.OTHER)
        for question in PlainQuestion:
            if question not in ANSWERED_WITH_A_DAY | ANSWERED_WITH_A_CHOICE:
                preparing.write_answer(session, meeting, question, LONG_NAME)
        for whose in WhoseWords:
            hearing_the_child.add_view(session, meeting, whose, TODAY, LONG_NAME)
        for kind in ConcernKind:
            concern = preparing.add_concern(session, meeting, kind)
            for field in preparing.CONCERN_FIELDS:
                preparing.write_concern(session, concern, field, LONG_NAME)
        preparing.add_question(session, meeting, LONG_NAME)


def file_a_copy(vault: Vault, meeting: int, data: bytes = b"") -> int:
    """A PEP copy is sealed and registered; returns the document's id."""
    sealed = vault.sealed.seal(data or A_PDF)
    with vault.work() as session:
        filing.allow_papers(session, "Ms Ali", TODAY)
        new = filing.NewDocument(sealed.fingerprint, sealed.key, len(data or A_PDF), 1)
        return pep_copies.register_copy(session, meeting, new, TODAY)


def hand_out(vault: Vault, meeting: int) -> int:
    """A sheet for everyone was printed; returns the id of what is kept."""
    with vault.work() as session:
        handing_out.keep(session, meeting, ForWhom.EVERYONE, TODAY, A_PDF)
        return handing_out.sheets_handed_out(session, meeting)[0].id


A_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    b"4 0 obj<</Length 47>>stream\nBT /F 24 Tf 60 760 Td (Made by someone else) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""One page by hand, as from some other program."""


def write_days(vault: Vault, child: int) -> int:
    """A suspension that goes on and half a day before it; and something on the school card and of the first week."""
    with vault.work() as session:
        sent = days_without_school.add_days(session, child, WithoutSchool.SENT_HOME, date(2026, 3, 3))
        days_without_school.write_reason(session, sent, "A hard morning after the weekend.")
        days = days_without_school.add_days(session, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
        days_without_school.set_told(session, days, "in_writing_on", date(2026, 3, 6))
        for line, text in (("ring_1", "Sam, 07700 900123"), ("ring_2", "Ms Ali"), ("trips", "Sam")):
            childs_lists.write_line(session, child, ChildList.SCHOOL_CARD, line, text)
        childs_lists.write_line(session, child, ChildList.FIRST_WEEK, "calms", "Ten minutes with a book.")
        childs_lists.tick_line(session, child, ChildList.FIRST_WEEK, "current_pep", TODAY)
    return days
