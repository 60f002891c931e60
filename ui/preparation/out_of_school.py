"""Clubs and life out of school, and what the carer does at home to help with learning."""

from carer_app.choices import PlainQuestion
from carer_app.words import _
from ui.parts.part_page import PartPage
from ui.widgets.card import Card


class OutOfSchoolPage(PartPage):
    """Reading, homework, clubs, and what would make a club possible."""

    why = _("A PEP is also about life out of school, and about what you do at home. Fill in what fits.")

    def build_part(self) -> None:
        home = Card(_("Learning at home"))
        self.ask(
            PlainQuestion.READING,
            _("Reading"),
            _("What do you read together, and how does it go?"),
            chips=(
                _("ten minutes each evening"),
                _("a bedtime story"),
                _("comics"),
                _("audio books"),
                _("the library"),
            ),
            into=home.body,
        )
        self.ask(
            PlainQuestion.HOMEWORK,
            _("Homework"),
            _("Where, when, and what do you do when it is stuck?"),
            chips=(
                _("straight after school"),
                _("with me beside"),
                _("a quiet place"),
                _("too much just now"),
            ),
            into=home.body,
        )
        self.column.addWidget(home)
        clubs = Card(_("Clubs and interests"))
        self.ask(
            PlainQuestion.CLUBS,
            _("What {child} does, or would like to try").format(child=self.child),
            chips=(
                _("swimming"),
                _("football"),
                _("dance"),
                _("Cubs or Brownies"),
                _("music"),
                _("art club"),
            ),
            into=clubs.body,
        )
        self.ask(
            PlainQuestion.CLUB_POSSIBLE,
            _("What would make a club possible?"),
            _("For example money, a lift, a form to sign, or a friend to go with."),
            chips=(_("the cost"), _("a lift"), _("kit"), _("somebody to go with"), _("a place being free")),
            into=clubs.body,
        )
        self.column.addWidget(clubs)
