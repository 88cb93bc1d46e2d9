"""Make the desk of the newest schema: python tests/desks/make.py (from the repository's root)."""

import gzip
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))


def main() -> None:
    from builders import Page

    from saksama import stories
    from saksama.store import FileDesk
    from saksama.store.file import migrate

    texts = (
        "Kapal [Rusia LOC] serang/VERB pelabuhan .",
        "Kapal tiba/VERB di pelabuhan .",
        "Warga tanam/VERB padi .",
    )
    pages = [Page(name, text, "2026-03-05") for name, text in zip("abc", texts, strict=True)]
    pages[0].mention("Rusia", "RUS", "LOC").event("ASSAULT", "serang", "RUS", "UKR", when="2026-03-05")
    pages[1].statement("tiba di pelabuhan", "Kapal")
    with TemporaryDirectory() as folder:
        path = Path(folder, "desk.sqlite")
        with FileDesk(path, write=True) as desk:
            for page in pages:
                stories.add(desk, page.reading)
                desk.put_version(page.reading.article.id, page.reading.article.id, None)
        packed = gzip.compress(path.read_bytes(), mtime=0)
    HERE.joinpath(f"{migrate.newest():04}.sqlite.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
