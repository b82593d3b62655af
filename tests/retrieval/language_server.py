"""An OpenAI-compatible server on loopback that answers as a test tells it to, well or badly."""

from __future__ import annotations

import gzip
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

LONG = 30.0
"""Seconds a stalled or trickling connection would last if nobody broke it off."""


def completion(content):
    """The reply of a server that has something to say."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [choice],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


class Handler(BaseHTTPRequestHandler):
    """Hands each request to `server.behave`, with what the request holds."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.asked.append(json.loads(body))
        self.server.headers.append(dict(self.headers))
        try:
            self.server.behave(self)
        except OSError:
            self.server.broken_off += 1  # the client has gone: what a stalled server is to see
            self.close_connection = True

    def send(self, body, *, status=200, kind="application/json", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.begin(len(data), status=status, kind=kind, **headers)
        self.wfile.write(data)

    def begin(self, length, *, status=200, kind="application/json", **headers):
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    """`says` sets what it answers with; `asked` are the bodies it was sent."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.headers, self.broken_off = [], [], 0
        self.behave = lambda to: to.send(completion(""))
        Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"

    def says(self, content):
        self.behave = lambda to: to.send(completion(content))

    @property
    def material(self):
        """What it was last asked to work on."""
        return json.loads(self.asked[-1]["messages"][-1]["content"])


def stalls(to):
    time.sleep(LONG)


def stalls_after_headers(to):
    to.begin(1000)
    time.sleep(LONG)


def trickles(to):
    """A byte now and then: no single wait is long."""
    data = json.dumps(completion("报名在9月29日截止。")).encode() + b" " * 100_000
    to.begin(len(data))
    end = time.monotonic() + LONG
    for at in range(len(data)):
        to.wfile.write(data[at : at + 1])
        to.wfile.flush()
        time.sleep(0.02)
        if time.monotonic() > end:
            return


def hangs_up(to):
    to.connection.shutdown(2)


def cuts_short(to):
    to.begin(1000)
    to.wfile.write(b'{"choices": [')
    to.connection.shutdown(2)


def endless(to):
    """Far more than any answer, as fast as it can."""
    to.begin(1 << 40)
    for _ in range(1 << 20):
        to.wfile.write(b" " * 65536)


def packed(to):
    """A little that unpacks to much."""
    to.send(gzip.compress(b" " * 10_000_000, 1), content_encoding="gzip")


def redirects(to):
    to.begin(0, status=307, location="http://127.0.0.1:9/elsewhere")


def sends(body, **how):
    """Exactly these bytes or this JSON."""
    return lambda to: to.send(body, **how)
