"""What shells complete besides commands, options and files: the words after `tags` and `annotations`, and tags.

In the words of each shell, for `shtab` to put into its script. Tags are asked of `reader tags` when they are needed.
"""

from __future__ import annotations

_OF_TAGS = {"load save": "files", "rename merge delete": "tags"}
"""The words after `reader tags`, by what follows them."""

_OF_STORE = {"merge agree merge-driver": "files", "check compact backup recover history prune conflicts": ""}
"""The same after `reader annotations`."""

_SETS = "full basic"
_NAMES = r"""reader tags 2>/dev/null | sed -n 's/^{"name": "\([^"\\]*\)".*/\1/p'"""

_BASH_ACTS = {"files": 'compgen -f -- "$1"', "tags": '_reader_tags "$1"', "": ":"}
_ZSH_ACTS = {"files": "_files", "tags": "_reader_tags", "": ":"}
_FISH_ACTS = {"files": "__fish_complete_path (commandline -ct)", "tags": "_reader_tags", "": "true"}


def _bash(name: str, words: dict[str, str]) -> str:
    cases = " ".join(f"{known.replace(' ', '|')}) {_BASH_ACTS[then]}; return;;" for known, then in words.items())
    return (
        f'{name}() {{ local word; for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do case "$word" in {cases} esac; done\n'
        f'  compgen -W "{" ".join(words)}" -- "$1"; }}'
    )


def _zsh(name: str, words: dict[str, str]) -> str:
    cases = " ".join(f"({known.replace(' ', '|')}) {_ZSH_ACTS[then]}; return;;" for known, then in words.items())
    return (
        f'{name}() {{ local word; for word in "${{(@)words[1,CURRENT-1]}}"; do case "$word" in {cases} esac; done\n'
        f"  compadd -- {' '.join(words)} }}"
    )


def _fish(name: str, words: dict[str, str]) -> str:
    cases = "\n".join(f"    case {known}\n      {_FISH_ACTS[then]}; return" for known, then in words.items())
    return (
        f"function {name}\n  for word in (commandline -opc)\n    switch $word\n{cases}\n    end\n  end\n"
        f"  printf '%s\\n' {' '.join(words)}\nend"
    )


def _completed(name: str, bash: str, zsh: str, fish: str) -> dict[str, object]:
    return {
        "bash": name,
        "zsh": name,
        "fish": f"({name})",
        "preamble": {"bash": bash, "zsh": zsh, "fish": fish},
    }


_TAGS_IN = {
    "bash": f"""_reader_tags() {{ local tag; while IFS= read -r tag; do [[ "$tag" == "$1"* ]] && printf '%q\\n' "$tag"; done < <({_NAMES}); }}""",
    "zsh": f'_reader_tags() {{ local -a tags; tags=(${{(f)"$({_NAMES})"}}); compadd -a tags }}',
    "fish": f"function _reader_tags\n  {_NAMES}\nend",
}

TAGS = _completed("_reader_tags", **_TAGS_IN)
"""The tags that there are."""

COLUMNS = _completed(
    "_reader_columns",
    f'_reader_columns() {{ compgen -W "{_SETS}" -- "$1"; }}',
    f"_reader_columns() {{ compadd -- {_SETS} }}",
    f"function _reader_columns\n  printf '%s\\n' {_SETS}\nend",
)
"""The sets of columns."""


def _of(name: str, words: dict[str, str]) -> dict[str, object]:
    """What completes the words of a command; bash takes what a function says for files where its name says so."""
    made = {"bash": _bash(name, words), "zsh": _zsh(name, words), "fish": _fish(name, words)}
    return _completed(name, **{shell: f"{_TAGS_IN[shell]}\n{code}" for shell, code in made.items()})


TAG_WORDS = _of("_reader_tag_words_or_files", _OF_TAGS)
"""The words after `reader tags`."""

STORE_WORDS = _of("_reader_store_words_or_files", _OF_STORE)
"""The words after `reader annotations`."""

BEFORE = {
    "zsh": "functions[_reader_commands]=$functions[_shtab_reader_commands]\n_shtab_reader_commands() { _reader_commands; _files }"
}
AFTER = {
    "bash": "complete -o bashdefault -o default -F _shtab_reader reader",
    "fish": 'functions -q _shtab_reader_using\n  and complete -c reader -n _shtab_reader_using -ka "(__fish_complete_path (commandline -ct))"',
}
"""What stands before and behind: where no command is meant, `reader` opens files and folders."""
