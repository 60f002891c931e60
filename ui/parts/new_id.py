"""Names for new meetings in calendar files."""

import uuid


def new_id() -> str:
    """A name that no other calendar entry in the world has."""
    return f"{uuid.uuid4()}@pep-companion"
