"""Every color in one table: role -> style, for dark, light and unknown backgrounds and none.

Content is always in the terminal's own text color. "auto" holds colors of middle
brightness: at least 4.4 to 1 against white and against black (WCAG 2.2 contrast).
"""

from collections.abc import Mapping

ROLES = ("title", "heading", "muted", "cite", "link", "command", "bar", "rest",
         "emergency", "urgent", "soon", "mention")  # fmt: skip

THEMES: dict[str, dict[str, str]] = {
    "auto": {
        "title": "bold #0f8080", "heading": "bold #0f8080", "muted": "#767676",
        "cite": "#767676", "link": "underline", "command": "#8a63c9", "bar": "#0f8080",
        "rest": "#767676", "emergency": "bold #d7404a", "urgent": "bold #c05621",
        "soon": "bold #9a6b00", "mention": "bold",
    },
    # The same in exact colors of the usual 256: rounding to them spoils the contrast.
    "auto-256": {
        "title": "bold #00875f", "heading": "bold #00875f", "muted": "#767676",
        "cite": "#767676", "link": "underline", "command": "#875fd7", "bar": "#00875f",
        "rest": "#767676", "emergency": "bold #af5f5f", "urgent": "bold #af5f00",
        "soon": "bold #af5f00", "mention": "bold",
    },
    "dark": {
        "title": "bold #7fd6d6", "heading": "bold #7fd6d6", "muted": "#a8a8a8",
        "cite": "#a8a8a8", "link": "underline", "command": "#c8aef0", "bar": "#7fd6d6",
        "rest": "#a8a8a8", "emergency": "bold #ff8a80", "urgent": "bold #ffb074",
        "soon": "bold #e6cf8b", "mention": "bold",
    },
    "light": {
        "title": "bold #00606a", "heading": "bold #00606a", "muted": "#595959",
        "cite": "#595959", "link": "underline", "command": "#5b3a97", "bar": "#00606a",
        "rest": "#595959", "emergency": "bold #b3141f", "urgent": "bold #9c3d00",
        "soon": "bold #6f5000", "mention": "bold",
    },
    # Terminals with sixteen colors: names, so that the user's own palette decides.
    "basic": {
        "title": "bold cyan", "heading": "bold cyan", "muted": "default", "cite": "default",
        "link": "underline", "command": "magenta", "bar": "cyan", "rest": "default",
        "emergency": "bold red", "urgent": "bold red", "soon": "bold magenta", "mention": "bold",
    },
    "mono": {
        "title": "bold", "heading": "bold", "muted": "default", "cite": "default",
        "link": "underline", "command": "bold", "bar": "default", "rest": "default",
        "emergency": "bold", "urgent": "bold", "soon": "bold", "mention": "bold",
    },
}  # fmt: skip


def color_system(environ: Mapping[str, str]) -> str:
    """Return "truecolor", "256" or "standard" as the environment promises."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = environ.get("TERM", "")
    if "256" in term or "kitty" in term or "direct" in term or environ.get("FORCE_COLOR"):
        return "256"
    return "standard"


def theme_name(environ: Mapping[str, str], *, color: bool) -> str:
    """Return which theme fits: AMMA_THEME before COLORFGBG before "auto"; mono without color."""
    if not color:
        return "mono"
    middle = "auto-256" if color_system(environ) == "256" else "auto"
    asked = environ.get("AMMA_THEME", "").lower()
    if asked in THEMES:
        return middle if asked == "auto" else asked
    if color_system(environ) == "standard":
        return "basic"
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if background in ("7", "15"):
        return "light"
    return "dark" if background.isdigit() else middle
