"""Days of an earlier release stay the days they are; training days are all known only where somebody had said so."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.choices import InsetDays
from carer_app.domain.note import Note
from carer_app.domain.school import SchoolYearNote
from carer_app.storage import connecting, keys
from carer_app.storage.vault import Vault
from tests import builders

SAMPLE = Path(__file__).parent / "samples" / "0014"
DOUBTS = {
    "nobody had said so": (
        json.dumps({"2031": {"said": [], "looked": [], "is_supposed": True}}),
        InsetDays.PARTLY,
    ),
    "somebody had": (
        json.dumps({"2031": {"said": [], "looked": ["x"], "is_supposed": False}}),
        InsetDays.KNOWN,
    ),
    "words of another hand": ("[2031]", InsetDays.KNOWN),
}


@pytest.mark.parametrize(("doubts", "inset"), DOUBTS.values(), ids=DOUBTS)
def test_records_of_before_are_as_they_were(tmp_path: Path, doubts: str, inset: InsetDays) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "0014")
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(folder / "vault.db", key)
    connection.execute("UPDATE note SET on_day = '2026-3-1' WHERE id = 1")
    connection.execute(
        "INSERT INTO school_year_note (school_id, year, inset, inset_unknown, source) VALUES (1, 2031, 'known', 0, '')"
    )
    connection.execute(
        "INSERT INTO draft (place, field, text, about, about_id) VALUES ('school_dates 1', 'doubts', ?, 'school', 1)",
        (doubts,),
    )
    connection.commit()
    connection.close()
    vault = Vault.open(folder, builders.PASSWORD)
    with vault.reading() as session:
        assert [each.on_day for each in session.scalars(select(Note).order_by(Note.id))] == [
            date(2026, 3, 1),
            date(2026, 2, 1),
        ]
        query = select(SchoolYearNote).where(SchoolYearNote.year == 2031)
        assert session.scalars(query).one().inset == inset
    vault.close()
