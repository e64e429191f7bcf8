"""Every screen, dialog and state of the app: how one gets there, and what it looks like."""
