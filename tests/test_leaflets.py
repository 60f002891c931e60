"""Leaflets and words: whole, printable, findable; and files that are not as they should be."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from carer_app.errors import TextFileWrong
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper import pdf
from carer_app.texts import facts, glossary
from carer_app.texts.leaflets import Leaflet, leaflets, read_leaflets
from carer_app.texts.numbers import numbers
from carer_app.use_cases.leaflet_sheets import leaflet_sheet, words_sheet
from resources import path

TODAY = date(2026, 11, 29)

PROMISES = re.compile(r"secret|private|confidential|just between", re.IGNORECASE)


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def test_there_are_the_leaflets_of_the_plan_in_order() -> None:
    assert [each.key for each in leaflets()] == [
        "what_is_a_pep", "your_part", "children_3_to_6", "children_7_to_10", "children_11_to_16", "who_is_who",
        "after_the_meeting", "if_you_disagree", "something_worrying", "for_services",
        "for_services_risks",
    ]  # fmt: skip


@pytest.mark.parametrize("leaflet", leaflets(), ids=lambda each: each.key)
def test_each_fills_one_or_two_pages_and_all_of_it_is_printed(leaflet: Leaflet) -> None:
    sizes = {12: 12, 14: 14, 18: 18}
    printed = pages(make_pdf(leaflet_sheet(leaflet.key, TODAY), sizes[leaflet.text_size]))  # type: ignore[arg-type]
    assert 1 <= len(printed) <= 2
    everything = " ".join(printed)
    for text in leaflet.texts():
        assert " ".join(text.split()) in everything


@pytest.mark.parametrize("leaflet", leaflets(), ids=lambda each: each.key)
def test_five_questions_can_be_answered_from_each(leaflet: Leaflet) -> None:
    everything = "\n".join(leaflet.texts())
    assert len(leaflet.questions) == 5
    for question in leaflet.questions:
        assert question.answer in everything
        assert question.ask.endswith("?")


@pytest.mark.parametrize("leaflet", leaflets(), ids=lambda each: each.key)
def test_each_says_where_it_comes_from_and_when(leaflet: Leaflet) -> None:
    printed = " ".join(pages(make_pdf(leaflet_sheet(leaflet.key, TODAY), 12)))
    day = facts.as_we_had_them(leaflet.facts)
    assert re.search(r"as we had them on (23|29) November 2026", day)
    assert day in printed
    for source in facts.sources(leaflet.facts):
        assert len(source) > 10
        assert leaflet.for_children or " ".join(source.split()) in printed


@pytest.mark.parametrize(
    "leaflet", [each for each in leaflets() if "children" in each.key], ids=lambda each: each.key
)
def test_a_childs_leaflet_says_who_can_see_the_limit_and_promises_no_secret(leaflet: Leaflet) -> None:
    everything = " ".join(leaflet.texts())
    assert re.search(r"can (see|read) it|your carer, can read", everything)
    assert "whose job is to help" in everything
    assert not PROMISES.search(everything)
    assert not re.search(r"\bwish\b|rate|score", everything)


def test_every_number_in_a_leaflet_is_one_that_was_looked_up() -> None:
    known = {each.number for each in numbers()}
    for leaflet in leaflets():
        for found in re.findall(r"\b0\d{3} [\d ]*\d", " ".join(leaflet.texts())):
            assert found in known, (leaflet.key, found)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('title = "What is a PEP?"', ""),
        ('title = "What is a PEP?"', 'title = " "'),
        ('facts = ["pep_law", "pep_guidance"]', 'facts = ["hearsay"]'),
        ("{from:pep_law}", "{from:hearsay}"),
        ("order = 1", 'order = "first"'),
        ("[[section]]", "[[part]]"),
        ("[[question]]", "[[section]]"),
        ("key =", "key =" + "="),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(tmp_path: Path, was: str, now: str) -> None:
    text = (path("leaflets") / "what_is_a_pep.toml").read_text(encoding="utf-8")
    assert was in text
    (tmp_path / "what_is_a_pep.toml").write_text(text.replace(was, now), encoding="utf-8")
    with pytest.raises(TextFileWrong, match=r"what_is_a_pep\.toml"):
        read_leaflets(tmp_path)


# Words


def test_no_word_is_lost_and_each_has_a_meaning_of_its_own() -> None:
    words = glossary.words()
    assert len({word.means for word in words}) == len(words) >= 64
    assert [word.word for word in words] == sorted((word.word for word in words), key=str.casefold)


def test_words_are_found_whole_in_any_case_and_the_longest_wins() -> None:
    found = glossary.words_in(
        ["Ask your Supervising Social Worker about the PEPs.", "A lack of contact, an iro"]
    )
    assert [word.word for word in found] == ["supervising social worker", "personal education plan"]


@pytest.mark.parametrize("word", glossary.words(), ids=lambda word: word.word)
def test_every_word_is_found_by_its_own_name_and_by_search(word: glossary.Word) -> None:
    assert glossary.words_in([f"Ask about {word.word}."])[:1] == (word,)
    for name in word.other_names:
        assert word in glossary.search(name)
    assert word in glossary.search(word.word[:12])


def test_everyday_words_are_not_taken_for_a_term() -> None:
    assert (
        glossary.words_in(["A review of the options; no contact, no exclusion, and a statement by her."])
        == ()
    )


@given(st.text(max_size=40))
def test_searching_for_anything_never_breaks(typed: str) -> None:
    assert set(glossary.search(typed)) <= set(glossary.words())


def test_the_list_is_printed_with_every_word() -> None:
    printed = " ".join(pages(pdf.make_pdf(words_sheet(TODAY))))
    for word in glossary.words():
        assert word.title in printed
        assert word.means_on(TODAY) in printed
    assert facts.as_we_had_them(glossary.rests_on()) in printed
