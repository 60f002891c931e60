"""Three text sizes and two weights on a page, and one measure for what is empty: edges line up by themselves."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ui.look import theme

UI = Path(theme.__file__).parents[1]
FILES = [path for path in sorted(UI.rglob("*.py")) if path.parent.name != "look"]

OWN_FONT = {
    "looking_back/year_strip.py": "the letter inside a mark of a picture, as large as the mark lets it be",
    "widgets/year_grid.py": "letters inside the boxes of a picture, as large as the boxes let them be",
    "trials/demo.py": "it writes a PDF as another program would",
}
OWN_SPACE = {
    "shell/side_bar.py": "it does not grow: at 200 % most of its doors are still in sight",
    "child_mode/step_body.py": "margins that were taken from the theme",
    "widgets/scroll_page.py": "worked out from the window",
    "widgets/rail.py": "worked out from the height of the line",
}
"""Where a page sets what no other may, and why."""


def said_by(path: Path) -> str:
    return str(path.relative_to(UI))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def calls_by_name(path: Path) -> dict[str, list[ast.Call]]:
    found: dict[str, list[ast.Call]] = {}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found.setdefault(name, []).append(node)
    return found


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    for name in names:
        yield from calls_by_name(path).get(name, [])


def numbers(path: Path) -> dict[str, list[float]]:
    """The numbers that a file gives names to."""
    found: dict[str, list[float]] = {}
    for node in tree_of(path).body:
        if not isinstance(node, ast.Assign):
            continue
        pairs = [(target, node.value) for target in node.targets]
        for target, value in list(pairs):
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs += zip(target.elts, value.elts, strict=False)
        for target, value in pairs:
            if isinstance(target, ast.Name):
                found[target.id] = constants(value)
    return found


def constants(value: ast.AST) -> list[float]:
    return [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
    ]


def test_a_page_has_three_sizes_of_text_and_two_weights() -> None:
    sizes = {role: size for role, (size, _weight) in theme._TYPE.items()}
    assert set(sizes.values()) - {sizes["name"]} == {16, 20, 30}
    assert len({weight for _size, weight in theme._TYPE.values()}) == 2
    large = [said_by(path) for path in FILES if list(calls(path, "enlarge"))]
    assert large == ["children/child_record.py"], "the name is the heading there"


def test_no_page_has_a_font_of_its_own() -> None:
    wrong = [
        f"{said_by(path)}:{call.lineno}"
        for path in FILES
        for call in calls(
            path, "QFont", "setPixelSize", "setPointSize", "setPointSizeF", "setWeight", "setBold"
        )
        if said_by(path) not in OWN_FONT
    ]
    assert wrong == []


def test_what_is_empty_has_one_of_the_sizes_of_the_theme() -> None:
    wrong = []
    for path in FILES:
        named = numbers(path)
        for call in calls(path, "space"):
            for word in call.keywords:
                if word.arg not in ("gap", "edges"):
                    continue
                used = constants(word.value)
                for node in ast.walk(word.value):
                    if isinstance(node, ast.Name):
                        used += named.get(node.id, [])
                wrong += [f"{said_by(path)}:{call.lineno} {n:g}" for n in used if n not in theme.STEPS]
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["setSpacing", "setContentsMargins", "addSpacing", "setHorizontalSpacing", "setMargin"]
)
def test_no_page_spaces_its_parts_past_the_theme(name: str) -> None:
    wrong = [
        f"{said_by(path)}:{call.lineno}"
        for path in FILES
        for call in calls(path, name)
        if said_by(path) not in OWN_SPACE and any(each != 0 for each in constants(call))
    ]
    assert wrong == []
