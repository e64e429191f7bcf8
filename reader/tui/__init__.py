"""Floor 7: the app in the terminal; the only floor that knows Textual."""
