"""`python -m saksama` is `saksama`."""

from saksama.cli import main

if __name__ == "__main__":
    main()
