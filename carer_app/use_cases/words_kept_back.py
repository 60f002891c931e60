"""Which words tell a school, a home, a family or a name: those that the records know, however they are written."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import KeptBack, NamesAs, Role
from carer_app.domain.child import Child, Schooling
from carer_app.domain.meeting import Attendee
from carer_app.domain.paper_choice import PaperChoice
from carer_app.domain.person import Person
from carer_app.domain.register import Kind
from carer_app.domain.school import School
from carer_app.paper.content.kept_back import Swap, Swapping, fold
from carer_app.texts.words_that_tell import words_that_tell
from carer_app.use_cases.about_a_child import columns_of, rows_about
from carer_app.use_cases.lookup import own_name
from carer_app.use_cases.names_on_sheet import TAKEN_OUT, is_everyday, names_in
from carer_app.words import _

NAMES, OWN = "names", "own"
"""What was taken out belongs to one of these, or to a `KeptBack`."""

_STAFF = (Role.DESIGNATED_TEACHER, Role.TEACHER, Role.SENCO)
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "coach"))
_NOT_PEOPLE = {"class_name", "council", "place", "phone", "title"}
_IN_A_NAME = re.compile(r"[^\s,;/()&]+")


def swapping_for(session: Session, child: Child, choice: PaperChoice) -> Swapping:
    """What takes out of a sheet whatever the carer keeps back, and shortens the names that are shortened."""
    kept, swaps = choice.all_kept_back, [Swap(line, TAKEN_OUT, OWN) for line in choice.all_words_off]
    if not kept and choice.names == NamesAs.FULL:
        return Swapping(tuple(swaps))  # as most papers are: nobody's name has to be read
    people = _people(session, child)
    if KeptBack.SCHOOL in kept:
        swaps += _of_school(session, child, people)
    if KeptBack.HOME in kept:
        carers = [own_name(session), *(name for role, name in people if role == Role.CARER)]
        swaps += _whole_and_parts(carers, _("[carer]"), KeptBack.HOME)
        swaps += [
            Swap(phone, _("[phone number]"), KeptBack.HOME) for phone in _phones_of_carers(session, child)
        ]
    if KeptBack.FAMILY in kept:
        family = [name for role, name in people if role == Role.FAMILY]
        swaps += _whole_and_parts(family, _("[family]"), KeptBack.FAMILY)
    if choice.names != NamesAs.FULL:
        swaps += _as_letters([child.name, *(name for role, name in people if role == Role.CHILD)])
    if choice.names == NamesAs.ALL_LETTERS:
        swaps += _as_letters([*all_names(session, child)])
    patterns = _address_patterns() if KeptBack.HOME in kept else ()
    return Swapping(tuple(swaps), patterns)


def all_names(session: Session, child: Child) -> Iterator[str]:
    """Everybody whom the records name, and every child of the household."""
    yield from (own_name(session), *session.scalars(select(Child.name)))
    for _role, name in _people(session, child):
        yield name
    for noun, column, _said in columns_of(Kind.NAME):
        if noun in (School, Child, Person, Attendee) or column in _NOT_PEOPLE:
            continue
        for row in rows_about(session, noun, child.id):
            yield from names_in(getattr(row, column) or "")


def _with_roles(session: Session, child: Child) -> list[Person | Attendee]:
    return [*rows_about(session, Person, child.id), *rows_about(session, Attendee, child.id)]


def _people(session: Session, child: Child) -> list[tuple[Role, str]]:
    """The role and the name of everybody who is named with one; also what the child calls them."""
    rows = _with_roles(session, child)
    found = [(Role(row.role), row.name) for row in rows]
    found += [(Role(row.role), row.child_calls) for row in rows if isinstance(row, Attendee)]
    return [(role, name) for role, name in dict.fromkeys(found) if name and name.strip()]


def _phones_of_carers(session: Session, child: Child) -> Iterator[str]:
    for row in _with_roles(session, child):
        if row.role == Role.CARER and row.phone.strip():
            yield row.phone


def _of_school(session: Session, child: Child, people: list[tuple[Role, str]]) -> list[Swap]:
    schools = [row.name for row in rows_about(session, School, child.id)]
    classes = [row.class_name for row in rows_about(session, Schooling, child.id)]
    staff = [name for role, name in people if role in _STAFF]
    of, swaps = KeptBack.SCHOOL, []
    for name in schools:
        swaps += [_swap(form, _("[school]"), of) for form in _forms_of_a_school(name)]
    swaps += [_swap(name, _("[class]"), of) for name in classes if name.strip()]
    return swaps + _whole_and_parts(staff, _("[teacher]"), of)


def _forms_of_a_school(name: str) -> Iterator[str]:
    """The whole name, and what is left of it without the words that every school has."""
    yield name
    kinds = {*words_that_tell().kinds_of_school, "st."}
    words = _IN_A_NAME.findall(name)
    while words and _small(words[-1]) in kinds:
        words.pop()
    if words:
        yield " ".join(words)
    while words and _small(words[0]) in kinds:
        words.pop(0)
    if words and len("".join(words)) > 2:
        yield " ".join(words)


def _whole_and_parts(names: Iterable[str], stands_in: str, of: str) -> list[Swap]:
    swaps = []
    for name in names:
        if any(_small(word) not in _roles() for word in _IN_A_NAME.findall(name)):
            swaps += [
                _swap(name, stands_in, of),
                *(_swap(part, stands_in, of) for part in _parts_of_a_name(name)),
            ]
    return swaps


def _as_letters(names: Iterable[str]) -> list[Swap]:
    swaps = []
    for name in dict.fromkeys(names):
        parts = _parts_of_a_name(name)
        if not parts:
            continue
        short = " ".join(
            _letter_of(word) if word in parts else word for word in _IN_A_NAME.findall(name) if word.strip()
        )
        swaps += [_swap(name, short, NAMES), *(_swap(part, _letter_of(part), NAMES) for part in parts)]
    return swaps


def _parts_of_a_name(name: str) -> list[str]:
    """The words of it that are somebody's name: no title, no “Grandma”, and nothing of what people do."""
    words = _IN_A_NAME.findall(name)
    said = _titles_and_roles()
    parts = [word for word in words if _small(word) not in said and any(letter.isalpha() for letter in word)]
    with_capital = [word for word in parts if not word[0].islower()]
    return with_capital or (parts if len(words) == 1 else [])


def _titles_and_roles() -> set[str]:
    return {*_roles(), *_TITLES, *words_that_tell().family}


@cache
def _roles() -> frozenset[str]:
    """“Foster carer” in the place of a name names nobody."""
    return frozenset(_small(word) for role in Role for word in _IN_A_NAME.findall(role.words))


def _letter_of(word: str) -> str:
    first = next((place for place, letter in enumerate(word) if letter.isalpha()), 0)
    return f"{word[first : first + 1]}."


def _swap(words: str, stands_in: str, of: str) -> Swap:
    """A word that is an everyday word too counts only with its capital."""
    small = _small(words)
    alone = len(_IN_A_NAME.findall(words)) == 1
    everyday = alone and (is_everyday(small) or small in words_that_tell().streets)
    return Swap(words, stands_in, of, with_capital=everyday and words.strip()[:1].isupper())


def _small(word: str) -> str:
    return fold(word)[0].strip(" .'-")


def _address_patterns() -> tuple[tuple[str, str, str], ...]:
    """A postcode, and a number with a street."""
    words = words_that_tell()
    areas = "|".join(sorted(words.postcode_areas, key=len, reverse=True))
    postcode = rf"(?<!\w)(?:{areas})\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{{2}}(?!\w)"
    street = rf"(?<!\w)\d+[a-z]?,? (?:[^\W\d_][\w'-]* ){{1,3}}(?:{'|'.join(words.streets)})(?!\w)"
    return tuple((each, _("[address]"), KeptBack.HOME) for each in (postcode, street))
