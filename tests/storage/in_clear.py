"""What stands in a file of records, opened with its key: every page of it, also those that nothing uses any more."""

from pathlib import Path

from carer_app.storage.cipher_pages import PAGE, SALT, CipherPages


def in_clear(file: Path, key: bytes) -> bytes:
    """Page after page, as SQLite has them."""
    data = file.read_bytes()
    pages = CipherPages(key, data[:SALT])
    return b"".join(
        pages.content(number, data[(number - 1) * PAGE : number * PAGE])
        for number in range(1, len(data) // PAGE + 1)
    )
