"""The only room that writes what is the user's."""
