"""A mail and a drawing are kept as they came, behind a page that says what they are."""

from pathlib import Path

import pytest

from carer_app.imports.documents import look_into
from carer_app.jobs import file_document
from tests import builders
from tests.imports.mails import PLAIN
from tests.imports.test_mails import SVG


@pytest.mark.parametrize(
    ("data", "ending", "words"), [(PLAIN, ".eml", "begins on 24 April"), (SVG, ".svg", "never opens it")]
)
def test_it_is_kept_as_a_paper_with_the_file_as_it_came_beside_it(
    tmp_path: Path, data: bytes, ending: str, words: str
) -> None:
    vault = builders.new_vault(tmp_path / "vault")
    file = tmp_path / f"sent{ending}"
    file.write_bytes(data)
    new = file_document.take_in(file, vault.sealed)
    (source,) = new.sources
    assert source.ending == ending
    assert vault.sealed.open(source.fingerprint, source.seal_key) == data
    text = " ".join(look_into(vault.sealed.open(new.fingerprint, new.seal_key)).pages[0].text.split())
    assert words in text
    assert "steal" not in text
    vault.close()
