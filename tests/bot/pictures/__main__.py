"""`make pictures`: replay the journeys, write docs/pictures.

`python -m pictures STORE` uses a store that has the bundled notices; else one is built.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bot_api.state import BOT
from PIL import Image

from pictures.page import page
from pictures.played import played, told

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs/pictures"
WIDTH, TALLEST, COLOURS = 440, 4000, 96
MARK = (201, 217, 184)
"""Colour of the page below the last message."""


def taken(browser: str, html: str, folder: Path) -> bytes:
    """The picture of a page, cut below its last message."""
    source, shot = folder / "page.html", folder / "shot.png"
    source.write_text(html, "utf-8")
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--user-data-dir={folder / 'profile'}", f"--window-size={WIDTH},{TALLEST}"),
            *(f"--screenshot={shot}", source.as_uri()),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    image = Image.open(shot).convert("RGB").crop((0, 0, WIDTH, TALLEST))
    rows = [y for y in range(TALLEST) if _shown(image, y)]
    cut = image.crop((0, 0, WIDTH, rows[-1] + 12)).quantize(COLOURS)
    kept = io.BytesIO()
    cut.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _shown(image: Image.Image, y: int) -> bool:
    return any(image.getpixel((x, y)) != MARK for x in range(4, WIDTH - 4, 8)) and any(
        image.getpixel((x, y)) not in {MARK, (255, 255, 255)} for x in range(0, WIDTH, 2)
    )


def main() -> None:
    """Take all pictures."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("pictures need chromium (Debian: apt-get install chromium fonts-noto-cjk)")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        chats = played(Path(scratch), Path(sys.argv[1]) if len(sys.argv) > 1 else None)
        for journey, messages in chats:
            html = page(journey.title, messages, BOT["id"], opened=journey.opened)
            picture = taken(browser, html, Path(scratch))
            (FOLDER / f"{journey.name}.png").write_bytes(picture)
            sys.stderr.write(f"{journey.name}.png {len(picture) // 1024} KB\n")
    (FOLDER / "messages.txt").write_text(told(chats), "utf-8")


if __name__ == "__main__":
    main()
