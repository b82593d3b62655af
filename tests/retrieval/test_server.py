"""A Chroma server instead of the embedded one (`CHROMA_URL`): the same search, over loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import chromadb
import pytest

from retrieval.errors import IndexAddressError
from retrieval.index.build import ensure, open_search
from retrieval.index.builds import Builds
from retrieval.index.vectors import server as address

EXECUTABLE = Path(sys.executable).with_name("chroma")


class Server:
    """A server in a folder of its own, stopped and started on the same port."""

    def __init__(self, folder, port):
        self.folder, self.port, self.process = folder, port, None
        self.environ = {"CHROMA_URL": f"http://127.0.0.1:{port}"}

    def start(self):
        command = [EXECUTABLE, "run", "--path", self.folder, "--host", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("the server does not start")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def collections(self):
        client = chromadb.HttpClient("127.0.0.1", self.port)
        return {collection.name for collection in client.list_collections()}


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    assert EXECUTABLE.exists()
    running = Server(tmp_path_factory.mktemp("server"), free_port())
    running.start()
    yield running
    running.kill()


def seen(hits):
    return [(hit.chunk.id, hit.score, hit.meaning) for hit in hits]


def test_it_finds_what_exact_search_finds(server, tmp_path, sources, model):
    store = ensure(tmp_path, sources(2), model=model, environ=server.environ)
    search = open_search(store, model, server.environ)
    exact = seen(search.find("报名邮箱"))
    search.warm()
    assert search._index is not None
    assert seen(search.find("报名邮箱")) == exact
    assert not Builds(tmp_path).current().chroma.exists()


def test_one_collection_for_each_store_and_none_left_over(server, tmp_path, sources, model):
    others = server.collections()
    store = ensure(tmp_path, sources(2), model=model, environ=server.environ)
    store.replace([])
    ensure(tmp_path, sources(3), model=model, environ=server.environ)
    expected = f"saiwen-{Builds(tmp_path).current().name}"
    assert server.collections() - others == {expected}


def test_a_server_that_is_killed_is_done_without_and_found_again(server, tmp_path, sources, model):
    store = ensure(tmp_path, sources(2), model=model, environ=server.environ)
    search = open_search(store, model, server.environ)
    search.warm()
    before = seen(search.find("报名邮箱"))
    server.kill()
    try:
        assert seen(search.find("报名邮箱")) == before
    finally:
        server.start()
    search.warm()
    assert search._index is not None
    assert seen(search.find("报名邮箱")) == before


def test_a_server_that_has_lost_the_collection_gets_it_again(server, tmp_path, sources, model):
    store = ensure(tmp_path, sources(2), model=model, environ=server.environ)
    name = f"saiwen-{Builds(tmp_path).current().name}"
    chromadb.HttpClient("127.0.0.1", server.port).delete_collection(name)
    search = open_search(store, model, server.environ)
    search.warm()
    assert search._index is not None
    assert len(search._index.nearest(model.embed_query("报名"), 99)) == len(search.chunks)


def test_a_server_that_is_away_while_building(tmp_path, sources, model):
    environ = {"CHROMA_URL": f"http://127.0.0.1:{free_port()}"}
    store = ensure(tmp_path, sources(1), model=model, environ=environ)
    search = open_search(store, model, environ)
    search.warm()
    assert search.find("报名邮箱")[0].chunk.path == "三（二）"


def test_from_the_embedded_one_to_a_server_without_embedding(
    server, tmp_path, sources, model, make_model
):
    ensure(tmp_path, sources(1), model=model, environ={})
    again = make_model()
    ensure(tmp_path, sources(1), model=again, environ=server.environ)
    assert again.embedded == 0
    assert f"saiwen-{Builds(tmp_path).current().name}" in server.collections()


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8000", "https://chroma.example.org", "http://chroma:1", "http://a:65535"],
)
def test_an_address_of_a_server(url):
    assert address({"CHROMA_URL": f" {url}/ "}) == url


@pytest.mark.parametrize("environ", [{}, {"CHROMA_URL": ""}, {"CHROMA_URL": "  "}])
def test_without_an_address_there_is_no_server(environ):
    assert address(environ) is None


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1:8000",
        "chroma.example.org",
        "ftp://127.0.0.1",
        "http://",
        "http://127.0.0.1:65536",
        "http://127.0.0.1:0",
        "http://127.0.0.1:eight",
        "http://me:secret@127.0.0.1:8000",
        "http://127.0.0.1:8000/api",
        "http://127.0.0.1:8000?tenant=a",
    ],
)
def test_what_is_no_address_is_refused_without_repeating_it(url, tmp_path, sources, model):
    with pytest.raises(IndexAddressError, match="CHROMA_URL") as told:
        ensure(tmp_path, sources(1), model=model, environ={"CHROMA_URL": url})
    assert "secret" not in str(told.value)
