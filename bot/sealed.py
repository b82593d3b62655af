"""What is kept of people in files: numbers of chats as keyed hashes, words encrypted.

Both keys come from the bot's token and are in no file, so a file alone tells nothing.
"""

from __future__ import annotations

import hmac
import sqlite3
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken


@contextmanager
def transaction(path: Path, schema: str) -> Iterator[sqlite3.Connection]:
    """A transaction on a connection of its own: all that is done with it, or nothing.

    What is deleted is overwritten.
    """
    with closing(sqlite3.connect(path, timeout=10)) as db, db:
        db.executescript("PRAGMA secure_delete = ON;" + schema)
        db.execute("BEGIN IMMEDIATE")
        yield db


class Sealed:
    """Hashes and seals with keys from a secret."""

    def __init__(self, secret: str, purpose: str = "words") -> None:
        """`purpose`: what is sealed; for another one the key is another."""
        self._key = sha256(b"saiwen chats\0" + secret.encode()).digest()
        box = sha256(f"saiwen {purpose}\0{secret}".encode()).digest()
        self._box = Fernet(urlsafe_b64encode(box))

    def hashed(self, *numbers: int) -> str:
        """The name of a chat, a person or a message in the file."""
        said = ":".join(map(str, numbers))
        return hmac.new(self._key, said.encode(), sha256).hexdigest()

    def seal(self, text: str) -> bytes:
        """The words, readable with the same secret only."""
        return self._box.encrypt(text.encode("utf-8", "replace"))

    def opened(self, sealed: bytes) -> str | None:
        """The words again; None where they were sealed with another secret."""
        try:
            return self._box.decrypt(sealed).decode()
        except (InvalidToken, UnicodeDecodeError):
            return None
