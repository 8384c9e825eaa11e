"""typer lives here only: read arguments, fetch, ask the domain, hand a page to a view."""
