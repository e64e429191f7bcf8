"""Where things lie: the library of articles, the store of annotations, the settings."""

from __future__ import annotations

from pathlib import Path

APP = "shudu-reader"
MARKER = ".reader"
STORE = "annotations.json"

_PACKAGE = Path(__file__).parent


def shipped_seeds() -> Path:
    """The seed articles that came with the program: inside the installed package, else beside it in a checkout."""
    inside = _PACKAGE / "seeds"
    return inside if inside.is_dir() else _PACKAGE.parent / "seeds"


def default_library(cwd: Path) -> Path:
    """The folder of articles to open when none is named: `seeds/` of this project's checkout, else the shipped ones.

    Args:
        cwd: The current folder.
    """
    here = cwd / "seeds"
    return here if here.is_dir() and (cwd / "annotations" / MARKER).is_file() else shipped_seeds()


def default_store(cwd: Path) -> Path:
    """The file that annotations are kept in when none is named.

    `annotations/` of the current folder where that is ours (it holds the marker), else the user's data folder.

    Args:
        cwd: The current folder.
    """
    here = cwd / "annotations"
    if (here / MARKER).is_file():
        return here / STORE
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / STORE


def typed_path(words: str) -> Path:
    """The path that somebody typed: `~` is a home folder, where there is one of that name."""
    path = Path(words.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def state_file(name: str) -> Path:
    """A file that remembers something from one run to the next, in the user's state folder; safe to delete."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False) / name


def cache_file(name: str) -> Path:
    """A file that saves work at the next run, in the user's cache folder; safe to delete."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False) / name


def keys_file() -> Path:
    """The user's own keys, beside the settings; it need not exist."""
    return settings_file().with_name("keys.toml")


def settings_file() -> Path:
    """The user's settings, in the user's configuration folder; it need not exist."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"
