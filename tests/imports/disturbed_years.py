"""What happens to a page on its way: lines torn or glued, rows or cells lost, columns woven together, slips."""

import re
from collections.abc import Callable
from random import Random

from carer_app.typed_dates import MONTHS

_LABELS = (
    ("starts", "commences"),
    ("First day", "Day one"),
    ("Last day", "Final day"),
    ("return", "come back"),
    ("Half term", "Mid-term break"),
    ("closes", "shuts"),
    ("Term", "Module"),
    ("Re-opens", "In again"),
    ("INSET", "Professional learning"),
    ("Begins", "Kick-off"),
    ("Break up", "Leave"),
)
EVENTS = (
    "Christmas holiday club 21 December to 2 January",
    "Year 6 residential Monday 12 May to Friday 16 May",
    "Enrolment: 20 August to 21 September",
    "Half term football camp 27 October to 31 October",
    "Breakfast club opens 8 September",
    "Last day for orders 12 December",
    "Flu vaccinations 14 October",
)


def torn(text: str, random: Random) -> str:
    """Some lines broken at a space."""
    lines = text.split("\n")
    for _time in range(random.choice((1, 1, 2, 3))):
        place = random.randrange(len(lines))
        words = lines[place].split(" ")
        cut = random.randrange(len(words))
        lines[place : place + 1] = [" ".join(each) for each in (words[:cut], words[cut:]) if each]
    return "\n".join(lines)


def narrow(text: str, random: Random) -> str:
    """All lines broken at the same width, as in a narrow column."""
    width, lines = random.choice((24, 32, 40, 60)), list[str]()
    for line in text.split("\n"):
        lines.append("")
        for word in line.split(" "):
            if lines[-1] and len(lines[-1]) + len(word) > width:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def glued(text: str, random: Random) -> str:
    """Some lines joined to the next one."""
    lines = text.split("\n")
    for _time in range(random.choice((1, 2, 3))):
        place = random.randrange(len(lines))
        lines[place : place + 2] = [random.choice((" ", "")).join(lines[place : place + 2])]
    return "\n".join(lines)


def without_a_cell(text: str, random: Random) -> str:
    """A cell with a date lost."""
    cells = [*re.finditer(r"(?:\t| \| |: | - )([^\t|\n]*\d[^\t|\n]*)", text)]
    if not cells:
        return text
    cell = random.choice(cells)
    return text[: cell.start(1)] + text[cell.end(1) :]


def without_headings(text: str, random: Random) -> str:
    """Every line without a figure lost."""
    return "\n".join(line for line in text.split("\n") if re.search(r"\d", line))


def woven(text: str, random: Random) -> str:
    """The upper half and the lower half as two columns, line by line."""
    lines = text.split("\n")
    half = (len(lines) + 1) // 2
    left, right = lines[:half], [*lines[half:], ""][:half]
    apart = random.choice(("    ", "\t", " | ", "\n"))
    return "\n".join(apart.join(pair) for pair in zip(left, right, strict=True))


def misspelt(text: str, random: Random) -> str:
    """A quarter of the months with a letter lost, doubled or swapped."""

    def slip(found: re.Match[str]) -> str:
        word, at = found[0], random.randrange(1, len(found[0]) - 1)
        wrong = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:])
        return random.choice(wrong) if random.random() < 0.25 and len(word) > 4 else word

    return re.sub("|".join(MONTHS), slip, text)


def otherwise_named(text: str, random: Random) -> str:
    """One label in other words than we know."""
    for label, other in random.sample(_LABELS, len(_LABELS)):
        if label in text:
            return text.replace(label, other)
    return text


def on_lines_of_their_own(text: str, random: Random) -> str:
    """Every cell, and every label, on a line of its own."""
    return re.sub(r": | \| |\t", "\n", text)


def among_events(text: str, random: Random) -> str:
    """Some everyday events between the lines."""
    lines = text.split("\n")
    for event in random.sample(EVENTS, random.choice((1, 2, 3))):
        lines.insert(random.randrange(len(lines) + 1), event)
    return "\n".join(lines)


def with_rows_swapped(text: str, random: Random) -> str:
    """Two lines in each other's place."""
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


DISTURBANCES: tuple[Callable[[str, Random], str], ...] = (
    *(torn, narrow, glued, without_a_cell, without_headings, woven, misspelt),
    *(otherwise_named, on_lines_of_their_own, among_events, with_rows_swapped),
)
