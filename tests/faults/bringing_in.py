"""A paper is brought in as its page does it: noted, read in the reader process, sealed, filed, and through."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from carer_app.choices import PaperKind
from carer_app.domain.child import Child
from carer_app.jobs import file_document
from carer_app.jobs.photos_that_wait import as_they_wait, seal_to_wait
from carer_app.storage.vault import Vault
from carer_app.use_cases import coming_in, papers, waiting_photos
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.filing import NewDocument
from carer_app.use_cases.papers import NewPaper

DAY = date(2026, 3, 10)


def place_of(child: int) -> DraftKey:
    """Under what the page notes what comes in."""
    return DraftKey(f"add_paper {child}", "child", child)


def bring_in(asked: dict[str, Any], say: Callable[[str], None]) -> Iterator[None]:
    """One file that a carer chose. What reads it can be told by the folder it was started in."""
    os.environ["TMPDIR"] = asked["temporary"]
    os.chdir(asked["temporary"])
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    with vault.reading() as session:
        child = session.scalars(select(Child.id)).first() or 0
    place, file = place_of(child), Path(asked["file"])
    yield
    with vault.work() as session:
        (noted,) = coming_in.note(session, place, [str(file)])
    say("noted 1")
    brought = file_document.bring(file, vault.sealed)
    if isinstance(brought, NewDocument):
        with vault.work() as session:
            papers.add_paper(session, child, NewPaper(PaperKind.REPORT, "Report"), brought, DAY)
    else:
        photos = as_they_wait(seal_to_wait(brought, vault.sealed))
        with vault.work() as session:
            waiting_photos.note_waiting(session, place, photos)
    say("filed 1")
    with vault.work() as session:
        coming_in.is_through(session, place, noted)
    say("through 1")
