"""What is half typed."""

from sqlalchemy import text as text_
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base


class Draft(Base):
    """Something typed that is not valid yet, such as "31 feb", kept so that nothing typed is ever lost.

    `place` is the stable name of a page with its facts, and of a form on it ("edit_child 3 changed_school"). `about`
    is the table of what it is about and `about_id` the row; empty and 0 where that is not said yet.
    """

    __tablename__ = "draft"

    place: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    about: Mapped[str] = mapped_column(default="", server_default=text_("''"))
    about_id: Mapped[int] = mapped_column(default=0, server_default=text_("0"))
