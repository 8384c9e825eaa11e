"""A record -> blocks, one file a screen. Knows nothing of terminals."""
