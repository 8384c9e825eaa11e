"""content/ -> library.db -> articles: parse, compile, check, shelf, search."""
