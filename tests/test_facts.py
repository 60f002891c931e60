"""What we say of law, rules, money and numbers: every statement has its source and its day, in one place."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carer_app.errors import TextFileWrong
from carer_app.rules import shipped
from carer_app.texts import facts, glossary, numbers
from carer_app.texts.child_lists import child_lists
from carer_app.texts.child_questions import age_sets
from carer_app.texts.facts import SourcedFact, fact
from carer_app.texts.leaflets import leaflets
from carer_app.texts.question_bank import topics
from carer_app.texts.question_sets import themes
from carer_app.texts.ready_words import all_words
from carer_app.texts.scripts import scripts
from carer_app.texts.without_school import must_happen
from carer_app.use_cases import education_history
from resources import path
from tests.test_reading_age import GRADE, LONGEST, everything, grade, sentences

COUNTED = "days?|weeks?|months?|terms?|years?|hours?|minutes?|birthday|times?"
NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty"
    "|once|twice|every|each|second|third|sixth"
)

STATES = re.compile(
    r"\d|£"
    rf"|\b({NUMBERS})\b( (a|school|working))? ({COUNTED})\b"
    r"|\b(laws?|lawful|legal|must|rights?|regulations?|court|statutory|guidance)\b"
    r"|\b(yearly|termly|monthly|daily|day and night)\b",
    re.IGNORECASE,
)
"""A figure, money, a telephone number, an age, a day, a year, or a word of law."""

NO_STATEMENT = re.compile(
    r"^\d\. |\d\. (What|Where|How)|Yes \(|[Rr]ight (now|away|in)|right where|the right\b(?! to)"
    r"|(that’s|all|about) right"
)
"""A figure that counts nothing, and "right" that is not a right."""

TODAY = date(2026, 11, 29)


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads(path(name).read_text(encoding="utf-8"))


def statements() -> Iterator[tuple[str, str, bool]]:
    """Every text that comes along, where it stands, and whether it names what it rests on."""
    for file in sorted(path("leaflets").glob("*.toml")):
        told = raw(f"leaflets/{file.name}")
        whole = set(told["facts"]) <= {"program", "data_protection"}  # about this program: its tests show it
        for section in told["section"]:
            for line in section["lines"]:
                yield f"leaflet {file.stem}", line, whole or _named(line)
    for word in raw("words/glossary.toml")["word"]:
        yield f"word {word['word']}", word["means"], _named(word["means"])
    for number in raw("numbers/england.toml")["number"]:
        for part in ("number", "hours", "about", "email", "unchecked"):
            yield f"number {number['key']}", number.get(part, ""), bool(number["facts"])
        yield f"number {number['key']}", number.get("promise", ""), bool(number.get("promise_facts"))
    for topic in raw("question_bank/england.toml")["topic"]:
        for question in topic["questions"]:
            yield "question bank", question, _named(question)
    for file in sorted(path("questions").glob("*.toml")):
        for question in raw(f"questions/{file.name}")["question"]:
            for part in ("ask", "why"):
                yield f"question {question['key']}", question[part], bool(question.get("facts"))
    for name in ("england", "rights"):
        for words in raw(f"ready_words/{name}.toml")["words"]:
            for part in ("title", "why", "words"):
                yield (
                    f"ready words {words['key']}",
                    words[part],
                    bool(words.get("facts") or words.get("right")),
                )
            for part in ("right", "limit"):
                if part in words:
                    yield f"ready words {words['key']}", words[part], _named(words["right"])
    for rule in raw("without_school/england.toml")["rule"]:
        for part in ("title", "ask"):
            yield f"without school {rule['key']}", rule[part], bool(rule["facts"])
    for file in sorted(path("child_lists").glob("*.toml")):
        for line in raw(f"child_lists/{file.name}")["line"]:
            for part in ("ask", "why", "words"):
                yield f"child’s list {line['key']}", line.get(part, ""), bool(line.get("facts"))
    for file in sorted(path("scripts").glob("*.toml")):
        script = raw(f"scripts/{file.name}")
        texts = (script["how"], *(line["words"] for line in script["say"]), *script["people"].values())
        for text in texts:
            yield f"script {file.stem}", text, bool(script["facts"])
    for file in sorted(path("child_questions").glob("*.toml")):
        told = raw(f"child_questions/{file.name}")
        for text in strings({key: value for key, value in told.items() if key not in ("facts", "key")}):
            yield f"child’s questions {file.stem}", text, bool(told["facts"])
    for day in raw("year_days/england.toml")["day"]:
        for part in ("who", "carer", "why", "doubt"):
            yield f"year day {day['key']}", day.get(part, ""), bool(day["source"] and day["checked_on"])
    for each in facts.facts():
        yield f"fact {each.key}", each.says, True


def strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from strings(each)


def _named(line: str) -> bool:
    return bool(re.search(r"\{(fact|from|number|promise):\w+\}", line))


def is_statement(text: str) -> bool:
    plain = re.sub(r"\{[^}]*\}", "", text)
    return bool(STATES.search(NO_STATEMENT.sub("", plain)))


def test_every_statement_of_law_or_of_a_figure_names_what_it_rests_on() -> None:
    said = [(where, text, named) for where, text, named in statements() if is_statement(text)]
    assert len(said) > 80
    assert {where.split()[0] for where, _text, _named in said} >= {
        "leaflet", "word", "number", "question", "ready", "fact",
    }  # fmt: skip
    assert [f"{where}: {text}" for where, text, named in said if not named] == []


@pytest.mark.parametrize(
    "text",
    [
        "It costs £2,630.", "Ring 0800 1111.", "Once a year.", "Every school term.", "From the second birthday.",
        "It is the law.", "You have a right to it.", "The head must tell you.", "By 15 February.", "Day and night.",
    ],
)  # fmt: skip
def test_a_statement_is_known_as_one(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize("text", ["Talk to a person.", "One thing is enough.", "You can say that’s right."])
def test_what_states_nothing_is_left_alone(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize("each", facts.facts(), ids=lambda each: each.key)
def test_every_fact_has_where_and_when_and_can_be_read_at_eleven(each: SourcedFact) -> None:
    assert len(each.source) > 10
    assert each.address
    assert date(2026, 11, 23) <= each.checked_on <= TODAY + timedelta(days=1)
    for said in sentences(each.sentence_on(date(2099, 1, 1))):
        assert len(said.split()) <= LONGEST, said
    if each.says:
        assert grade(each.says) <= GRADE + 3, grade(each.says)  # one or two sentences of law by themselves
        assert each.says.endswith(".")


def test_no_fact_is_there_for_nothing() -> None:
    """It stands behind something that we say."""
    used = {key for leaflet in leaflets() for key in leaflet.facts}
    used |= set(glossary.rests_on())
    used |= {key for each in numbers.numbers() for key in (*each.facts, *each.promise_facts)}
    used |= {key for theme in themes() for question in theme.questions for key in question.facts}
    used |= {key for topic in topics() for key in topic.facts}
    used |= {key for words in all_words() for key in words.rests_on}
    used |= {key for each in (*scripts(), *age_sets()) for key in each.facts}
    used |= {key for each in must_happen() for key in each.facts}
    used |= {key for each in child_lists() for key in each.rests_on}
    used |= set(education_history.RESTS_ON)
    assert [each.key for each in facts.facts() if each.key not in used] == []


def test_law_and_money_stand_in_data_and_never_in_the_program() -> None:
    law = re.compile(
        r"£|\b(laws?|lawful|legal(?! status)|rights? to|regulations?|statutory)\b|\b0\d{3} \d", re.IGNORECASE
    )
    assert [
        f"{where}: {text}" for where, text in everything() if where.endswith(".py") and law.search(text)
    ] == []


# Money


MONEY = [each for each in facts.facts() if "£" in each.says]


def test_there_is_money_for_each_age() -> None:
    assert {each.key for each in MONEY} == {"premium_plus_money", "early_years_premium", "bursary"}


@pytest.mark.parametrize("each", MONEY, ids=lambda each: each.key)
def test_money_names_its_year_and_says_when_that_year_is_over(each: SourcedFact) -> None:
    assert each.holds_from is not None
    assert each.holds_until is not None
    for year in (each.holds_from.year, each.holds_until.year):
        assert str(year) in each.says
    assert each.sentence_on(each.holds_until) == each.says
    after = each.sentence_on(each.holds_until + timedelta(days=1))
    assert after == f"{each.says} That year is over. {each.then}"
    assert each.then.startswith("Ask ")


def test_money_stands_in_facts_and_nowhere_else_without_its_year() -> None:
    doubts = {day["key"]: day.get("doubt", "") for day in raw("year_days/england.toml")["day"]}
    for where, text, _named in statements():
        if "£" in text and not where.startswith("fact"):
            assert where.startswith("year day"), where
            assert re.search(r"20\d\d/\d\d", doubts[where.split()[-1]]), where


def test_a_word_about_money_is_true_on_the_day_it_is_read() -> None:
    [premium] = [word for word in glossary.words() if word.word == "Pupil Premium Plus"]
    assert "£2,630" in premium.means_on(date(2025, 5, 1))
    assert "over" not in premium.means_on(date(2025, 5, 1))
    assert premium.means_on(TODAY).endswith("That year is over. Ask the virtual school what it is now.")


def test_a_leaflet_with_money_says_that_its_year_is_over() -> None:
    [young] = [each for each in leaflets() if each.key == "children_11_to_16"]
    lines = {day: " ".join(line for each in young.sections for line in each.lines_on(day)) for day in (
        date(2026, 5, 1), TODAY)}  # fmt: skip
    assert "£1,200" in lines[date(2026, 5, 1)]
    assert "That year is over" not in lines[date(2026, 5, 1)]
    assert "That year is over. Ask the school or college what it is now." in lines[TODAY]


def test_a_line_that_names_no_sum_does_not_speak_of_its_year() -> None:
    [part] = [each for each in leaflets() if each.key == "your_part"]
    assert "bursary" in part.facts
    assert "That year is over" not in " ".join(
        line for each in part.sections for line in each.lines_on(TODAY)
    )


# Numbers


def test_telephone_numbers_stand_in_one_place() -> None:
    known = {each.number for each in numbers.numbers()} | {"101"}
    for where, text, _named in statements():
        for found in re.findall(r"\b0\d{3} [\d ]*\d|\b(?:999|101)\b", text):
            assert found in known, (where, found)


def test_what_could_not_be_found_again_says_so_where_it_stands() -> None:
    for each in numbers.numbers():
        if any(fact(key).since for key in each.facts):
            assert each.unchecked.startswith("We could not check")
            assert all(fact(key).since in each.unchecked for key in each.facts if fact(key).since)
            assert each.unchecked in each.in_a_line
    doubtful = SourcedFact("old", "A page", "example.org", TODAY, says="It is so.", since="May 2020")
    assert doubtful.sentence_on(TODAY) == "It is so. We could not check this since May 2020."


def test_help_at_hand_is_for_carers_too_and_relatives_have_a_number() -> None:
    assert {"help_at_hand", "family_rights_group", "nspcc", "fosterline"} <= {
        each.key for each in numbers.numbers_for("carer")
    }
    assert "help_at_hand" in {each.key for each in numbers.numbers_for("child")}
    assert "help@nspcc.org.uk" in numbers.number("nspcc").in_a_line


# Reviews


def test_the_rules_of_reviews_cite_the_law() -> None:
    rules = shipped.review_rules()
    assert "regulation 33" in rules.review.source
    assert "section 44" in rules.ehcp.source


# The day, in one place


def test_the_day_stands_in_the_facts_and_in_no_other_file_of_ours() -> None:
    for folder in (
        *(
            "leaflets",
            "words",
            "numbers",
            "question_bank",
            "ready_words",
            "scripts",
            "child_questions",
            "child_lists",
        ),
        "without_school",
    ):
        for file in path(folder).glob("*.toml"):
            assert not re.search(r"^\w+_on = ", file.read_text(encoding="utf-8"), re.MULTILINE), file.name


def test_the_day_that_is_said_is_that_of_what_was_looked_at_longest_ago(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = (
        SourcedFact(key, "A page", "example.org", day)
        for key, day in (("old", date(2026, 3, 2)), ("new", TODAY))
    )
    monkeypatch.setattr(facts, "_by_key", lambda: {"old": old, "new": new})
    assert facts.as_we_had_them(["new", "old"]).startswith(
        "Rules and numbers as we had them on 2 March 2026."
    )
    assert "29 November 2026" in facts.as_we_had_them(["new"])


# A file that is not as it should be


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("checked_on = 2026-11-29", ""),
        ("checked_on = 2026-11-29", 'checked_on = "soon"'),
        ("source = ", "sauce = "),
        ('key = "pep_guidance"', 'key = "pep_law"'),
        ("holds_until = 2026-03-31", ""),
        ("holds_from = 2025-04-01", ""),
        ('then = "Ask the virtual school what it is now."', ""),
        ("[[fact]]", "[[fact]"),
    ],
)
def test_a_fact_without_its_source_or_day_does_not_load(tmp_path: Path, was: str, now: str) -> None:
    text = path("facts/england.toml").read_text(encoding="utf-8")
    assert was in text
    (tmp_path / "half.toml").write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"half\.toml"):
        facts.read_facts(tmp_path / "half.toml")


def test_a_line_that_rests_on_nothing_we_know_is_refused() -> None:
    with pytest.raises(ValueError, match="nobody knows"):
        facts.read_line("It is so. {from:hearsay}")
