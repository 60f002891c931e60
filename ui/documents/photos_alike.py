"""What is done with all photos of a paper alike, and what is looked for on each as it comes: its tilt, its edges."""

from functools import partial
from typing import TYPE_CHECKING

from shiboken6 import isValid

from carer_app.jobs.paper_edges import WHOLE, Edges
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.words import _
from ui.base.records import Records
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.documents.photo_pages import PhotoPages


class PhotosAlike:
    """Looked for elsewhere; what was changed by hand meanwhile stays."""

    def __init__(self, of: "PhotoPages", records: Records) -> None:
        self._of, self._records = of, records

    def begin(self, number: int) -> None:
        """A photo came: what is ticked for all is done with it too."""
        if self._of.straight.isChecked():
            self._find_tilt(number)
        elif self._of.cut_all.isChecked():
            self.find_paper(number)

    def find_paper(self, number: int) -> None:
        """Propose where the edges of the paper are."""
        photo = dict(self._of.numbered())[number]
        self._records.run(photo.proposed, partial(self._on_found, number, photo))

    def on_straight(self, on: bool) -> None:
        """Put straight, or as they were taken."""
        for number, photo in self._of.numbered():
            if on:
                self._find_tilt(number)
            elif photo.tilt:
                self._of.make_anew(number, photo.straightened(0))
                if self._of.cut_all.isChecked():
                    self.find_paper(number)

    def on_cut_all(self, on: bool) -> None:
        """Only the paper, or all of each photo."""
        for number, _photo in self._of.numbered():
            if on:
                self.find_paper(number)
            else:
                self._of.cut(number, WHOLE)

    def on_lighter(self, lighter: bool) -> None:
        """With lighter paper, or as they were taken."""
        for number, photo in self._of.numbered():
            self._of.make_anew(number, photo.with_lighter_paper(lighter))

    def _find_tilt(self, number: int) -> None:
        photo = dict(self._of.numbered())[number]
        self._records.run(photo.found_tilt, partial(self._on_tilt, number, photo))

    def _now(self, number: int) -> PhotoOfPage | None:
        return dict(self._of.numbered()).get(number) if isValid(self._of) else None

    def _on_tilt(self, number: int, photo: PhotoOfPage, tilt: float) -> None:
        now = self._now(number)
        if now is not None and now.turns == photo.turns and not now.tilt and self._of.straight.isChecked():
            if tilt:
                self._of.make_anew(number, now.straightened(tilt))
            if self._of.cut_all.isChecked():
                self.find_paper(number)

    def _on_found(self, number: int, photo: PhotoOfPage, edges: Edges) -> None:
        now = self._now(number)
        if now is not None and (now.turns, now.tilt) == (
            photo.turns,
            photo.tilt,
        ):  # it was not turned meanwhile
            self._of.make_anew(number, now.within(edges))
            if edges == WHOLE:
                announce(self._of, _("No paper stands out on this photo. All of it is kept."))
