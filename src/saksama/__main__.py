"""`python -m saksama` is `saksama`."""

import sys

from saksama.cli import main

if __name__ == "__main__":
    sys.exit(main())
