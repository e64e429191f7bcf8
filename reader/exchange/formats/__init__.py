"""The formats, one module each: a module with a `FORMAT` in this folder is a format, nothing else needs to know of it."""
