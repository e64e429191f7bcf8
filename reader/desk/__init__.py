"""Floor 6: the acts of the program, shared by the app and the command line."""
