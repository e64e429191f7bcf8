"""Floor 5: annotations and claims in other programs' formats, one small module a format."""
