"""What the fault tests measured is said at the end of every run, also where the tests ran in several processes."""

import pytest


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
