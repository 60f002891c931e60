"""What is imported elsewhere, while the carer is still typing the password."""

from ui.door.door import import_parts


def import_heavy_things() -> None:
    """The door, what the first page inside needs, and what every page does. Slow: with nothing beside it."""
    import_parts()
    import ui.base.dialogs
    import ui.home.home
    import ui.shell.side_bar
    import ui.widgets.date_field
    import ui.widgets.error_summary
    import ui.widgets.message_bar
    import ui.widgets.saved_text  # noqa: F401
