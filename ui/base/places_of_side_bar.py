"""The doors of the side bar, and what stands behind Settings."""

from ui.base.place import Place

# The doors of the side bar


class Home(Place, name="home"):
    page = "ui.home.home:HomePage"
    side_bar = "home"


class Children(Place, name="children"):
    page = "ui.children.children:ChildrenPage"
    side_bar = "children"


class Actions(Place, name="actions"):
    page = "ui.actions.actions:ActionsPage"
    side_bar = "actions"


class Documents(Place, name="documents"):
    page = "ui.documents.documents:DocumentsPage"
    side_bar = "documents"


class SearchPlace(Place, name="search"):
    page = "ui.search.search:SearchPage"
    side_bar = "search"


class Help(Place, name="help"):
    page = "ui.help.help:HelpPage"
    side_bar = "help"


class Settings(Place, name="settings"):
    page = "ui.settings.settings:SettingsPage"
    side_bar = "settings"


class MayKeepAgain(Place, name="may_keep_again"):
    page = "ui.settings.may_keep_again:MayKeepAgainPage"
    side_bar = "settings"


class RecentlyRemoved(Place, name="recently_removed"):
    page = "ui.settings.recently_removed:RecentlyRemovedPage"
    side_bar = "settings"


class WaysIn(Place, name="ways_in"):
    page = "ui.ways_in.ways_in:WaysInPage"
    side_bar = "settings"


class WayBackSheetPlace(Place, name="way_back_sheet"):
    page = "ui.ways_in.way_back_sheet:WayBackSheetPage"
    side_bar = "settings"


# Keeping the records safe


class BackupsPlace(Place, name="backups"):
    page = "ui.backups.backups:BackupsPage"
    side_bar = "settings"


class GoBack(Place, name="go_back"):
    page = "ui.backups.go_back:GoBackPage"
    side_bar = "settings"
