"""A session bus for each process of tests; when what nobody holds is collected; and what the fault tests measured."""

import gc
import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import ready_tables

# How long one example takes says how busy the computer is, and nothing of the product.
settings.register_profile("without a clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("without a clock")
ready_tables.use()


def pytest_configure(config: pytest.Config) -> None:
    """Before Qt is there. On one bus for all, a screen that one test locks would lock the records of the others."""
    if not hasattr(config, "workerinput") or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return
    if shutil.which("dbus-daemon") is None:
        return
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout is not None
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def stop() -> None:
        bus.kill()
        bus.communicate()

    config.add_cleanup(stop)


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a fifth of a run waits for other programs, clocks and the disk."""
    return (os.cpu_count() or 1) * 3 // 2


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What was read in stays to the end: nobody looks through it again and again for what can go."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """With a screen, what nobody holds goes between two tests, as it does in the program between two events."""
    if not _has_screen(item):
        yield
        return
    from ui.shell.sweep import sweep_what_is_due

    gc.disable()
    yield
    sweep_what_is_due()
    if not _has_screen(nextitem):
        gc.collect()
    gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """What windows a file of tests leaves go with it: else each change of look is made in them, to the end."""
    yield
    if not _has_screen(item) or (nextitem is not None and nextitem.path == item.path):
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for each in QApplication.topLevelWidgets():
        if each.parent() is None:
            each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [f"{type(each).__name__} {each.windowTitle()!r}" for each in QApplication.topLevelWidgets()]
    assert left == [], f"{item.path.name} leaves behind {left}"


def _has_screen(item: pytest.Item | None) -> bool:
    return isinstance(item, pytest.Function) and "qapp" in item.fixturenames


LONGEST = (
    "tests/ui/test_every_place.py", "tests/journeys/", "tests/ui/test_room_by_keys.py", "tests/ui/test_childs_room.py",
    "tests/faults/", "tests/ui/test_as_a_page_opens.py", "tests/ui/widgets/test_audit.py",
    "tests/ui/test_said_once.py", "tests/use_cases/test_two_school_years.py", "tests/use_cases/test_dates_form.py",
    "tests/test_no_network.py", "tests/use_cases/test_every_rule.py", "tests/use_cases/test_eighteen_months.py",
)  # fmt: skip
"""What takes longest, longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, so that at the end no core waits for one of them alone."""
    items.sort(key=lambda item: _place_in_line(item.nodeid))


def _place_in_line(name: str) -> int:
    return next((place for place, long in enumerate(LONGEST) if name.startswith(long)), len(LONGEST))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, value in report.user_properties
        if name == "landed"
    ]
    if lines:
        terminalreporter.section("Faults that really landed")
        for line in sorted(lines):
            terminalreporter.write_line(line)
