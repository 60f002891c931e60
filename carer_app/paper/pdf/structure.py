"""What a page says of itself to a screen reader: the structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8).

Rows know their tags. While a page is drawn, what is real is marked with its place in the tree and what is only for the
eye as an artifact; once all pages are drawn, the tree is written. `PDF/UA-1` (ISO 14289-1) asks for all of it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper.pdf.cells import Cell, PaperTag
from carer_app.paper.pdf.lettering import on_paper

LANGUAGE = "en-GB"
_EVEN_IF_EMPTY = frozenset(("TR", "TH", "TD"))
"""A table keeps its cells: one that is left out would move those after it under another head."""


@dataclass(slots=True, eq=False)
class _Element:
    """One element of the tree. `kids` are elements, or a page (from 0) with a number of what is marked there."""

    tag: PaperTag
    above: "_Element | None" = None
    kids: "list[_Element | tuple[int, int]]" = field(default_factory=list)
    by_key: "dict[tuple[str, int], _Element]" = field(default_factory=dict)
    box: tuple[float, float, float, float] | None = None
    is_bookmarked: bool = False

    @property
    def kind(self) -> str:
        """Its kind in the document: a heading knows by what is above it how deep it stands."""
        if self.tag.kind != "H":
            return self.tag.kind
        assert self.above is not None
        is_own = self.above.tag.kind == "Sect" and self.tag.number == 0
        return f"H{2 + self.above.headings_above(is_own)}"

    def headings_above(self, without_own: bool) -> int:
        """How many parts round this one have a heading, this one included unless `without_own`."""
        above = self.above.headings_above(False) if self.above is not None else 0
        has_heading = self.tag.kind == "Sect" and ("H", 0) in self.by_key
        return above + int(has_heading and not without_own)

    def below(self, tag: PaperTag) -> "_Element":
        """The element of this tag, made when first asked for. A tag without a kind is only a place, and leads on."""
        key = (tag.kind, tag.number)
        found = self.by_key.get(key)
        if found is None:
            found = _Element(tag, self)
            self.by_key[key] = found
            self.kids.append(found)
        return found


class Structure:
    """The tree of one document, filled while its pages are drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._document = _Element(PaperTag("Document"))
        self._page = 0
        self._marked: list[list[_Element]] = [[]]

    def next_page(self) -> None:
        """What is marked from now on is on the next page."""
        self._page += 1
        self._marked.append([])

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is only for the eye. `kind`: "Header" or "Footer" for what stands on every page."""
        what = f"<</Type /Pagination /Subtype /{kind}>> BDC" if kind else "BMC"
        self._canvas.addLiteral(f"/Artifact {what}")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def real(self, cell: Cell, box: tuple[float, float, float, float]) -> Iterator[None]:
        """What is drawn inside is content of this cell. `box`: its left, foot, right and top on the page, in points."""
        element = self._element(cell)
        if element.tag.kind == "Figure":
            element.box = box
        marked = self._marked[self._page]
        number = len(marked)
        marked.append(element)
        element.kids.append((self._page, number))
        self._canvas.addLiteral(f"/{element.kind} <</MCID {number}>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def keep(self, cell: Cell) -> None:
        """A cell of a table has its place also where nothing is drawn in it."""
        kept = [number for number, tag in enumerate(cell.tags, 1) if tag.kind in _EVEN_IF_EMPTY]
        if kept:
            self._element(replace(cell, tags=cell.tags[: kept[-1]]))

    def bookmark(self, cell: Cell, top: float) -> None:
        """A heading can be jumped to from a reader's list of headings: where it begins, once."""
        tag = cell.tags[-1]
        element = self._element(cell)
        if tag.kind not in ("H", "H1") or not tag.words or element.is_bookmarked:
            return
        element.is_bookmarked = True
        name = f"heading{len(self._marked[self._page])}of{self._page}"
        self._canvas.bookmarkHorizontalAbsolute(name, top)
        self._canvas.addOutlineEntry(_said(tag.words), name, level=int(tag.kind == "H"))

    def write(self, title: str) -> None:
        """Into the document, as the last thing before it is saved. `title` as in the document's own information."""
        document: Any = self._canvas._doc  # type: ignore[attr-defined]
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            page.StructParents, page.Tabs = number, PDFName("S")
            page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
        root = PDFDictionary({"Type": PDFName("StructTreeRoot"), "ParentTreeNextKey": len(pages)})
        place = document.Reference(root)
        written = _Written(document, [document.Reference(page) for page in pages])
        root["K"] = written.element(self._document, place)
        numbers = []
        for number, marked in enumerate(self._marked):
            numbers += [number, document.Reference(PDFArray([written.places[each] for each in marked]))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        catalog = document.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = PDFStream(about, _about(title), filters=[])

    def _element(self, cell: Cell) -> _Element:
        element = self._document
        for tag in cell.tags:
            element = element.below(tag)
        return element


class _Written:
    """Elements as they are put into the document, and where each came to lie."""

    def __init__(self, document: Any, pages: Sequence[Any]) -> None:
        self._document = document
        self._pages = pages
        self.places: dict[_Element, Any] = {}

    def element(self, element: _Element, above: Any) -> Any:
        """Where this element, with all below it, was put."""
        facts: dict[str, Any] = {"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": above}
        facts |= {name: PDFString(words) for name, words in _words_of(element)}
        attributes = _attributes(element)
        if attributes:
            facts["A"] = attributes
        put = PDFDictionary(facts)
        self.places[element] = place = self._document.Reference(put)
        put["K"] = PDFArray([each for kid in element.kids for each in self._kid(kid, place)])
        return place

    def _kid(self, kid: "_Element | tuple[int, int]", above: Any) -> Iterator[Any]:
        if isinstance(kid, tuple):
            page, number = kid
            facts = {"Type": PDFName("MCR"), "Pg": self._pages[page], "MCID": number}
            yield PDFDictionary(facts)
        elif kid.kind:
            yield self.element(kid, above)
        else:
            for each in kid.kids:
                yield from self._kid(each, above)


def _words_of(element: _Element) -> Iterator[tuple[str, str]]:
    if element.kind == "Figure":
        yield "Alt", _said(element.tag.words)


def _said(words: str) -> str:
    return on_paper(words).replace("\n", " ")


def _attributes(element: _Element) -> PDFDictionary | None:
    if element.kind == "TH":
        return PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.tag.scope or "Column")})
    if element.kind == "L":
        numbering = PDFName(element.tag.scope or "None")
        return PDFDictionary({"O": PDFName("List"), "ListNumbering": numbering})
    if element.box:
        box = PDFArray([round(each, 2) for each in element.box])
        return PDFDictionary({"O": PDFName("Layout"), "BBox": box})
    return None


def _about(title: str) -> bytes:
    """What the document says of itself for programs (XMP): its title, its language, and that it is PDF/UA-1."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(_said(title))}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()
