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
