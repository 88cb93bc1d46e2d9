"""Matrix products for the language model: fast on any processor, and the same in any company.

The BLAS that spaCy brings has no fast code for AMD processors; numpy's has, but there the last bits of
a product depend on the number of threads and on the rows beside it. So products run on one thread,
and the pipeline reads one text at a time: what is read depends on the text alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps, get_current_ops, set_current_ops
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

Floats = NDArray[np.float32]


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """spaCy's array operations with the matrix product left to numpy, on one thread."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._threads = ThreadpoolController()

    def gemm(
        self, x: Floats, y: Floats, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """The product of two matrices, either of them transposed on demand."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        with self._threads.limit(limits=1):
            return np.dot(left, right, out=out)


@contextmanager
def steady() -> Iterator[None]:
    """Models made or loaded inside use `SteadyOps`; afterwards the process is as it was."""
    before = get_current_ops()
    set_current_ops(SteadyOps())
    try:
        yield
    finally:
        set_current_ops(before)
