"""Small calendar files for tests."""

from datetime import date


def calendar(*events: str, head: str = "") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elm Park//EN", *filter(None, head.split("\n"))]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("\n"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def day(summary: str, first: date, after_last: date | None = None) -> str:
    end = f"\nDTEND;VALUE=DATE:{after_last:%Y%m%d}" if after_last else ""
    return f"SUMMARY:{summary}\nDTSTART;VALUE=DATE:{first:%Y%m%d}{end}"
