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
    "a glued table has a column of weekends at home, and hours at half term": """
        TermStart DateExeatsHalf TermEnd Date
        Autumn 2026Wed 2nd SeptSat 26th SeptEnd of School (4.10pm) on Fri 23rd Oct to Sun 1st NovFri 18th Dec
        Spring 2027Tue 5th JanSat 23rd JanEnd of School (4.10pm) on Fri 12th Feb to Sun 21st FebThu 25th March
        Summer 2027Tue 13th AprilSat 1st MayEnd of School (4.10pm) on Fri 28th May to Sun 6th JuneWed 21st July""",
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


TRAINING = [date(2026, 9, 1), date(2026, 11, 27), date(2027, 1, 4), date(2027, 4, 12), date(2027, 7, 22)]
PAGES_WITH_TRAINING = {
    "training days stand in brackets within a stretch": """
        Autumn Term 2026: Tuesday 1st September (INSET) to Friday 18th December
        Half Term: Monday 26th October to Friday 30th October
        Spring Term 2027: Monday 4th January (INSET) to Thursday 25th March
        Half Term: Monday 15th February to Friday 19th February
        Summer Term 2027: Monday 12th April (INSET) to Thursday 22nd July (INSET)
        Half Term: Monday 31st May to Friday 4th June
        Further INSET day: Friday 27th November""",
    "training days stand in brackets within the cells of a table": """
        Term | Start | End
        Autumn 1 | Tue 1 Sep 2026 (INSET) | Fri 23 Oct 2026
        Autumn 2 | Mon 2 Nov 2026 | Fri 18 Dec 2026
        Spring 1 | Mon 4 Jan 2027 (INSET day) | Fri 12 Feb 2027
        Spring 2 | Mon 22 Feb 2027 | Thu 25 Mar 2027
        Summer 1 | Mon 12 Apr 2027 (staff training) | Fri 28 May 2027
        Summer 2 | Mon 7 Jun 2027 | Thu 22 Jul 2027 (INSET)
        INSET day: Fri 27 Nov 2026""",
    "nothing but empty lines parts the stretches": """
        Term Dates 2026 - 2027

        Tuesday 1st September (INSET - staff only)
        Wednesday 2nd September (children)
        Friday 23rd October

        Monday 2nd November
        Friday 27th November (INSET - staff only)
        Friday 18th December

        Monday 4th January (INSET - staff only)
        Tuesday 5th January (children)
        Friday 12th February

        Monday 22nd February
        Thursday 25th March

        Monday 12th April (INSET - staff only)
        Tuesday 13th April (children)
        Monday 3rd May (Bank Holiday)
        Friday 28th May

        Monday 7th June
        Wednesday 21st July
        Thursday 22nd July (INSET - staff only)""",
    "all the days of a term stand in one cell, and what they are in the next": """
        Term Dates September 2026 to August 2027
        Autumn Term | Tue 1 Sept Wed 2 Sept Fri 23 Oct Mon 26 Oct to Fri 30 Oct Mon 2 Nov Fri 27 Nov Fri 18 Dec
        | INSET DAY School Starts School finishes Half Term School Starts INSET DAY School finishes at 1.15 pm
        |
        Spring Term | Mon 4 Jan Tue 5 Jan Fri 12 Feb Mon 15 Feb to Fri 19 Feb Mon 22 Feb Thu 25 March
        | INSET DAY School Starts School finishes Spring Half Term School Starts Last Day of Term
        |
        Summer Term | Mon 12 April Tue 13 April Mon 3 May Fri 28 May Mon 31 May to Fri 4 June Mon 7 June
        | INSET DAY School Starts Bank Holiday School finishes Summer Half term School Starts
        School finishes Wed 21 July
        INSET day Thu 22 July""",
    "a column of training days, of which one term has none, came a cell a line": """
        Term
        Start
        End
        INSET days

        Autumn 1
        Tue 1 Sep 2026
        Fri 23 Oct 2026
        Tue 1 Sep

        Autumn 2
        Mon 2 Nov 2026
        Fri 18 Dec 2026
        Fri 27 Nov

        Spring 1
        Mon 4 Jan 2027
        Fri 12 Feb 2027
        Mon 4 Jan

        Spring 2
        Mon 22 Feb 2027
        Thu 25 Mar 2027

        Summer 1
        Mon 12 Apr 2027
        Fri 28 May 2027
        Mon 12 Apr

        Summer 2
        Mon 7 Jun 2027
        Thu 22 Jul 2027
        Thu 22 Jul""",
}


@pytest.mark.parametrize("torn", PAGES)
def test_a_torn_page_is_read_as_it_was_printed(torn: str) -> None:
    reading = read_pasted("\n".join(line.strip() for line in PAGES[torn].splitlines()))
    assert reading.periods == YEAR
    assert reading.question is None


@pytest.mark.parametrize("torn", PAGES_WITH_TRAINING)
def test_a_torn_page_with_training_days_is_read_as_it_was_printed(torn: str) -> None:
    reading = read_pasted("\n".join(line.strip() for line in PAGES_WITH_TRAINING[torn].splitlines()))
    assert reading.inset_days == TRAINING
    whole = [*YEAR]
    whole[0], whole[2] = (TRAINING[0], YEAR[0][1]), (TRAINING[2], YEAR[2][1])
    whole[4], whole[5] = (TRAINING[3], YEAR[4][1]), (YEAR[5][0], TRAINING[4])
    assert reading.periods == whole
    assert reading.question is None


def test_the_weekdays_of_a_stretch_on_a_line_above_it_contradict_no_day() -> None:
    text = "Autumn term 2026: 2 September - 18 December\nHalf term\nMonday - Friday\n26 - 30 October"
    reading = read_pasted(text)
    assert reading.periods == YEAR[:2]
    assert not [each for each in reading.problems if each.kind == "weekday"]


def test_what_comes_behind_the_number_of_another_day_is_not_said_of_the_first() -> None:
    diary = "October 2nd Harvest festival 23rd Break up November 2nd School opens December 9th Carols 18th Break up"
    assert date(2026, 12, 9) not in [last for _first, last in read_pasted(f"2026 - 2027 {diary}").periods]


def test_a_day_in_the_wrong_month_goes_where_its_weekday_and_its_neighbours_put_it() -> None:
    rows = ["2026/27", "Term starts Wednesday 2nd September", "Thursday 22nd October term ends"]
    rows += ["Friday 23rd September INSET day", "Monday 26th October - Friday 30th October half term holiday"]
    reading = read_pasted("\n".join(rows))
    assert reading.inset_days == [date(2026, 10, 23)]
    assert next(each.kind for each in reading.problems) == "weekday"


def test_one_day_without_a_year_in_a_row_of_many_is_of_the_year_of_the_others() -> None:
    row = "Summer term | Tuesday 13 April 2027 Friday 28 May 2027 Monday 7 June Wednesday 21 July 2027"
    text = f"Term dates 2025/26\n{row} | School starts School finishes School starts School finishes"
    assert read_pasted(text).periods == YEAR[4:]


@pytest.mark.parametrize("behind", ["(INSET)", "Training day"])
def test_the_last_day_of_a_stretch_is_for_training_or_the_carer_is_told(behind: str) -> None:
    reading = read_pasted(f"Autumn term: Wednesday 2 September to Friday 18 December 2026 {behind}")
    told = [
        each for each in reading.problems if "18 December" in each.sentence or "training" in each.sentence
    ]
    assert reading.inset_days == [date(2026, 12, 18)] or told
