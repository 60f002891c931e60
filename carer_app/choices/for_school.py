"""A child in school: extra help, and what the days of a school year are."""

from enum import StrEnum

from carer_app.words import _


class Support(StrEnum):
    """Extra help for learning that a child has in school."""

    NOT_KNOWN = "not_known"
    NONE = "none"
    SEN_SUPPORT = "sen_support"
    EHCP = "ehcp"

    @property
    def words(self) -> str:
        return {
            Support.NOT_KNOWN: _("I don’t know yet"),
            Support.NONE: _("No extra support"),
            Support.SEN_SUPPORT: _("SEN support in school"),
            Support.EHCP: _("Education, health and care plan (EHCP, used to be called a statement)"),
        }[self]


class WhatDay(StrEnum):
    """What a day in a school's text is, where reading it did not tell."""

    INSET = "inset"
    CLOSED = "closed"
    FIRST = "first"
    LAST = "last"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        return {
            WhatDay.INSET: _("Training day"),
            WhatDay.CLOSED: _("School closed"),
            WhatDay.FIRST: _("First day back"),
            WhatDay.LAST: _("Last day before a holiday"),
            WhatDay.NOTHING: _("Nothing to do with it"),
        }[self]


class InsetDays(StrEnum):
    """How much is known of a school year's training (INSET) days."""

    KNOWN = "known"
    PARTLY = "partly"
    NOT_KNOWN = "not_known"
    TWILIGHT = "twilight"

    @property
    def words(self) -> str:
        return {
            InsetDays.KNOWN: _("I know them all"),
            InsetDays.PARTLY: _("I know some of them"),
            InsetDays.NOT_KNOWN: _("I don’t know the training days"),
            InsetDays.TWILIGHT: _("Training is after school, so no day is closed"),
        }[self]
