"""What is half typed stands under a name that stays, whatever becomes of a class, and says whom it is about."""

from collections import Counter

import pytest

from carer_app.choices import Part
from carer_app.domain.all_tables import Base
from carer_app.domain.register import ABOUT_A_CHILD
from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts, doubts
from tests import builders
from tests.builders import read
from ui.base import places
from ui.base.places import OF, CheckDates, EditChild, PasteDates, Place, PreparePart, SchoolDates, WriteNote

KINDS = [
    each
    for each in vars(places).values()
    if isinstance(each, type) and issubclass(each, Place) and hasattr(each, "name")
]


def test_every_place_has_a_name_of_its_own() -> None:
    assert len(KINDS) > 70
    assert [name for name, often in Counter(kind.name for kind in KINDS).items() if often > 1] == []
    assert all(name == name.lower() and " " not in name for name in (kind.name for kind in KINDS))


def test_a_place_without_a_name_is_no_place() -> None:
    with pytest.raises(TypeError, match="needs a name of its own"):
        type("Somewhere", (Place,), {})


def test_what_is_half_typed_is_found_again_when_the_class_is_called_something_else() -> None:
    kept = EditChild(3).key
    EditChild.__qualname__ = "FactsOfChild"
    try:
        assert "FactsOfChild" in repr(EditChild(3))
        assert EditChild(3).key == kept == ("edit_child 3", "child", 3)
    finally:
        EditChild.__qualname__ = "EditChild"


def test_names_under_which_something_may_be_half_typed_stay() -> None:
    """Each was written into somebody's records: a change here takes a step of its own (see v0013_draft_names)."""
    assert {kind.name for kind in KINDS} >= {
        "actions", "add_actions", "add_child", "after_meeting", "ask_question", "check_dates", "council_rules",
        "dates_of", "documents", "edit_child", "held_before", "next_pep", "notes_of", "paste_dates", "pep_copy",
        "prepare_part", "put_in_date", "school_dates", "short_way", "way_back_sheet", "write_note", "you_said",
    }  # fmt: skip


def test_the_key_says_whom_it_is_about_and_where_one_begins_is_no_other_place() -> None:
    assert PreparePart(7, Part.WHO_COMES).key == ("prepare_part 7 who_comes", "meeting", 7)
    assert EditChild(3, "school").key == EditChild(3).key
    assert WriteNote().key.about == ""
    assert WriteNote(3).key.about_id == 3
    about = {table.noun.__tablename__ for table in ABOUT_A_CHILD}
    assert set(OF.values()) <= about & set(Base.metadata.tables)
    facts = {name for kind in KINDS for name in kind.made_of if name.endswith("_id")}
    assert facts <= set(OF), "a fact that names a row says of which table"


def test_pages_and_use_cases_mean_the_same_place(vault: Vault) -> None:
    school = builders.ordinary_household(vault)["school"]
    assert dates_drafts.place_of(school, 2026) == CheckDates(school, 2026).key
    assert dates_drafts.place_of_paste(school) == PasteDates(school).key
    assert doubts.place_of(school) == SchoolDates(school).key
    assert read(vault, dates_drafts.half_checked, school) == 0
