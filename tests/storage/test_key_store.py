"""The computer's own key store, a real one, in every state: it opens the records, or says why it does not."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, subprocess, sys, time
from carer_app.errors import KeyringTrouble
from carer_app.storage import key_store
key_store.PATIENCE_SECONDS = 2.5
VAULT = bytes(range(16))
SECRET = "5" * 64
def tell(what, do):
    try:
        print(what, "->", do(), flush=True)
    except KeyringTrouble as trouble:
        print(what, "-> TROUBLE:", trouble, flush=True)
def remember(): tell("remember", lambda: key_store.remember(VAULT, SECRET))
def recall(): tell("recall", lambda: key_store.recall(VAULT))
def forget(): tell("forget", lambda: key_store.forget(VAULT))
def why_not(): tell("why not", lambda: repr(key_store.why_not()))
def sh(command): subprocess.run(command, shell=True, check=True, stdout=subprocess.DEVNULL)
def kill_the_store():
    ask = (
        "gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus "
        "--method org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.secrets"
    )
    said = subprocess.run(ask, shell=True, check=True, capture_output=True, text=True).stdout
    os.kill(int(said.split()[1].strip(",)")), 9)
    time.sleep(0.3)
def other_value():
    import keyring
    keyring.get_keyring().set_password(key_store.SERVICE, VAULT.hex(), "something else")
"""
UNLOCKED = "printf pw | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1; "
LOCKED = UNLOCKED + (
    "gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets "
    "--method org.freedesktop.Secret.Service.Lock \"['/org/freedesktop/secrets/collection/login']\" >/dev/null; "
)

needs_key_store = pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="needs a real key store: gnome-keyring and dbus",
)


def in_session(tmp_path: Path, before: str, steps: str, **environment: str) -> list[str]:
    """What the script says in a session of its own, in which `before` was run."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    # A socket's path may be 107 letters long: the key store of a longer one would never answer.
    runtime = tempfile.mkdtemp(prefix="k-", dir="/tmp")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "DBUS_", "GNOME_", "DISPLAY"))
    }
    environment = {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": runtime, **environment}
    script = tmp_path / "script.py"
    script.write_text(SCRIPT + steps)
    try:
        ran = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", f"{before} exec {sys.executable} {script}"],
            env={**environment, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    finally:
        shutil.rmtree(runtime, ignore_errors=True)
    assert "Traceback" not in ran.stderr, ran.stderr
    # Twelve of its signs, since a process may have any number that is shorter.
    assert "5" * 12 not in ran.stderr, "the secret is never said"
    return [line for line in ran.stdout.splitlines() if " -> " in line]  # the desktop's own helpers chatter


@needs_key_store
def test_unlocked_it_keeps_gives_back_and_forgets(tmp_path: Path) -> None:
    said = in_session(tmp_path, UNLOCKED, "why_not(); remember(); recall(); forget(); recall(); forget()")
    assert said[:4] == ["why not -> ''", "remember -> None", "recall -> " + "5" * 64, "forget -> True"]
    assert said[4].startswith("recall -> TROUBLE: This computer’s key store does not have the key any more.")
    assert said[5] == "forget -> True"


@needs_key_store
def test_locked_and_not_opened_it_says_so_in_bounded_time(tmp_path: Path) -> None:
    in_session(tmp_path, UNLOCKED, "remember()")
    said = in_session(tmp_path, LOCKED, "recall(); remember(); forget()")
    assert len(said) == 3
    for line in said[:2]:
        assert "TROUBLE: This computer’s key store" in line
        assert "Your records are safe, and your password opens" in line
    assert said[2] == "forget -> False"


@needs_key_store
def test_emptied_or_replaced_behind_our_back(tmp_path: Path) -> None:
    said = in_session(
        tmp_path, UNLOCKED, "remember(); sh('secret-tool clear service \"PEP Companion\"'); recall()"
    )
    assert "does not have the key any more" in said[1]
    said = in_session(tmp_path, UNLOCKED, "remember(); other_value(); recall()")
    assert said[1] == "recall -> something else", "the key file then says that it does not fit"
    shutil.rmtree(tmp_path / "home")
    said = in_session(tmp_path, UNLOCKED, "recall()")
    assert "does not have the key any more" in said[0]


@needs_key_store
def test_gone_in_the_middle(tmp_path: Path) -> None:
    said = in_session(tmp_path, UNLOCKED, "remember(); kill_the_store(); recall(); forget()")
    assert said[0] == "remember -> None"
    assert "TROUBLE: This computer’s key store" in said[1]
    assert "Your records are safe" in said[1]


@needs_key_store
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"},
        {"PYTHON_KEYRING_BACKEND": "keyrings.not_installed_here.Keyring"},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
def test_none_at_all(tmp_path: Path, environment: dict[str, str]) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT + "why_not(); remember(); recall(); forget()")
    ran = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), **environment},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.stderr == ""
    said = ran.stdout.splitlines()
    for line in said[1:3]:
        assert "TROUBLE: This computer has no key store that PEP Companion can use." in line
        assert "Your password opens them" in line
    assert said[3] == "forget -> False"
    assert "has no key store" in said[0]


@needs_key_store
def test_a_daemon_that_is_not_there(tmp_path: Path) -> None:
    hidden = tmp_path / "no services"
    hidden.mkdir()
    said = in_session(tmp_path, "", "remember(); recall()", XDG_DATA_DIRS=str(hidden))
    assert len(said) == 2
    for line in said:
        assert "TROUBLE: This computer" in line
        assert "Your records are safe" in line
