"""Run by the system's own Python beside the application: a whole sitting in the child's own part, read by ear.

Argument: the password. Prints what is read on each page, in reading order, for somebody to read.
"""

import sys

from screen_reader import BUTTONS, Reader, heard, listen

TOGETHER = "Together"


def main(password: str) -> None:
    """From the lock page into the room, through every question, and out again."""
    listen()
    reader = Reader()
    reader.on_page("Locked")
    reader.write("Password (three words)", password)
    reader.press("Unlock")
    reader.on_page("What needs doing")
    reader.press("Children")
    reader.on_page("Children")
    reader.press("Mia…")
    reader.on_page("Mia")
    reader.press("Get ready")
    reader.on_page("Get ready for Mia’s PEP meeting")
    reader.press("What Mia wants to say…")
    reader.on_page("What Mia wants to say")
    reader.press("Give Mia the computer")
    reader.on_page("Give Mia the computer")
    reader.press("7 to 10, choose and say")
    reader.press("Give Mia the computer")
    sitting(reader)
    reader.on_page("Locked")
    assert not [said for said in reader.words() if "Mia" in said or "art" in said.split()], reader.words()
    for announced in heard:
        print("ANNOUNCED:", announced)


def sitting(reader: Reader) -> None:
    """The eight questions, one of them answered in words and one with a mark."""
    page(reader, "Hello Mia")
    reader.press("Talk to someone else")
    page(reader, "Talk to someone else")
    reader.press("Go back")
    for heading in ("Hello Mia", "Who may be there", "Who can read it", "You choose"):
        page(reader, heading)
        reader.press("Next")
    page(reader, "How do you want to do it?")
    reader.press(TOGETHER)
    page(reader, "What is going well at school?")
    reader.write("In Mia’s words", "I like art.")
    reader.press("Next")
    for heading in (
        "What have you got better at, in school or out?",
        "Which lesson or part of the day is hardest?",
        "When it is hard, what do adults do that helps? What doesn’t?",
    ):
        page(reader, heading)
        reader.press("Skip")
    page(reader, "How are playtimes and lunch?")
    reader.press("Hard")
    reader.press("Next")
    for heading in (
        "Is there a place or a time at school when you don’t feel OK? Who at school could you go to then?",
        "What do you do after school, or wish you could do?",
        "If one thing at school could be different, what would it be?",
    ):
        page(reader, heading)
        reader.press("Not sure")
    page(reader, "Do you want to come to the meeting?")
    reader.press("A part of it")
    reader.press("Next")
    page(reader, "Where do you want to sit?")
    reader.press("Chair 2: empty")
    reader.press("Next")
    page(reader, "How can you show that you want to stop?")
    reader.press("Skip")
    page(reader, "What would make it easier?")
    reader.press("Skip")
    page(reader, "Who should say your words at the meeting?")
    reader.press("Me")
    reader.press("Next")
    page(reader, "This is what you said")
    reader.must_read("I like art.")
    reader.press("On my sheet: Going well")
    reader.must_read("You want to come to a part of the meeting.")
    reader.must_read("You want to say it yourself.")
    reader.press("Next")
    page(reader, "What goes on your sheet?")
    reader.must_read("On your sheet: 1 of 3.")
    reader.press("Put them all on my sheet")
    page(reader, "Keep it, or rub it out?")
    reader.find(BUTTONS, "Rub it all out")
    reader.press("Keep")
    page(reader, "That was all. Thank you for telling us what you think.")
    reader.press("Finish")


def page(reader: Reader, heading: str) -> None:
    """Wait for a page, then print everything it says."""
    reader.on_page(heading)
    print(f"== {heading}")
    for words in reader.words():
        print("  ", words)


if __name__ == "__main__":
    main(sys.argv[1])
