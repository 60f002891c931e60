"""Every kind of button, by name."""

from ui.widgets.button import BackLink, Button, Link
from ui.widgets.row_button import RowButton
from ui.widgets.side_bar_button import PictureDoor, SideBarButton
from ui.widgets.word_button import WordButton

__all__ = ["BackLink", "Button", "Link", "PictureDoor", "RowButton", "SideBarButton", "WordButton"]
