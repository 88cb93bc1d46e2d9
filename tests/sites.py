"""A paper on this machine: a server in a thread that answers what a test tells it to.

with Site() as site:
    site.pages["/feed"] = Reply(rss(site.url("/a")))
"""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any

SENTENCES = (
    "Bupati meresmikan pasar ikan yang baru di Kecamatan Lewoleba pada Senin pagi.",
    "Pasar itu dibangun selama dua tahun dan dapat menampung seratus pedagang dari pulau sekitar.",
    "Para pedagang mengatakan mereka senang karena tempat yang lama sering tergenang air laut.",
    "Pemerintah kabupaten akan membuka jalan menuju pelabuhan pada tahun depan.",
)


@dataclass
class Reply:
    """An answer: either `body`, or `write`, which gets the open connection after the headers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    write: Callable[[Any], None] | None = None


class Site:
    """Serves `pages` (path to `Reply`, or a function of the request's headers) on 127.0.0.1."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[Any], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self.origin = f"http://127.0.0.1:{self.port}"
        self.allow = frozenset((self.origin,))

    def url(self, path: str) -> str:
        return self.origin + path

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def __enter__(self) -> Site:
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[http.server.BaseHTTPRequestHandler]:
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                found = site.pages.get(self.path, Reply(status=404))
                reply = found(self.headers) if callable(found) else found
                with contextlib.suppress(OSError):
                    self._answer(reply)

            def _answer(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if reply.write:
                    reply.write(self.wfile)
                else:
                    self.wfile.write(reply.body)

        return Handler


def page(title: str, extra: str = "", head: str = "") -> bytes:
    """A page with an article."""
    text = "".join(f"<p>{line}</p>" for line in (*SENTENCES, extra) if line)
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    ).encode()


def rss(*links: str, titles: Iterable[str] = (), date: str = "Sun, 22 Nov 2026 09:00:00 +0700") -> bytes:
    """An RSS 2.0 feed of some links."""
    named = list(titles) or [f"Berita {number}" for number in range(len(links))]
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><pubDate>{date}</pubDate></item>"
        for link, title in zip(links, named, strict=True)
    )
    channel = f"<channel><title>Kabar Lembata</title>{items}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()
