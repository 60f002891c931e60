"""`python -m carer_app.texts`: reads everything that comes along, and says what in it is wrong."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from carer_app.errors import TextFileWrong
from carer_app.rules import shipped
from carer_app.texts import (
    cards,
    child_lists,
    child_questions,
    clear_actions,
    copy_words,
    council_boxes,
    facts,
    glossary,
    leaflets,
    made_up,
    numbers,
    question_bank,
    question_sets,
    ready_words,
    review_form,
    school_words,
    scripts,
    without_school,
    words_that_tell,
)
from carer_app.texts.reading import READ, name_of
from carer_app.words import _
from resources import path

READERS: tuple[Callable[[], object], ...] = (
    shipped.all_rules, shipped.review_rules, shipped.year_days, shipped.term_bounds, shipped.term_dates,
    shipped.all_ladders,
    facts.facts, numbers.numbers, glossary.words, leaflets.leaflets, cards.cards, child_questions.age_sets,
    question_sets.themes, question_bank.topics, scripts.scripts, ready_words.all_words, made_up.households,
    clear_actions.clear_topics, review_form.review_form,
    school_words.diary_words, school_words.title_words, school_words.month_names,
    child_lists.child_lists, without_school.must_happen, copy_words.copy_words,
    words_that_tell.words_that_tell, council_boxes.council_boxes,
)  # fmt: skip


def what_is_wrong(files: Iterable[Path] | None = None) -> list[str]:
    """A sentence for each file that is not as it should be; else one for each that nobody reads.

    What comes after a wrong file is not read either, so only where all is well is it known that nobody reads one.
    """
    wrong: dict[str, None] = {}
    for read in READERS:
        try:
            read()
        except TextFileWrong as error:
            wrong[str(error)] = None
    every = path("").rglob("*.toml") if files is None else files
    unread = [name_of(file) for file in sorted(every) if not wrong and file.resolve() not in READ]
    return [*wrong, *(_("Nobody reads the file {name}.").format(name=name) for name in unread)]


if __name__ == "__main__":
    found = what_is_wrong()
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
