"""Plots as SVG to stand in a page: matplotlib draws, text stays text.

Text is not turned into paths: Chinese is shown with the reader's own fonts, and the machine that
makes the report needs none.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from eval.report.model import Bars, Curves, Matrix, Plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, ACCENT, SOFT = "#333333", "#2f6f9f", "#9dbdd6"
_COLOURS = (ACCENT, "#c0643a", "#5a8f4d", "#8a5fa8", "#777777", "#b8922c")
_FONTS = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", "sans-serif")
_WIDTH = 7.6
"""Of a plot, in inches."""
_CHARACTER = 0.155
"""Of a Chinese character, in inches."""


def svg(plot: Plot, salt: str) -> str:
    """A plot as an `<svg>` element; `salt` keeps its ids apart from other plots' in the page.

    Raises:
        ImportError: matplotlib is not installed (the extra `report`).
    """
    import matplotlib as mpl  # noqa: PLC0415 an extra
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415 an extra
    from matplotlib.figure import Figure  # noqa: PLC0415 an extra

    settings: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": salt,
        "font.family": list(_FONTS),
        "font.size": 10,
        "text.color": INK,
        "axes.edgecolor": "#bbbbbb",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": False,
    }
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # glyphs this machine lacks; the reader has them
        figure = Figure()
        FigureCanvasSVG(figure)
        _DRAW[plot.kind](plot, figure)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    drawn = out.getvalue()
    return drawn[drawn.index("<svg") :]


def _bars(plot: Bars, figure: Figure) -> None:
    height = 0.9 + 0.27 * len(plot.names)
    axes = _axes(figure, height, max(map(len, plot.names), default=1), plot.title)
    at = range(len(plot.names))
    axes.barh(at, plot.values, color=SOFT, height=0.62)
    if plot.low and plot.high:
        ends = list(zip(plot.low, plot.values, plot.high, strict=True))
        below = [max(value - low, 0) for low, value, _ in ends]
        above = [max(high - value, 0) for _, value, high in ends]
        axes.errorbar(
            plot.values, list(at), xerr=[below, above], fmt="none", ecolor=ACCENT, capsize=2
        )
    axes.set_yticks(list(at), plot.names)
    axes.invert_yaxis()
    if plot.unit == "%":
        axes.set_xlim(0, 1.0)
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    elif plot.unit:
        axes.set_xlabel(plot.unit)


def _curves(plot: Curves, figure: Figure) -> None:
    axes = _axes(figure, 3.4, 4, plot.title)
    for series, colour in zip(plot.series, _COLOURS * len(plot.series), strict=False):
        axes.plot(series.x, series.y, marker="o", markersize=3, color=colour, label=series.name)
    if plot.marked is not None:
        axes.axvline(plot.marked, color=INK, linestyle=":", linewidth=1)
    if plot.log_x:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    if plot.log_y:
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel(plot.x)
    axes.set_ylabel(plot.y)
    axes.grid(visible=True, color="#eeeeee")
    if len(plot.series) > 1:
        axes.legend(frameon=False)


def _matrix(plot: Matrix, figure: Figure) -> None:
    height = 1.3 + 0.42 * len(plot.rows)
    axes = _axes(figure, height, max(map(len, plot.rows), default=1), plot.title)
    totals = [max(sum(row), 1) for row in plot.counts]
    shades = [[n / total for n in row] for row, total in zip(plot.counts, totals, strict=True)]
    axes.imshow(shades, cmap="Blues", vmin=0, vmax=1.4, aspect="auto")
    for y, row in enumerate(plot.counts):
        for x, count in enumerate(row):
            axes.text(x, y, str(count), ha="center", va="center")
    axes.set_xticks(range(len(plot.columns)), plot.columns)
    axes.set_yticks(range(len(plot.rows)), plot.rows)
    axes.tick_params(length=0)


def _axes(figure: Figure, height: float, longest: int, title: str) -> Axes:
    """Axes with room for labels of so many characters on their left."""
    figure.set_size_inches(_WIDTH, height)
    left = min(0.35 + _CHARACTER * longest, _WIDTH / 2) / _WIDTH
    figure.subplots_adjust(left=left, right=0.97, top=1 - 0.35 / height, bottom=0.55 / height)
    axes = figure.add_subplot()
    axes.set_title(title, loc="left", fontsize=11)
    return axes


_DRAW: dict[str, Callable[[Any, Figure], None]] = {
    "bars": _bars,
    "curves": _curves,
    "matrix": _matrix,
}
