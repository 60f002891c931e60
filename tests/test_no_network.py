"""The application never opens a network connection. That no file of ours could is a wall: `test_architecture.py`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

GUARDED = """
import sys

def guard(event, args):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        address = args[1] if event in ("socket.connect", "socket.bind", "socket.sendto") else args[0]
        if isinstance(address, tuple) or event.startswith("socket.get"):
            print("NETWORK", event, flush=True)
            raise SystemExit(99)

sys.addaudithook(guard)
"""


def test_nothing_we_load_reaches_out_while_every_part_is_used() -> None:
    """The self-test uses records, keys, paper, the reader process and every page, under a guard on Python's sockets."""
    run = subprocess.run(
        [sys.executable, "-c", GUARDED + "from carer_app.__main__ import main\nsys.exit(main(['--self-test']))"],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert "NETWORK" not in run.stdout
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_guard_would_notice() -> None:
    reach_out = "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    run = subprocess.run(
        [sys.executable, "-c", GUARDED + reach_out], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 99
