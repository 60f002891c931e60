"""The colours of the three looks, by name. Every pair that carries words keeps at least 7 to 1."""

from functools import lru_cache
from typing import Literal, NamedTuple

Colours = Literal["light", "dark", "contrast"]


class Tokens(NamedTuple):
    """One look's colours, each "#rrggbb"; `x_bg` is the ground that words in `x` stand on."""

    bg: str
    surface: str
    sunken: str
    text: str
    muted: str
    border: str
    hair: str
    primary: str
    primary_hover: str
    on_primary: str
    tint: str
    link: str
    focus_bg: str
    focus_ink: str
    field_edge: str
    field_fill: str
    over: str
    over_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    info: str
    info_bg: str
    later: str
    later_bg: str
    child: str
    child_bg: str
    face_ink: str
    face_fill: str
    hue_1: str
    hue_1_bg: str
    hue_2: str
    hue_2_bg: str
    hue_3: str
    hue_3_bg: str
    hue_4: str
    hue_4_bg: str
    hue_5: str
    hue_5_bg: str


LIGHT = Tokens(
    bg="#FBF7F0",
    surface="#FFFFFF",
    sunken="#F3ECE1",
    text="#22282B",
    muted="#454E52",
    border="#716B60",
    hair="#D9CFC0",
    primary="#0B5A5E",
    primary_hover="#084648",
    on_primary="#FFFFFF",
    tint="#E1F0EE",
    link="#0A5155",
    focus_bg="#FFC940",
    focus_ink="#1D1D1B",
    field_edge="#1D1D1B",
    field_fill="#FFF8E1",
    over="#8F1F19",
    over_bg="#FBE6E3",
    warn="#6E4300",
    warn_bg="#FFF0CF",
    ok="#175A30",
    ok_bg="#E3F2E6",
    info="#1B4F8A",
    info_bg="#E4EEF9",
    later="#4C4943",
    later_bg="#ECE7DE",
    child="#5B3A8C",
    child_bg="#F1EBFA",
    face_ink="#22282B",
    face_fill="#FFF6DF",
    hue_1="#7A5BA6",
    hue_1_bg="#F2EDFA",
    hue_2="#8F6A1E",
    hue_2_bg="#FBF1DA",
    hue_3="#A8506B",
    hue_3_bg="#FBEBEF",
    hue_4="#3F73A8",
    hue_4_bg="#E8F0F9",
    hue_5="#3C7F6B",
    hue_5_bg="#E6F3ED",
)

DARK = Tokens(
    bg="#171B1D",
    surface="#212729",
    sunken="#101415",
    text="#F2EEE7",
    muted="#BFC7C9",
    border="#8C9598",
    hair="#3A4245",
    primary="#7FD1C7",
    primary_hover="#A4E3DB",
    on_primary="#0A2A2B",
    tint="#1F3A3A",
    link="#8ED9D0",
    focus_bg="#FFD35C",
    focus_ink="#000000",
    field_edge="#FFD35C",
    field_fill="#212729",
    over="#FFA79E",
    over_bg="#43201D",
    warn="#FFCE73",
    warn_bg="#3B2E10",
    ok="#8FD6A1",
    ok_bg="#1B3323",
    info="#9CC6F5",
    info_bg="#1B2F45",
    later="#C9C3B6",
    later_bg="#2E3233",
    child="#CDB4F5",
    child_bg="#2E2541",
    face_ink="#22282B",
    face_fill="#F7EBCB",
    hue_1="#CDB4F5",
    hue_1_bg="#2E2541",
    hue_2="#F0C873",
    hue_2_bg="#382D14",
    hue_3="#F2A9BC",
    hue_3_bg="#3F2730",
    hue_4="#9CC6F5",
    hue_4_bg="#1B2F45",
    hue_5="#8BD3BE",
    hue_5_bg="#1B3630",
)

CONTRAST = Tokens(
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    text="#FFFFFF",
    muted="#FFFFFF",
    border="#FFFFFF",
    hair="#FFFFFF",
    primary="#FFFF00",
    primary_hover="#FFFFFF",
    on_primary="#000000",
    tint="#000000",
    link="#00FFFF",
    focus_bg="#FFFF00",
    focus_ink="#000000",
    field_edge="#FFFF00",
    field_fill="#000000",
    over="#FF9C92",
    over_bg="#000000",
    warn="#FFD000",
    warn_bg="#000000",
    ok="#00FF66",
    ok_bg="#000000",
    info="#7FD4FF",
    info_bg="#000000",
    later="#FFFFFF",
    later_bg="#000000",
    child="#E0C8FF",
    child_bg="#000000",
    face_ink="#FFFFFF",
    face_fill="#000000",
    hue_1="#E0C8FF",
    hue_1_bg="#000000",
    hue_2="#FFD000",
    hue_2_bg="#000000",
    hue_3="#FFB3C7",
    hue_3_bg="#000000",
    hue_4="#7FD4FF",
    hue_4_bg="#000000",
    hue_5="#7DFFD9",
    hue_5_bg="#000000",
)

HUES = 5
"""So many soft tints there are, one a child: they help the eye, and say nothing that words do not say as well.

The first ones are furthest from the colours of buttons and states: from those of late, of good news and of the house.
"""

BY_NAME: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def _parts_of_a_palette() -> Tokens:
    ground, ink, chosen, on_chosen = "window", "window-text", "highlight", "highlighted-text"
    parts = {name: ground if name.endswith("_bg") else ink for name in Tokens._fields}
    parts |= dict.fromkeys(("bg", "surface", "sunken", "tint", "field_fill", "face_fill"), ground)
    parts |= dict.fromkeys(("primary", "primary_hover", "focus_bg"), chosen)
    parts |= dict.fromkeys(("on_primary", "focus_ink"), on_chosen)
    return Tokens(**(parts | {"link": "link"}))


OF_A_PALETTE = _parts_of_a_palette()
"""Which part of the computer's own palette each colour is, as a style sheet names it: somebody chose those few colours
because they can read them. What else is told by a colour is told by words, an icon or an edge as well."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "bg"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "tint"),
    ("text", "field_fill"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "tint"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("link", "bg"),
    ("link", "surface"),
    ("link", "tint"),
    ("focus_ink", "focus_bg"),
    ("over", "surface"),
    ("over", "bg"),
    ("over", "over_bg"),
    ("warn", "warn_bg"),
    ("ok", "ok_bg"),
    ("info", "info_bg"),
    ("later", "later_bg"),
    ("child", "child_bg"),
    ("face_ink", "face_fill"),
    *((ink, f"hue_{number}_bg") for number in range(1, HUES + 1) for ink in ("text", "muted")),
)
"""Words on their ground: at least 7 to 1."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (
    ("border", "bg"),
    ("border", "surface"),
    ("border", "sunken"),
    ("field_edge", "surface"),
    ("field_edge", "field_fill"),
    ("primary", "bg"),
    ("primary", "surface"),
    ("primary", "tint"),
    ("over", "field_fill"),
    *((f"hue_{n}", ground) for n in range(1, HUES + 1) for ground in (f"hue_{n}_bg", "surface", "bg")),
)
"""Edges, marks and fills that carry meaning: at least 3 to 1."""


def contrast(first: str, second: str) -> float:
    """The WCAG 2.2 contrast ratio of two "#rrggbb" colours, from 1.0 to 21.0."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
