"""She, he or they: what stands for a child’s name in a sentence, and the ending of the verb after it."""

from enum import StrEnum

from carer_app.words import _


class Pronoun(StrEnum):
    """How a sentence speaks of a child beside the name. Until somebody says it, "they".

    A sentence holds `{they}`, `{them}`, `{their}`, `{themselves}`, `{They}`, `{Their}` and, after one of these,
    `{are}`, `{have}` or a verb with `{s}`: "what {they} think{s}". `forms` fills all of them.
    """

    THEY = "they"
    SHE = "she"
    HE = "he"

    @property
    def words(self) -> str:
        """As one chooses it: "she, her"."""
        return ", ".join(self._cases[:2])

    @property
    def forms(self) -> dict[str, str]:
        """Every word that a sentence about a child may ask for."""
        they, them, their, themselves = self._cases
        is_many = self == Pronoun.THEY
        return {
            "they": they,
            "them": them,
            "their": their,
            "themselves": themselves,
            "They": they.capitalize(),
            "Their": their.capitalize(),
            "are": _("are") if is_many else _("is"),
            "have": _("have") if is_many else _("has"),
            "s": "" if is_many else _("s"),
        }

    @property
    def _cases(self) -> tuple[str, str, str, str]:
        return {
            Pronoun.THEY: (_("they"), _("them"), _("their"), _("themselves")),
            Pronoun.SHE: (_("she"), _("her"), _("her"), _("herself")),
            Pronoun.HE: (_("he"), _("him"), _("his"), _("himself")),
        }[self]


SHE_HE_THEY = _("She, he or they?")
"""How it is asked, once of each child."""
