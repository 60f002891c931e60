"""My school day on paper: a strip, places to stick on, and each mark once for every part."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from carer_app.paper import pdf
from carer_app.texts.child_questions import AgeSet, age_sets
from carer_app.use_cases.school_day_to_cut import school_day_to_cut


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_the_strip_has_every_part_and_marks_enough_on_a_page_of_their_own(asked: AgeSet) -> None:
    sheet = school_day_to_cut(asked.key)
    words = [mark.words for mark in sheet.marks]
    assert len(words) == 15
    assert len(set(words)) == 3
    for size in (14, 18):
        first, *others = PdfReader(BytesIO(pdf.make_pdf(sheet, size))).pages
        told = " ".join(first.extract_text().split())
        for part in asked.day.parts:
            assert part.short in told
            assert f"{part.short}:" in told
        assert "Whoever gets this paper can read it." in told
        assert asked.telling.end_hurt.split(".")[0] in told
        if size == 14:
            assert words[0] not in told, "who cuts the marks out does not cut up the day"
            assert len(others) == 1
