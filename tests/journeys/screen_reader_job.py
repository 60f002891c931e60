"""Run by the system's own Python beside the application: the whole job as a screen reader does it.

Argument: the path of a PDF of three pages. Prints what was announced, one line each.
"""

import sys
from datetime import date, timedelta

from screen_reader import BOXES, BUTTONS, PAPER, Reader, focused, heard, listen, say, text_of

PASSWORD = "kettle river button"


def main(pdf: str) -> None:
    """Everything from the empty computer to the copy that is read after unlocking again."""
    listen()
    reader = Reader()
    today = date.today()
    for part in (first_run, add_mia, plan_the_meeting, get_ready, see_the_sheet, write_down, tick_off):
        part(reader, today)
    file_the_copy(reader, pdf)
    lock_and_come_back(reader)
    for announced in heard:
        print(announced)


def first_run(reader: Reader, today: date) -> None:
    reader.on_page("Welcome")
    reader.press("Continue")
    reader.on_page("May you keep notes about a child on this computer?")
    reader.press("Yes")
    reader.write("Who said so?", "Ms Dean")
    reader.write("When?", say(today))
    reader.press("Continue")
    reader.on_page("Choose a password (three words)")
    reader.press("Use this password")
    reader.wait_for(
        lambda: focused[-1:] == ["There is 1 thing to look at"],
        "the way to what is missing, whose description says what",
    )
    reader.must_read("Type three words, or let us suggest them.")
    assert not any("thing to look at" in words for words in heard), (
        "coming there tells it: said too, it is heard twice"
    )
    reader.press("Type three words, or let us suggest them.")
    reader.wait_for(lambda: focused[-1:] == ["Password"], "the way from the problem to its box")
    reader.write("Password", PASSWORD)
    reader.must_read("Good. This is strong enough.")
    reader.press("Use this password")
    reader.on_page("Way-back-in sheet")
    reader.press("Make my sheet")
    reader.wait_for(lambda: any(words.startswith("Your code. Group 1: ") for words in heard), "the code")
    reader.press("I have it on paper")
    reader.press("Ask me in a week")
    reader.on_page("What needs doing")


def add_mia(reader: Reader, today: date) -> None:
    reader.press("Add a child")
    reader.on_page("Add a child")
    reader.write("Name you use at home", "Mia")
    reader.press("I know when they came into care")
    reader.write("Which day did they come into care?", say(today - timedelta(days=20)))
    reader.press("Add this child")
    reader.on_page("Mia")
    reader.press("Add the school")
    reader.on_page("Facts about Mia")
    reader.write("Name of the school", "Riverside Primary")
    reader.write("Started at this school on", say(today - timedelta(days=15)))
    reader.press("Continue")
    reader.on_page("Mia")
    reader.must_read("Riverside Primary, since")
    reader.press("School dates")
    reader.on_page("School dates: Riverside Primary")
    reader.press("Paste the dates from school")
    reader.on_page("Paste the school’s dates")
    reader.write("Text with the dates", term_dates(today))
    reader.press("Read it")
    reader.on_page("Check the dates: Riverside Primary")
    reader.press("Use these dates")
    reader.on_page("School dates: Riverside Primary")
    reader.press("Continue")
    reader.on_page("Mia")


def term_dates(today: date) -> str:
    """The dates of the school year of that day, as a school prints them."""
    year = today.year if today.month >= 8 else today.year - 1
    first = date(year, 9, 7) - timedelta(days=date(year, 9, 7).weekday())
    stretches = ((0, 7), (8, 15), (17, 23), (24, 30), (32, 38), (39, 46))  # weeks from the first Monday
    lines = [f"Term dates {year}/{(year + 1) % 100}"]
    for number, (begins, ends) in enumerate(stretches, start=1):
        days = (first + timedelta(weeks=begins), first + timedelta(weeks=ends, days=-3))
        lines.append(f"Term {number}: " + " to ".join(f"{day:%A} {day.day} {day:%B %Y}" for day in days))
    return "\n".join(lines)


def plan_the_meeting(reader: Reader, today: date) -> None:
    reader.press("Get ready")
    reader.on_page("Get ready for Mia’s PEP meeting")
    reader.press("When and where")
    reader.on_page("When and where")
    reader.write("Day", say(today))
    reader.write("Time", "2pm")
    reader.write("Place", "Riverside Primary, the library")
    reader.must_read("2.00pm, in the afternoon")
    reader.press("Continue")
    reader.must_read("2.00pm · Riverside Primary, the library")


def get_ready(reader: Reader, _today: date) -> None:
    reader.press("What Mia wants to say")
    reader.press("Add something Mia said")
    reader.write("1. What Mia said", "Playtime is hard. They run off.")
    reader.press("I have finished this part")
    reader.press("Continue")
    reader.press("What is going well")
    reader.press("Begin")
    reader.on_page("What is going well at school?")
    reader.write("In your own words…", "Loves art with Zoë.")
    reader.press("Continue")
    for question in (
        "What is going well at home?",
        "What is going well out of school?",
        "What is Mia proud of?",
    ):
        reader.on_page(question)
        reader.press("Continue")
    reader.on_page("What is going well")
    reader.press("Continue")
    reader.press("What makes school hard just now")
    reader.press("Add: Getting on with other children")
    reader.write("What we see: 1. …", "In tears after lunch.")
    reader.write("What we ask for: 1. …", "A buddy at playtime.")
    reader.press("Continue")
    reader.press("Questions for school")
    reader.press("Add: How is Mia doing…")
    reader.press("Continue")
    reader.on_page("Get ready for Mia’s PEP meeting")
    reader.find(BUTTONS, "What is going well, Begun")


def see_the_sheet(reader: Reader, _today: date) -> None:
    reader.press("Check and print")
    reader.on_page("Check before you print")
    reader.must_read("“Playtime is hard. They run off.”")
    reader.press("See and print")
    sheet = reader.find(PAPER, "Page 1 of 1")
    assert "A buddy at playtime." in sheet.description, sheet.description
    reader.press("Back to check")
    reader.press("Back to getting ready")
    reader.on_page("Get ready for Mia’s PEP meeting")


def write_down(reader: Reader, today: date) -> None:
    reader.press("The meeting is over")
    reader.on_page("After Mia’s meeting")
    reader.press("It was held on…")
    for what, who, when in (
        ("Find a buddy for playtimes", "School", say(today + timedelta(days=10))),
        ("Ask about a place at swimming", "Me", ""),
    ):
        reader.write("What will happen", what)
        reader.press(who)
        if when:
            reader.write("By when (optional)", when)
        reader.press("Add this action")
        reader.find(BUTTONS, f"Change: {what}, Mia")
        reader.wait_for(
            lambda: focused[-1] == "What will happen", "the keyboard to be ready for the next action"
        )
    reader.press("Next: the next date")
    reader.write("When is the next PEP meeting? (optional)", say(today + timedelta(days=150)))
    reader.press("Why this day?")
    reader.on_page("The date of the next PEP")
    reader.press("Continue")
    reader.on_page("After Mia’s meeting")
    reader.must_read(say(today + timedelta(days=150)))


def tick_off(reader: Reader, _today: date) -> None:
    mine = "Ask about a place at swimming"
    reader.press("Actions")
    reader.on_page("Actions")
    reader.press(f"Done: {mine}, Mia")
    reader.press(f"Undo: Ticked off: {mine}")
    reader.press(f"Done: {mine}, Mia")
    reader.wait_for(
        lambda: heard.count(f"Ticked off: {mine}. To undo, press Ctrl+Z.") == 2, "the tick to be announced"
    )
    reader.press("Done")
    reader.find(BUTTONS, f"Done: {mine}, Mia")


def file_the_copy(reader: Reader, pdf: str) -> None:
    reader.press("Documents")
    reader.on_page("Documents")
    reader.press("PEP of …")
    reader.on_page("The copy of Mia’s PEP")
    reader.write("Who said you may keep files they send you?", "Ms Dean")
    reader.press("Yes, I may keep files they send me")
    reader.press("Choose a file or photos")
    reader.write("File name:", pdf)
    reader.press("Choose")
    reader.must_read("It is stored here, locked.")
    reader.press("Read it")
    for number in (1, 2, 3):
        page = reader.find(PAPER, f"Page {number} of 3")
        assert f"Personal Education Plan, page {number}" in page.description, page.description
    reader.press("Read as text")
    words = reader.find(BOXES, "Words on the pages")
    assert "Personal Education Plan, page 3" in text_of(words), text_of(words)


def lock_and_come_back(reader: Reader) -> None:
    reader.press("Lock")
    reader.on_page("Locked")
    left = [
        said for said in reader.words() if "Mia" in said or "Riverside" in said or "Education Plan" in said
    ]
    assert not left, left
    reader.write("Password (three words)", PASSWORD)
    reader.press("Unlock")
    reader.find(PAPER, "Page 1 of 3")
    reader.press("Children")
    reader.press("Mia")
    reader.on_page("Mia")
    reader.must_read("It was held")


if __name__ == "__main__":
    main(sys.argv[1])
