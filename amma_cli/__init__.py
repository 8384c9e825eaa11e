"""amma: a pregnancy companion for the terminal. Nothing leaves the machine."""

__version__ = "0.1.0"
AFFILIATION = "not affiliated with the amma app"
