"""Rules over safety.toml, where a mistake is the worst one possible: K01 to K09."""

import re
from collections.abc import Iterator
from typing import Any

from amma_cli.library.check_words import wrong_words
from amma_cli.library.rules import line_of, sentences_of
from amma_cli.library.source_text import Problem

FILE = "en/safety.toml"
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TABLES = ("sign", "measure", "combination")
OPENINGS = {
    "emergency": re.compile(r"Call \{emergency\} now(?:, or \{crisis\})?\. ?"),
    "urgent": re.compile(r"Call \{unit\} now, day or night\. ?"),
    "soon": re.compile(r"Call (\{unit\}|your [a-z' ]+?) today or within 24 hours\. ?"),
    "mention": re.compile(r"Mention this at your next visit, sooner if it worries you\. ?"),
}
CALLERS = frozenset(
    (
        "{unit}",
        "your midwife or doctor",
        "your doctor or midwife",
        "your diabetes or maternity team",
        "your midwife or your baby's doctor",
    )
)
PLACEHOLDERS = frozenset(("{emergency}", "{unit}", "{crisis}"))
SOOTHING = re.compile(
    r"\b(?:usually|common|commonly|good sign|many|fine|normal|normally|probably|likely|most|mostly|"
    r"you have got|wait and see|settles?|settling|simply|just|rest assured|worry not|"
    r"nothing to do|please|reassur\w+|safe for|don't worry|harmless|in general|tends? to|rarely|"
    r"often all is well)\b",
    re.IGNORECASE,
)
DIAGNOSIS = re.compile(r"\byou have (?:a|an|got|pre\w*|sep\w*|dep\w*)\b", re.IGNORECASE)
WAIT = re.compile(r"\bwait", re.IGNORECASE)
DO_NOT_WAIT = re.compile(r"do not wait|waiting room", re.IGNORECASE)
SPELLED_OUT = re.compile(
    r"\bcall (?:the )?(?:emergency number|maternity unit|crisis line)", re.IGNORECASE
)
AFTER_BIRTH = 43  # the first of the weeks after a birth or loss
BABY = re.compile(r"\b(?:bab(?:y|ies)|newborn|feed(?:ing|s)?|breastfeed\w*|crib)\b", re.IGNORECASE)
LONGEST_SAY, LONGEST_ASK, LONGEST_SENTENCE, LONGEST_LABEL = 40, 32, 25, 13


class _At:
    """The place of one record of safety.toml."""

    def __init__(self, raw: str, table: str, key: str) -> None:
        self.name, self.key = f"{table} {key}", key
        header = 0
        for number, line in enumerate(raw.split("\n"), 1):
            header = number if line.startswith(f"[[{table}]]") else header
            if header and line.replace(" ", "") == f'key="{key}"':
                header = number
                break
        self.line = max(1, header)

    def find(self, code: str, message: str, fix: str = "") -> Problem:
        return Problem(code, FILE, self.line, f"{self.name}: {message}", fix)


def check_safety(safety: dict[str, Any], sources: dict[str, Any], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with the warning signs, readings and combinations."""
    texts: dict[str, str] = {}
    for table in TABLES:
        keys: set[str] = set()
        for row in safety.get(table, []):
            at = _At(raw, table, str(row.get("key")))
            if at.key in keys or not KEY.fullmatch(at.key):
                yield at.find("K06", f"key {at.key!r}", "lower case, each once in its table")
            keys.add(at.key)
            for field in ("label", "ask"):
                text = str(row.get(field))
                if field in row and texts.setdefault(text, at.key) != at.key:
                    yield at.find("K06", f"the same {field} as {texts[text]}")
            yield from _record(at, row, sources)
            yield from _references(at, row, safety)
            yield from _after_loss(at, row)
            if table == "sign":
                yield from _sign(at, row)
    yield from _levels(safety, raw)


def _record(at: _At, row: dict[str, Any], sources: dict[str, Any]) -> Iterator[Problem]:
    level, say = row.get("level"), row.get("say")
    if level not in OPENINGS:
        yield at.find("K06", f"no level {level!r}", ", ".join(OPENINGS))
    elif not isinstance(say, str):
        yield at.find("K06", "no say")
    else:
        yield from _say(at, level, say)
    weeks = row.get("weeks")
    if not (
        isinstance(weeks, list)
        and len(weeks) == 2
        and all(type(n) is int for n in weeks)
        and 0 <= weeks[0] <= weeks[1] <= 48
    ):
        yield at.find("K04", f"weeks {weeks}", "first and last, 0 to 48; 43 to 48 after birth")
    if not row.get("sources"):
        yield at.find("K05", "no source")
    for key in row.get("sources", []):
        if key not in sources:
            yield at.find("K05", f"no source {key!r}", "add it to sources.toml")


def _say(at: _At, level: str, say: str) -> Iterator[Problem]:
    opening = OPENINGS[level].match(say)
    if not opening:
        yield at.find("K01", f"does not open as {level}: {say[:50]!r}", "the words of its level")
    elif level == "soon" and opening[1] not in CALLERS:
        yield at.find("K01", f"calls {opening[1]!r}", ", ".join(sorted(CALLERS)))
    elif not say[opening.end() :].strip():
        yield at.find("K01", "no reason after the call", "say why, or what to do until then")
    if level == "emergency" and "{unit}" in say:
        yield at.find("K01", "sends to the unit in an emergency", "{emergency} alone")
    if say.count("{emergency}") > 1:
        yield at.find("K01", "says {emergency} twice")
    yield from _words(at, say)
    if DIAGNOSIS.search(say):
        yield at.find("K03", "sounds like a diagnosis", "say what it can be a sign of")
    if len(say.split()) > LONGEST_SAY or not say.endswith("."):
        yield at.find("K07", f"{len(say.split())} words", f"at most {LONGEST_SAY}, with a stop")
    for sentence in sentences_of(say):
        if len(sentence.split()) > LONGEST_SENTENCE:
            yield at.find("K07", f"a sentence of {len(sentence.split())} words", "at most 25")


def _after_loss(at: _At, row: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with what a record says after a loss: "same", "hide" or its own text."""
    weeks, said = row.get("weeks"), row.get("after_loss")
    if not isinstance(weeks, list) or len(weeks) != 2 or type(weeks[1]) is not int:
        return  # K04 says it
    own: dict[str, str] = {k: row[k] for k in ("after_loss_ask", "after_loss_label") if k in row}
    if weeks[1] < AFTER_BIRTH:
        if said is not None or own:
            yield at.find("K09", "after_loss on a record of pregnancy alone", "drop it")
    elif not isinstance(said, str) or not said:
        yield at.find("K09", "no after_loss", '"same", "hide" or a text')
    else:
        yield from _said_after_loss(at, row, said, own)


def _said_after_loss(
    at: _At, row: dict[str, Any], said: str, own: dict[str, str]
) -> Iterator[Problem]:
    texts = list(own.values())
    if row.get("who") == "baby" and said != "hide":
        yield at.find("K09", "a sign of the baby is hidden after a loss", '"hide"')
    elif said == "same":
        kept = (f for f in ("say", "ask", "label") if f"after_loss_{f}" not in own)
        texts += [str(row.get(field, "")) for field in kept]
    elif said != "hide":
        texts.append(said)
        if row.get("level") in OPENINGS:
            yield from _say(at, row["level"], said)
    for named in (found for text in texts for found in BABY.findall(text)):
        yield at.find("K09", f"names {named!r} after a loss", "say it anew")
    for text in own.values():
        yield from _words(at, text)


def _words(at: _At, text: str) -> Iterator[Problem]:
    """Yield what no text of safety.toml may hold."""
    if text != " ".join(text.split()):
        yield at.find("K07", "spaces at an end, or two in a row")
    for found in re.findall(r"\{[^}]*\}?|\}", re.sub("|".join(PLACEHOLDERS), "", text)):
        yield at.find("K02", f"no placeholder {found!r}", ", ".join(sorted(PLACEHOLDERS)))
    for match in SOOTHING.finditer(text):
        yield at.find("K03", f"banned: {match[0]!r}", "a sign is never soothed")
    if WAIT.search(text) and not DO_NOT_WAIT.search(text):
        yield at.find("K03", "asks to wait")
    if SPELLED_OUT.search(text):
        yield at.find(
            "K02", "names a caller without its placeholder", "{emergency}, {unit}, {crisis}"
        )
    for code, message, fix in wrong_words(text):
        if code != "T07":  # the soothing words above are the stricter list
            yield at.find(code, message, fix)


def _sign(at: _At, row: dict[str, Any]) -> Iterator[Problem]:
    label, ask = str(row.get("label", "")), str(row.get("ask", ""))
    if (
        not label
        or not label[0].isupper()
        or label[-1] in ".?"
        or len(label.split()) > LONGEST_LABEL
    ):
        yield at.find("K06", f"label {label!r}", f"a phrase of at most {LONGEST_LABEL} words")
    if ask.count("?") != 1 or not ask.endswith("?") or len(ask.split()) > LONGEST_ASK:
        yield at.find("K06", f"ask {ask[:40]!r}", f"one question of at most {LONGEST_ASK} words")
    for text in (label, ask):
        yield from _words(at, text)
    if row.get("who") not in ("mother", "baby"):
        yield at.find("K06", f"who {row.get('who')!r}", "mother or baby")


def _references(at: _At, row: dict[str, Any], safety: dict[str, Any]) -> Iterator[Problem]:
    signs = {r.get("key") for r in safety.get("sign", [])} | {"*"}
    measures = {r.get("key") for r in safety.get("measure", [])} | {"*"}
    for field, known in (
        ("all_signs", signs), ("any_signs", signs), ("all_measures", measures),
        ("any_measures", measures),
    ):  # fmt: skip
        for key in row.get(field, []):
            if key not in known:
                yield at.find("K08", f"{field} names {key!r}, which is not there")
    if "later" in row and row["later"] not in signs:
        yield at.find("K08", f"later names {row['later']!r}, which is not there")
    least = row.get("min_any_signs", 0)
    if "*" not in row.get("any_signs", []) and least > len(row.get("any_signs", [])):
        yield at.find("K08", f"min_any_signs {least} can never be reached")


def _levels(safety: dict[str, Any], raw: str) -> Iterator[Problem]:
    for level, pattern in OPENINGS.items():
        at = _At(raw, "levels", level)
        at.line = line_of(raw, f"[levels.{level}]")
        say = safety.get("levels", {}).get(level, {}).get("say", "")
        if not pattern.match(say):
            yield at.find("K01", f"does not open as {level}: {say[:50]!r}")
    always = _At(raw, "text", "always")
    always.line = line_of(raw, "always")
    yield from _words(always, safety.get("always", ""))
    for rule in safety.get("implies", []):
        for field, table in (("sign", "sign"), ("measure", "measure")):
            if rule.get(field) not in {r.get("key") for r in safety.get(table, [])}:
                yield always.find("K08", f"implies names {rule.get(field)!r}, which is not there")
