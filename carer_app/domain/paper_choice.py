"""What goes on paper for one reader."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.choices import KeptBack, NamesAs, Reader
from carer_app.domain.base import Base

_KEPT_BACK_AT_FIRST = {Reader.FAMILY: (KeptBack.HOME,)}
_NAMES_AT_FIRST = {Reader.OTHER: NamesAs.CHILD_LETTER}


class PaperChoice(Base):
    """What a carer chose of one child's papers for one kind of reader, kept for the next time.

    Each of the last three holds a line for each thing: what is kept back (a `KeptBack`), the headings of parts left out
    ("{child}" for the name), and words or whole lines that the carer took out.
    """

    __tablename__ = "paper_choice"
    __table_args__ = (UniqueConstraint("child_id", "reader"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    reader: Mapped[str]
    names: Mapped[str]
    kept_back: Mapped[str] = mapped_column(default="")
    parts_off: Mapped[str] = mapped_column(default="")
    words_off: Mapped[str] = mapped_column(default="")

    @classmethod
    def at_first(cls, child_id: int, reader: Reader) -> "PaperChoice":
        """As it is before anybody chose: family is not told where the child lives, a stranger no name of the child."""
        return cls(
            child_id=child_id,
            reader=reader,
            names=_NAMES_AT_FIRST.get(reader, NamesAs.FULL),
            kept_back="\n".join(_KEPT_BACK_AT_FIRST.get(reader, ())),
            parts_off="",
            words_off="",
        )

    @property
    def all_kept_back(self) -> tuple[KeptBack, ...]:
        return tuple(each for each in KeptBack if each in self.kept_back.split("\n"))

    @property
    def all_parts_off(self) -> tuple[str, ...]:
        return lines(self.parts_off)

    @property
    def all_words_off(self) -> tuple[str, ...]:
        return lines(self.words_off)


def lines(stored: str) -> tuple[str, ...]:
    """The lines that have something in them, each once."""
    return tuple(dict.fromkeys(line.strip() for line in stored.splitlines() if line.strip()))


def as_lines(things: Iterable[str]) -> str:
    """The same to be stored; a line end within one parts it in two."""
    return "\n".join(lines("\n".join(things)))
