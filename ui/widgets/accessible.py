"""Roles that Qt does not give by itself, through the one accessibility factory of the application."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
_roles: dict[type[QWidget], Role | Callable[[Any], Role]] = {}
_kept: list[QAccessibleInterface] = []
_installed = False


def give_role(kind: type[QWidget], role: Role | Callable[[Any], Role]) -> None:
    """From now on a screen reader hears this role for every widget of this class, and of those made from it."""
    global _installed
    _roles[kind] = role
    if not _installed:
        QAccessible.installFactory(_make)
        _installed = True


def has_role(kind: type[QWidget]) -> bool:
    """Whether widgets of this class have a role that Qt does not give by itself."""
    return any(each in _roles for each in kind.__mro__)


def _make(_class_name: str, thing: QObject) -> Any:
    role = next((_roles[each] for each in type(thing).__mro__ if each in _roles), None)
    if role is None or not isinstance(thing, QWidget):
        return None
    # Qt owns the C++ half, nobody else the Python half: without this list it would vanish under Qt.
    _kept[:] = [one for one in _kept if shiboken6.isValid(one)]
    made = QAccessibleWidget(thing, role if isinstance(role, Role) else role(thing))
    _kept.append(made)
    return made
