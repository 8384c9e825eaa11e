"""Convention 16: every color can be read on the backgrounds it is made for (WCAG 2.2)."""

import re

import pytest

from amma_cli.view.theme import ROLES, THEMES, theme_name
from tests.program import Amma, words_of
from tests.terminal import in_terminal

# Theme -> the backgrounds it is for, and the contrast that each color must have there.
BACKGROUNDS = {
    "auto": (("#ffffff", "#000000"), 4.4),
    "auto-256": (("#ffffff", "#000000"), 4.4),
    "dark": (("#1e1e1e", "#000000"), 4.5),
    "light": (("#ffffff",), 4.5),
}
COLORED = [(theme, role) for theme in BACKGROUNDS for role in ROLES]
# As attributes of SGR sequences: by name, and by number of the 256.
BRIGHT_YELLOW = {"93", "38;5;11", "38;5;226", "38;5;227", "38;5;220", "38;5;221"}
PURE_BLUE = {"34", "94", *(f"38;5;{n}" for n in (4, 12, 18, 19, 20, 21))}
DIM = {"2"}


def attributes(screen: str) -> set[str]:
    """Each attribute that a screen sets, a color with its numbers as one."""
    found = set()
    for codes in re.findall(r"\x1b\[([0-9;]*)m", screen):
        found |= set(re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", codes))
    return found


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colors(style: str) -> list[str]:
    return re.findall(r"#[0-9a-f]{6}", style)


def of_256(number: int) -> str:
    """The color of a number of the 256-color palette, from its cube or its grays on."""
    if number >= 232:
        return f"#{8 + 10 * (number - 232):02x}" + f"{8 + 10 * (number - 232):02x}" * 2
    steps = (0, 95, 135, 175, 215, 255)
    rest = number - 16
    return "#" + "".join(f"{steps[n]:02x}" for n in (rest // 36, rest // 6 % 6, rest % 6))


def test_convention_16_the_formula_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(3.998, abs=0.005)


def test_convention_16_every_theme_styles_every_role() -> None:
    for name, styles in THEMES.items():
        assert set(styles) == set(ROLES), name


@pytest.mark.parametrize(("theme", "role"), COLORED)
def test_convention_16_every_style_stands_out_from_its_backgrounds(theme: str, role: str) -> None:
    backgrounds, least = BACKGROUNDS[theme]
    for color in colors(THEMES[theme][role]):
        for background in backgrounds:
            assert contrast(color, background) >= least, (color, background)


@pytest.mark.parametrize("theme", THEMES)
def test_convention_16_no_style_is_dim_bright_yellow_or_pure_blue(theme: str) -> None:
    for role, style in THEMES[theme].items():
        words = style.replace("#", " #").split()
        assert not {"dim", "faint", "blink", "conceal", "yellow", "bright_yellow", "blue",
                    "bright_blue", "black", "white", "bright_white"} & set(words), role  # fmt: skip
        for color in colors(style):
            red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
            assert not (blue > 180 and red < 60 and green < 60), f"{role} is pure blue"
            assert not (red > 220 and green > 220 and blue < 120), f"{role} is bright yellow"


def test_convention_16_no_background_is_set() -> None:
    assert [s for styles in THEMES.values() for s in styles.values() if " on " in f" {s} "] == []


def test_convention_16_mono_and_basic_name_no_color_of_their_own() -> None:
    assert colors(" ".join(THEMES["mono"].values())) == []
    assert colors(" ".join(THEMES["basic"].values())) == []
    assert not re.search(r"cyan|red|magenta|green", " ".join(THEMES["mono"].values()))


TERMINALS: list[dict[str, str | None]] = [
    {"AMMA_THEME": "auto"}, {"AMMA_THEME": "dark"}, {"AMMA_THEME": "light"},
    {"TERM": "xterm"}, {"COLORTERM": "truecolor"},
]  # fmt: skip


@pytest.mark.parametrize("env", TERMINALS, ids=str)
@pytest.mark.parametrize("name", ["today", "read", "checkin"])
def test_convention_16_nothing_dim_yellow_or_blue_reaches_the_terminal(
    expecting: Amma, name: str, env: dict[str, str | None]
) -> None:
    args = [*words_of(name), "--no-input", "--no-pager"]
    seen = in_terminal(expecting, *args, env=env)
    assert attributes(seen.screen) & (BRIGHT_YELLOW | PURE_BLUE | DIM) == set()


@pytest.mark.parametrize("theme", BACKGROUNDS)
def test_convention_16_rounded_to_256_colors_every_style_is_still_readable(
    expecting: Amma, theme: str
) -> None:
    """Most terminals get the nearest of 256 colors; the same contrast holds there."""
    backgrounds, least = BACKGROUNDS[theme]
    found: set[int] = set()
    for name in ("today", "read", "size", "checkin"):
        args = [*words_of(name), "--no-input", "--no-pager"]
        seen = in_terminal(expecting, *args, env={"AMMA_THEME": theme})
        found |= {int(n) for n in re.findall(r"38;5;(\d+)", seen.screen)}
    assert found
    for number in found:
        for background in backgrounds:
            reached = contrast(of_256(number), background)
            assert reached >= least, f"color {number} on {background}: {reached:.2f}"


def test_convention_16_the_theme_follows_what_the_terminal_says() -> None:
    deep = {"TERM": "xterm-256color"}
    assert theme_name(deep, color=True) == "auto-256"
    assert theme_name({**deep, "COLORTERM": "truecolor"}, color=True) == "auto"
    assert theme_name({**deep, "COLORFGBG": "15;0"}, color=True) == "dark"
    assert theme_name({**deep, "COLORFGBG": "0;15"}, color=True) == "light"
    assert theme_name({**deep, "COLORFGBG": "0;15", "AMMA_THEME": "dark"}, color=True) == "dark"
    assert theme_name({"TERM": "xterm"}, color=True) == "basic"
    assert theme_name(deep, color=False) == "mono"
