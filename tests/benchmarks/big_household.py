"""Twelve years of fostering: 6 children, 60 meetings, 594 actions that nobody ticked off, 504 notes. All made up."""

from datetime import date, timedelta

from carer_app.choices import NoteKind, Owner
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.storage.vault import Vault
from tests import builders

CHILDREN = ("Mia", "Jordan", "Sam", "Ayesha", "Leo", "Grace")
MEETINGS, ACTIONS, NOTES = 60, 594, 504
_BEGAN = date(2014, 9, 8)
_WHO = {
    Owner.ME: "",
    Owner.SCHOOL: "Mr Fox",
    Owner.SOCIAL_WORKER: "Ms Ali",
    Owner.CHILD: "",
    Owner.SOMEONE_ELSE: "",
}


def big_household(
    vault: Vault, actions: int = ACTIONS, notes: int = NOTES, children: int = len(CHILDREN)
) -> list[int]:
    """Fill an empty vault; returns the ids of the children. The notes go round the children, the actions too."""
    ids = [builders.add_child(vault, name) for name in CHILDREN[:children]]
    owners, kinds = list(Owner), list(NoteKind)
    with vault.work() as session:
        meetings = [
            Meeting(child_id=ids[number % len(ids)], on_day=day, held_on=day, calendar_uid=f"uid-{number}")
            for number in range(MEETINGS)
            for day in [_BEGAN + timedelta(days=70 * number)]
        ]
        session.add_all(meetings)
        session.flush()
        for number in range(actions):
            meeting, owner = meetings[number % MEETINGS], owners[number % len(owners)]
            assert meeting.held_on is not None
            session.add(
                AgreedAction(
                    child_id=meeting.child_id,
                    meeting_id=meeting.id,
                    what=f"{number + 1}: ask about a place in the reading group and tell the others",
                    owner=owner,
                    owner_name=_WHO[owner],
                    due_on=meeting.held_on + timedelta(days=30) if number % 7 else None,
                    agreed_on=meeting.held_on,
                )
            )
        for number in range(notes):
            session.add(
                Note(
                    child_id=ids[number % len(ids)],
                    on_day=_BEGAN + timedelta(days=8 * number),
                    kind=kinds[number % len(kinds)],
                    seen=f"{number + 1}: read to the dog for ten minutes and told us about the story.",
                    think="Proud of it, I think." if number % 3 else "",
                    by="SK",
                )
            )
    return ids
