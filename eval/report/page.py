"""A report as one self-contained HTML page and as Markdown; everything foreign is escaped here."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from eval.report.draw import svg
from eval.report.model import Report, Section

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def html(report: Report) -> str:
    """The page; without matplotlib its plots are left out, and a line says so."""
    drawn = {section.id: _drawn(section) for section in report.sections}
    return (
        _templates(escaped=True).get_template("report.html.j2").render(report=report, drawn=drawn)
    )


def markdown(report: Report) -> str:
    """The same as Markdown, without plots."""
    return _templates(escaped=False).get_template("report.md.j2").render(report=report)


def plain(words: str) -> str:
    r"""Words that are no Markdown, in one line.

    >>> plain("a|b\n<i>")
    'a\\|b \\<i\\>'
    """
    return _MARKS.sub(r"\\\1", " ".join(words.split("\n")))


def _drawn(section: Section) -> list[Markup]:
    try:
        drawings = [svg(p, f"{section.id}{n}") for n, p in enumerate(section.plots)]
    except ImportError:
        return [Markup("<p>没有画图：请安装 saiwen[report]</p>")] if section.plots else []
    # matplotlib escapes the text of what it draws
    return [Markup(drawing) for drawing in drawings]  # noqa: S704


@cache
def _templates(*, escaped: bool) -> Environment:
    found = Environment(
        loader=PackageLoader("eval.report"),
        autoescape=escaped,  # noqa: S701 Markdown is no HTML: its own filter escapes
        trim_blocks=not escaped,
        lstrip_blocks=True,
    )
    found.filters["md"] = found.filters["cell"] = plain
    return found
