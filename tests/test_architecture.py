"""The walls of the house: who may import whom. Each wall is checked from the code's own imports."""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from inspect import signature
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOT_FEATURES = ("base", "door", "look", "parts", "shell", "trials", "widgets")
"""The folders of `ui/` that are no room with pages of its own: what those stand on, and what is round about them. Each
has a wall of its own below. Every other folder is a room, and inside every wall by being there."""


def sources(folder: str) -> Iterator[Path]:
    place = ROOT / folder
    yield from [place] if place.suffix == ".py" else sorted(place.rglob("*.py"))


def rooms_of(folder: str) -> list[str]:
    """The folders with code in them or below them, by name."""
    return sorted(each.name for each in (ROOT / folder).iterdir() if any(each.rglob("*.py")))


def test_every_folder_with_code_is_a_package() -> None:
    """Else it works here, and the built application leaves it out."""
    without = {
        file.parent.relative_to(ROOT).as_posix()
        for place in OUR_SIDE
        for file in sources(place)
        if not (file.parent / "__init__.py").exists()
    }
    assert without == set(), "each needs an __init__.py with one sentence"


def features() -> list[str]:
    """Every room of the screens."""
    return [room for room in rooms_of("ui") if room not in NOT_FEATURES]


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(file: Path) -> ast.Module:
    """A file as Python reads it: read once, whoever asks."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file: Path) -> list[ast.AST]:
    """Everything in a file, as `ast.walk` finds it: walked once, whoever asks."""
    return list(ast.walk(tree_of(file)))


@cache
def imports_of(file: Path) -> set[str]:
    """Every module a file imports, at the top or inside a function; imports for type checking are left out."""
    return imports_in(nodes_of(file))


def imports_in(nodes: Sequence[ast.AST]) -> set[str]:
    found: set[str] = set()
    skip = {
        id(inner)
        for node in nodes
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in nodes:
        if id(node) in skip:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            # "from ui.look import theme" is an import of ui.look.theme, not of all that stands in ui/__init__.py; and
            # "from sqlalchemy import ForeignKey" of that name alone.
            whole = node.module.split(".")[0] in OURS and not all(file_of(name) for name in names)
            found |= {node.module, *names} if whole else names
    return found


def reaches(imported: str, wall: str) -> bool:
    return imported == wall or imported.startswith(f"{wall}.")


def broken(folder: str, forbidden: tuple[str, ...], allowed: tuple[str, ...] = ()) -> list[str]:
    """Each import in `folder` that crosses into `forbidden` and not into `allowed`."""
    return [
        f"{module_of(file)} imports {imported}"
        for file in sources(folder)
        for imported in sorted(imports_of(file))
        if any(reaches(imported, wall) for wall in forbidden)
        and not any(reaches(imported, gate) for gate in allowed)
    ]


OUR_SIDE = ("carer_app", "ui")
OURS = ("carer_app", "ui", "resources", "tests")
SCREENS = ("PySide6", "shiboken6", "ui")
QUERIES = ("sqlalchemy", "alembic", "sqlcipher3")

SQL_NAMES = (
    "ColumnElement", "Dialect", "ForeignKey", "MetaData", "String", "UniqueConstraint", "ext.hybrid.hybrid_property",
    "orm.DeclarativeBase", "orm.InstrumentedAttribute", "orm.Mapped", "orm.mapped_column", "orm.relationship", "text",
    "types.TypeDecorator",
)  # fmt: skip
"""What a table is described with: nothing that asks, and nothing that changes."""
ASKING = ("BindParameter", "ColumnElement", "Select", "and_", "bindparam", "false", "func", "or_",
          "orm.InstrumentedAttribute", "orm.Session", "orm.aliased", "select")  # fmt: skip
"""What a query is made of: nothing that changes many rows at once, and no SQL as text."""


def of(home: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{home}.{name}" for name in names)


USE_CASES = (
    *of("carer_app", "choices", "domain", "errors", "rough_days", "sitting", "spoken_days", "typed_dates", "words"),
    *of("carer_app", "paper.content", "paper.sheets", "rules.shipped"),
    *of(
        "carer_app.texts", "cards", "child_lists", "child_questions", "clear_actions", "copy_words", "facts",
        "glossary", "leaflets", "numbers", "question_bank", "question_sets", "ready_words", "review_form", "scripts",
        "without_school", "words_that_tell",
    ),
    *of("sqlalchemy", *ASKING), "dateutil.relativedelta", "resources",
)  # fmt: skip
JOBS = (
    *of("carer_app", "choices", "errors", "typed_dates", "words"),
    *of("carer_app", "computer.paths", "imports", "paper", "storage", "use_cases"),
    *of("carer_app.texts", "made_up", "made_up_after"),
    *of("PIL", "Image", "ImageChops", "ImageFilter"), "pypdf", "rapidfuzz.fuzz", "sqlalchemy.orm.Session",
)  # fmt: skip
TEXTS = (*of("carer_app", "choices", "errors", "typed_dates", "words"), "resources")

CARERS_SIDE: dict[str, tuple[str, ...]] = {
    "carer_app/__init__.py": (),
    "carer_app/__main__.py": ("carer_app", *of("ui", "shell.app", "shell.refused", "trials.demo", "trials.self_test")),
    "carer_app/errors.py": (),
    "carer_app/words.py": (),
    "carer_app/spoken_days.py": (),
    "carer_app/rough_days.py": of("carer_app", "spoken_days", "words"),
    "carer_app/typed_dates.py": of("carer_app", "errors", "rough_days", "spoken_days", "words"),
    "carer_app/seats.py": of("carer_app", "words"),
    "carer_app/sitting.py": of("carer_app", "choices", "seats", "texts.cards", "texts.child_questions", "words"),
    "carer_app/choices": of("carer_app", "words"),
    # The pointer to a stick and the preferences are written as safely as everything else.
    "carer_app/computer": ("carer_app.storage.safe_files", "enchant", "platformdirs"),
    "carer_app/computer/logs.py": (),
    "carer_app/domain": (
        *of("carer_app", "choices", "errors", "rough_days", "typed_dates", "words"), *of("sqlalchemy", *SQL_NAMES),
        "dateutil.relativedelta", "holidays.country_holidays",
    ),
    "carer_app/use_cases": USE_CASES,
    # What was removed, in the order of any table; every child with all that is around them.
    "carer_app/use_cases/lookup.py": (
        "carer_app.use_cases", *USE_CASES, *of("sqlalchemy", "orm.joinedload", "orm.selectinload", "text"),
    ),
    # Rules about days, without a table behind them.
    "carer_app/rules": (
        *of(
            "carer_app.domain", "authority_rules", "care_reviews", "childs_year", "ladders", "school_calendar",
            "school_terms", "term_bounds",
        ),
        "carer_app.texts.reading", "carer_app.words", "resources",
    ),
    "carer_app/texts": TEXTS,
    # It looks at all that is data, whoever reads it.
    "carer_app/texts/__main__.py": ("carer_app.texts", *TEXTS, "carer_app.rules.shipped"),
    "carer_app/jobs": JOBS,
    # It brings in early what others import late.
    "carer_app/jobs/reading_in.py": (
        "carer_app.jobs", *JOBS, *of("carer_app.domain", "all_tables", "bank_holidays"),
        *of("sqlalchemy", "dialects.sqlite", "orm"),
    ),
    "carer_app/storage": (
        *of("carer_app", "errors", "rough_days", "words", "computer.owner_only", "computer.paths"),
        *of("carer_app.domain", "all_tables", "base"),
        *("sqlalchemy", "sqlcipher3", "argon2", "cryptography", "filelock"),
    ),
    "carer_app/storage/migrations": ("alembic", "sqlalchemy"),
    "carer_app/storage/search_index.py": ("sqlcipher3", "rapidfuzz"),
    "carer_app/storage/key_store.py": (
        *of("carer_app", "errors", "storage", "words"), *("jeepney", "keyring", "secretstorage", "win32ctypes"),
    ),
    # What is on a sheet, what sheets are made of, and how that is drawn: nobody who draws knows a sheet by name.
    "carer_app/paper": of("carer_app", "typed_dates", "words"),
    "carer_app/paper/content": of("carer_app", "typed_dates", "words"),
    "carer_app/paper/sheets": of("carer_app", "paper.content", "paper.plain", "typed_dates", "words"),
    "carer_app/paper/pdf": (
        *of("carer_app", "paper.content", "words"), *("bidi", "reportlab", "resources", "uharfbuzz"),
    ),
    "carer_app/paper/calendar_file.py": ("carer_app.words", "icalendar"),
    "carer_app/imports": (
        *of("carer_app", "errors", "typed_dates", "words", "texts.copy_words", "texts.school_words"),
        *of(
            "carer_app.domain", "bank_holidays", "dates_problem", "day_counts", "school_calendar", "school_years",
            "term_checks",
        ),
        *("PIL", "pillow_heif", "icalendar", "mammoth", "ocrmac", "pypdfium2_raw", "recurring_ical_events", "winrt"),
    ),
}  # fmt: skip
"""All that a room on the carer's side may import, beside itself and what comes with Python: whatever is not named here
is behind the wall. A file is within the narrowest wall that is round it, and within that alone."""


def wall_round(file: Path) -> str | None:
    """The place in `CARERS_SIDE` that a file belongs to."""
    inside = file.relative_to(ROOT).as_posix()
    return max(
        (place for place in CARERS_SIDE if f"{inside}/".startswith(f"{place}/")), key=len, default=None
    )


def files_within(place: str) -> list[Path]:
    return [file for file in sources(place) if wall_round(file) == place]


def beyond(place: str) -> list[str]:
    """Each import that crosses the wall round a place."""
    may = (*CARERS_SIDE[place], *([] if place.endswith(".py") else [module_of(ROOT / place)]))
    return [
        f"{module_of(file)} imports {imported}"
        for file in files_within(place)
        for imported in sorted(imports_of(file))
        if imported.split(".")[0] not in sys.stdlib_module_names
        and not any(reaches(imported, gate) for gate in may)
    ]


@pytest.mark.parametrize("place", CARERS_SIDE)
def test_a_room_on_the_carers_side_uses_only_what_it_may(place: str) -> None:
    assert files_within(place), f"{place} has no files: the wall guards nothing"
    assert beyond(place) == []


@pytest.mark.parametrize("place", [place for place in CARERS_SIDE if not place.endswith(".py")])
def test_no_way_out_of_a_room_stands_open_that_nobody_goes(place: str) -> None:
    used = {imported for file in files_within(place) for imported in imports_of(file)}
    assert [gate for gate in CARERS_SIDE[place] if not any(reaches(each, gate) for each in used)] == []


WALLS = [
    ("ui/widgets", ("carer_app",), ("carer_app.words",)),
    ("ui/widgets", ("ui",), ("ui.widgets", "ui.look.theme", "ui.look.theme_tokens")),
    ("ui/look", OUR_SIDE, ("carer_app.words", "ui.look")),
    # What pages stand on knows of no single page, and of nothing that is round about them.
    ("ui/base", ("ui",), ("ui.base", "ui.look.theme", "ui.parts", "ui.widgets")),
    ("ui/door", ("ui",), ("ui.base", "ui.door")),
    # Whatever locks by itself brings the page up that locks; and the first page inside is imported while the
    # password is still typed.
    (
        "ui/shell", ("ui",),
        ("ui.base", "ui.door", "ui.look", "ui.parts", "ui.shell", "ui.home.home", "ui.unlock.unlock", "ui.widgets"),
    ),
    # It drives the product from outside: the application and its pages by their places, never by their classes.
    ("ui/trials", ("ui",), ("ui.base", "ui.look", "ui.shell.app", "ui.trials", "ui.widgets")),
    # The child's own part is given words and callbacks: it cannot reach anything else.
    (
        "ui/child_mode",
        (*OUR_SIDE, *QUERIES),
        (
            "carer_app.choices", "carer_app.seats", "carer_app.sitting", "carer_app.texts.cards",
            "carer_app.texts.child_questions", "carer_app.typed_dates", "carer_app.words", "ui.child_mode",
            "ui.look.theme", "ui.widgets",
        ),
    ),
]  # fmt: skip

SAID = tuple(
    f"carer_app.{name}" for name in ("choices", "errors", "words", "typed_dates", "rough_days", "spoken_days")
)
A_ROOM_MAY = (
    "carer_app.use_cases", "carer_app.jobs", "carer_app.paper.content", "carer_app.paper.sheets",
    "carer_app.paper.plain",
    "carer_app.computer.paths", "carer_app.computer.preferences", "carer_app.computer.spelling", "carer_app.texts",
    "resources", *SAID,
    "ui.base.dialogs", "ui.base.house", "ui.base.page", "ui.base.place", "ui.base.places",
    "ui.base.places_of_side_bar", "ui.base.places_outside",
    "ui.base.records", "ui.look.theme",
    "ui.parts", "ui.widgets",
)  # fmt: skip
"""All of ours that a room may import, beside itself. Whatever is not named here is behind the wall."""
ALSO_MAY = {"childs_own_part": ("carer_app.sitting", "ui.child_mode")}
"""The one way into the child's room."""


def crossings_of(feature: str) -> list[str]:
    """What a room imports that it may not. The child's own part has a narrower wall of its own."""
    also = ALSO_MAY.get(feature, ())
    return broken(f"ui/{feature}", (*OUR_SIDE, *QUERIES, "resources"), (*A_ROOM_MAY, f"ui.{feature}", *also))


@pytest.mark.parametrize(("folder", "forbidden", "allowed"), WALLS)
def test_nobody_reaches_through_a_wall(
    folder: str, forbidden: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    assert list(sources(folder)), f"{folder} has no files: the wall guards nothing"
    assert broken(folder, forbidden, allowed) == []


@pytest.mark.parametrize("feature", [each for each in (*features(), "parts") if each != "child_mode"])
def test_a_room_uses_only_what_rooms_may_use(feature: str) -> None:
    assert crossings_of(feature) == []


@pytest.mark.parametrize("feature", [*features(), "parts"])
def test_no_room_reaches_through_to_the_vault(feature: str) -> None:
    """`Records` says what a page may know of it: the sealed papers, whether it can be written, where it is."""
    found = [
        f"{module_of(file)}:{node.lineno}"
        for file in sources(f"ui/{feature}")
        for node in nodes_of(file)
        if isinstance(node, ast.Attribute) and node.attr == "vault"
    ]
    assert found == []


def test_every_room_has_its_wall() -> None:
    """A new folder says what it may import before it has a second file."""
    assert [module_of(file) for file in sources("carer_app") if wall_round(file) is None] == []
    walled = {folder for folder, _forbidden, _allowed in WALLS}
    assert {f"ui/{room}" for room in NOT_FEATURES} - walled <= {"ui/parts"}, "parts have the wall of a room"


def test_the_ground_floor_holds_what_everyone_uses_and_nothing_else() -> None:
    """A file that has no room yet is given one: whoever comes new reads the tree first."""
    loose = {file.stem for place in ("carer_app", "ui") for file in (ROOT / place).glob("*.py")}
    on_the_carers_side = {
        "errors", "rough_days", "seats", "sitting", "spoken_days", "typed_dates", "words",
    }  # fmt: skip
    assert loose == {"__init__", "__main__", *on_the_carers_side}


def test_the_product_does_not_know_who_drives_it() -> None:
    """The demo brings Qt's own test library: only whoever asks for the demo loads it."""
    crossings = [
        each for place in ("carer_app", "ui") for each in broken(place, ("ui.trials", "PySide6.QtTest"))
    ]
    users = {each.split()[0] for each in crossings}
    assert users <= {"carer_app.__main__", "ui.trials.demo", "ui.trials.self_test"}, crossings


NEW_ROOM = {
    "a noun": "from carer_app.domain.child import Child",
    "a query": "from sqlalchemy import select",
    "a query, late": "def look():\n    import sqlalchemy.orm",
    "the vault": "from carer_app.storage.vault import Vault",
    "a reader of what comes from outside": "from carer_app.imports.documents import PageImage",
    "another room": "from ui.home.home import HomePage",
    "the child's room": "from ui.child_mode.room import ChildRoom",
    "the way a PDF is made": "from carer_app.paper.pdf import make_pdf",
    "the door": "from ui.door.opening import Opening",
    "the window": "import ui.shell.window",
    "the log": "from carer_app.computer.logs import start",
    "the vault by the records": "def look(records):\n    return records.vault.saves",
    "whether something was removed": "def look(row):\n    return row.deleted_on is None",
    "the computer's day": "from datetime import date\n\nTODAY = date.today()",
    "a file by hand": "def keep(path):\n    path.write_text('Mia')",
}
"""What a new room could do wrong, by what it reaches for."""
LOOKS = (
    "test_a_room_uses_only_what_rooms_may_use", "test_no_room_reaches_through_to_the_vault",
    "test_nobody_else_asks_whether_something_was_removed", "test_nobody_asks_the_computer_for_today",
    "test_files_are_written_in_one_place_only",
)  # fmt: skip


@pytest.mark.parametrize("harm", NEW_ROOM)
def test_a_new_room_is_inside_every_wall_by_being_there(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "ui" / "timeline"
    new.mkdir(parents=True)
    (new / "timeline.py").write_text(NEW_ROOM[harm] + "\n", encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert "timeline" in features()
    red = []
    for look in LOOKS:
        try:
            globals()[look](*(["timeline"] if "feature" in signature(globals()[look]).parameters else []))
        except AssertionError:
            red.append(look)
    assert red


QT = "from PySide6.QtCore import QObject"
CROSSINGS: dict[str, tuple[str, ...]] = {
    "carer_app/__init__.py": ("import carer_app.domain.child", QT),
    "carer_app/__main__.py": ("from ui.home.home import HomePage", QT),
    "carer_app/errors.py": ("from carer_app.words import _", "import sqlalchemy.exc"),
    "carer_app/words.py": ("from carer_app import choices", "import resources"),
    "carer_app/spoken_days.py": ("from carer_app.typed_dates import read_day",),
    "carer_app/rough_days.py": ("from carer_app.typed_dates import read_day",),
    "carer_app/typed_dates.py": ("from carer_app.domain.school_years import school_year", "import holidays"),
    "carer_app/seats.py": ("from carer_app.sitting import Sitting", "from carer_app.choices import Role"),
    "carer_app/sitting.py": ("from carer_app.texts import facts", "from carer_app.domain.child import Child"),
    "carer_app/choices": ("from carer_app.errors import NotFound", "import sqlalchemy"),
    "carer_app/computer": ("from carer_app.storage.vault import Vault", "from carer_app.domain import child"),
    "carer_app/computer/logs.py": ("from carer_app.computer import paths",),
    "carer_app/domain": (
        *("from sqlalchemy import func", "from sqlalchemy import insert", "from sqlalchemy import *"),
        *("from sqlalchemy.orm import Session", "from sqlalchemy import orm", "import sqlalchemy"),
        *("from carer_app.rules import shipped", "from carer_app.computer import paths"),
    ),
    "carer_app/use_cases": (
        *("from sqlalchemy import update", "from sqlalchemy import insert", "from sqlalchemy import text"),
        *("from carer_app.computer import paths", "from carer_app.texts.reading import read_file"),
        *("from carer_app.rules.rule_files import read", "from carer_app.paper.pdf import make_pdf"),
    ),
    "carer_app/use_cases/lookup.py": ("from sqlalchemy import delete", "from carer_app.storage import vault"),
    "carer_app/rules": ("from carer_app.domain.child import Child", "from carer_app.texts import facts"),
    "carer_app/texts": ("from carer_app.rules import shipped", "from carer_app.domain import school_years"),
    "carer_app/texts/__main__.py": ("from carer_app.storage import vault",),
    "carer_app/jobs": ("from carer_app.domain.child import Child", "from sqlalchemy import select", QT),
    "carer_app/jobs/reading_in.py": ("from sqlalchemy import select", "import carer_app.domain.child"),
    "carer_app/storage": (
        *("from carer_app.domain.child import Child", "from carer_app import choices", "import alembic"),
        *("from carer_app.use_cases import children", "from carer_app.jobs import backing_up", "import keyring"),
    ),
    "carer_app/storage/migrations": ("from carer_app.domain.child import Child", "import keyring"),
    "carer_app/storage/search_index.py": ("from carer_app.use_cases import searching", "import alembic"),
    "carer_app/storage/key_store.py": ("import sqlcipher3",),
    "carer_app/paper": ("from carer_app.domain.child import Child", "import reportlab", "import icalendar"),
    "carer_app/paper/content": ("from carer_app.paper.sheets import my_sheet", "from carer_app.paper import pdf"),
    "carer_app/paper/sheets": ("from carer_app.paper.pdf import pages", "from carer_app.texts import facts"),
    "carer_app/paper/pdf": ("from carer_app.paper.sheets import my_sheet", "from carer_app import typed_dates"),
    "carer_app/paper/calendar_file.py": ("from reportlab.pdfgen.canvas import Canvas",),
    "carer_app/imports": (
        *("from carer_app.domain.child import Child", "from carer_app.texts import facts"),
        *("from carer_app.storage import safe_files", "import sqlcipher3", "import reportlab"),
    ),
}  # fmt: skip
"""What each room could do wrong."""


@pytest.mark.parametrize("place", CARERS_SIDE)
def test_each_wall_on_the_carers_side_would_notice(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / place if place.endswith(".py") else tmp_path / place / "timeline.py"
    new.parent.mkdir(parents=True)
    new.write_text("import json\n" + "\n".join(CROSSINGS[place]) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    noticed = beyond(place)
    unseen = [line for line in CROSSINGS[place] if not any(crosses(line, each) for each in noticed)]
    assert unseen == []
    assert not any(each.endswith(" json") for each in noticed)


def crosses(line: str, noticed: str) -> bool:
    return noticed.partition(" imports ")[2] in imports_in(list(ast.walk(ast.parse(line))))


def test_carer_app_knows_nothing_of_the_screen_but_for_its_way_in() -> None:
    crossings = broken("carer_app", SCREENS)
    assert {crossing.split()[0] for crossing in crossings} <= {"carer_app.__main__"}


def test_only_the_few_may_know_the_storage_or_the_queries() -> None:
    allowed = ("ui.base.records", "ui.door.", "ui.shell.app", "ui.trials.")
    crossings = broken("ui", ("carer_app.storage", *QUERIES))
    assert [each for each in crossings if not each.startswith(allowed)] == []
    assert broken("ui/door", QUERIES) == []


@pytest.mark.parametrize(
    ("library", "files"),
    [
        ("reportlab", "carer_app.paper.pdf."),
        ("tomllib", "carer_app.texts.reading"),
        ("alembic", "carer_app.storage.migrations"),
        ("icalendar", "carer_app.paper.calendar_file carer_app.imports.calendar_"),
        ("recurring_ical_events", "carer_app.imports.calendar_repeats"),
        ("pypdfium2_raw", "carer_app.imports"),
    ],
)
def test_a_heavy_library_has_its_home(library: str, files: str) -> None:
    users = {crossing.split()[0] for folder in ("carer_app", "ui") for crossing in broken(folder, (library,))}
    assert users, f"nobody uses {library}"
    elsewhere = [user for user in sorted(users) if not user.startswith(tuple(files.split()))]
    assert elsewhere == [], f"{library} belongs in {files}"


def test_the_first_page_needs_nothing_heavy() -> None:
    """Followed through every top-level import from ui.shell.app and the first pages."""
    heavy = (
        "sqlalchemy",
        "alembic",
        "reportlab",
        "holidays",
        "icalendar",
        "keyring",
        "argon2",
        "cryptography",
    )
    assert {
        f"{importer} imports {name}"
        for importer, names in imported_at_start(
            "ui.shell.app", "ui.unlock.unlock", "ui.unlock.welcome"
        ).items()
        for name in names
        if name.split(".")[0] in heavy
    } == set()


def imported_at_start(*modules: str) -> dict[str, set[str]]:
    """Top-level imports, followed through our own modules."""
    found: dict[str, set[str]] = {}
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        file = file_of(name)
        if name in found or file is None:
            continue
        body = tree_of(file).body
        found[name] = imports_in([node for node in body if isinstance(node, ast.Import | ast.ImportFrom)])
        parents = [name.rsplit(".", depth)[0] for depth in range(1, name.count(".") + 1)]
        waiting += [*found[name], *parents]
    return found


def file_of(module: str) -> Path | None:
    base = ROOT.joinpath(*module.split("."))
    for candidate in (base.with_suffix(".py"), base / "__init__.py"):
        if candidate.is_file():
            return candidate
    return None


def circle_among(imports: dict[str, set[str]]) -> list[str]:
    """Modules of which each imports the next one, the last being the first again; or nothing."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


NETWORKS = ("socket", "socketserver", "ssl", "http", "urllib.request", "requests", "ftplib", "smtplib", "asyncio",
            "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "webbrowser")  # fmt: skip


def test_no_file_of_ours_can_speak_to_a_network() -> None:
    users = [
        f"{module_of(file)} imports {imported}"
        for folder in ("carer_app", "ui", "resources")
        for file in sources(folder)
        for imported in imports_of(file)
        if any(reaches(imported, network) for network in NETWORKS)
    ]
    assert users == []


def test_no_imports_go_round_in_a_circle() -> None:
    """Neither at the top nor inside a function: whoever reads a file can begin with what it imports."""
    files = {module_of(file): file for place in (*OUR_SIDE, "resources") for file in sources(place)}
    imports: dict[str, set[str]] = {}
    for module, file in files.items():
        parts = {name if name in files else name.rpartition(".")[0] for name in imports_of(file)}
        imports[module] = (parts & files.keys()) - {module}
    assert circle_among(imports) == []
    assert circle_among({"a": {"b"}, "b": {"c"}, "c": {"a"}}), "the look would notice one"


@cache
def names_at_the_top(file: Path) -> set[str]:
    """What can be imported from a module: all that is defined, assigned or imported at its top."""
    found: set[str] = set()
    waiting: list[ast.AST] = list(tree_of(file).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            if "*" in found and isinstance(node, ast.ImportFrom) and (there := file_of(node.module or "")):
                found = (found - {"*"}) | names_at_the_top(there)
        else:
            found |= {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            waiting += [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
    return found


IMPORTED = re.compile(r"^ *from ((?:carer_app|ui|tests)\b[\w.]*) import (\([^)]*\)|[^\n#]+)", re.MULTILINE)


def test_what_the_tests_import_is_there() -> None:
    """Whoever moves or renames something hears of every test that still asks for it, not only of those that ran."""
    asked = {
        (found[1], name.split()[0]): file
        for file in sources("tests")
        for found in IMPORTED.finditer(file.read_text(encoding="utf-8"))
        for name in filter(None, map(str.strip, found[2].strip("()\n").split(",")))
    }
    gone = [
        f"{file.relative_to(ROOT)} imports {module}.{name}"
        for (module, name), file in asked.items()
        if not file_of(f"{module}.{name}")
        and not ((home := file_of(module)) and name in names_at_the_top(home))
    ]
    assert asked
    assert gone == []


NAMED_EACH = ("carer_app", "carer_app/computer", "carer_app/paper", "carer_app/texts",
              "ui/base", "ui/door", "ui/look", "ui/shell")  # fmt: skip
"""The rooms whose files all stand in the tree of the README, by name."""


def told_of(room: str, readme: str) -> str:
    """What the tree in the README says of one room, in its own lines alone."""
    told = re.findall(r"^```\n(carer_app/ .*?)^```", readme, re.DOTALL | re.MULTILINE)[0]
    for depth, name in enumerate(room.split("/")):
        found = re.search(rf"^ {{{2 * depth}}}{name}/.*\n(?: {{{2 * depth + 2}}}.*\n)*", told, re.MULTILINE)
        assert found, f"{room}/ has no line of its own in the tree of the README"
        told = found[0]
    return told


def test_what_the_readme_says_of_the_tree_is_so() -> None:
    """Every room is in it, and in some rooms every file; what it or the page for contributors names is there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = readme + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [
        f"{top}/{room}" for top in OUR_SIDE for room in rooms_of(top) if f"{room}/" not in readme
    ] == [], "these belong in the tree of the README"
    assert [
        f"{room}/{file.name}"
        for room in NAMED_EACH
        for file in sorted((ROOT / room).glob("*.py"))
        if not file.stem.startswith("__") and file.stem not in re.findall(r"\w+", told_of(room, readme))
    ] == [], "these too"
    named = re.findall(r"`([a-z_0-9/]+\.py)`", told)
    files = [file.as_posix() for place in (*OUR_SIDE, "tests", "packaging") for file in sources(place)]
    assert len(named) > 50
    assert [each for each in named if not any(f"/{file}".endswith(f"/{each}") for file in files)] == []


def test_packaging_is_not_a_package() -> None:
    assert (ROOT / "packaging").is_dir()
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_every_page_is_a_place_and_every_place_has_its_page() -> None:
    from ui.base import places

    named = {place.page for place in all_places(places)}
    pages = {
        f"{module_of(file)}:{node.name}"
        for file in sources("ui")
        for node in nodes_of(file)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Page")
    } - {
        *("ui.base.page:Page", "ui.parts.part_page:PartPage", "ui.paper.sheet_page:SheetPage"),
        *("ui.parts.one_day_page:OneDayPage", "ui.preparation.short_way:ShortWayPage"),
        "ui.preparation.tell_the_child:TellStepPage",
    }
    assert named == pages


def test_every_place_is_looked_at() -> None:
    """By the audit, and by every test that walks the places."""
    from ui.base import places

    audited = {
        type(place)
        for place in (*places.every_place(1, 1, 1, 1, 1, 1, 1), *(each() for each in places.OUTSIDE))
    }
    not_yet = {type(place).__name__ for place in all_places(places) if type(place) not in audited}
    # Made of what was typed: tests/ui/test_calculator.py looks at it.
    assert not_yet == {"CalculatedSheet"}, "put it in every_place or OUTSIDE of ui/base/places.py"


def all_places(places: object) -> list[object]:
    from carer_app.choices import Part
    from carer_app.use_cases.short_way import STEPS
    from ui.base.place import Place

    made: list[object] = []
    for kind in vars(places).values():
        if isinstance(kind, type) and issubclass(kind, Place) and hasattr(kind, "page"):
            names = kind.made_of
            if "part" in names:
                made += [kind(1, part) for part in Part]
            elif "step" in names:
                last = 7 if kind.__name__ == "TellTheChild" else STEPS
                made += [kind(1, step) for step in range(1, last + 1)]
            else:
                made.append(kind(*[1] * len(names)))
    return made


FORBIDDEN_WORDS = (
    "passive_deletes",
    "secondary=",
    "session.query(",
    "session.commit(",
    "synchronize_session",
)


def test_nothing_slips_past_the_one_place_that_filters_and_saves() -> None:
    found = [
        f"{module_of(file)}: {word}"
        for folder in ("carer_app/domain", "carer_app/use_cases", "carer_app/jobs", "ui")
        for file in sources(folder)
        for word in FORBIDDEN_WORDS
        if word in file.read_text(encoding="utf-8")
    ]
    assert found == []


def test_nobody_else_asks_whether_something_was_removed() -> None:
    """What every reader had to remember is forgotten by the next one: the noun and the session leave it out."""
    found = [
        f"{module_of(file)}:{node.lineno}"
        for folder in ("carer_app/use_cases", "carer_app/jobs", "carer_app/paper", "ui")
        for file in sources(folder)
        for node in nodes_of(file)
        if (isinstance(node, ast.Attribute) and node.attr == "deleted_on")
        or (isinstance(node, ast.Constant) and node.value == "deleted_on")
    ]
    assert found == []


WRITES_FILES = {
    "carer_app.storage.safe_files": "the one place",
    "carer_app.computer.owner_only": "the opener that it uses: plain files only, through no link",
    "carer_app.computer.logs": "appends to the log, through no link; it may import nothing of ours",
    "carer_app.imports.chosen_file": "reads what the carer chose, a device or a pipe never",
    "carer_app.computer.standard_streams": "the system's own nowhere",
    "carer_app.imports.word_blocks": "archives in memory alone, in a process that may open no file",
}
"""Who may open a file by hand, and why."""


def test_files_are_written_in_one_place_only() -> None:
    found = {
        f"{module_of(file)}: {ast.unparse(node)[:80]}"
        for folder in ("carer_app", "ui")
        for file in sources(folder)
        if module_of(file) not in WRITES_FILES
        for node in nodes_of(file)
        if isinstance(node, ast.Call) and writes_a_file(node)
    }
    # The pages of the demo and the self-test are pictures that Qt writes, of nobody.
    assert {
        each for each in found if not each.startswith(("ui.trials.demo:", "ui.trials.self_test:"))
    } == set()


def test_files_of_ours_are_read_as_plain_files_of_bounded_size() -> None:
    """Not through a link, not from a pipe that never ends: what comes with the program is another matter."""
    resources = {"carer_app.storage.open_elsewhere"}  # the system's name for this computer
    found = {
        f"{module_of(file)}: {ast.unparse(node)[:80]}"
        for folder in (
            "carer_app/storage",
            "carer_app/jobs",
            "carer_app/computer/owner_only.py",
            "carer_app/computer/paths.py",
            "carer_app/computer/preferences.py",
        )
        for file in sources(folder)
        if module_of(file) not in {*resources, "carer_app.storage.safe_files"}
        for node in nodes_of(file)
        if isinstance(node, ast.Call)
        and (
            ast.unparse(node.func) == "open" or ast.unparse(node.func).endswith((".read_bytes", ".read_text"))
        )
        and "opener=owner_only" not in ast.unparse(node)
    }
    assert found == set()


def writes_a_file(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    last = name.rsplit(".", 1)[-1]
    if name == "open" or name in ("io.open", "os.fdopen", "codecs.open"):
        mode = [
            ast.unparse(arg)
            for arg in [*call.args[1:2], *(k.value for k in call.keywords if k.arg == "mode")]
        ]
        return bool(set("".join(mode)) & set("wax+")) and "opener=owner_only" not in ast.unparse(call)
    if last == "ZipFile":
        # Into a file that is open already, of the one place.
        return '"w"' in ast.unparse(call).replace("'", '"') and ast.unparse(call.args[0]) not in (
            "file",
            "buffer",
        )
    return (
        name in ("os.open", "os.mkfifo", "os.link", "os.symlink", "os.truncate")
        or name.startswith(("tempfile.", "shutil.copy", "shutil.move"))
        or last in ("write_bytes", "write_text", "touch", "symlink_to", "hardlink_to", "mkstemp")
        or last
        in (
            "QFile",
            "QSaveFile",
            "QTemporaryFile",
            "QPdfWriter",
            "NamedTemporaryFile",
            "copyfile",
            "copytree",
        )
    )


@pytest.mark.parametrize(
    ("text", "writes"),
    [
        ("open(file, 'wb')", True),
        ("open(file, mode='a')", True),
        ("open(file, 'r+b')", True),
        ("open(file, 'xb', opener=owner_only)", False),
        ("open(file, 'rb')", False),
        ("path.write_text('x')", True),
        ("os.open(path, flags)", True),
        ("zipfile.ZipFile(path, 'w')", True),
        ("zipfile.ZipFile(path)", False),
        ("shutil.copyfile(a, b)", True),
        ("sealed.open(name)", False),
    ],
)
def test_the_look_for_written_files_would_notice(text: str, writes: bool) -> None:
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    assert writes_a_file(call) == writes


def test_nobody_asks_for_the_chain_of_focus() -> None:
    """PySide makes each answer a child of the one before it; what it then takes for part of a page may be long gone,
    and the program ends without a word."""
    found = [
        module_of(file) for file in sources("ui") if "InFocusChain()" in file.read_text(encoding="utf-8")
    ]
    assert found == []


def test_nobody_asks_a_layout_for_its_items() -> None:
    """Python goes on remembering an item at its address after Qt freed it, and takes what comes to lie there, a scroll
    bar of another page, for the item. `ui.widgets.laid_out` says what stands in a layout."""
    asks = ("itemAt(", ".itemAt,", "itemAtPosition(")
    asked = [
        module_of(file)
        for folder in ("ui", "tests/ui", "tests/journeys")
        for file in sources(folder)
        if any(each in file.read_text(encoding="utf-8") for each in asks)
    ]
    assert asked == []


def test_nobody_asks_the_computer_for_today() -> None:
    asked = [
        module_of(file)
        for folder in ("carer_app", "ui")
        for file in sources(folder)
        for node in nodes_of(file)
        if isinstance(node, ast.Attribute)
        and node.attr in ("today", "now", "utcnow", "currentDate", "currentDateTime", "currentTime")
        and ast.unparse(node.value).split(".")[-1] in ("date", "datetime", "QDate", "QDateTime", "QTime")
    ]
    assert set(asked) <= {"ui.shell.app"}, asked


def test_no_path_of_one_machine_and_no_registry_is_in_the_project() -> None:
    words = ["/ro" + "ot/", "/wo" + "rk/", "index" + "-url ="]
    files = [
        f
        for pattern in ("*.py", "*.toml", "*.md", "*.txt", "*.lock", "*.in", "*.sh", "Makefile")
        for f in ROOT.rglob(pattern)
    ]
    kept = [f for f in files if not {".venv", "build", ".git"} & set(f.relative_to(ROOT).parts)]
    assert kept
    assert [
        f"{f.name}: {word}" for f in kept for word in words if word in f.read_text(encoding="utf-8")
    ] == []


def test_the_walls_would_notice() -> None:
    """Every way of importing is seen, so that no wall passes because its check is blind."""
    text = (
        "import os\nfrom carer_app import storage\ndef f():\n    from sqlalchemy import select\n"
        "if TYPE_CHECKING:\n    import ui.shell.app\n"
    )
    found = imports_in(list(ast.walk(ast.parse(text))))
    assert {"os", "carer_app.storage", "sqlalchemy.select"} <= found
    assert "ui.shell.app" not in found


def test_no_window_is_named_after_what_is_in_it() -> None:
    """A title stands in the task bar and in pictures of the screen: it never says a child's name."""
    titles = {
        ast.unparse(node.args[0])
        for file in sources("ui")
        for node in nodes_of(file)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setWindowTitle"
    }
    assert titles == {"'PEP Companion'"}


def test_a_file_name_stands_for_one_thing() -> None:
    """A page, the use cases behind it and its noun may share one. What is beneath them has names of its own."""
    shared = ("domain", "use_cases", "texts", "paper/sheets")
    at: dict[str, list[str]] = {}
    for place in (
        *(ROOT / "carer_app" / room for room in rooms_of("carer_app") if room not in shared),
        *(ROOT / "ui" / room for room in NOT_FEATURES),
    ):
        for file in sources(str(place.relative_to(ROOT))):
            if not file.name.startswith("__") and not file.is_relative_to(ROOT / "carer_app/paper/sheets"):
                at.setdefault(file.name, []).append(str(file.relative_to(ROOT)))
    assert {name: files for name, files in at.items() if len(files) > 1} == {}


def test_a_class_name_stands_for_one_thing() -> None:
    """What is read in one file is true of all. A place that has the name of a noun or a sheet ends in `Place`."""
    at: dict[str, list[str]] = {}
    for file in (*sources("carer_app"), *sources("ui")):
        for node in nodes_of(file):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                at.setdefault(node.name, []).append(module_of(file))
    assert {name: files for name, files in at.items() if len(files) > 1} == {}
