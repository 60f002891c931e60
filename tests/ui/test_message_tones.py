"""Green is for what worked: nothing that did not work can come in green, from any place in the program."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"


@cache
def files() -> list[tuple[Path, ast.Module]]:
    """Every file of the screens."""
    return [(file, ast.parse(file.read_text())) for file in sorted(UI.rglob("*.py"))]


GREEN = ("said", "done")
"""The signals whose words come in green: of a page, and of the records."""

SOUNDS_WRONG = re.compile(
    r"\b(no|not|never|cannot|could|nothing|nobody|problem|wrong|fail\w*|refused|missing|gone|unable)\b", re.I
)

WORKED_ALL_THE_SAME = {
    "The sheet opens nothing any more. Shred it.": "it was asked for",
}
"""Sentences of what worked that have such a word at their beginning. Look twice before adding one."""


def _emits(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Each `….said.emit(…)` and the like, with the name of the signal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "emit":
            signal = node.func.value
            if isinstance(signal, ast.Attribute):
                yield node, signal.attr


def _own_words(node: ast.expr, tree: ast.Module, function: ast.AST) -> list[str] | None:
    """Every sentence that this expression can be, or None where its words come from somewhere else."""
    match node:
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str() as words)]):
            return [words]
        case ast.Call(
            func=ast.Name(id="plural"), args=[ast.Constant(value=one), ast.Constant(value=more), *_]
        ):
            return [str(one), str(more)]
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _own_words(inner, tree, function)
        case ast.IfExp(body=body, orelse=orelse):
            return _both(_own_words(body, tree, function), _own_words(orelse, tree, function))
        case ast.BinOp(left=left):  # what is said first is looked at
            return _own_words(left, tree, function)
        case ast.Name(id=name):
            given = [
                each.value
                for each in ast.walk(function)
                if isinstance(each, ast.Assign)
                and any(isinstance(target, ast.Name) and target.id == name for target in each.targets)
            ]
            return _all_of(given, tree, function)
        case ast.Call(func=ast.Name(id=name)):
            makers = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == name]
            if not makers:
                return None
            returned = [
                each.value for each in ast.walk(makers[0]) if isinstance(each, ast.Return) and each.value
            ]
            return _all_of(returned, tree, makers[0])
    return None


def _all_of(nodes: list[ast.expr], tree: ast.Module, function: ast.AST) -> list[str] | None:
    found: list[str] | None = [] if nodes else None
    for node in nodes:
        found = _both(found, _own_words(node, tree, function))
    return found


def _both(one: list[str] | None, other: list[str] | None) -> list[str] | None:
    return None if one is None or other is None else one + other


def _function_around(tree: ast.Module, node: ast.AST) -> ast.AST:
    around = [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and any(inner is node for inner in ast.walk(each))
    ]
    return around[-1] if around else tree


def test_nothing_that_did_not_work_is_said_in_green() -> None:
    everywhere = ((file, tree, *each) for file, tree in files() for each in _emits(tree))
    for file, tree, call, signal in everywhere:
        if signal not in GREEN or not call.args:
            continue
        where = f"{file.relative_to(UI)}:{call.lineno}"
        words = _own_words(call.args[0], tree, _function_around(tree, call))
        if file.name == "opening.py" and words is None:
            continue  # what the slow work of `rework` gives back: it worked, or it would have raised
        assert words is not None, f"{where}: words from elsewhere may be of trouble; say them by went_wrong"
        for sentence in words:
            first = re.split(r"(?<=[.!?])\s", sentence)[0]
            assert sentence in WORKED_ALL_THE_SAME or not SOUNDS_WRONG.search(first), f"{where}: {sentence}"


def test_no_green_signal_is_handed_on_to_say_whatever_comes() -> None:
    """`failed=page.said.emit` would say trouble in green."""
    for file, tree in files():
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "emit" and id(node) not in called:
                assert not (isinstance(node.value, ast.Attribute) and node.value.attr in GREEN), (
                    f"{file.relative_to(UI)}:{node.lineno}"
                )
