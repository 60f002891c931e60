"""Nothing of ours promises what others may or may not do: each sentence is true also if nobody does anything.

All our texts are walked in one place: screens, paper, questions, leaflets, scripts, numbers, words and ready words.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from carer_app.domain.child import Child
from carer_app.texts.facts import fact
from carer_app.texts.leaflets import leaflets
from carer_app.texts.numbers import numbers
from carer_app.texts.question_sets import themes
from carer_app.texts.scripts import About, scripts
from carer_app.use_cases import what_i_hold
from resources import path
from tests.test_reading_age import everything, sentences
from ui.parts.may_keep_form import MESSAGE

OTHERS = r"(somebody|someone|a grown-up|grown-ups|they|people|school|the meeting|your teacher|the council)"

NOT_SAID = {
    r"\b(will|shall|to) be (told|helped|listened to)\b|\bwill be told\b": "nobody is told by this program",
    r"\bwill be told of\b": "not English, and nobody tells",
    rf"\b{OTHERS}( you tell)? (will|always) (tell|help|come|ring|do|make|answer|listen|stop|see to)": "may, or: ask",
    r"\b(somebody|someone|a grown-up|grown-up) (tells|helps|listens|comes|rings|stops)\b": "may, or: ask",
    r"\byou will (get|be|hear|have)\b(?! (glad|reminded))": "you can ask",
    r"\bwhoever you tell\b": "a grown-up you tell may have to",
    r"(?<!may )\b(has|have) to tell\b": "may have to tell: Childline tells only sometimes",
    r"\bso that it (can|will) stop\b|\bget help\b|\bget you help\b": "help may not come",
    r"\bsomething is not OK\b": "it covers not liking lunch; say: if someone hurts you",
    r"\bleaves? no trace\b|\bno trace\b": "PEP Companion keeps nothing; a disk or a printer may",
    r"\bnothing is written\b|\bnothing is stored\b": "PEP Companion writes nothing",
    r"\bnobody else can\b|\bnobody can (read|see|know|tell)\b": "say who has no key, no more",
    r"\bthat is what keeps them private\b|\bcompletely\b|\b100%": "no promise of safety",
    r"\bring today\b|\btalk to the social worker\b(?! or the head)": "one instruction: ring now, fostering service",
}
"""What no text of ours says, and what is so instead."""


def all_of_ours() -> Iterator[tuple[str, str]]:
    """Every text with where it stands: what the reading-age test reads, and what only a child or a service reads."""
    yield from everything()
    for leaflet in leaflets():
        for text in leaflet.texts():
            yield f"leaflet {leaflet.key}", text
    for script in scripts():
        for text in script.people.values():
            yield f"script {script.title}", text
    for each in numbers():
        for text in (each.name, each.hours, each.about, each.unchecked, each.promise):
            yield f"number {each.key}", text
    for text in _strings(tomllib.loads(path("cards/cards.toml").read_text(encoding="utf-8"))):
        yield "cards", text


@lru_cache(maxsize=1)
def walked() -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((where, one) for where, text in all_of_ours() for one in sentences(text)))


def test_all_of_our_texts_are_walked() -> None:
    places = {where.split()[0] for where, _one in walked()}
    assert {"leaflet", "script", "number", "cards", "glossary", "questions", "ready"} <= places
    assert {"numbers_slip.py", "show_the_child.py", "help.py"} <= {where for where, _one in walked()}
    assert len(walked()) > 3000


@pytest.mark.parametrize(("promise", "instead"), NOT_SAID.items(), ids=lambda each: each[:40])
def test_nothing_promises_what_may_not_happen(promise: str, instead: str) -> None:
    found = [
        f"{where}: {one}"
        for where, one in walked()
        if re.search(promise, one, re.IGNORECASE) and not one.endswith("?")  # a question claims nothing
    ]
    assert found == [], f"say: {instead}"


def test_a_worry_has_one_instruction_first_on_its_page() -> None:
    [worrying] = [each for each in leaflets() if each.key == "something_worrying"]
    assert worrying.sections[0].heading == "Ring now"
    lines = worrying.sections[0].lines
    assert [line.split(":")[0] for line in lines if line.startswith("- ")][:2] == [
        "- Your fostering service, out of hours too",
        "- The child’s social worker",
    ]
    told = [(where, text) for where, text in all_of_ours() if re.search(r"\bring now:", text, re.IGNORECASE)]
    assert len(told) >= 2
    assert [text for _where, text in told if "fostering service, out of hours too" not in text] == []
    assert {where for where, _text in told} == {"own_numbers.py"}, "said in one place, with the number"
    used = {
        file.name
        for file in Path("ui").rglob("*.py")
        if "ring_now(" in file.read_text(encoding="utf-8") and file.name != "own_numbers.py"
    }
    assert used >= {"hurt_line.py", "child_says.py", "hand_over.py"}


def test_no_text_for_a_screen_has_a_row_of_underscores_to_write_on() -> None:
    assert [f"{where}: {one}" for where, one in walked() if re.search("_{3}", one)] == []


def test_what_is_said_not_to_be_asked_for_is_asked_for_nowhere() -> None:
    """Surname, address: the claim is held against every question, every chip and every column about a child."""
    asked = " ".join(
        [text for theme in themes() for each in theme.questions for text in (each.ask, each.why, *each.chips)]
        + [column.name.replace("_", " ") for column in Child.__table__.columns]
    ).casefold()
    claims = [
        one
        for _where, one in walked()
        if re.search(r"\bnot asked for\b|\bwould not keep\b|\blegal status and\b", one)
    ]
    assert len(claims) >= 3
    for claim in claims:
        for thing in re.findall(r"[a-z]{5,}", claim.casefold()):
            if thing not in ("asked", "would", "child", "photograph"):
                assert thing not in asked, claim
    assert "photo of" in " ".join(one for _where, one in walked()), (
        "a drawing's photo is said where it can be kept"
    )


ASKED_FOR = {
    "birthday": {"birthday"},
    "day of coming into care": {"came_into_care_on"},
    "first name": {"name"},
    "she, he or they": {"pronoun"},
    "council": {"council"},
    "extra help": {"support"},
    "school": {
        "years_ahead", "has_school_place", "School", "Schooling", "SchoolPeriod", "SchoolClosing", "SchoolYearNote",
    },
    "and dates": {
        "last_pep_on", "social_worker_says_by", "social_worker_told_on", "moved_home_on", "review_on", "hidden_until",
        "moved_home_before_on",
        "left_care_on", "last_review_on", "last_review_was", "ehcp_review_on", "added_on", "Meeting",
        "CalendarEntry", "CareReview", "MeetingPutOff", "NotNow",
    },
    "What was agreed": {"AgreedAction", "ActionChange", "WhatHappened"},
    "asked for and answered": {"Request"},
    "Days without school": {"DaysWithoutSchool"},
    "My own notes": {
        "Note", "Answer", "Concern", "SchoolQuestion", "FinishedPart", "HandedOut", "Draft", "ReviewAnswer", "ListLine",
        "PaperChoice",
    },
    "child’s own words": {"ChildView", "ChildReply"},
    "letters to the child": {"ChildLetter"},
    "certificates": {"Keepsake"},
    "names of people": {"Person", "Attendee", "NameOnPaper"},
    "copy of a PEP": {"PepCopy", "StoredDocument", "PaperPage", "PaperSource"},
    "figure from a report": {"ReportFigure"},
}  # fmt: skip
"""What the message that asks for permission says would be kept, and which columns and tables that is."""


def test_the_message_that_asks_for_permission_leaves_out_nothing_that_is_kept() -> None:
    assert [words for words in ASKED_FOR if words not in MESSAGE] == []
    named = set().union(*ASKED_FOR.values())
    assert named == {*what_i_hold.CHILD_FACTS, *(table.__name__ for table in what_i_hold.COUNTED)}


@pytest.mark.parametrize("key", ["children_7_to_10", "children_11_to_16"])
def test_what_childline_promises_is_said_as_childline_says_it(key: str) -> None:
    [childline] = [each for each in numbers() if each.key == "childline"]
    [promise] = [fact(key) for key in childline.promise_facts]
    assert "confidentiality-promise" in promise.address
    assert promise.checked_on >= date(2026, 11, 29)
    assert "only sometimes" in childline.promise
    [leaflet] = [each for each in leaflets() if each.key == key]
    assert childline.number in " ".join(leaflet.texts())
    assert childline.promise in leaflet.texts()


@pytest.mark.parametrize("script", scripts(), ids=lambda script: script.title)
def test_what_a_carer_tells_on_is_harm_and_nothing_less(script: object) -> None:
    [hurt] = [line.words for line in script.lines if line.about == About.HURT]  # type: ignore[attr-defined]
    assert re.search(r"someone (hurts you|is hurting you)", hurt)


def _strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for key, value in told.items():
            if key not in ("source", "key", "picture"):
                yield from _strings(value)
    elif isinstance(told, list):
        for value in told:
            yield from _strings(value)
