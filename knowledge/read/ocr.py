"""Recognition of Chinese print in pictures by RapidOCR, whose models lie in its package.

The extra `ocr` brings it. Nothing is fetched when it runs: the models are named by their files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import UnreadableError

Picture = NDArray[np.uint8]
"""Rows, columns, three colours (blue, green, red)."""
Points = NDArray[np.float64]
"""Corners as x and y: top left, top right, bottom right, bottom left of the text."""

_MODELS = {"Det": "*det*.onnx", "Cls": "*cls*.onnx", "Rec": "*rec*.onnx"}
_LONGEST = 2600
"""Pixels; an A4 page at 220 dpi is recognised as it is, larger pictures are made smaller."""
_SAMPLE = 5
_SURE = 0.9
_ALL = {"use_det": True, "use_cls": True, "use_rec": True}
_PLACES = {"use_det": True, "use_cls": False, "use_rec": False}
_DIRECTION = {"use_det": False, "use_cls": True, "use_rec": False}
_LOCK = Lock()
"""The engine holds state during a call."""


class Found(NamedTuple):
    """A run of text in a picture."""

    text: str
    confidence: float
    corners: Points
    chars: tuple[tuple[str, float], ...] = ()
    """Its characters, each with its middle as a share of the run's length."""


def recognise(picture: Picture) -> list[Found]:
    """All print in a picture, in no particular order.

    Raises:
        UnreadableError: the recognition is not installed.
    """
    engine = _engine()
    with _LOCK:
        found = engine(  # every switch each time: the engine keeps what the last call set
            picture, return_word_box=True, return_single_char_box=True, **_ALL
        )
    if found.boxes is None or found.txts is None:
        return []
    words = found.word_results or [()] * len(found.txts)
    runs = zip(found.txts, found.scores, found.boxes, words, strict=False)
    return [
        Found(text, float(score), np.asarray(box, dtype=np.float64), _chars(text, box, chars))
        for text, score, box, chars in runs
        if text.strip()
    ]


def _chars(text: str, box: Any, chars: Any) -> tuple[tuple[str, float], ...]:
    """Where the characters stand along the run, if the engine tells of all of them."""
    start, end = np.asarray(box)[[0, 1]]
    along = (end - start) / max(float(np.dot(end - start, end - start)), 1.0)
    placed = [
        (str(char), float(np.dot(np.mean(np.asarray(place), axis=0) - start, along)))
        for char, _, place in chars
        if place is not None
    ]
    whole = "".join(char for char, _ in placed) == "".join(text.split())
    return tuple(placed) if whole else ()


def detect(picture: Picture) -> list[Points]:
    """Where print is, without reading it."""
    engine = _engine()
    with _LOCK:
        found = engine(picture, **_PLACES)
    return [] if found.boxes is None else [np.asarray(b, dtype=np.float64) for b in found.boxes]


def upside_down(picture: Picture, places: Sequence[Points]) -> bool:
    """Whether the text of a picture stands on its head, by its longest runs."""
    from knowledge.read.image_prepare import flattened  # noqa: PLC0415 - it names our types

    longest = sorted(places, key=lambda corners: -float(np.ptp(corners[:, 0])))[:_SAMPLE]
    engine = _engine()
    with _LOCK:
        labels = [engine(flattened(picture, corners), **_DIRECTION) for corners in longest]
    sure = [label.cls_res[0] for label in labels if label.cls_res]
    turned = sum(bool(label == "180" and score > _SURE) for label, score in sure)
    return turned * 2 > len(longest)


def check_installed() -> None:
    """Ask for the extra before anything of it is imported.

    Raises:
        UnreadableError: it is not installed.
    """
    if not all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2")):
        raise UnreadableError(
            "这是图片，需要识别组件；请安装：pip install 'saiwen[ocr]'（或 make install-all）"
        )


@cache
def _engine() -> Any:
    check_installed()
    from rapidocr import RapidOCR  # noqa: PLC0415 - loads models

    return RapidOCR(params=_settings())


def _settings() -> Mapping[str, Any]:
    """Our settings: the models by their files, so that none is ever looked for elsewhere."""
    import rapidocr  # noqa: PLC0415 - of the extra

    folder = Path(rapidocr.__file__).parent / "models"
    found = {part: sorted(folder.glob(pattern)) for part, pattern in _MODELS.items()}
    if not all(found.values()):
        raise UnreadableError(
            "识别组件缺少模型文件；请重新安装：pip install --force-reinstall rapidocr"
        )
    return {
        "Global.log_level": "critical",
        "Global.max_side_len": _LONGEST,
        **{f"{part}.model_path": str(files[0]) for part, files in found.items()},
    }
