"""Colors that can be read: contrast by WCAG 2.2, computed here."""

import re

import pytest

from amma_cli.view.theme import ROLES, THEMES, color_system, theme_name

WHITE, BLACK = "#ffffff", "#000000"
# The contrast that each theme promises against the backgrounds it is for.
PROMISED = [
    ("auto", WHITE, 4.4), ("auto", BLACK, 4.4), ("auto-256", WHITE, 4), ("auto-256", BLACK, 4),
    ("dark", BLACK, 4.5), ("dark", "#282c34", 4.5),
    ("light", WHITE, 4.5), ("light", "#fdf6e3", 4.5),
]  # fmt: skip


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_formula_is_that_of_the_standard() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "background", "least"), PROMISED)
def test_every_color_can_be_read_on_its_background(
    theme: str, background: str, least: float
) -> None:
    for role, style in THEMES[theme].items():
        for color in re.findall("#[0-9a-f]{6}", style):
            assert contrast(color, background) >= least, (role, color)


def test_every_theme_has_every_role_and_no_other() -> None:
    assert {name: set(styles) for name, styles in THEMES.items()} == {
        name: set(ROLES) for name in THEMES
    }


def test_no_theme_uses_dim_or_blinking_text_bright_yellow_or_pure_blue() -> None:
    for styles in THEMES.values():
        for style in styles.values():
            words = set(style.split())
            assert not words & {"dim", "blink", "conceal", "blue", "bright_yellow", "yellow"}
            assert not words & {"#0000ff", "#ffff00"}


def test_mono_has_no_color_at_all() -> None:
    words = {word for style in THEMES["mono"].values() for word in style.split()}
    assert words <= {"bold", "underline", "italic", "default"}


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({}, "basic"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "auto"),
        ({"TERM": "xterm-256color"}, "auto-256"),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "dark"),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;default"}, "auto-256"),
        ({"AMMA_THEME": "light"}, "light"),
        ({"AMMA_THEME": "DARK", "COLORFGBG": "0;15"}, "dark"),
        ({"AMMA_THEME": "neon", "COLORTERM": "truecolor"}, "auto"),
    ],
)
def test_a_theme_is_asked_for_or_follows_the_terminal(environ: dict[str, str], name: str) -> None:
    assert theme_name(environ, color=True) == name
    assert theme_name(environ, color=False) == "mono"


@pytest.mark.parametrize(
    ("environ", "system"),
    [
        ({"COLORTERM": "truecolor"}, "truecolor"),
        ({"COLORTERM": "24bit", "TERM": "xterm"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "standard"),
        ({"TERM": "vt100", "FORCE_COLOR": "1"}, "256"),
        ({}, "standard"),
    ],
)
def test_the_colors_are_as_many_as_the_terminal_says(environ: dict[str, str], system: str) -> None:
    assert color_system(environ) == system
