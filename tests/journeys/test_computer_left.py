"""The records lock when the screen locks or the computer goes to sleep: heard from another process, as in life."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import settle, wait_for
from ui.shell.app import Companion
from ui.shell.computer_left import ComputerLeft
from ui.shell.windows_messages import ABOUT_TO_SLEEP, POWER, SESSION, SESSION_LOCKED, WindowsMessages

pytestmark = pytest.mark.journey
ROOT = Path(__file__).parents[2]
Unlocked = tuple[Companion, dict[str, Any]]

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="these buses are Linux's")

SAY = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

which, service, path, interface, name, *values = sys.argv[1:]
application = QCoreApplication([])
bus = QDBusConnection.systemBus() if which == "system" else QDBusConnection.sessionBus()
assert bus.registerService(service), "the name is taken"
message = QDBusMessage.createSignal(path, interface, name)
message.setArguments([value == "true" for value in values])
assert bus.send(message)
ask = QDBusMessage.createMethodCall("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetId")
assert bus.call(ask).arguments()  # an answer came: what was sent before it has left
"""


def say(*words: str) -> None:
    """Be the desktop, in a process of its own, and send one signal."""
    done = subprocess.run([sys.executable, "-c", SAY, *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def session_bus() -> None:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        pytest.skip("there is no session bus")


SCREENS = [
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
]


@on_linux
@pytest.mark.parametrize(("service", "path"), SCREENS)
def test_a_screen_that_locks_locks_the_records(
    unlocked: Unlocked, session_bus: None, service: str, path: str
) -> None:
    companion, _ids = unlocked
    wait_for(lambda: companion._auto_lock is not None, "the first page to settle in")
    say("session", service, path, service, "ActiveChanged", "true")
    wait_for(lambda: not companion.records.is_open, "the lock")


@on_linux
def test_a_screen_that_is_unlocked_again_locks_nothing(qtbot: QtBot, session_bus: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    computer, heard = ComputerLeft(window), list[bool]()
    computer.left.connect(lambda: heard.append(True))
    service, path = SCREENS[0]
    say("session", service, path, service, "ActiveChanged", "false")
    say("session", service, path, service, "ActiveChanged", "true")
    wait_for(lambda: heard, "the second signal")
    settle()
    assert heard == [True]


SYSTEM_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

LISTEN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui.shell.computer_left import ComputerLeft

application = QApplication([])
window = QWidget()
computer = ComputerLeft(window)
computer.left.connect(lambda: print("left", flush=True))
print("listening", flush=True)
QTimer.singleShot(20_000, application.quit)
sys.exit(application.exec())
"""


@pytest.fixture
def system_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bus of our own in the place of the system's: processes that are started now use it."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon")
    settings, socket = tmp_path / "system.conf", tmp_path / "bus"
    settings.write_text(SYSTEM_BUS.format(socket=socket))
    bus = subprocess.Popen(
        [daemon, f"--config-file={settings}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout is not None
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.stdout.readline().strip())
    yield
    bus.kill()
    bus.communicate()


SIGNING_IN = "org.freedesktop.login1"


@on_linux
@pytest.mark.parametrize(
    "words",
    [
        ("/org/freedesktop/login1", f"{SIGNING_IN}.Manager", "PrepareForSleep", "true"),
        ("/org/freedesktop/login1/session/_32", f"{SIGNING_IN}.Session", "Lock"),
    ],
    ids=["sleep", "lock"],
)
def test_the_system_says_that_it_sleeps_or_locks(
    qapp: object, session_bus: None, system_bus: None, words: tuple[str, ...]
) -> None:
    listener = subprocess.Popen(
        [sys.executable, "-c", LISTEN], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert listener.stdout is not None
    assert listener.stdout.readline().strip() == "listening"
    say("system", SIGNING_IN, *words)
    assert listener.stdout.readline().strip() == "left"
    listener.kill()
    assert listener.communicate()[1] == ""


@on_linux
def test_where_there_is_no_bus_nothing_is_said_and_none_is_started(qapp: object, tmp_path: Path) -> None:
    quick = LISTEN.replace("sys.exit(application.exec())", "")
    without = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    without |= {"XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    without["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={tmp_path / 'none'}"
    tmp_path.chmod(0o700)
    done = subprocess.run(
        [sys.executable, "-c", quick], cwd=ROOT, env=without, capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr, done.returncode) == ("listening\n", "", 0)


@pytest.mark.parametrize(
    ("number", "detail", "goes"),
    [
        (POWER, ABOUT_TO_SLEEP, True),
        (POWER, 0x12, False),
        (SESSION, SESSION_LOCKED, True),
        (SESSION, 8, False),
    ],
)
def test_what_windows_would_say_is_understood(qapp: object, number: int, detail: int, goes: bool) -> None:
    """Only the reading of the message: Windows itself is not here."""
    heard: list[bool] = []
    messages = WindowsMessages(0, lambda: heard.append(True))
    said = wintypes.MSG(message=number, wParam=detail)
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(said)) == (False, 0)
    assert heard == [True] * goes
