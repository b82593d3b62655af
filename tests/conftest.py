"""Shared by all tests: bundled notices, a built store, no network, and skips that count in CI."""

from __future__ import annotations

import fcntl
import gc
import ipaddress
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from knowledge.model import Notice

NO_SKIP = os.environ.get("SAIWEN_NO_SKIP") == "1"

# on a busy machine one example in a hundred takes long; how fast things are is for benchmarks
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

# thousands of tests are objects that stay: looking through them again and again finds nothing
gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def notices() -> Mapping[str, Notice]:
    """The bundled notices by id, read once."""
    from knowledge.bundled import bundled  # noqa: PLC0415 when a test asks
    from knowledge.notice import read_notice  # noqa: PLC0415 when a test asks

    return {each.id: read_notice(each.id, each.data, each.confirmed) for each in bundled()}


def _ask(store: Path) -> None:
    """Ask something, so that the patterns it takes are kept for the programs over its copies."""
    command = [sys.executable, "-m", "bot.cli", "ask", "报名截止到什么时候？"]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run([*command, "--store", str(store)], env=environ, check=True, capture_output=True)


@pytest.fixture(scope="session")
def store_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the bundled notices; tests that write make their own.

    It is built once, by the first process of a run that asks, and copied by each.
    """
    from knowledge.kept import FILE as KEPT  # noqa: PLC0415 when a test asks
    from retrieval.index.build import ensure  # noqa: PLC0415 when a test asks

    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # of the whole run
    with (base / "built.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        ensure(base / "built")
        if not (base / "built" / KEPT).exists():
            _ask(base / "built")
    folder = tmp_path_factory.mktemp("store")
    shutil.copytree(base / "built", folder, dirs_exist_ok=True)
    return folder


def _is_local(host: object) -> bool:
    if not isinstance(host, str) or host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _guarded(real: Any, place: int) -> Any:
    """`real` with a look at the host, which is in its argument number `place` (alone or first)."""

    def call(*args: Any, **kwargs: Any) -> Any:
        target = args[place] if len(args) > place else kwargs.get("host")
        host = target[0] if isinstance(target, tuple) and target else target
        if isinstance(host, bytes):
            host = host.decode("idna")
        if not _is_local(host) and not (isinstance(target, str) and target.startswith("/")):
            message = f"a test reached beyond loopback: {host}"
            raise PermissionError(message)
        return real(*args, **kwargs)

    return call


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """No test reaches beyond this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _guarded(socket.socket.connect, 1))
        patch.setattr(socket.socket, "connect_ex", _guarded(socket.socket.connect_ex, 1))
        patch.setattr(socket, "getaddrinfo", _guarded(socket.getaddrinfo, 0))
        yield


def _skip_fails(report: Any) -> None:
    if NO_SKIP and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Under SAIWEN_NO_SKIP=1 a skipped test is a failed one."""
    report = yield
    _skip_fails(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """The same for a file skipped whole."""
    report = yield
    _skip_fails(report)
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked slow is left to .ci/run, and says so."""
    for item in () if NO_SKIP else items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: .ci/run runs it"))
