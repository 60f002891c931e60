"""Word files as a program writes them: made by hand, so that what is wrong in one is known exactly."""

import io
import zipfile

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    f'<w:styles xmlns:w="{SPACE}"><w:style w:type="paragraph" w:styleId="Heading1">'
    '<w:name w:val="heading 1"/></w:style></w:styles>'
)


def paragraph(words: str, style: str = "", inside: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{words}</w:t></w:r>{inside}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"


def word_file(*body: str, **parts: str | bytes) -> bytes:
    """`parts` are further files inside it, by their names with "__" for "/"."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document(*body))
        archive.writestr("word/styles.xml", _STYLES)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def document(*body: str) -> str:
    words = "".join(body)
    drawing = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return f'<w:document xmlns:w="{SPACE}" {drawing}><w:body>{words}</w:body></w:document>'


def links(*targets: str) -> str:
    """Relationships to things outside the file."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="x/image" Target="{target}" TargetMode="External"/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_LINKS}">{lines}</Relationships>'


A_REPORT = word_file(
    paragraph("Report", "Heading1"),
    paragraph("Mia &amp; her class read every day."),
    table(("Target", "Who", "By"), ("Read at home", "School", "1 May"), ("A laptop", "Ms Ali", "")),
    paragraph("Signed by the teacher."),
)
