"""What somebody put on a PDF's page: answers in a form, and notes. Imported in the reader process and nowhere else."""

import ctypes
import math
import re
from functools import partial
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from carer_app.imports.pdf_words import plain_text, words_in

MOST_FIELDS = 500
FIELD_CHARACTERS = 5_000
BESIDE = 160.0
"""Points right of a dot in which the words that go with it begin."""
_TO_CHOOSE = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_CROSSED_OUT, _WRITTEN_ON = "crossed_out", "note"
_NOT_SEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PART_OF_ANOTHER = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET)
# What programs write for "this one" where nobody gave the answer a word.
_NO_WORD = re.compile(r"(on|off|choice|option|button|group|radio)?[\s_-]*\d*", re.IGNORECASE)


class PutOn:
    """`form` is PDFium's, or None where there is none."""

    def __init__(self, form: Any) -> None:
        self._form = form

    def of(self, page: Any) -> tuple[list[tuple[str, str | bool]], list[tuple[str, float, str]], bool]:
        """What was typed, ticked or chosen in a form, and notes: drawn, or opened with a click, but not in the text."""
        fields: list[tuple[str, str | bool]] = []
        notes: list[tuple[str, float, str]] = []
        pinned = False
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SEEN:
                    continue
                kind = pdfium.FPDFAnnot_GetSubtype(annotation)
                pinned = pinned or kind == pdfium.FPDF_ANNOT_FILEATTACHMENT
                if kind == pdfium.FPDF_ANNOT_WIDGET and self._form:
                    fields += self._field(page, annotation)
                elif kind not in _PART_OF_ANOTHER:
                    notes += _notes(page, annotation, kind)
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
        return fields, notes, pinned

    def _field(self, page: Any, annotation: Any) -> list[tuple[str, str | bool]]:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        label = self._said(pdfium.FPDFAnnot_GetFormFieldAlternateName, annotation)
        label = label or self._said(pdfium.FPDFAnnot_GetFormFieldName, annotation)
        value: str | bool = ""
        if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
            value = self._said(pdfium.FPDFAnnot_GetFormFieldValue, annotation)
        elif kind in _TO_CHOOSE:
            value = self._chosen(annotation)
        elif kind == pdfium.FPDF_FORMFIELD_CHECKBOX:
            value = bool(pdfium.FPDFAnnot_IsChecked(self._form, annotation))
        elif kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON and pdfium.FPDFAnnot_IsChecked(self._form, annotation):
            value = self._answer(page, annotation) or True
        return [(label, value)] if value else []

    def _chosen(self, annotation: Any) -> str:
        """What a list shows: the words of what is chosen, not what the file calls it; or what was typed instead."""
        count = min(pdfium.FPDFAnnot_GetOptionCount(self._form, annotation), MOST_FIELDS)
        chosen = [
            self._said(pdfium.FPDFAnnot_GetOptionLabel, annotation, index)
            for index in range(count)
            if pdfium.FPDFAnnot_IsOptionSelected(self._form, annotation, index)
        ]
        return ", ".join(filter(None, chosen)) or self._said(pdfium.FPDFAnnot_GetFormFieldValue, annotation)

    def _answer(self, page: Any, annotation: Any) -> str:
        """Which of several answers has the dot: its word in the form, or else the words just right of it."""
        word = self._said(pdfium.FPDFAnnot_GetFormFieldExportValue, annotation)
        return word if word and not _NO_WORD.fullmatch(word) else _words_beside(page, annotation)

    def _said(self, ask: Any, annotation: Any, *which: int) -> str:
        return _words_of(partial(ask, self._form, annotation, *which))


def _notes(page: Any, annotation: Any, kind: int) -> list[tuple[str, float, str]]:
    words = _words_of(partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    found = [(_WRITTEN_ON, _how_far_down(page, annotation), words)] if words else []
    if kind == pdfium.FPDF_ANNOT_STRIKEOUT and (struck := words_in(page, _box(annotation))):
        found.insert(0, (_CROSSED_OUT, _how_far_down(page, annotation), struck))
    return found


def _words_of(ask: Any) -> str:
    """What PDFium says when asked twice: for the size in bytes, then for the words."""
    size = min(ask(None, 0), 2 * FIELD_CHARACTERS)
    if size < 4:
        return ""
    room = (ctypes.c_ushort * (size // 2))()
    if ask(room, size) > size:
        return ""
    return plain_text(bytes(room)).strip()


def _box(annotation: Any) -> Any:
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    return box


def _how_far_down(page: Any, annotation: Any) -> float:
    """From 0 at the top of the page to 1 at its foot."""
    edges, box = pdfium.FS_RECTF(), _box(annotation)
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(edges)) or edges.top <= edges.bottom:
        return 0.0
    down = (edges.top - box.top) / (edges.top - edges.bottom)
    return min(max(down, 0.0), 1.0) if math.isfinite(down) else 0.0


def _words_beside(page: Any, annotation: Any) -> str:
    """The words on the same line just right of it, as far as the next thing that can be pressed."""
    box = _box(annotation)
    box.left, box.right = box.right, box.right + BESIDE
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        if other := pdfium.FPDFPage_GetAnnot(page, index):
            next_to = _box(other)
            pdfium.FPDFPage_CloseAnnot(other)
            if next_to.bottom < box.top and box.bottom < next_to.top and box.left <= next_to.left < box.right:
                box.right = next_to.left
    words = words_in(page, box).split("\n", 1)[0]
    return re.split(r"\s{2,}", words.strip(), maxsplit=1)[0]
