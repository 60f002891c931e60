"""Papers that are kept: what a paper is, and what a carer may type from a report."""

from enum import StrEnum

from carer_app.words import _


class PaperKind(StrEnum):
    """What a stored paper is, in the order of the page of papers."""

    PEP_COPY = "pep_copy"
    REPORT = "report"
    EHCP = "ehcp"
    REVIEW_MINUTES = "review_minutes"
    CERTIFICATE = "certificate"
    CHILDS_WORK = "childs_work"
    LETTER = "letter"
    OTHER = "other"

    @property
    def words(self) -> str:
        return {
            PaperKind.PEP_COPY: _("PEP copy"),
            PaperKind.REPORT: _("School report"),
            PaperKind.EHCP: _("EHCP paper"),
            PaperKind.REVIEW_MINUTES: _("Notes of a review"),
            PaperKind.CERTIFICATE: _("Certificate"),
            PaperKind.CHILDS_WORK: _("The child’s own work"),
            PaperKind.LETTER: _("Letter"),
            PaperKind.OTHER: _("Another paper"),
        }[self]


class FigureKind(StrEnum):
    """What a figure says that the carer typed from a report."""

    ATTENDANCE = "attendance"
    READING_AGE = "reading_age"
    MARK = "mark"

    @property
    def words(self) -> str:
        return {
            FigureKind.ATTENDANCE: _("Attendance"),
            FigureKind.READING_AGE: _("Reading age"),
            FigureKind.MARK: _("Mark in a subject"),
        }[self]


class Reader(StrEnum):
    """Who gets a paper: what goes on it is chosen for each of them, and kept for the next time."""

    MEETING = "meeting"
    SCHOOL = "school"
    SOCIAL_WORKER = "social_worker"
    SERVICE = "service"
    FAMILY = "family"
    CHILD = "child"
    ME = "me"
    OTHER = "other"

    def words(self, child: str) -> str:
        return {
            Reader.MEETING: _("Everyone at the meeting"),
            Reader.SCHOOL: _("School"),
            Reader.SOCIAL_WORKER: _("The social worker"),
            Reader.SERVICE: _("My fostering service"),
            Reader.FAMILY: _("{child}’s family"),
            Reader.CHILD: child,
            Reader.ME: _("Me"),
            Reader.OTHER: _("Someone else"),
        }[self].format(child=child)


class NamesAs(StrEnum):
    """How names stand on a paper."""

    FULL = "full"
    CHILD_LETTER = "child_letter"
    ALL_LETTERS = "all_letters"

    def words(self, child: str) -> str:
        return {
            NamesAs.FULL: _("Names in full"),
            NamesAs.CHILD_LETTER: _("{child} as a first letter"),
            NamesAs.ALL_LETTERS: _("Every name as a first letter"),
        }[self].format(child=child)


class KeptBack(StrEnum):
    """What a paper can be without."""

    SCHOOL = "school"
    HOME = "home"
    FAMILY = "family"

    def words(self, child: str) -> str:
        return {
            KeptBack.SCHOOL: _("The school"),
            KeptBack.HOME: _("Where {child} lives"),
            KeptBack.FAMILY: _("The family’s names"),
        }[self].format(child=child)
