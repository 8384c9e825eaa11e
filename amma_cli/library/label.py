"""The honest label of a library, counted when it is compiled."""

from statistics import median
from typing import Any

from amma_cli.library.files import Library
from amma_cli.library.readability import grade
from amma_cli.library.texts import article_text

WEEKS = range(1, 43)
READINGS = ("facts", "obstetrician", "frightened-reader")


def label(library: Library, version: str) -> dict[str, Any]:
    """Return what is written, planned, read by others and reviewed by clinicians."""
    written = {a.slug for a in library.articles}
    guides = {guide.week for kind, guide in library.guides if kind == "pregnancy"}
    after = {guide.week for kind, guide in library.guides if kind == "after-birth"}
    read: dict[str, set[str]] = {}
    for row in library.readings[1:]:
        if len(row) > 1:
            read.setdefault(row[0], set()).add(row[1])
    grades = [grade(article_text(a)) for a in library.articles]
    return {
        "version": version,
        "written": len(written),
        "planned": sum(1 for slug, _, _ in library.planned if slug not in written),
        "guides": len(guides),
        "guides_after_birth": len(after),
        "weeks_without_guide": [week for week in WEEKS if week not in guides],
        "languages": ["English"],
        "median_grade": round(median(grades), 1) if grades else 0.0,
        "reviewed_by_clinician": sum(a.review.status == "clinician" for a in library.articles),
        "read_by_three": sum(read.get(slug, set()).issuperset(READINGS) for slug in written),
        "oldest_check": min((a.review.checked for a in library.articles), default=""),
    }
