"""A paper kept with the records; its bytes are sealed in a file beside them."""

from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base, Deletable


class StoredDocument(Deletable, Base):
    """What is known of a stored paper. `seal_key` opens the sealed file; `fingerprint` is that file's name.

    `is_leaflet`: a leaflet of the carer's council, about no child.
    """

    __tablename__ = "stored_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    added_on: Mapped[date]
    fingerprint: Mapped[str]
    seal_key: Mapped[bytes]
    size: Mapped[int]
    pages: Mapped[int]
    # After `deleted_on` in the table, because it was added later.
    is_leaflet: Mapped[bool] = mapped_column(sort_order=1, default=False, server_default=text("0"))
