"""Lengths and weights in words, metric first; imperial in brackets where a region reads both."""

MM_AN_INCH = 25.4  # exact, international yard and pound agreement 1959
G_AN_OUNCE = 28.349523125  # exact, same agreement

# Countries in which people measure babies in pounds and inches as well.
IMPERIAL_TOO = frozenset({"US", "GB", "IE", "CA", "LR", "MM"})


def halves_up(value: float) -> int:
    """Return the nearest whole number, halves up, as people round."""
    return int(value + 0.5)


def units_of(country: str) -> str:
    """Return "both" where imperial units are read too or no country is known; else "metric"."""
    return "both" if not country or country in IMPERIAL_TOO else "metric"


def length_words(mm: float, units: str) -> str:
    """Return a length; inches to one decimal in brackets for "both".

    Millimeters below 10 cm, with a decimal below 2 cm where there is one; else centimeters.
    """
    small = f"{mm:g} mm" if mm < 20 else f"{halves_up(mm)} mm"
    metric = small if mm < 100 else f"{mm / 10:.1f} cm"
    return f"{metric} ({inches(mm)})" if units == "both" else metric


def inches(mm: float) -> str:
    """Return inches to one decimal."""
    return f"{mm / MM_AN_INCH:.1f} in"


def weight_words(g: float, units: str) -> str:
    """Return a weight: g below 1 kg, else kg to two decimals; ounces or pounds for "both"."""
    metric = f"{halves_up(g)} g" if g < 1000 else f"{halves_up(g / 10) / 100:.2f} kg"
    return f"{metric} ({pounds(g)})" if units == "both" else metric


def pounds(g: float) -> str:
    """Return "11.6 oz" below a pound, else pounds and whole ounces."""
    ounces = g / G_AN_OUNCE
    if ounces < 15.95:
        return f"{ounces:.1f} oz"
    whole = round(ounces)
    return f"{whole // 16} lb {whole % 16} oz"
