"""Word files as councils' PEP forms are: tables in tables, merged cells, tick boxes and answers as content controls."""

from tests.imports.pep_like import AGREED
from tests.imports.word_files import paragraph, table, word_file

_TICKED = "http://schemas.microsoft.com/office/word/2010/wordml"


def control(inside: str) -> str:
    """An answer to fill in."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="Answer"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def tick(on: bool) -> str:
    sign = "☒" if on else "☐"
    box = f'<w14:checkbox xmlns:w14="{_TICKED}"><w14:checked w14:val="{int(on)}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{box}</w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"


def cell(*paragraphs: str, across: int = 1, down: str = "") -> str:
    """`down` is "restart" for the first of cells that are one, and "continue" for the others."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{''.join(paragraphs) or '<w:p/>'}</w:tc>"


def rows(*each: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in each) + "</w:tbl>"


def p(words: str) -> str:
    return control(paragraph(words))


_TOP = table(("Name of child", "Mia"), ("School", "Oak Lane Primary"), ("Date of meeting", "9 March 2026"))


def merged_heads() -> bytes:
    """A head across the whole table, then the heads; the reason is one cell beside two rows."""
    return word_file(
        paragraph("Personal Education Plan", "Heading1"), _TOP,
        rows(
            cell(paragraph("SECTION 4: TARGETS AND ACTIONS"), across=4),
            "".join(cell(paragraph(head)) for head in ("Why?", "Action", "By whom", "By when")),
            *(
                (cell(p("To feel safe"), down="restart") if number % 2 == 0 else cell(down="continue"))
                + cell(p(what)) + cell(p(who)) + cell(p(when))
                for number, (what, who, when) in enumerate(AGREED)
            ),
        ),
        paragraph("Signed"),
    )  # fmt: skip


def who_and_when_in_one_cell() -> bytes:
    return word_file(
        paragraph("PEP", "Heading1"), _TOP,
        rows(
            cell(paragraph("Target")) + cell(paragraph("Who / By when")) + cell(paragraph("Met?")),
            *(
                cell(p(what)) + cell(p(who), p(when)) + cell(f"<w:p>{tick(False)}</w:p>")
                for what, who, when in AGREED
            ),
        ),
    )  # fmt: skip


def table_in_a_table() -> bytes:
    """The form is one big table, and the actions are a table in one of its cells."""
    inner = rows(
        cell(paragraph("Action")) + cell(paragraph("Who")) + cell(paragraph("When")),
        *(cell(p(what)) + cell(p(who)) + cell(p(when)) for what, who, when in AGREED),
    )
    return word_file(
        rows(
            cell(paragraph("Views of the child"), p("I like art."), across=2),
            cell(paragraph("Agreed actions")) + cell(inner, "<w:p/>"),
        )
    )


def over_a_page() -> bytes:
    """The table is cut in two by the end of a page, and goes on without its heads."""
    first = rows(
        cell(paragraph("Action")) + cell(paragraph("Person responsible")) + cell(paragraph("Timescale")),
        *(cell(p(what)) + cell(p(who)) + cell(p(when)) for what, who, when in AGREED[:2]),
    )
    second = rows(*(cell(p(what)) + cell(p(who)) + cell(p(when)) for what, who, when in AGREED[2:]))
    return word_file(paragraph("PEP"), first, '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', second)


def bullets_under_targets() -> bytes:
    """Each target is a row of its own, and below it are its actions, each with who and when."""
    return word_file(
        rows(
            cell(paragraph("Target 1: Mia will read more"), across=3),
            cell(paragraph("Actions")) + cell(paragraph("Who")) + cell(paragraph("When")),
            *(cell(p("• " + what)) + cell(p(who)) + cell(p(when)) for what, who, when in AGREED[:2]),
            cell(paragraph("Target 2: Mia will feel calm at school"), across=3),
            cell(paragraph("Actions")) + cell(paragraph("Who")) + cell(paragraph("When")),
            *(cell(p("• " + what)) + cell(p(who)) + cell(p(when)) for what, who, when in AGREED[2:]),
        )
    )


def columns_of_a_page() -> bytes:
    """Two columns on the page, and labels one below the other."""
    body = "".join(
        paragraph(f"Target {number}: {what}") + paragraph(f"By whom: {who}") + paragraph(f"By when: {when}")
        for number, (what, who, when) in enumerate(AGREED, start=1)
    )
    return word_file(paragraph("PEP"), body, '<w:sectPr><w:cols w:num="2"/></w:sectPr>')


LAYOUTS = {
    each.__name__: each
    for each in (
        merged_heads,
        who_and_when_in_one_cell,
        table_in_a_table,
        over_a_page,
        bullets_under_targets,
        columns_of_a_page,
    )
}
