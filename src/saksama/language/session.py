"""A network in ONNX Runtime, for one process and for processes forked from it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from saksama.language.rows import Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


class Session:
    """The network of a file, asked for some of its outputs."""

    def __init__(self, path: Path, outputs: Sequence[str]) -> None:
        self._path, self._outputs = path, list(outputs)
        self._session, self._process = _session(path), os.getpid()

    def run(self, feed: Mapping[str, Ints]) -> list[NDArray[Any]]:
        """The outputs; a forked process, which has no threads of the session, first makes its own."""
        if self._process != os.getpid():
            self._inherited = self._session  # kept: ending it would wait for threads that are not here
            self._session, self._process = _session(self._path), os.getpid()
        found: list[NDArray[Any]] = self._session.run(self._outputs, dict(feed))
        return found


def _session(path: Path) -> InferenceSession:
    """All cores for the one process that reads; one thread where several share the work."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 0 if parent_process() is None else 1
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
