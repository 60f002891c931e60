"""What a program can see of PDF/UA-1 (ISO 14289-1; the Matterhorn Protocol's numbers in brackets), and what is heard.

`wrong_with` names everything amiss in a PDF; `heard` is what a screen reader would say, element by element. `pdfua` is
asked too, in `test_tagged_pdf.py`; what stands here is what it leaves out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.paper.tagged_fonts import wrong_with_fonts

STANDARD = {"Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "P", "L", "LI", "Lbl", "LBody"}
STANDARD |= {"H1", "H2", "H3", "H4", "Table", "TR", "TH", "TD", "Span", "Quote", "Figure"}
MAY_BE_EMPTY = frozenset(("TD", "TH"))
INSIDE = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
}
ONLY_HOLDS = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"}}
SHOWS = frozenset(
    ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE")
)


@dataclass
class Heard:
    """One element: its kind, how deep it stands (0 for the document), its own words, and what a figure shows."""

    kind: str
    depth: int
    words: str = ""
    alt: str = ""
    scope: str = ""
    lang: str = ""
    kids: "list[Heard]" = field(default_factory=list)

    def all(self) -> "Iterator[Heard]":
        """This element and all below it, in the order in which they are read."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    @property
    def whole(self) -> str:
        """Every word in it, in order."""
        return " ".join(" ".join(each.words for each in self.all() if each.words).split())


def wrong_with(data: bytes) -> list[str]:
    """Everything that a program can find amiss, each as a sentence; empty where the PDF is as it should be."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [*_of_the_document(pdf), *_of_the_tree(pdf), *wrong_with_fonts(pdf)]
        marked = [list(_marked_on(page)) for page in pdf.pages]
        for number, of_page in enumerate(marked):
            found += [f"page {number + 1}: {each}" for each in of_page if isinstance(each, str)]
        found += _of_what_is_marked(
            pdf, [{each for each in page if isinstance(each, int)} for page in marked]
        )
    return found


def _of_the_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if pdf.pdf_version < "1.7":
        yield "older than PDF 1.7"
    if not root.get("/MarkInfo", {}).get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "(06) it does not say that it is tagged"
    if not str(root.get("/Lang", "")):
        yield "(11) it has no language"
    for name, number in (("/OCProperties", "20"), ("/AcroForm", "24"), ("/OpenAction", "29")):
        if name in root:
            yield f"({number}) {name[1:]}, which nobody checks here"
    if "/EmbeddedFiles" in root.get("/Names", {}):
        yield "(21) files within, which nobody checks here"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "(07) the title is not shown"
    about = root.get("/Metadata")
    if about is None or b"<pdfuaid:part>1</pdfuaid:part>" not in about.read_raw_bytes():
        yield "(05) it does not say that it is PDF/UA-1"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        if not meta.get("dc:title") or meta.get("dc:title") != str(pdf.docinfo.get("/Title", "")):
            yield "(06) its title is missing, or is another for programs"
    for number, page in enumerate(pdf.pages):
        if page.obj.get("/Tabs") != "/S" or page.obj.get("/StructParents") != number:
            yield f"(28) page {number + 1} does not say in which order it is read"
        if page.obj.get("/Annots"):
            yield f"(28) page {number + 1} has something to press that nobody checks here"


def _of_the_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    document = _tree(pdf)
    if document.kind != "Document":
        yield "the tree does not begin with a document"
    deep = 0
    for element, above in _with_above(document):
        if element.kind not in STANDARD:
            yield f"(02) {element.kind} is no kind that others know"
        if element.kind == "Figure" and not element.alt:
            yield "(13) a figure without words"
        if element.lang and not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", element.lang):
            yield f"(11) no language is called {element.lang}"
        if element.kind == "TH" and not element.scope:
            yield "(15) a head cell that does not say of what"
        if above is not None and above.kind not in INSIDE.get(element.kind, {above.kind}):
            yield f"(09) {element.kind} in {above.kind}"
        if above is not None and element.kind not in ONLY_HOLDS.get(above.kind, {element.kind}):
            yield f"(09) {above.kind} holds {element.kind}"
        if not element.kids and not element.words.strip() and element.kind not in MAY_BE_EMPTY | {"Figure"}:
            yield f"an empty {element.kind}"
        if element.kind == "Table" and len({len(row.kids) for row in element.kids}) > 1:
            yield "(15) rows with more cells than others"
        if element.kind[0] == "H" and element.kind[1:].isdigit():
            if int(element.kind[1:]) > deep + 1:
                yield f"(14) {element.kind} after H{deep}: {element.whole}"
            deep = int(element.kind[1:])
    titles = [each for each in document.all() if each.kind == "H1"]
    if len(titles) != 1:
        yield f"{len(titles)} titles"


def _with_above(element: Heard, above: Heard | None = None) -> Iterator[tuple[Heard, Heard | None]]:
    yield element, above
    for kid in element.kids:
        yield from _with_above(kid, element)


def _marked_on(page: pikepdf.Page) -> Iterator[int | str]:
    """The numbers of what is marked on a page, and a sentence for everything amiss with the marks."""
    open_: list[tuple[str, int | None]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        what = str(operator)
        if what in ("BMC", "BDC"):
            facts = operands[1] if what == "BDC" else {}
            number = facts.get("/MCID") if hasattr(facts, "get") else None
            language = str(facts.get("/Lang", "")) if hasattr(facts, "get") else ""
            if language and not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", language):
                yield f"(11) no language is called {language}"
            if number is not None:
                yield int(number)
                if any(kind == "/Artifact" or mark is not None for kind, mark in open_):
                    yield "(01) something real inside something else"
            if str(operands[0]) == "/Artifact" and open_:
                yield "(01) an artifact inside something else"
            open_.append((str(operands[0]), None if number is None else int(number)))
        elif what == "EMC":
            open_.pop()
        elif what in SHOWS and not any(kind == "/Artifact" or mark is not None for kind, mark in open_):
            yield f"(01) {what} is neither content nor artifact"
    if open_:
        yield "(01) a mark that does not end"


def _of_what_is_marked(pdf: pikepdf.Pdf, marked: list[set[int]]) -> Iterator[str]:
    """The tree and the pages name the same marks, and the way back from a mark leads to its element."""
    named: list[dict[int, Any]] = [{} for _page in pdf.pages]
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for element in _elements(pdf.Root.StructTreeRoot.K):
        for kid in _kids(element):
            if "/MCID" in kid:
                named[pages[kid.Pg.objgen]][int(kid.MCID)] = element.objgen
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    back = dict(zip([int(each) for each in nums[::2]], nums[1::2], strict=True))
    for number, of_page in enumerate(marked):
        if set(named[number]) != of_page:
            yield f"page {number + 1}: marks {sorted(set(named[number]) ^ of_page)} stand in one place only"
        for mark, element in named[number].items():
            if back[number][mark].objgen != element:
                yield f"page {number + 1}: mark {mark} leads to another element"


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _elements(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        if kid.get("/S") is not None:
            yield from _elements(kid)


def heard(data: bytes) -> Heard:
    """What a screen reader says of this PDF: the tree, with the words that are marked as each element's."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _tree(pdf, _words_by_mark(data))


def _tree(pdf: pikepdf.Pdf, words: list[dict[int, str]] | None = None) -> Heard:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def element(of: Any, depth: int) -> Heard:
        facts = of.get("/A", pikepdf.Dictionary())
        made = Heard(str(of.S)[1:], depth, alt=str(of.get("/Alt", "")), scope=str(facts.get("/Scope", "")))
        made.lang = str(of.get("/Lang", ""))
        said = []
        for kid in _kids(of):
            if "/MCID" in kid:
                said.append(words[pages[kid.Pg.objgen]].get(int(kid.MCID), "") if words else "?")
            else:
                made.kids.append(element(kid, depth + 1))
        made.words = "".join(said)
        return made

    return element(pdf.Root.StructTreeRoot.K, 0)


def _words_by_mark(data: bytes) -> list[dict[int, str]]:
    """Of each page: the words drawn inside each mark, in the order in which they were drawn."""
    found: list[dict[int, str]] = []
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            words: dict[int, str] = {}
            text = page.get_textpage()
            for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
                size = pdfium.FPDFTextObj_GetText(thing, text, None, 0)
                room = (pdfium.FPDF_WCHAR * size)()
                pdfium.FPDFTextObj_GetText(thing, text, room, size)
                said = bytes(room).decode("utf-16-le").rstrip("\0")
                words[mark] = words.get(mark, "") + said
            found.append(words)
            text.close()
            page.close()
    finally:
        document.close()
    return found
