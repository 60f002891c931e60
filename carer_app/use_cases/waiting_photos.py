"""Photos of a paper that wait to be kept: sealed beside the records, so that locking or closing loses none of them.

What opens each stands among what is half typed, under the place where it waits. They are no paper of anybody's yet:
nothing shows or finds them but that place, and with their line goes the only key to them.
"""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from carer_app.domain.draft import Draft
from carer_app.domain.meeting import Meeting
from carer_app.use_cases import drafts
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.coming_in import COMING_IN, not_through
from carer_app.use_cases.drafts import DraftKey
from carer_app.words import plural

WAITING = "photos"
"""The last word of the place under which they wait; `storage/backup_content.py` knows it too."""
_OF_PAPERS = ("pep_copy", "add_paper")
"""Places where a paper about a child comes in: Documents leads there."""
_HOW = "how"
_PAIR = re.compile(r"([0-9a-f]{64}) ([0-9a-f]{64}) ")
_TURNS, _TILT = range(4), 45


@dataclass(frozen=True, slots=True)
class SealedPhoto:
    """One photo that waits: what opens it, and what was done with it (see `PhotoOfPage`).

    `came_from` is where its file was; of one that was pasted, `itself` opens the picture as it came.
    """

    fingerprint: str
    seal_key: bytes
    digest: str = ""
    came_from: str = ""
    itself: tuple[str, bytes] | None = None
    turns: int = 0
    tilt: float = 0.0
    lighter: bool = False
    edges: tuple[int, int, int, int] = (0, 0, 1000, 1000)

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """The names of its sealed files."""
        return (self.fingerprint, *([self.itself[0]] if self.itself else []))

    def __repr__(self) -> str:
        return "<SealedPhoto>"


@dataclass(frozen=True, slots=True)
class PhotosWait:
    """So many photos wait for a child: for the copy of a meeting's PEP, or for another paper (`meeting_id` 0). So many
    `files` were chosen there and are not taken in."""

    child_id: int
    meeting_id: int
    count: int
    files: int = 0

    @property
    def id(self) -> int:
        """One place for each meeting, and one beside them."""
        return self.meeting_id

    @property
    def words(self) -> str:
        """So many, and that they are not kept."""
        photos = plural("{count} photo is not kept yet", "{count} photos are not kept yet", self.count)
        files = plural("{count} file is not taken in yet", "{count} files are not taken in yet", self.files)
        return " · ".join([*([photos] if self.count else []), *([files] if self.files else [])])


def note_waiting(
    session: Session, place: DraftKey, photos: Sequence[SealedPhoto], how: Collection[str] = ()
) -> None:
    """Exactly these wait there now, in this order. `how` are the ticks beneath them that are on."""
    key = place.part(WAITING)
    drafts.forget(session, key)
    session.flush()
    for number, photo in enumerate(photos):
        drafts.keep(session, key, f"{number:03}", _spelled(photo))
    if photos:
        drafts.keep(session, key, _HOW, " ".join(how))


def waiting(session: Session, place: DraftKey) -> tuple[SealedPhoto, ...]:
    """What waits there, in its order. A line that cannot be read is none."""
    kept = drafts.of_place(session, place.part(WAITING))
    photos = (_read(text) for field, text in sorted(kept.items()) if field != _HOW)
    return tuple(each for each in photos if each is not None)


def is_anything_waiting(session: Session, place: DraftKey) -> bool:
    """Whether photos wait there, or files that were chosen and are not taken in."""
    return bool(waiting(session, place) or not_through(session, place))


def how_they_wait(session: Session, place: DraftKey) -> frozenset[str]:
    """The ticks beneath them that were on."""
    return frozenset(drafts.of_place(session, place.part(WAITING)).get(_HOW, "").split())


@answered_once
def all_waiting(session: Session) -> tuple[PhotosWait, ...]:
    """Wherever photos wait, and files that were chosen."""
    of_papers = or_(*(Draft.place.startswith(f"{name} ") for name in _OF_PAPERS))
    query = select(Draft).where(
        or_(Draft.place.endswith(f" {WAITING}"), of_papers & Draft.place.endswith(f" {COMING_IN}")),
        Draft.field != _HOW,
    )
    counts: dict[tuple[int, int], list[int]] = {}
    for row in session.scalars(query):
        meeting = session.get(Meeting, row.about_id) if row.about == "meeting" else None
        if meeting is not None or row.about == "child":
            of = (meeting.child_id, meeting.id) if meeting is not None else (row.about_id, 0)
            counts.setdefault(of, [0, 0])[row.place.endswith(f" {COMING_IN}")] += 1
    return tuple(PhotosWait(*of, *count) for of, count in sorted(counts.items()))


def _spelled(photo: SealedPhoto) -> str:
    opens = [(photo.fingerprint, photo.seal_key), *([photo.itself] if photo.itself else [])]
    what = [photo.digest, photo.came_from, photo.turns, photo.tilt, photo.lighter, photo.edges]
    return "".join(f"{name} {key.hex()} " for name, key in opens) + json.dumps(what)


def _read(text: str) -> SealedPhoto | None:
    opens = [(name, bytes.fromhex(key)) for name, key in _PAIR.findall(text)]
    try:
        digest, came_from, turns, tilt, lighter, edges = json.loads(_PAIR.sub("", text))
        left, top, right, bottom = (int(edge) for edge in edges)
        is_whole = 0 <= left < right <= 1000 and 0 <= top < bottom <= 1000 and abs(tilt) <= _TILT
        if not opens or not is_whole or turns not in _TURNS:
            return None
    except (ValueError, TypeError):
        return None
    return SealedPhoto(
        *opens[0],
        digest=str(digest),
        came_from=str(came_from),
        itself=opens[1] if len(opens) > 1 else None,
        turns=int(turns),
        tilt=float(tilt),
        lighter=bool(lighter),
        edges=(left, top, right, bottom),
    )
