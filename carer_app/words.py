"""Every sentence a person reads goes through _(), so that it can be translated one day."""

import gettext

_translation = gettext.NullTranslations()


def _(sentence: str) -> str:
    """The sentence in the reader's language; today always the British English it was written in."""
    return _translation.gettext(sentence)


def plural(one: str, many: str, count: int) -> str:
    """`one` or `many` by count, with `{count}` filled in."""
    return _translation.ngettext(one, many, count).format(count=count)
