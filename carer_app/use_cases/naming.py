"""How people are named beside what they do: the one place where a name and a role are put together.

A name may be missing, and a role may have been typed for a name ("Teacher"). Nobody is called "Teacher (teacher)".
"""

import re

from carer_app.choices import Role
from carer_app.words import _

_SAYS_NOTHING = (Role.CHILD, Role.OTHER)
"""Roles that tell nobody who somebody is."""


def with_role(name: str, role: Role) -> str:
    """For example "Ms Ali (social worker)"; the role alone without a name, the name alone where it says the role."""
    name, does = name.strip(), _in_a_sentence(role)
    if not name:
        return role.words
    return name if _says(name, role) else _("{name} ({role})").format(name=name, role=does)


def and_role(name: str, role: Role) -> str:
    """The same to be heard: "Ms Ali, social worker"."""
    name, does = name.strip(), _in_a_sentence(role)
    if not name:
        return role.words
    return name if _says(name, role) else _("{name}, {role}").format(name=name, role=does)


def beside_name(name: str, role: Role) -> str:
    """The role where it stands on a line of its own beside the name; empty where the name says it."""
    return "" if not name.strip() or _says(name, role) else role.words


def _says(name: str, role: Role) -> bool:
    """Whether a name tells the role, or the role tells nothing."""
    words = _words(name)
    return role in _SAYS_NOTHING or words >= _words(_in_a_sentence(role)) or bool(words & _in_brackets(role))


def _in_a_sentence(role: Role) -> str:
    """Without what stands in brackets, and small unless it is letters such as SENCO."""
    words = re.sub(r"\s*\(.*\)", "", role.words)
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _in_brackets(role: Role) -> set[str]:
    return {short for found in re.findall(r"\((.*)\)", role.words) for short in _words(found)}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def in_a_sentence(name: str, role: Role) -> str:
    """For example "Ms Ali", and where there is only a role "the social worker"."""
    if not name.strip() or _words(name) == _words(role.words):
        return _("the {role}").format(role=_in_a_sentence(role))
    return name.strip()


def to_the_child(name: str, role: Role) -> str:
    """How somebody is spoken of to the child: by name, and where there is none by what they do."""
    if name.strip() and _words(name) - {"the", "a", "my"} != _words(_in_a_sentence(role)):
        return name.strip()
    return {
        Role.CARER: _("your carer"),
        Role.SOCIAL_WORKER: _("your social worker"),
        Role.DESIGNATED_TEACHER: _("a teacher who helps children in care"),
        Role.TEACHER: _("your teacher"),
        Role.SENCO: _("the teacher who plans extra help"),
        Role.VIRTUAL_SCHOOL: _("someone from the virtual school"),
        Role.SUPERVISING_SOCIAL_WORKER: _("the social worker who helps your carer"),
        Role.REVIEWING_OFFICER: _("the person who runs your review"),
    }.get(role, name.strip())
