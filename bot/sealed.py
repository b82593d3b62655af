"""What is kept of people in files: numbers of chats as keyed hashes, words encrypted.

Both keys come from the bot's token and are in no file, so a file alone tells nothing.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken


class Sealed:
    """Hashes and seals with keys from a secret."""

    def __init__(self, secret: str) -> None:
        self._key = sha256(b"saiwen chats\0" + secret.encode()).digest()
        box = sha256(b"saiwen words\0" + secret.encode()).digest()
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
