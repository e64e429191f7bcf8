"""Floor 4: annotations and the store that keeps them."""
