"""Word documents for tests, written as XML: what Word writes for the thing tested and no more."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(text="", *, ppr="", rpr=""):
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{r(text, rpr=rpr) if text else ''}</w:p>"


def r(text, *, rpr=""):
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*content, tcpr=""):
    inner = "".join(c if c.startswith("<") else p(c) for c in content) or p()
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{inner}</w:tc>"


def tr(*cells, trpr=""):
    inner = "".join(c if c.startswith("<") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{inner}</w:tr>"


def tbl(*rows, grid=()):
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def num(num_id, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


def lvl(level, style, text, *, suff="nothing", extra=""):
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:suff w:val="{suff}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def docx(*body, main="word/document.xml", links="", media=None, **parts):
    """A .docx file; `parts` are the contents of styles, numbering, footnotes, endnotes."""
    files = {main: _part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>")}
    folder, _, name = main.rpartition("/")
    rels = links
    for kind, content in parts.items():
        files[f"{folder}/{kind}.xml"] = _part(kind, content)
        rels += _link(kind, f"{kind}.xml")
    files[f"{folder}/_rels/{name}.rels"] = _rels(rels)
    files |= media or {}
    files["_rels/.rels"] = _rels(_link("officeDocument", main))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, content in files.items():
            package.writestr(path, content)
    return out.getvalue()


def _part(name, content):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_SPACES}>{content}</w:{name}>'


def _link(kind, target):
    return f'<Relationship Id="r{kind}" Type="{_TYPE}/{kind}" Target="{target}"/>'


def _rels(links):
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{links}</Relationships>'
