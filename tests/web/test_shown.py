"""`show` gives every form, wording and report in its place; `open` serves one page to this machine alone."""

from __future__ import annotations

import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from readout.api import Record
from readout.web.serving import server_of
from tests.web.world import BRENN, TALKS


def shown(made: Record, wanted: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "readout", "show", str(made.path), wanted], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_an_entity_shows_forms_offices_and_occurrences(made: Record) -> None:
    text = shown(made, BRENN)
    assert "form “Ada Brenn” (name), 4 times on 4 pages" in text
    assert "office envoy of Torve (current): Morning Post" in text and "⟦Envoy Ada Brenn⟧" in text
    assert f"occurrence {TALKS} (happened)" in text


def test_an_occurrence_shows_every_report_and_finding(made: Record) -> None:
    text = shown(made, TALKS)
    assert text.count("copy of Morning Post (Morning Post)") == 2 and text.count("voice (") == 2
    assert "⟦met⟧" in text and "contradict" in text


def test_one_page_is_served_to_this_machine_alone() -> None:
    with server_of("<p>hello", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        with urllib.request.urlopen(address) as answer:
            assert answer.read() == b"<p>hello" and "default-src 'none'" in answer.headers["Content-Security-Policy"]
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(address + "etc/passwd")
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "evil.example"}))
        server.shutdown()


def test_open_says_where_the_page_is(made: Record) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "readout", "open", str(made.path), "--no-browser"], capture_output=True, text=True
    )
    assert run.stdout.startswith("file:///") and run.stdout.strip().endswith("varn.html")
