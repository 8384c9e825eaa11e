"""The words of written articles, as they are read, counted and searched."""

import re

from amma_cli.blocks import Block, Bullets, Diagram, Heading, Paragraph, Steps, Text, plain
from amma_cli.library.parse import WrittenArticle


def block_texts(block: Block) -> list[str]:
    """Return the words of a block of an article, citations left out, one text a paragraph."""
    spans: tuple[Text, ...] = ()
    if isinstance(block, Paragraph | Heading):
        spans = (block.spans,)
    elif isinstance(block, Bullets | Steps):
        spans = block.items
    elif isinstance(block, Diagram):
        spans = (block.words,)
    return [words(text) for text in spans]


def words(spans: Text) -> str:
    """Return the text without its citations."""
    return re.sub(r" +([.,;:?)])", r"\1", plain(tuple(s for s in spans if s.style != "cite")))


def article_text(a: WrittenArticle) -> str:
    """Return everything of an article that is read, in order, one text a line."""
    texts = [a.fields["summary"], *a.fields.get("takeaways", []), *(plain(i.spans) for i in a.help)]
    for section in (*a.sections, *a.questions):
        texts.append(section.title)
        texts.extend(text for block in section.blocks for text in block_texts(block))
    return "\n".join(texts)
