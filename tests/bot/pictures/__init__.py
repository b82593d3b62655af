"""Pictures of messages as people see them: real ones, of the real bot over the bundled notices.

`make pictures` replays the journeys against the Bot API server of the tests and renders what has
been sent in a page like Telegram's; a headless Chromium takes the pictures.
"""
