"""Serve one page on the loopback address: nothing else on this machine can be reached through it."""

from __future__ import annotations

from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

HEADERS = {
    "Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", "Cache-Control": "no-store",
}  # fmt: skip


class OnePage(BaseHTTPRequestHandler):
    """Answers `/` with the page and everything else with 404; requests that name another host are refused."""

    def __init__(self, page: bytes, *rest: Any) -> None:
        self.page = page
        super().__init__(*rest)

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in ("127.0.0.1", "localhost"):
            self.send_error(403)
        elif self.path.split("#")[0].split("?")[0] != "/":
            self.send_error(404)
        else:
            self.send_response(200)
            for name, value in (*HEADERS.items(), ("Content-Length", str(len(self.page)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(self.page)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep silent: what is looked at is nobody's business."""


def server_of(page: str, port: int) -> HTTPServer:
    """Give a server of one page on 127.0.0.1."""
    return HTTPServer(("127.0.0.1", port), partial(OnePage, page.encode()))
