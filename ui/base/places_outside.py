"""Places that are shown while nothing about a child may be seen, and just after unlocking."""

from typing import TYPE_CHECKING

from ui.base.place import Place

if TYPE_CHECKING:
    from carer_app.use_cases.calculator import TypedFacts


# Before the records are open


class Welcome(Place, name="welcome"):
    page = "ui.unlock.welcome:WelcomePage"


class MayKeepNotes(Place, name="may_keep_notes"):
    page = "ui.unlock.may_keep:MayKeepNotesPage"


class BlankSheet(Place, name="blank_sheet"):
    page = "ui.paper.one_sheet:OneSheetPage"


class DateCalculator(Place, name="date_calculator"):
    page = "ui.calculator.calculator:CalculatorPage"


class Leaflets(Place, name="leaflets"):
    page = "ui.leaflets.leaflets:LeafletsPage"
    side_bar = "help"


class OfLeaflet(Place, is_shared=True):
    leaflet: str = "what_is_a_pep"


class LeafletPlace(OfLeaflet, name="leaflet"):
    page = "ui.leaflets.leaflet:LeafletPage"
    side_bar = "help"


class LeafletToPrint(OfLeaflet, name="leaflet_to_print"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


class Words(Place, name="words"):
    page = "ui.leaflets.words_explained:WordsPage"
    side_bar = "help"


class WordsToPrint(Place, name="words_to_print"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


class CalculatedSheet(Place, name="calculated_sheet"):
    facts: "TypedFacts"
    page = "ui.paper.one_sheet:OneSheetPage"


class StickMissing(Place, name="stick_missing"):
    page = "ui.unlock.stick_missing:StickMissingPage"


class Hidden(Place, name="hidden"):
    page = "ui.unlock.hidden:HiddenPage"


class ChoosePassword(Place, name="choose_password"):
    page = "ui.unlock.choose_password:ChoosePasswordPage"


class Unlock(Place, name="unlock"):
    page = "ui.unlock.unlock:UnlockPage"


class GoBackLocked(Place, name="go_back_locked"):
    page = "ui.backups.go_back:GoBackPage"


class Working(Place, name="working"):
    page = "ui.unlock.working:WorkingPage"


class Forgotten(Place, name="forgotten"):
    page = "ui.unlock.forgotten:ForgottenPage"


# Just after unlocking, where something is to be known first


class OlderCopyHere(Place, name="older_copy_here"):
    page = "ui.unlock.older_copy:OlderCopyPage"


class OpenOnAnother(Place, name="open_on_another"):
    page = "ui.unlock.open_on_another:OpenOnAnotherPage"


class OnlyToRead(Place, name="only_to_read"):
    page = "ui.unlock.only_to_read:OnlyToReadPage"
