"""Write `reader/articles/readings.txt`: the readings of each character that only Traditional script has.

    pip install pypinyin && python scripts/make_readings.py

The readings are facts taken from pypinyin's tables (MIT licence); it is needed to make the file, never to run reader.
"""

from __future__ import annotations

import re
from pathlib import Path

from pypinyin import Style, pinyin

from reader.text.conversion import telling_characters

FILE = Path(__file__).parents[1] / "reader" / "articles" / "readings.txt"
SYLLABLE = re.compile("[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}")
HEAD = """# Characters that only Traditional script has (by OpenCC's tables) with all their readings, most frequent first.
# Made by scripts/make_readings.py from pypinyin's tables (MIT licence).
"""


def main() -> None:
    """Make the file anew."""
    lines = []
    for character in sorted(telling_characters()[1]):
        readings = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
        spoken = [reading for reading in (readings[0] if readings else []) if SYLLABLE.fullmatch(reading)]
        if spoken:
            lines.append(f"{character}\t{' '.join(spoken)}\n")
    FILE.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
