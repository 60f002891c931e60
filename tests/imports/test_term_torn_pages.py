"""One school year, printed on pages that were torn when they were copied: each kind of tear by itself.

Whatever became of its cells, lines and headings, the year that is read is the one that was printed.
"""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

YEAR = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 5), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 13), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
]

PAGES = {
    "the names of two columns stand on lines of their own": """
        Nursery closes
        at 5.00pm
        Nursery opens
        at 8.00am on
        Autumn Term 2026
        Wednesday 2nd September
        Autumn Half Term Friday 23rd October Monday 2nd November
        Christmas Friday 18th December 12 noon Tuesday 5th January
        Spring Half Term Friday 12th February Monday 22nd February
        Easter 2027 Thursday 25th March Tuesday 13th April
        Summer Half Term Friday 28th May Monday 7th June
        Summer 2027 Wednesday 21st July""",
    "the small circles of a list came as letters": """
        Term Dates 2026-2027
        • Autumn Term
        o Term starts: Wed 2nd Sep
        o Half term: Mon 26th Oct - Fri 30th Oct
        o Term ends: Fri 18th Dec
        • Spring Term
        o Term starts: Tue 5th Jan
        o Half term: Mon 15th Feb - Fri 19th Feb
        o Term ends: Thu 25th Mar
        • Summer Term
        o Term starts: Tue 13th Apr
        o Half term: Mon 31st May - Fri 4th Jun
        o Term ends: Wed 21st Jul""",
    "a word that no school has stands beside its days": """
        Term Dates 2026-2027
        Hooray Term starts: Wed 2nd Sep
        Half term: Mon 26th Oct - Fri 30th Oct
        Hooray Term ends: Fri 18th Dec
        Hooray Term starts: Tue 5th Jan
        Half term: Mon 15th Feb - Fri 19th Feb
        Hooray Term ends: Thu 25th Mar
        Hooray Term starts: Tue 13th Apr
        Half term: Mon 31st May - Fri 4th Jun
        Hooray Term ends: Wed 21st Jul""",
    "the labels of each term came before all of its days, one of them in two": """
        Autumn Term 2026
        Term begins at 8.30 am on Wednesday 2 September
        Half Term Holiday
        Starts on
        Second half of term starts at 8.30 am on

        MONDAY

        MONDAY

        26 OCTOBER

        2 NOVEMBER
        Term ends on
        Infants: 3.30 pm (After Care available until 5.00 pm)
        FRIDAY 18 DECEMBER
        Spring Term 2027
        Term begins
        Half term holiday
        Term ends
        Tuesday 5 January
        Monday 15 February - Friday 19 February
        Thursday 25 March
        Summer Term 2027
        Term begins
        Half term holiday
        Term ends
        Tuesday 13 April
        Monday 31 May - Friday 4 June
        Wednesday 21 July""",
    "the days of each part came before all that is said of them": """
        Autumn Term 2026
        Beginning of Term Tuesday 1 September
        Wednesday 2 September
        Boarders return - 3.00-6.00pm
        Day pupils return 8am
        Half Term Friday 23 October
        Sunday 1 November
        Monday 2 November
        Half term begins after school
        Boarders return 7.00-8.00pm
        Day pupils return 8.00am
        End of Term Friday 18 December
        Spring Term 2027
        Beginning of Term Monday 4 January
        Tuesday 5 January
        Boarders return - 3.00-6.00pm
        Day pupils return 8am
        Half Term Friday 12 February
        Sunday 21 February
        Monday 22 February
        Half term begins after school
        Boarders return 7.00-8.00pm
        Day pupils return 8.00am
        End of Term Thursday 25 March
        Summer Term 2027
        Beginning of Term Monday 12 April
        Tuesday 13 April
        Boarders return - 3.00-6.00pm
        Day pupils return 8am
        Half Term Friday 28 May
        Sunday 6 June
        Monday 7 June
        Half term begins after school
        Boarders return 7.00-8.00pm
        Day pupils return 8.00am
        End of Term Wednesday 21 July""",
    "a month stands in the first cell of each row": """
        September 2026 | Wed 2 | School opens
        October | Fri 23 | School closes for half term
        November | Mon 2 | School opens
        December | Fri 18 | School closes for Christmas
        January 2027 | Tue 5 | School opens
        February | Fri 12 | School closes for half term
         | Mon 22 | School opens
        March | Thu 25 | School closes for Easter
        April | Tue 13 | School opens
        May | Fri 28 | School closes for half term
        June | Mon 7 | School opens
        July | Wed 21 | School closes for summer""",
    "lines end before a month, or before a year": """
        Term dates 2026-27
        Autumn term starts on Wednesday 2
        September 2026. Half term is from Monday 26 October to Friday 30
        October 2026. The autumn term ends on Friday 18 December
        2026.
        Spring term starts on Tuesday 5 January 2027. Half term is from Monday
        15 February to Friday 19 February 2027. The spring term ends on Thursday
        25 March 2027.
        Summer term starts on Tuesday 13 April 2027. Half term is from Monday 31
        May to Friday 4 June 2027. The summer term ends on Wednesday 21 July
        2027.""",
    "nothing but spaces parts five columns": """
        Term Begins Half Term Closes Half Term Re-opens Ends
        Autumn 2026 Wed 2 Sept Fri 23 Oct Mon 2 Nov Fri 18 Dec
        Spring 2027 Tues 5 Jan Fri 12 Feb Mon 22 Feb Thurs 25 March
        Summer 2027 Tues 13 April Fri 28 May Mon 7 June Wed 21 July""",
    "holidays by the names that a school has for them": """
        SCHOOL HOLIDAYS 2026/27
        Term begins Wednesday 2nd September
        Autumn Half Term Monday 26th October to Friday 30th October
        Christmas Monday 21st December to Monday 4th January
        Spring Half Term Monday 15th February to Friday 19th February
        Easter Friday 26th March to Monday 12th April
        May Day Monday 3rd May
        Whitsun Monday 31st May to Friday 4th June
        Summer Thursday 22nd July""",
    "students are home for the holidays, with a slip in half term": """
        Wednesday 2nd September 2026 - All students return
        Friday 23rd October 2026 - Students home for half -term
        Monday 2nd November 2026 - Students return to college
        Friday 18th December 2026 - Students home for Christmas
        Tuesday 5th January 2027 - All students return
        Friday 12th February 2027 - Students home for half -term
        Monday 22nd February 2027 - Students return to college
        Thursday 25th March 2027 - Students home for Easter
        Tuesday 13th April 2027 - All students return
        Friday 28th May 2027 - Students home for half -term
        Monday 7th June 2027 - Students return to college
        Wednesday 21st July 2027 - Students home for Summer""",
}


@pytest.mark.parametrize("torn", PAGES)
def test_a_torn_page_is_read_as_it_was_printed(torn: str) -> None:
    reading = read_pasted("\n".join(line.strip() for line in PAGES[torn].splitlines()))
    assert reading.periods == YEAR
    assert reading.question is None


def test_the_weekdays_of_a_stretch_on_a_line_above_it_contradict_no_day() -> None:
    text = "Autumn term 2026: 2 September - 18 December\nHalf term\nMonday - Friday\n26 - 30 October"
    reading = read_pasted(text)
    assert reading.periods == YEAR[:2]
    assert not [each for each in reading.problems if each.kind == "weekday"]
