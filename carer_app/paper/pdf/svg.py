"""Our own drawings on paper. Reads the few parts of SVG that they are made of, and refuses anything else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

SIDE = 96.0
"""Every drawing is 96 by 96."""

_SPACE = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"[MLCQZ]|-?[0-9.]+")
_ROOM: dict[str, int] = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_INK, _LINE = "#222222", 3.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing `size` points square, in the middle of its cell."""

    svg: str
    size: float
    height: float

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        scale = self.size / SIDE
        canvas.saveState()
        canvas.translate(x + (width - self.size) / 2, top - (self.height - self.size) / 2)
        canvas.scale(scale, -scale)  # SVG counts downwards
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for shape in ElementTree.fromstring(self.svg):
            _draw(canvas, shape.tag.removeprefix(_SPACE), shape.attrib)
        canvas.restoreState()


def _draw(canvas: Canvas, kind: str, facts: dict[str, str]) -> None:
    fill, stroke = facts.get("fill", "none"), facts.get("stroke", _INK)
    canvas.setStrokeColor(HexColor(_INK))
    canvas.setLineWidth(float(facts.get("stroke-width", _LINE)))
    canvas.setDash([float(each) for each in facts.get("stroke-dasharray", "").split()])
    if fill != "none":
        canvas.setFillColor(HexColor(fill))
    path = canvas.beginPath()
    _trace(path, kind, {name: float(value) for name, value in facts.items() if _is_number(value)}, facts)
    canvas.drawPath(path, stroke=int(stroke != "none"), fill=int(fill != "none"))


def _trace(path: PDFPathObject, kind: str, at: dict[str, float], facts: dict[str, str]) -> None:
    if kind == "circle":
        path.circle(at["cx"], at["cy"], at["r"])
    elif kind == "ellipse":
        path.ellipse(at["cx"] - at["rx"], at["cy"] - at["ry"], 2 * at["rx"], 2 * at["ry"])
    elif kind == "rect":
        path.roundRect(at["x"], at["y"], at["width"], at["height"], at.get("rx", 0.0))
    elif kind == "line":
        path.moveTo(at["x1"], at["y1"])
        path.lineTo(at["x2"], at["y2"])
    elif kind == "path":
        _trace_path(path, facts["d"])
    else:
        raise ValueError(kind)


def _trace_path(path: PDFPathObject, d: str) -> None:
    here = (0.0, 0.0)
    for command, numbers in _commands(d):
        if command == "Z":
            path.close()
            continue
        if command == "M":
            path.moveTo(*numbers)
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "C":
            path.curveTo(*numbers)
        else:  # Q: the same curve with two handles
            x1, y1, x2, y2 = numbers
            path.curveTo(
                here[0] + (x1 - here[0]) * 2 / 3, here[1] + (y1 - here[1]) * 2 / 3,
                x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3,
                x2, y2,
            )  # fmt: skip
        here = (numbers[-2], numbers[-1])


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; capital letters only, one set of numbers to a letter."""
    tokens = _TOKEN.findall(d)
    if "".join(tokens) != re.sub(r"[\s,]+", "", d):
        raise ValueError(d)
    while tokens:
        command = tokens.pop(0)
        room = _ROOM[command]
        yield command, [float(tokens.pop(0)) for _number in range(room)]


def _is_number(value: str) -> bool:
    return re.fullmatch(r"-?[0-9.]+", value) is not None
