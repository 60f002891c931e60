"""The files that a paper was made from, where they are kept as they came: each can be saved where the carer chooses."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs import file_document
from carer_app.use_cases import filing
from carer_app.use_cases.filing import KeptSource
from carer_app.words import _
from ui.base import dialogs
from ui.base.page import Page
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel

WITH_MACROS = (".docm", ".dotm")
NAMES = {
    **dict.fromkeys((".docx", ".dotx", *WITH_MACROS), _("the Word file")),
    ".txt": _("the text file"),
    ".eml": _("the mail"),
    ".svg": _("the drawing"),
}


class AsItCame(QWidget):
    """Nothing where none is kept."""

    def __init__(self, page: Page, otherwise: QWidget) -> None:
        super().__init__()
        self.page = page
        self.rows: Rows[KeptSource] = Rows(partial(_SaveButton, self), otherwise, gap=8)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(PlainLabel(_("What you save elsewhere is not locked."), kind="hint"))
        column.addWidget(self.rows)

    def show_paper(self, document_id: int | None) -> None:
        """Those of this paper."""
        kept = self.page.records.read(filing.kept_sources, document_id) if document_id is not None else []
        self.rows.show_rows(kept)
        self.setVisible(bool(kept))

    def save_to(self, source: KeptSource, path: str) -> None:
        """Unseal it and write it there, elsewhere."""
        records = self.page.records
        saving = _("Saving the file. This can take a moment.")
        records.run(
            partial(file_document.save_source, source, records.papers, Path(path)),
            self._say_saved,
            saying=saving,
        )

    def _say_saved(self, name: str) -> None:
        self.page.said.emit(_("Saved: {name}. It is not locked there.").format(name=name))


class _SaveButton(QWidget):
    """One file."""

    def __init__(self, of: AsItCame, _row_id: int) -> None:
        super().__init__()
        self._of = of
        self._source: KeptSource | None = None
        self.save = Button("")
        self.save.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        self.warning = PlainLabel(
            _(
                "This Word file can hold a small program. Nothing of it was run here. "
                "If Word asks, do not switch the program on."
            ),
            kind="hint",
        )
        column.addWidget(self.warning)
        column.addWidget(self.save)

    def show_row(self, number: int, source: KeptSource) -> None:
        """Which one it is."""
        self._source = source
        name = NAMES.get(source.ending, _("photo {number}").format(number=number))
        self.warning.setVisible(source.ending in WITH_MACROS)
        self.save.setText(_("Save {file} as it came").format(file=name))
        self.save.setAccessibleName(self.save.words())

    def first_box(self) -> QWidget:
        """The button."""
        return self.save

    def _on_save(self) -> None:
        if self._source is not None:
            ending = self._source.ending
            kinds = _("Files (*{ending})").format(ending=ending)
            dialogs.choose_where_to_save(
                self,
                self.save.words(),
                kinds,
                _("Paper as it came") + ending,
                partial(self._of.save_to, self._source),
            )
