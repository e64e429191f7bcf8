"""The programs that are measured on a terminal: how each is started, and which bytes are its keys."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.peers import program

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.texts import News

PAGE_DOWN = b"\x1b[6~"
TOP = b"\x1b[H"
READER = "reader"
BARE = "bare ScrollView"
_BARE_APP = """
import sys
from pathlib import Path
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Lines(ScrollView, can_focus=True):
    def on_mount(self):
        text = Path(sys.argv[1]).read_text("utf-8")
        self.rows = [line[at:at + 42] for line in text.splitlines() for at in range(0, max(1, len(line)), 42)]
        self.virtual_size = Size(88, len(self.rows))
    def render_line(self, y):
        return Strip([Segment(self.rows[y + self.scroll_offset.y])]).adjust_cell_length(self.size.width)
class Bare(App):
    def compose(self):
        yield Lines()
Bare().run()
"""


@dataclass(frozen=True)
class Program:
    """A program that shows a text.

    Attributes:
        name: What the tables call it.
        start: The command, without what is to be read; None where it is not installed.
        suffix: The kind of file that it reads.
        keys: Bytes by the name of the act.
        opens: The keys that open the first article of its list; empty where it shows the file at once.
        at_end: Whether it shows the end of a file first.
    """

    name: str
    start: tuple[str, ...] | None
    suffix: str
    keys: dict[str, bytes]
    opens: bytes = b""
    at_end: bool = False

    def command(self, path: Path, store: Path) -> list[str]:
        """What to run to read a file or a folder.

        Args:
            path: The file or folder.
            store: Where reader is to keep its annotations.
        """
        assert self.start is not None
        more = ["--annotations", str(store)] if self.name == READER else []
        return [*self.start, str(path), *more]


def programs(python: str) -> list[Program]:
    """The least that Textual can do (it tells how fast this machine is at the moment), we, and the peers.

    Args:
        python: The Python that reader is installed in.
    """
    paging = {"page down": PAGE_DOWN}
    ours = {**paging, "row down": b"j", "next claim": b"n", "next article": b"]"}
    return [
        Program(BARE, (python, "-c", _BARE_APP), ".md", paging),
        Program(READER, (python, "-m", "reader"), ".md", ours, opens=b"\r"),
        Program("toolong", _installed("toolong", "tl"), ".md", paging, at_end=True),
        Program("frogmouth", _installed("frogmouth", "frogmouth"), ".md", {"page down": b" "}),
        Program("baca", _installed("baca", "baca"), ".epub", paging),
    ]


def _installed(environment: str, name: str) -> tuple[str, ...] | None:
    path = program(environment, name)
    return None if path is None else (str(path),)


def write(news: News, path: Path) -> Path:
    """Write an article in the format that its path ends with: Markdown, Jekyll's (`.html`) or EPUB."""
    if path.suffix == ".epub":
        _write_epub(news, path)
    else:
        path.write_text(news.jekyll if path.suffix == ".html" else news.markdown, encoding="utf-8")
    return path


_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:language>zh</dc:language>
<dc:identifier id="id">{title}</dc:identifier><dc:creator>{publisher}</dc:creator></metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine toc="ncx"><itemref idref="text"/></spine></package>"""
_CONTENTS = """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>{title}</text></docTitle>
<navMap><navPoint id="p1" playOrder="1"><navLabel><text>{title}</text></navLabel><content src="text.xhtml"/></navPoint></navMap></ncx>"""
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body><h1>{title}</h1>
{body}</body></html>"""


def _write_epub(news: News, path: Path) -> None:
    """The least that is an EPUB 2: one chapter with the whole article."""
    words = {"title": escape(news.title), "publisher": escape(news.publisher)}
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in news.paragraphs)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("content.opf", _PACKAGE.format(**words))
        book.writestr("toc.ncx", _CONTENTS.format(**words))
        book.writestr("text.xhtml", _PAGE.format(**words, body=body))
