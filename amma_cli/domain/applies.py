"""What applies to a person: yes, no, or not said; the keys are [who] of content/en/words.toml."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from amma_cli.domain.safety import Rules, Say, SignRule

BABY = "baby"  # the `who` of a sign that is asked only where there is a newborn
OF_A_NEWBORN = frozenset(("newborn", "breastfeeding"))
AFTER = 43  # the first of the weeks of the rules after a birth or loss

# What belongs to one pregnancy; the rest stays when a new one begins.
OF_ONE = frozenset(
    ("first-baby", "twins", "twins-one-placenta", "ivf", "placenta-praevia", "breech", "gbs",
     "epidural", "newborn", "breastfeeding")
)  # fmt: skip
AFTER_AN_END = frozenset(
    ("over-35", "previous-caesarean", "rhesus-negative", "diabetes",
     "high-blood-pressure", "bipolar-or-past-psychosis", "vegetarian")
)  # fmt: skip
HEIGHTS_CM = (100.0, 230.0)


class About(NamedTuple):
    """What she said of herself. 0 is not said; height and weight are for the chart's band alone.

    start_kg: weight before pregnancy. The sugar targets are those of her own team, in mmol/L.
    """

    said: tuple[tuple[str, bool], ...] = ()
    height_cm: float = 0.0
    start_kg: float = 0.0
    fasting_mmol: float = 0.0
    one_hour_mmol: float = 0.0
    two_hour_mmol: float = 0.0

    @property
    def flags(self) -> frozenset[str]:
        """What applies for certain: not said counts as no for the safety rules."""
        return frozenset(key for key, yes in self.said if yes)

    @property
    def denied(self) -> frozenset[str]:
        """What does not apply for certain: not said counts as yes for reading."""
        return frozenset(key for key, yes in self.said if not yes)

    @property
    def bmi(self) -> float | None:
        """Body mass index before pregnancy, kg per square meter; None where it is not known."""
        if not self.height_cm or not self.start_kg:
            return None
        return self.start_kg / (self.height_cm / 100) ** 2

    @property
    def targets(self) -> tuple[tuple[str, float], ...]:
        """Her own sugar targets by field."""
        own = {k: getattr(self, k) for k in ("fasting_mmol", "one_hour_mmol", "two_hour_mmol")}
        return tuple((field, limit) for field, limit in own.items() if limit)

    def answered(self, key: str, yes: bool | None) -> "About":
        """Return with one answer changed; None takes it back."""
        kept = tuple(pair for pair in self.said if pair[0] != key)
        return self._replace(said=kept if yes is None else (*kept, (key, yes)))

    def anew(self) -> "About":
        """Return what stays when a new pregnancy begins."""
        kept = tuple(pair for pair in self.said if pair[0] not in OF_ONE)
        return About(said=kept, height_cm=self.height_cm)


def fits(whom: Collection[str], about: About) -> bool:
    """Whether an article written `for` somebody is for her: only a clear no leaves it out."""
    return not whom or not set(whom) <= about.denied


def without_newborn(rules: "Rules") -> "Rules":
    """Return the rules as they speak to a mother who has no newborn with her.

    What is hidden after a loss is marked as the baby's, so that no list asks it; ticked, it counts
    as before. What has words of its own after a loss says those. No level or limit changes.
    """
    return rules._replace(
        signs=tuple(_unasked(sign) for sign in rules.signs),
        measures=tuple(one._replace(rule=_own_words(one.rule)) for one in rules.measures),
        combinations=tuple(one._replace(rule=_own_words(one.rule)) for one in rules.combinations),
    )


def _unasked(sign: "SignRule") -> "SignRule":
    if sign.rule.weeks[1] < AFTER:
        return sign
    if sign.rule.after_loss == "hide":
        return sign._replace(who=BABY)
    return sign._replace(
        rule=_own_words(sign.rule), ask=sign.asked(loss=True), label=sign.named(loss=True)
    )


def _own_words(rule: "Say") -> "Say":
    if rule.weeks[1] < AFTER or rule.after_loss in ("", "same", "hide"):
        return rule
    return rule._replace(say=rule.after_loss)
