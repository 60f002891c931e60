"""What is going well: at school, at home, out of school."""

from carer_app.choices import PlainQuestion
from carer_app.words import _
from ui.parts.part_page import PartPage
from ui.widgets.card import Card


class GoingWellPage(PartPage):
    """Three boxes; one thing is enough."""

    why = _("Start with what works. One thing is enough. Small things count.")

    def build_part(self) -> None:
        for question, label, hint, chips in (
            (
                PlainQuestion.WELL_AT_SCHOOL,
                _("At school"),
                _("What does {child} like, do well at, or talk about?"),
                (
                    _("reading"),
                    _("friends"),
                    _("break time"),
                    _("art"),
                    _("PE"),
                    _("asking for help"),
                    _("trying hard"),
                ),
            ),
            (
                PlainQuestion.WELL_AT_HOME,
                _("At home"),
                _("What do you see at home that school may not see?"),
                (
                    _("being kind"),
                    _("telling us about the day"),
                    _("helping"),
                    _("sleeping well"),
                    _("getting ready for school"),
                ),
            ),
            (
                PlainQuestion.WELL_OUT_OF_SCHOOL,
                _("Out of school"),
                _("What does {child} enjoy or get better at?"),
                (_("a club"), _("swimming"), _("football"), _("drawing"), _("music"), _("playing out")),
            ),
        ):
            card = Card()
            self.ask(question, label, hint.format(child=self.child), chips=chips, into=card.body)
            self.column.addWidget(card)
