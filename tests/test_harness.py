"""The harness holds: no network, and a skip fails where nothing may be skipped."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_an_address_beyond_loopback_is_refused(host):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as sock, pytest.raises(PermissionError, match="loopback"):
        sock.connect((host, 9))


def test_a_name_is_not_looked_up():
    with pytest.raises(PermissionError, match="loopback"):
        socket.getaddrinfo("example.org", 443)


def test_loopback_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


SKIPS = {
    "in a test": "import pytest\ndef test_it():\n    pytest.skip('because')\n",
    "by a mark": "import pytest\n@pytest.mark.skip(reason='because')\ndef test_it(): pass\n",
    "a whole file": "import pytest\npytest.importorskip('no_such_module')\ndef test_it(): pass\n",
}
BARE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # the hooks are pytest's own
XFAIL = "import pytest\n@pytest.mark.xfail\ndef test_it():\n    assert False\n"


def run_pytest(folder, source, **env):
    (folder / "conftest.py").write_text(CONFTEST.read_text("utf-8"), "utf-8")
    (folder / "test_it.py").write_text(source, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    outer = {k: v for k, v in os.environ.items() if k != "SAIWEN_NO_SKIP"}
    done = subprocess.run(
        command, cwd=folder, env=outer | BARE | env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("source", SKIPS.values(), ids=SKIPS)
def test_a_skip_fails_only_in_the_strict_mode(tmp_path, source):
    no_failure = {0, 5}  # 5: pytest found nothing but the skipped file
    assert run_pytest(tmp_path, source)[0] in no_failure
    code, output = run_pytest(tmp_path, source, SAIWEN_NO_SKIP="1")
    assert code not in no_failure
    assert "skipped where nothing may be" in output


def test_an_expected_failure_is_no_skip(tmp_path):
    assert run_pytest(tmp_path, XFAIL, SAIWEN_NO_SKIP="1")[0] == 0
