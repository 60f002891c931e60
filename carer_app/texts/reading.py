"""The one way in which files that come along are read: into dataclasses, whose fields say what may stand in a file.

A field without a value of its own has to be there, with words in it where it is text; what is no field may not be
there; and each value is of the field's own type: a day is a day without a time. So whatever has a `source` and a
`checked_on` cannot be read without them. `in_file` in a field's metadata is what the file calls it, where the two
differ. A type with `from_file` makes itself of a text. What else must be true, a dataclass says in `__post_init__`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from carer_app.errors import CarerAppError, TextFileWrong
from carer_app.words import _

Kind = TypeVar("Kind")

READ: set[Path] = set()
"""Every file that was read so far: the look at all of them knows by it which one nobody reads."""


class Wrong(ValueError):
    """What is wrong in a file, in words that go into the sentence."""


def read_file(file: Path, kind: type[Kind]) -> Kind:
    """A whole file. Raises TextFileWrong, which names the file, the place in it, and what is wrong there."""
    with naming(file):
        return fill(kind, table_of(file))


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Whatever turns out to be wrong while a file is read is said in the one sentence."""
    try:
        yield
    except TextFileWrong:
        raise  # it says already which file it was
    except (OSError, ValueError, TypeError, KeyError, CarerAppError) as error:
        raise TextFileWrong(
            _(
                "The file {name} that comes with PEP Companion is not as it should be: {what}. "
                "Your records are safe. Please install PEP Companion again."
            ).format(name=name_of(file), what=str(error).rstrip("."))
        ) from error


def name_of(file: Path) -> str:
    """With its folder: several are called england.toml."""
    return f"{file.parent.name}/{file.name}"


def table_of(file: Path) -> dict[str, Any]:
    """A file as it stands. Raises Wrong."""
    READ.add(file.resolve())
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Wrong(_("it cannot be read as text of the right form")) from error


def fill(kind: type[Kind], table: Any, where: str = "") -> Kind:
    """A dataclass from a table. Raises Wrong."""
    here = where or _("the top of the file")
    if not isinstance(table, dict):
        raise Wrong(_("{where} is not a list of names and values").format(where=here))
    shape = _shape(cast(Any, kind))
    unknown = sorted(set(table) - set(shape))
    if unknown:
        raise Wrong(_("{where} has a name nobody knows: “{name}”").format(where=here, name=unknown[0]))
    given: dict[str, Any] = {}
    for name, (field, hint) in shape.items():
        if name not in table:
            if field.default is MISSING and field.default_factory is MISSING:
                raise Wrong(_("{where} has no “{name}”").format(where=here, name=name))
        elif table[name] == "" and field.default == "":
            given[field.name] = ""
        else:
            given[field.name] = _value(hint, table[name], where, name)
    try:
        return kind(**given)
    except (ValueError, TypeError, CarerAppError) as error:
        raise Wrong(_("{where}: {what}").format(where=here, what=error)) from error


@lru_cache
def _shape(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    """What a file calls each field, with the field and its type."""
    hints = get_type_hints(kind)
    known = fields(kind)
    return {field.metadata.get("in_file", field.name): (field, hints[field.name]) for field in known}


def _value(hint: Any, told: Any, where: str, name: str) -> Any:
    """One value as its type has it. `where` is the table that it stands in."""
    origin, parts = get_origin(hint), get_args(hint)
    inner = f"{where}, {name}" if where else name
    if hint is Any:  # whoever reads it takes it apart by hand
        return told
    if origin in (Union, UnionType):
        return _value(next(part for part in parts if part is not type(None)), told, where, name)
    if origin is Literal or (origin is None and issubclass(hint, StrEnum)):
        known = parts or tuple(hint)
        if told not in known:
            raise _not(
                where,
                name,
                _("one of: {choices}").format(choices=", ".join(str(each) for each in known if each)),
            )
        return told if parts else hint(told)
    if origin is tuple:
        return _row(parts, told, where, name)
    if origin is Mapping:
        if not isinstance(told, dict):
            raise _not(where, name, _("names with values"))
        return {_value(parts[0], _key(parts[0], key), where, name): _value(parts[1], each, inner, key)
                for key, each in told.items()}  # fmt: skip
    if hasattr(hint, "from_file"):
        try:
            return hint.from_file(_value(str, told, where, name))
        except (ValueError, KeyError) as error:
            raise Wrong(_("{where}: {what}").format(where=inner, what=error)) from error
    if is_dataclass(hint):
        return fill(cast(Any, hint), told, inner)
    if type(told) is not hint or (hint is str and not told.strip()):
        raise _not(where, name, _simple()[hint])
    return told


def _row(parts: tuple[Any, ...], told: Any, where: str, name: str) -> tuple[Any, ...]:
    """A list: of any length where the type says so, or with a type for each place."""
    if not isinstance(told, list):
        raise _not(where, name, _("a list"))
    hints = parts[:1] * len(told) if parts[-1] is ... else parts
    if len(hints) != len(told):
        raise _not(where, name, _("a list of {number}").format(number=len(hints)))
    return tuple(
        _value(hint, each, where, f"{name} {number}")
        for number, (hint, each) in enumerate(zip(hints, told, strict=True), start=1)
    )


def _key(hint: Any, key: str) -> Any:
    """TOML knows no numbers as names."""
    return int(key) if hint is int and key.isdecimal() else key


def _not(where: str, name: str, what: str) -> Wrong:
    here = where or _("the top of the file")
    return Wrong(_("{where} needs “{name}” to be {what}").format(where=here, name=name, what=what))


def _simple() -> dict[type, str]:
    return {
        str: _("text with words in it"),
        int: _("a whole number"),
        bool: _("true or false"),
        date: _("a day, such as 2026-11-25"),
        time: _("a time, such as 14:00:00"),
    }
