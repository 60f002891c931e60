"""A paper kept with the records; its bytes are sealed in a file beside them."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.choices import PaperKind
from carer_app.domain.base import Base, Deletable
from carer_app.domain.day_as_known import DayAsKnown


class StoredDocument(Deletable, Base):
    """What is known of a stored paper. `seal_key` opens the sealed file; `fingerprint` is that file's name.

    `is_leaflet`: a leaflet of the carer's council, about no child. `kind` is a `PaperKind`, `on_day` the paper's own
    day, as well as it is known. `for_meeting_id` and `for_review_id` are what it was for, where it was for one; the
    PEP copy of a meeting is named by its `PepCopy`. `read_page`, `read_zoom` (percent; 0 fits the width) and
    `read_turns` (quarter turns to the right) are the place where reading stopped; page 0 was never opened.
    """

    __tablename__ = "stored_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    added_on: Mapped[date]
    fingerprint: Mapped[str]
    seal_key: Mapped[bytes]
    size: Mapped[int]
    pages: Mapped[int]
    # After `deleted_on` in the table, because they were added later.
    is_leaflet: Mapped[bool] = mapped_column(sort_order=1, default=False, server_default=text("0"))
    child_id: Mapped[int | None] = mapped_column(
        ForeignKey("child.id", ondelete="CASCADE"), sort_order=1, default=None, index=True
    )
    for_meeting_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL"), sort_order=1, default=None, index=True
    )
    for_review_id: Mapped[int | None] = mapped_column(
        ForeignKey("care_review.id", ondelete="SET NULL"), sort_order=1, default=None, index=True
    )
    kind: Mapped[str] = mapped_column(sort_order=1, default=PaperKind.OTHER, server_default=text("'other'"))
    on_day: Mapped[date | None] = mapped_column(DayAsKnown, sort_order=1, default=None)
    read_page: Mapped[int] = mapped_column(sort_order=1, default=0, server_default=text("0"))
    read_zoom: Mapped[int] = mapped_column(sort_order=1, default=0, server_default=text("0"))
    read_turns: Mapped[int] = mapped_column(sort_order=1, default=0, server_default=text("0"))

    page_words: Mapped[list["PaperPage"]] = relationship(
        order_by="PaperPage.page", cascade="all, delete-orphan", info={"is_large": True}
    )
    sources: Mapped[list["PaperSource"]] = relationship(
        order_by="PaperSource.id", cascade="all, delete-orphan"
    )


class PaperPage(Base):
    """The words of one page, counted from 1. `by_machine`: a machine read them from a picture and may be wrong.

    `boxes` says where each of its words stands, for words that only a picture shows: "left top right bottom" in
    thousandths of the page for each word of `text` as `split()` has them, with a semicolon between; else empty.
    """

    __tablename__ = "paper_page"
    __table_args__ = (UniqueConstraint("document_id", "page"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("stored_document.id", ondelete="CASCADE"), index=True)
    page: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
    by_machine: Mapped[bool] = mapped_column(default=False)
    boxes: Mapped[str] = mapped_column(default="")


class PaperSource(Base):
    """A file that a paper was made from: a photograph of one page, a letter in Word, or the paper itself.

    `digest` is the SHA-256 of its bytes, so that it is not added twice. Where the carer wanted it kept as it came,
    `fingerprint` and `seal_key` are its own sealed file, `size` its bytes and `ending` the end of its name; else they
    are empty.
    """

    __tablename__ = "paper_source"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("stored_document.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str]
    ending: Mapped[str] = mapped_column(default="")
    fingerprint: Mapped[str] = mapped_column(default="")
    seal_key: Mapped[bytes] = mapped_column(default=b"")
    size: Mapped[int] = mapped_column(default=0)


class ReportFigure(Deletable, Base):
    """A figure that the carer typed from a report: `what` is a `FigureKind`, `value` exactly what was typed.

    `subject` is said of a mark alone. It stays when the report goes.
    """

    __tablename__ = "report_figure"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("stored_document.id", ondelete="SET NULL"), default=None, index=True
    )
    what: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    value: Mapped[str]
    on_day: Mapped[date] = mapped_column(DayAsKnown)
