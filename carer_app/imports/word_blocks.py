"""The words of a Word or text file, as blocks in their order. Imported in the reader process and nowhere else.

Of a Word file only its XML is looked at. Macros, pictures, embedded files and whatever it links to are left out before
anything is read; nothing in it is run.
"""

import codecs
import io
import zipfile
import zlib
from html.parser import HTMLParser

import mammoth  # type: ignore[import-untyped]

from carer_app.imports.page_limits import MOST_BLOCKS, MOST_CELLS, MOST_TOLD

Block = tuple[str, object]
"""What it is ("heading", "words", "item", "table") and its words; of a table, rows of cells."""

MOST_PARTS = 4_000
MOST_XML = 24 * 1024 * 1024
DOCUMENT = "word/document.xml"
_KINDS = "[Content_Types].xml"
_ENDINGS = (
    (b"ms-word.document.macroEnabled", ".docm"),
    (b"ms-word.template.macroEnabled", ".dotm"),
    (b"wordprocessingml.template.main", ".dotx"),
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class BadWords(Exception):
    """Why it is not read: `damaged`, `locked`, `too_big`, `no_words`, `not_word` or `not_text`."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def warm_up() -> None:
    """Find everything that reading needs while files may still be opened."""
    body = "<w:p><w:r><w:t>A</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(DOCUMENT, f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    blocks_of_word(made.getvalue())
    ending_of_word(made.getvalue())
    for name in ("cp1252", *(each for _mark, each in _MARKS)):
        codecs.lookup(name)


def blocks_of_word(data: bytes) -> list[Block]:
    """Raises BadWords."""
    only_xml = _only_its_xml(data)
    try:
        html = mammoth.convert_to_html(
            only_xml, include_embedded_style_map=False, convert_image=lambda _image: []
        ).value
        reading = _Blocks()
        reading.feed(html)
        reading.close()
        reading.end_block()
    except (BadWords, MemoryError):
        raise
    except Exception as problem:  # whatever a foreign file can do to who reads it: this process ends with it
        raise BadWords("damaged") from problem
    return _must_say_something(reading.blocks)


def ending_of_word(data: bytes) -> str:
    """The ending that goes with what a Word file says it is, once it was read."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        try:
            kinds = _whole(parts, parts.getinfo(_KINDS))
        except (BadWords, KeyError, zipfile.BadZipFile, zlib.error, OSError, ValueError):
            kinds = b""  # it says nothing, or nothing that can be read
        holds_macros = any(name.lower().endswith("vbaproject.bin") for name in parts.namelist())
    ending = next((ending for kind, ending in _ENDINGS if kind in kinds), ".docx")
    return ".docm" if ending == ".docx" and holds_macros else ending


def blocks_of_text(data: bytes) -> list[Block]:
    """Each stretch without an empty line is a block. Raises BadWords."""
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    if any(ord(letter) < 32 and letter not in "\n\t" for letter in text):
        raise BadWords("not_text")
    if len(text) > MOST_TOLD:
        raise BadWords("too_big")
    stretches = "\n".join(line.rstrip() for line in text.split("\n")).split("\n\n")
    return _must_say_something([("words", each.strip("\n")) for each in stretches if each.strip()])


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # Windows, in this country


def _only_its_xml(data: bytes) -> io.BytesIO:
    """A new archive with nothing but the XML parts, none longer than it says and all of them together bounded."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            wanted = [each for each in parts.infolist() if each.filename.endswith((".xml", ".rels"))]
            if not any(each.filename == DOCUMENT for each in wanted):
                raise BadWords("not_word")
            if len(parts.infolist()) > MOST_PARTS or sum(each.file_size for each in wanted) > MOST_XML:
                raise BadWords("too_big")
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w") as kept:
                for each in wanted:
                    kept.writestr(zipfile.ZipInfo(each.filename), _whole(parts, each))
    except (BadWords, MemoryError):
        raise
    except Exception as problem:
        raise BadWords("damaged") from problem
    made.seek(0)
    return made


def _whole(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    if part.flag_bits & 0x1:
        raise BadWords("locked")
    with parts.open(part) as opened:
        xml = opened.read(MOST_XML + 1)  # never more than the archive says of it
    # Word writes no such thing: names that stand for more names can grow without end.
    if len(xml) > MOST_XML or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise BadWords("damaged")
    return xml


def _must_say_something(blocks: list[Block]) -> list[Block]:
    if not blocks:
        raise BadWords("no_words")
    return blocks


def _number(attrs: list[tuple[str, str | None]], wanted: str) -> int:
    said = next((value for name, value in attrs if name == wanted), None) or "1"
    return max(1, min(int(said), MOST_CELLS)) if said.isdigit() and len(said) < 6 else 1


class _Blocks(HTMLParser):
    """The HTML that mammoth makes, as blocks.

    A form is often one big table: a table inside a cell is a table of its own, where it stands, and a row of one cell
    across the whole table is the words between two tables. Of cells that are one over several rows, the first has the
    words.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._said: list[str] = []
        self._kind = "words"
        self._room = MOST_TOLD
        self._rows: list[list[str]] = []
        self._across = self._down = 1
        self._reach: dict[int, int] = {}
        """Of each column, how many more rows a cell from above takes there."""
        self._tables: list[dict[int, int]] = []
        """What the tables round about this one still reach, from the outermost."""
        self._lists: list[int] = []
        self._alone: list[str] = []
        """The row, where it is one cell across several."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._begin("heading" if tag[0] == "h" else "item" if tag == "li" or self._lists else "words")
            if tag == "li" and self._lists:
                self._lists[-1] += bool(self._lists[-1])
                if self._lists[-1]:
                    self._said.append(f"{self._lists[-1] - 1}. ")
        elif tag in ("ol", "ul"):
            self._begin("words")
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "br":
            self._said.append("\n")
        elif tag == "input":
            self._said.append("☒ " if ("checked", "checked") in attrs or ("checked", None) in attrs else "☐ ")
        elif tag == "table":
            if self._tables:
                self._end_cell()
                self._end_table()
            else:
                self._begin("words")
            self._tables.append(self._reach)
            self._reach = {}
        elif tag == "tr" and self._tables:
            self._rows.append([])
            self._fill_from_above()
        elif tag in ("td", "th") and self._tables:
            self._said = []
            self._across, self._down = _number(attrs, "colspan"), _number(attrs, "rowspan")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._begin("words")
        elif tag in ("ol", "ul") and self._lists:
            self._begin("words")
            self._lists.pop()
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._fill_from_above()
        elif tag == "tr" and self._rows and len(self._rows[-1]) > 1 and self._rows[-1] == self._alone:
            (words, *_empty) = self._rows.pop()
            self._end_table()
            if words:
                self.blocks.append(("words", words))
        elif tag == "table" and self._tables:
            self._end_table()
            self._reach = self._tables.pop()

    def handle_data(self, data: str) -> None:
        self._room -= len(data)
        if self._room < 0 or len(self.blocks) + len(self._rows) > MOST_BLOCKS:
            raise BadWords("too_big")
        self._said.append(data)

    def end_block(self) -> None:
        """What was said since the last one is a block."""
        said = "".join(self._said).strip()
        if said:
            self.blocks.append((self._kind, said))
        self._said = []

    def _end_cell(self) -> None:
        """What was said since it began are its words; a cell that another table lies in may have some more after it."""
        said = "".join(self._said).strip()
        self._said = []
        if not self._rows:
            if said:
                self.blocks.append(("words", said))
            return
        row = self._rows[-1]
        is_first, room = not row, MOST_CELLS - len(row)
        for place in range(len(row), len(row) + min(self._across, room)):
            self._reach[place] = self._down - 1
        row += [said, *[""] * (self._across - 1)][:room]
        self._alone = list(row) if is_first and self._across > 1 else []

    def _fill_from_above(self) -> None:
        """Where a cell of a row above goes on, this row has none of its own."""
        row = self._rows[-1] if self._rows else None
        while row is not None and len(row) < MOST_CELLS and self._reach.get(len(row), 0) > 0:
            self._reach[len(row)] -= 1
            row.append("")

    def _begin(self, kind: str) -> None:
        if self._tables:
            if self._said and not self._said[-1].endswith("\n"):
                self._said.append("\n")
            return
        if self._kind == "item" and kind == "item" and self._said == []:
            return
        self.end_block()
        self._kind = kind

    def _end_table(self) -> None:
        wide = max((len(row) for row in self._rows), default=0)
        rows = [row + [""] * (wide - len(row)) for row in self._rows if any(row)]
        if rows:
            self.blocks.append(("table", rows))
        self._rows, self._said = [], []
