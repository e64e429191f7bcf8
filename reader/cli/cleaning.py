"""`reader clean`: an article as clean text."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from reader.articles.conversion import in_script
from reader.articles.records import article_record
from reader.articles.removal import stretches
from reader.articles.restoring import with_suggestions
from reader.cli.differences import print_removed
from reader.cli.inputs import read_article
from reader.text.script import Script

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def execute(options: argparse.Namespace, cwd: Path) -> int:  # noqa: ARG001
    """Print the title and each paragraph on a line, folded repeats left out; or everything known, as JSON; or what went."""
    source, article = read_article(options.file)
    if options.diff:
        print_removed(sys.stdout, source.text, stretches(article, source.text))
        return 0
    if options.restore:
        article = with_suggestions(article)
    if options.script != "original":
        article = in_script(article, Script(options.script))
    if options.json:
        json.dump(article_record(article), sys.stdout, ensure_ascii=False)
        print()
        return 0
    for paragraph in article.paragraphs:
        if paragraph.repeats is None:
            print(paragraph.text)
    return 0
