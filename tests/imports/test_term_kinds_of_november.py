"""Kinds of pages that were once read wrongly, or not at all: each by the one thing that it is about."""

from datetime import date

from carer_app.imports.term_dates import read_pasted


def test_a_closing_in_august_ends_no_term() -> None:
    text = (
        "Summer term 2026\nStarts: Monday 13 April\nHalf term: 25 to 29 May\n"
        "Nursery closed to all children: Monday 3rd to Friday 7th August"
    )
    reading = read_pasted(text)
    assert reading.periods == [(date(2026, 4, 13), date(2026, 5, 22))]
    assert any("summer term" in each.sentence for each in reading.problems)


def test_a_half_term_holiday_of_eight_weeks_is_no_time_at_school() -> None:
    text = (
        "Autumn term 2023\nStarts - Wednesday 6th September\n"
        "Half term holiday - Monday 23rd October - Friday 19th December\nEnds - Tuesday 19th December"
    )
    reading = read_pasted(text)
    assert reading.periods == [(date(2023, 9, 6), date(2023, 12, 19))]
    assert {"half_term", "unused"} <= {each.kind for each in reading.problems}


def test_a_row_whose_label_came_on_a_line_of_its_own_is_one_of_the_table() -> None:
    rows = [
        "Holiday | Closing date | Date re-opens |",
        "Summer 2024 |",
        "Tuesday 23rd July 2024 | Thursday 5th September 2024 |",
        "Autumn Half Term 2024 | Thursday 24th October 2024 | Monday 4th November 2024 |",
        "Christmas 2024 | Friday 20th December 2024 | Monday 6th January 2025 |",
        "Spring Half Term 2025 | Friday 21st February 2025 | Monday 3rd March 2025 |",
        "Easter 2025 | Friday 11th April 2025 | Monday 28th April 2025 |",
        "Summer Half Term 2025 | Friday 23rd May 2025 | Monday 2nd June 2025 |",
        "Summer 2025 | Friday 18th July 2025 | Tuesday 2nd September 2025 |",
    ]
    assert read_pasted("\n".join(rows)).periods[0] == (date(2024, 9, 5), date(2024, 10, 24))


def test_the_weekdays_tell_the_year_of_a_page_with_one_slip() -> None:
    text = (
        "Term 1\nLast preschool session: Wednesday 23rd October\nPreschool returns: Monday 4th November\n"
        "Term 2\nLast preschool session: Wednesday 18th December\nPreschool returns: Tuesday 7th December\n"
        "Term 3\nLast preschool session: Friday 14th February\nPreschool returns: Monday 24th February\n"
        "Term 4\nLast preschool session: Friday 4th April\nPreschool returns: Tuesday 22nd April\n"
    )
    reading = read_pasted(text, date(2026, 11, 30))
    assert (date(2025, 2, 24), date(2025, 4, 4)) in reading.periods
    assert "2024/25" in reading.problems[0].sentence


def test_a_half_term_on_one_day_with_an_hour_begins_after_school() -> None:
    text = (
        "Spring term 2026\n| Term begins | Tues 6 January | 0820 |\n| Half Term | Fri 13 February | 1600 |\n"
        "| Pupils return | Mon 23 February | 0820 |\n| Term ends | Fri 27 March | 1600 |\n"
    )
    assert read_pasted(text).periods == [
        (date(2026, 1, 6), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 3, 27)),
    ]


def test_boarders_come_back_the_evening_before_and_from_weekends_at_home() -> None:
    text = (
        "Spring term 2026\n"
        "| Boarders return | Mon 5 January | 1800 |\n| Day pupils return | Tues 6 January | 0820 |\n"
        "| Exeat | Fri 23 January | 1230 |\n"
        "| Boarders return | Sun 25 January | 1800 |\n| Day pupils return | Mon 26 January | 0820 |\n"
        "| Half Term | Fri 13 February | 1600 |\n"
        "| Boarders return | Sun 22 February | 1800 |\n| Day pupils return | Mon 23 February | 0820 |\n"
        "| Second Exeat | Fri 13 March | 1230 |\n| Day pupils return | Mon 16 March | 0820 |\n"
        "| Term ends | Fri 27 March | 1600 |\n"
    )
    reading = read_pasted(text)
    assert reading.periods == [
        (date(2026, 1, 6), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 3, 27)),
    ]
    assert reading.question is None
    assert not [each for each in reading.problems if each.kind == "doubt"]


def test_a_bank_holiday_on_a_wrong_day_closes_no_other() -> None:
    text = (
        "Summer term 2026\nFirst day: Monday 13 April\nHalf term: 25 to 29 May\nLast day: Thursday 16 July\n"
        "Bank holiday: Monday 1st May"
    )
    reading = read_pasted(text)
    assert reading.closed_days == []
    assert [each.days for each in reading.problems if each.kind == "weekday"] == [(date(2026, 5, 1),)]


def test_a_day_without_a_year_is_of_the_year_of_the_days_beside_it() -> None:
    text = (
        "Please be aware that term dates for 2026/27 and 2027/28 are provisional\n"
        "Spring Term\n- First day of term 6th Jan 2026\n- Half Term 16th Feb 2026 - 20th Feb 2026\n"
        "- Last day of term 27th Mar 2026\n- Further Information Inset Day - 5th January\n"
        "Summer Term\n- First day of term 13th Apr 2026\n- Half Term 25th May 2026 - 29th May 2026\n"
        "- Last day of term 20th Jul 2026\n"
    )
    reading = read_pasted(text)
    assert reading.inset_days == [date(2026, 1, 5)]
    assert not [line for line in reading.not_understood if "5th January" in line]


def test_training_days_may_follow_the_name_of_their_list() -> None:
    text = (
        "Autumn term 2025\nStarts Tuesday 2 September 2025\nHalf term 27 to 31 October\nEnds on Friday 19 December\n"
        "INSET dates Monday 1 September 2025\nFriday 24 October 2025\nMonday 3 November 2025"
    )
    reading = read_pasted(text)
    assert reading.inset_days == [date(2025, 9, 1), date(2025, 10, 24), date(2025, 11, 3)]
    assert reading.not_understood == []


def test_what_the_government_changed_changes_no_day() -> None:
    text = (
        "Autumn term 2025\nStarts Tuesday 2 September 2025\nHalf term 27 to 31 October\nEnds on Friday 19 December\n"
        "Changes in Government regulations mean that headteachers will no longer be able to grant leave in term time."
    )
    assert not [each for each in read_pasted(text).problems if each.kind == "doubt"]


def test_first_days_in_one_cell_are_asked_about() -> None:
    text = (
        "Term | First day | Last day |\n"
        "Autumn term (1/2) | Yr 12: 3rd September 2024 Yrs 7 & 10: 4th September 2024 All years: 5th September 2024 |\n"
        "18th October 2024 |\n"
        "Autumn half-term break | 21st October 2024 | 1st November 2024 |\n"
        "Autumn term (2/2) | 4th November 2024 | 20th December 2024 |\n"
        "Christmas holiday | 23rd December 2024 | 3rd January 2025 |\n"
        "Spring term (1/2) | 6th January 2025 | 14th February 2025 |\n"
        "Spring half-term break | 17th February 2025 | 21st February 2025 |\n"
        "Spring term (2/2) | 24th February 2025 | 4th April 2025 |\n"
    )
    reading = read_pasted(text)
    assert reading.periods[0] == (date(2024, 9, 3), date(2024, 10, 18))
    assert reading.question is not None
    assert [each.words for each in reading.question.answers] == ["3 September", "5 September"]


def test_two_first_days_in_one_sentence_are_asked_about() -> None:
    text = (
        "School term dates 2025-2026\n"
        "The Autumn Term begins on Wednesday 3rd September 2025 (Year 7 & 11 only) and Thursday 4th September 2025 "
        "(all year groups), ending on Friday 19th December 2025.\n"
        "The half term holiday runs from Monday 27th October 2025 to Friday 31st October 2025.\n"
    )
    reading = read_pasted(text)
    assert reading.question is not None
    assert [each.words for each in reading.question.answers] == ["3 September", "4 September"]


def test_a_half_term_that_ends_before_it_begins_ends_in_its_week_where_the_weekday_says_so() -> None:
    text = (
        "Spring term 2025\nTerm starts: Monday 6th January 2025\n"
        "Half term: Monday 17th February 2025 - Friday 11st February 2025\nTerm ends: Friday 11th April 2025\n"
    )
    reading = read_pasted(text)
    assert reading.periods == [
        (date(2025, 1, 6), date(2025, 2, 14)),
        (date(2025, 2, 24), date(2025, 4, 11)),
    ]
    assert [each.kind for each in reading.problems if date(2025, 2, 21) in each.days] == ["year"]


def test_training_tells_the_first_day_of_a_later_year_too() -> None:
    text = (
        "Summer term 2024\nOpen: Monday 15 April - Friday 24 May 2024\nOpen: Monday 3 June - Friday 19 July 2024\n"
        "Autumn term 2024\nINSET day: Monday 2 September 2024\n"
        "Half-term: Monday 28 October 2024 - Friday 1 November 2024\n"
        "Open: Monday 4 November 2024 - Friday 20 December 2024\n"
    )
    reading = read_pasted(text)
    assert (date(2024, 9, 2), date(2024, 10, 25)) in reading.periods
    assert any("does not say when school begins" in each.sentence for each in reading.problems)


def test_a_heading_of_another_year_than_all_its_days_is_said_and_the_days_are_believed() -> None:
    text = (
        "School holiday pattern 2024 - 2025\nRe-open on 2 September 2025\nClosure after school on 23 October 2025\n"
        "Re-open on 3 November 2025\nClosure after school on 19 December 2025\nRe-open on 5 January 2026\n"
        "Closure after school on 13 February 2026\n"
    )
    reading = read_pasted(text)
    assert reading.periods == [
        (date(2025, 9, 2), date(2025, 10, 23)),
        (date(2025, 11, 3), date(2025, 12, 19)),
        (date(2026, 1, 5), date(2026, 2, 13)),
    ]
    assert any("2024/25" in each.sentence for each in reading.problems if each.kind == "year")


def test_a_holiday_of_a_year_and_more_takes_no_day_away() -> None:
    text = (
        "Summer Term\n- First day of term 23rd Apr 2025\n- Half Term 26th May 2025 - 30th May 2025\n"
        "- Last day of term 22nd Jul 2025\n- Summer holidays 23rd Jul 2024 - 3rd Sep 2025\n"
    )
    reading = read_pasted(text)
    assert reading.periods == [(date(2025, 4, 23), date(2025, 5, 23)), (date(2025, 6, 2), date(2025, 7, 22))]
    assert any(date(2024, 7, 23) in each.days for each in reading.problems)


def test_the_name_of_a_file_is_no_heading() -> None:
    text = (
        "Term dates\nSchool-term-dates-and-holidays-2025-2026-1.pdf\nAutumn Term\nFirst day of term 5th Sep 2024\n"
        "Half Term 28th Oct 2024 - 1st Nov 2024\nLast day of term 20th Dec 2024\nInset day Monday 4th November\n"
    )
    reading = read_pasted(text)
    assert reading.inset_days == [date(2024, 11, 4)]
    assert reading.periods == [
        (date(2024, 9, 5), date(2024, 10, 25)),
        (date(2024, 11, 4), date(2024, 12, 20)),
    ]


def test_a_training_day_among_closings_and_reopenings_is_the_day_between_them() -> None:
    text = (
        "Term dates 2023-24\nAcademy closes afternoon of: Academy re-opens on:\nAutumn Monday 4 September 2023\n"
        "INSET Day Thursday 5 October 2023 Monday 9 October 2023\n"
        "Half Term Friday 27 October 2023 Monday 6 November 2023\n"
        "Christmas Friday 15 December 2023 Monday 8 January 2024\n"
    )
    assert read_pasted(text).closed_days == [date(2023, 10, 6)]


def test_a_weekday_its_day_and_its_month_may_be_glued() -> None:
    text = (
        "Autumn Term 2023\nThursday7thSeptemberSchool opens\nFriday27thOctoberSchool closes for half term\n"
        "Monday6thNovemberSchool re-opens\nTuesday19thDecemberAutumn term ends\n"
    )
    assert read_pasted(text).periods == [
        (date(2023, 9, 7), date(2023, 10, 27)),
        (date(2023, 11, 6), date(2023, 12, 19)),
    ]


def test_a_last_day_below_its_row_is_of_that_row() -> None:
    text = (
        "2024/25\nFirst Day of Term | Last day of Term | |\n"
        "Autumn 1 Half Term 2024\n|\nTuesday 3rd September 2024 | Friday 25th October 2024 |\n"
        "Autumn 2 Half Term 2024\n|\nTuesday 5th November 2024 | Friday 20th December 2024 |\n"
        "Spring 1 Half Term 2025 | Tuesday 7th January 2025 |\nFriday 14th February 2025\n|\n"
        "Spring 2 Half Term 2025 | Monday 24th February 2025 |\nFriday 4th April 2025\n|\n"
    )
    assert (date(2025, 1, 7), date(2025, 2, 14)) in read_pasted(text).periods


def test_days_below_closes_and_opens_are_edges_whatever_their_row_is_called() -> None:
    text = (
        "2023 - 2024 HOLIDAYS\nHoliday School Closes School Opens\n  (Fri 21st Jul 23) Mon 4th Sep 23\n"
        "AUTUMN MID TERM CLOSURE Fri 20th Oct 23 Tue 31st Oct 23\n"
        "AUTUMN TERM CLOSURE Thu 21st Dec 23 at 1:15pm Mon 8th Jan 24\n"
        "SPRING MID TERM CLOSURE Fri 9th Feb 24 Mon 19th Feb 24\nSPRING TERM CLOSURE Thu 28th Mar 24 Mon 15th Apr 24\n"
        "MAY DAY Fri 3rd May 24 Tue 7th May 24\nSUMMER MID TERM CLOSURE Fri 24th May 24 Wed 5th June 24\n"
    )
    reading = read_pasted(text)
    assert reading.periods[:2] == [
        (date(2023, 9, 4), date(2023, 10, 20)),
        (date(2023, 10, 31), date(2023, 12, 21)),
    ]
    assert (date(2024, 4, 15), date(2024, 5, 24)) in reading.periods
    assert reading.closed_days == []


def test_a_new_year_in_september_is_the_year_of_the_days_below_it() -> None:
    text = (
        "Term dates 2025/26\nINSET DAY - Tuesday 2nd September\nSchool Opens - Wednesday 3rd September\n"
        "Half term 27th October to 31st October\nTerm ends - Friday 19th December\n"
        "New Year September 2026\nINSET DAY - Wednesday - 3rd September\nSchool Opens - Friday 4th September\n"
    )
    reading = read_pasted(text)
    assert date(2025, 9, 3) not in reading.inset_days
    assert reading.periods[0][0] == date(2025, 9, 2)


def test_a_row_begins_at_a_line_with_a_bar_alone_and_keeps_its_empty_cells() -> None:
    rows = [
        ("5.1.26", "-", "INSET DAY - closed for pupils"),
        ("6.1.26", "8.50am", "School re-opens"),
        ("13.1.26", "-", "Zoo trip"),
        ("20.1.26", "", "Y5/6 crew visit"),
        ("13.2.26", "", "School closes for the half term break"),
    ]
    text = "".join(f"|\n{day} |\n{time} |\n{event} |\n" for day, time, event in rows)
    reading = read_pasted(text)
    assert reading.periods == [(date(2026, 1, 5), date(2026, 2, 13))]
    assert reading.inset_days == [date(2026, 1, 5)]


def test_two_classes_beside_a_stroke_are_no_day() -> None:
    text = (
        "Autumn term 2025\nStarts 3/9 and ends 19/12\nHalf term 27/10 to 31/10\nYears 5/6 trip, Y3/4 swimming"
    )
    days = [day for each in read_pasted(text).account for day in each.days]
    assert date(2026, 6, 5) not in days
    assert date(2026, 4, 3) not in days


def test_a_week_of_tests_is_no_stretch_of_school() -> None:
    text = (
        "Term dates 2023 - 2024\nSummer term\nMonday 15th April - Friday 19th July (Half term 27th May - 31st May)\n"
        "2023 - 2024\nWeek beginning May 8th for Year 6 Key Stage 2 SATs.\n"
    )
    assert len(read_pasted(text).periods) == 2


def test_a_single_training_day_of_a_trust_is_one_like_several() -> None:
    text = "Term Dates 2023-24\nTerm 2\nMonday 30th October – Wednesday 20th December\nTD Day- Wednesday 20th December"
    assert read_pasted(text).inset_days == [date(2023, 12, 20)]


def test_of_holidays_that_end_on_the_first_day_of_school_every_one_is_doubted() -> None:
    text = (
        "Term dates 2025-26\nAutumn term: 1 September 2025 - 19 December 2025\n"
        "Spring 1: 5 January 2026 - 20 February 2026\nSummer 1: 20 April 2026 - 22 May 2026\n"
        "Summer 2: 1 June 2026 - 20 July 2026\n"
        "Christmas holiday: 20 December 2025 - 5 January 2026\nSpring half term: 21 February 2026 - 2 March 2026\n"
        "Easter holiday: 3 April 2026 - 20 April 2026\nSummer half term: 23 May 2026 - 1 June 2026\n"
        "Spring 2 ends: 2 April 2026\n"
    )
    assert any(date(2026, 3, 2) in each.days for each in read_pasted(text).problems)
