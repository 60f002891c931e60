"""Get ready in ten minutes: whose meeting is it?"""

from functools import partial

from carer_app.use_cases import for_home as today_cases
from carer_app.words import _
from ui.base.page import Page
from ui.home.ten_minutes import begin_short_way
from ui.parts.one_of_the_children import OneOfTheChildren


class WhoseMeetingPage(Page):
    """One row a child; each leads straight to the first of the five questions."""

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("Whose meeting is it?"), _("Five questions, ten minutes, one sheet to print."))
        nothing = _("There is no meeting to get ready for yet.")
        self.whose = OneOfTheChildren(self, partial(begin_short_way, self), nothing)
        self.column.addWidget(self.whose)

    def refresh(self) -> None:
        cards = sorted(
            self.records.read(today_cases.home, self.today()).steps, key=lambda card: card.child_id
        )
        self.whose.show_children({card.child_id: card.child for card in cards if card.may_meet})
