"""Time how long Chromium takes to open a report, beside an empty page opened in the same browser.

`python -m benchmarks.opening report.html [--rounds 5]` prints, in milliseconds from the start of the navigation, the
median of: the first words painted, the DOM finished, everything loaded; then the processor time of the page's own
process by kind of work. The browser is started once, before; the empty page shows what any page costs.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MARKS = """(async () => {
  const n = performance.getEntriesByType('navigation')[0];
  const p = performance.getEntriesByName('first-contentful-paint')[0];
  return [p ? p.startTime : -1, n.domContentLoadedEventEnd, n.loadEventEnd, document.querySelectorAll('*').length];
})()"""
WORK = ("TaskDuration", "LayoutDuration", "RecalcStyleDuration")
EMPTY = "<!doctype html><html lang=en><title>Empty</title><body><p>Nothing.</p></body></html>"


class Browser:
    """A headless Chromium that is spoken to over two pipes."""

    def __init__(self, profile: str) -> None:
        mine_out, its_in = os.pipe()[::-1]
        its_out, mine_in = os.pipe()[::-1]
        self.out, self.into, self.count, self.buffer = mine_out, mine_in, 0, b""
        command = [
            "sh", "-c", f'exec chromium "$@" 3<&{its_in} 4>&{its_out}', "sh", "--headless", "--no-sandbox", "--disable-gpu",
            "--no-first-run", "--disable-background-networking", "--window-size=1280,900", f"--user-data-dir={profile}",
            "--remote-debugging-pipe", "about:blank",
        ]  # fmt: skip
        self.process = subprocess.Popen(command, pass_fds=(its_in, its_out), stderr=subprocess.DEVNULL)

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def wait(self, event: str) -> None:
        """Wait for an event of the page."""
        while self.read().get("method") != event:
            pass

    def read(self) -> dict[str, Any]:
        """Read one message."""
        while b"\0" not in self.buffer:
            self.buffer += os.read(self.into, 1 << 16)
        first, self.buffer = self.buffer.split(b"\0", 1)
        return dict(json.loads(first))


def opened(browser: Browser, address: str) -> dict[str, float]:
    """Open an address in a fresh tab and give its times."""
    tab = browser.ask("Target.createTarget", url="about:blank")["targetId"]
    session = browser.ask("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
    for domain in ("Page", "Performance"):
        browser.ask(f"{domain}.enable", session)
    before = metrics(browser, session)
    browser.ask("Page.navigate", session, url=address)
    browser.wait("Page.loadEventFired")
    browser.ask("Page.captureScreenshot", session)
    told = browser.ask("Runtime.evaluate", session, expression=MARKS, awaitPromise=True, returnByValue=True)
    after = metrics(browser, session)
    browser.ask("Target.closeTarget", targetId=tab)
    names = ("first words painted", "DOM finished", "loaded", "elements")
    return {
        **dict(zip(names, told["result"]["value"], strict=True)),
        **{k: 1000 * (after[k] - before.get(k, 0)) for k in WORK},
    }


def metrics(browser: Browser, session: str) -> Mapping[str, float]:
    """Give the page's own counters."""
    return {m["name"]: m["value"] for m in browser.ask("Performance.getMetrics", session)["metrics"]}


def main() -> None:
    """Print both columns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if shutil.which("chromium") is None:
        parser.error("no chromium on the path")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.html"
        empty.write_text(EMPTY, "utf-8")
        browser = Browser(f"{folder}/profile")
        times: dict[str, list[dict[str, float]]] = {"empty": [], "report": []}
        for _ in range(options.rounds):
            times["empty"].append(opened(browser, empty.as_uri()))
            times["report"].append(opened(browser, options.report.resolve().as_uri()))
        browser.ask("Browser.close")
        browser.process.wait()
    print(f"{options.report.stat().st_size:,} bytes, {options.rounds} rounds, median (milliseconds)")
    for name in times["report"][0]:
        row = [statistics.median(t[name] for t in times[one]) for one in ("empty", "report")]
        print(f"{name:22} empty {row[0]:8.0f}  report {row[1]:8.0f}")


if __name__ == "__main__":
    main()
