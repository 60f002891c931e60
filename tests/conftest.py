"""A session bus for each process of tests; and what the fault tests measured, said at the end of every run."""

import os
import shutil
import subprocess

import pytest


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
