"""Every sentence of the child's part is true if nobody does anything afterwards.

The program tells nobody, sends nothing and prints nothing by itself. A child who is told otherwise may believe that
they have told somebody, and wait.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from carer_app.texts.child_questions import age_sets
from carer_app.texts.numbers import numbers_for
from resources import path

ROOT = Path(__file__).parents[1]
CODE = (
    *sorted((ROOT / "ui" / "child_mode").glob("*.py")),
    ROOT / "ui" / "childs_own_part" / "childs_own_part.py",
    ROOT / "carer_app" / "sitting.py",
    ROOT / "carer_app" / "seats.py",
    ROOT / "carer_app" / "use_cases" / "childs_kept_words.py",
    ROOT / "carer_app" / "use_cases" / "did_it_help.py",
)

PROMISES = {
    r"\bwill\b|’ll\b|\bwon’t\b|\bgoing to\b": "nobody knows what happens next",
    r"\b(is|are|be|been|gets?|was) told\b": "the program tells nobody",
    r"\bget help\b|\bwhose job\b": "whether anybody helps is not ours to say",
    r"\bgo(es)? to the meeting\b|(?<!nothing here )\b(is|are) sent to\b|\bbe sent\b": "somebody has to take it there",
    r"\bmeeting (sees|hears|knows|reads|gets)\b": "only what somebody takes along",
    r"\b(nobody|nothing|no one) else\b|\bonly you\b": "others may hear of it too",
    r"\bcan stop\b.*hurt|\bso that it (can )?stops?\b": "not ours to promise",
    r"\btells you\b|(?<!can )(?<!help )\byou (will )?(hear|get|find out)\b": "somebody has to do that",
    r"\b(is|are) gone\b|\btrace(s)? of nothing\b|\bno traces?\b|\bfor ever\b": "no program can promise that of a disk",
    r"\bsecret|\bprivate|\bconfidential": "whoever has the key can read it",
    r"\bsaid (that )?nobody\b|\bnobody (can )?finds? out\b": "not ours to promise",
}  # fmt: skip

SAID_BEFORE = (
    "Press “Talk to someone else”. A grown-up whose job is to help will be told.",
    "A grown-up whose job is to help will be told, so that it can stop.",
    "They will get help.",
    "The meeting sees what you put on your sheet, and nothing else.",
    "The meeting is told. You can change your mind later.",
    "Your sheet goes to the meeting, with what you put on it.",
    "Afterwards you hear what happened with what you said.",
    "Then Sam tells you what they said.",
    "It can wait in this part for two weeks. After that it is gone.",
)
"""What stood there. None of it may come back."""


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def childs_sentences() -> Iterator[tuple[str, str]]:
    """Everything that the child's part can say of its own, from data and from code."""
    for file in path("child_questions").glob("*.toml"):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        for text in texts_of({key: value for key, value in told.items() if key not in ("facts", "key")}):
            yield file.stem, text
    for each in numbers_for("child"):
        for text in (each.name, each.about, each.hours, each.promise):
            yield "numbers", text
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield file.name, part.value


def broken(text: str) -> list[str]:
    return [why for promise, why in PROMISES.items() if re.search(promise, text, re.IGNORECASE)]


def test_there_is_something_to_read() -> None:
    where = [each for each, _text in childs_sentences()]
    assert len(where) > 200
    assert {
        *(file.stem for file in path("child_questions").glob("*.toml")),
        "numbers",
        "leaving.py",
        "talking.py",
        "childs_kept_words.py",
    } <= set(where)


def test_nothing_is_promised_that_somebody_would_have_to_do() -> None:
    found = [f"{where}: {text} ({why})" for where, text in childs_sentences() for why in broken(text)]
    assert found == []


@pytest.mark.parametrize("sentence", SAID_BEFORE)
def test_what_was_promised_before_would_be_found(sentence: str) -> None:
    assert broken(sentence)


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_at_every_age_the_child_is_told_that_the_computer_tells_nobody_and_to_go_to_a_person(
    asked: Any,
) -> None:
    told = asked.telling
    assert re.search(r"tells nobody|does not tell anyone|sent to anyone", told.hurt)
    for line in (told.hurt, told.end_hurt):
        assert re.search(r"(tell|talk to) a (person|grown-up) you trust", line)
    assert "does not help, tell another" in told.end_hurt


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_no_child_is_asked_whether_they_are_hurt(asked: Any) -> None:
    """To ask is for people whose job it is. The page says what to do, and asks only about school."""
    for text in (asked.telling.hurt, asked.telling.end_hurt, *(each.words for each in asked.questions)):
        assert not re.search(r"[^.?!]*\b(hurt|scare)[^.?!]*\?", text)


def test_childline_is_quoted_as_childline_says_it_and_nowhere_otherwise() -> None:
    """childline.org.uk, confidentiality promise: only sometimes, when really worried about somebody's safety, do they
    need to tell someone, and they try to talk to the child first."""
    [childline] = [each for each in numbers_for("child") if each.key == "childline"]
    assert "only sometimes" in childline.promise
    assert "talk to you first" in childline.promise
    for asked in age_sets():
        assert not re.search(r"\btells?\b|\bprivate\b", asked.telling.childline)


def test_no_sentence_in_the_middle_begins_with_a_person_who_may_have_no_name() -> None:
    """Only the first letter of a text is made a capital: "your carer" would begin a later sentence with a small one."""
    texts = [each.read_text(encoding="utf-8") for each in path("child_questions").glob("*.toml")]
    assert texts
    assert [found for text in texts for found in re.findall(r"[.!?] \{carer\}.{0,30}", text)] == []
