"""Breaking lines by columns: no line is longer than the width and no word is lost."""

from collections.abc import Iterator

from amma_cli.view.characters import cells


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield the lines of `text`, led by `first` and then by `rest`.

    A word longer than a line is broken; addresses are given in lines of their own instead.
    """
    after = first if rest is None else rest
    line, empty = first, True
    for word in _pieces(text, max(1, width - max(cells(first), cells(after)))):
        if empty:
            line, empty = line + word, False
        elif cells(line) + 1 + cells(word) <= width:
            line += " " + word
        else:
            yield line.rstrip()
            line = after + word
    yield line.rstrip()


def _pieces(text: str, room: int) -> Iterator[str]:
    for word in text.split():
        if cells(word) <= room:
            yield word
            continue
        piece, wide = "", 0
        for character in word:
            cell = cells(character)
            if piece and wide + cell > room:
                yield piece
                piece, wide = "", 0
            piece, wide = piece + character, wide + cell
        yield piece
