"""The connection itself: to the checked number, under one clock, with a count of every byte."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore


class TooMuch(Exception):
    """More bytes came than were asked for."""


@dataclass(slots=True)
class Budget:
    """What is left of the time and the bytes of one request, redirects and all."""

    deadline: float  # of `time.monotonic`
    read_seconds: float
    bytes_left: int = field(default=0)

    def seconds(self) -> float:
        """How long the next step may take. Raises `httpcore.ReadTimeout` when all is spent."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for the whole is over")
        return min(left, self.read_seconds)

    def took(self, size: int) -> None:
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise TooMuch


class Stream(httpcore.NetworkStream):
    """A stream that ends with its budget: a server that drips bytes does not hold us."""

    def __init__(self, inner: httpcore.NetworkStream, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._budget.seconds())
        self._budget.took(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._budget.seconds())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._budget.seconds())
        return Stream(inner, self._budget)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Wire(httpcore.NetworkBackend):
    """Connects to the numbers that were checked, whatever name it is given; TLS still tests the name."""

    def __init__(self, numbers: Sequence[str], budget: Budget) -> None:
        self._numbers = numbers
        self._budget = budget
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        for number in self._numbers[:-1]:
            try:
                return self._to(number, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._to(self._numbers[-1], port)

    def _to(self, number: str, port: int) -> httpcore.NetworkStream:
        return Stream(self._inner.connect_tcp(number, port, self._budget.seconds()), self._budget)
