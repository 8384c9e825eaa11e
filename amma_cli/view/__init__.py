"""blocks -> terminal, plain text, HTML, Markdown; records -> JSON. Knows nothing of pregnancies."""
