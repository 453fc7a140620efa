"""Early warning: who sold less than was to be expected."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from scipy.stats import false_discovery_control
from sqlalchemy import Select

from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.periods import Grain, Period
from api.services.statistics.expectation import (
    LEAST_HISTORY,
    Outlook,
    Year,
    from_growth_of_the_others,
    from_own_year,
    from_the_others,
)
from api.services.trends.histories import Histories, Level, histories, members
from api.services.trends.last_whole import last_whole_period
from api.services.units import Unit
from api.services.warehouse import Dataset, Row
from api.services.wording import Wording, worded, worded_n


class Judged(StrEnum):
    """Length of the period that is judged."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Severity(StrEnum):
    """How bad a fall is."""

    SEVERE = "severe"
    MARKED = "marked"
    SLIGHT = "slight"
    NONE = "none"


_YEAR = {Judged.DAY: Year(364, 0, 84), Judged.WEEK: Year(52, 2, 52), Judged.MONTH: Year(12, 1, 24)}
_LOST = ((0.5, Severity.SEVERE), (0.25, Severity.MARKED), (0.0, Severity.SLIGHT))
_NEEDS = {Level.CATEGORY: "categories", Level.STATE: "states"}
COLUMNS = (
    Column("member", Unit.TEXT, "Id of the store, name of the category, or code of the state."),
    Column("name", Unit.TEXT, "Its name."),
    Column("actual", Unit.MONEY, "Revenue of the last whole period."),
    Column("expected", Unit.MONEY, "What was to be expected of it."),
    Column("drop", Unit.MONEY, "Expected minus actual, below 0 where more was sold than expected."),
    Column("drop_share", Unit.SHARE, "Drop over expected; absent where nothing was expected."),
    Column(
        "z", Unit.NUMBER, "Distance from the expectation in robust standard deviations, below 0 where less was sold."
    ),
    Column("q_value", Unit.SHARE, "Share of false alarms among all as clear as this (Benjamini and Hochberg)."),
    Column(
        "severity",
        Unit.WORD,
        "severe: half or more is missing; marked: a quarter or more; slight; none: no warning.",
        words=tuple(Severity),
    ),
)


def _judged(rows: list[Row], question: Question) -> list[Row]:
    judged, level = question.option("grain"), question.option("level")
    last = last_whole_period(question, Grain(judged))
    names = {row["member"]: row["name"] for row in rows if not _closed(row, last)}
    found = _of(names, histories(question, level, last, Grain(judged), sum(_YEAR[judged])))
    outlooks = _outlooks(found.revenue, judged, level)
    tested = {number: outlook for number, outlook in enumerate(outlooks) if outlook}
    question.summary |= {
        "period": {"start": last.start, "end": last.end},
        "tested": len(tested),
        "too_short": len(outlooks) - len(tested),
        "all": _of_all(found.revenue.sum(axis=1), judged),
    }
    if not tested:
        raise NotInThisData(_too_short(found, judged, level))
    q_values = false_discovery_control([outlook.p_value for outlook in tested.values()])
    judgements = [
        _judgement(names, found, number, outlook, float(q), question)
        for (number, outlook), q in zip(tested.items(), q_values, strict=True)
    ]
    question.summary["warnings"] = sum(row["severity"] is not Severity.NONE for row in judgements)
    return sorted(judgements, key=lambda row: (row["severity"] is Severity.NONE, -row["drop"], row["member"]))


def _closed(row: Row, last: Period) -> bool:
    closed_on = row.get("closed_on")
    return closed_on is not None and closed_on <= last.end


def _of(names: dict[str, str], found: Histories) -> Histories:
    """Leave out who is closed."""
    kept = [number for number, member in enumerate(found.members) if member in names]
    return Histories([found.members[number] for number in kept], found.revenue[:, kept])


def _outlooks(revenue: NDArray[np.float64], judged: Judged, level: Level) -> list[Outlook | None]:
    """What was expected of each member: beside the others, or by its own year where there are none.

    Its first period with a sale is left out, it may be half a one.
    """
    year = _YEAR[judged]
    beside_others = from_growth_of_the_others if _has_seasons(judged, level) else from_the_others
    first = (revenue > 0).argmax(axis=0)
    begins = np.where(first > 0, first + 1, 0)
    together = {begin: revenue[begin:, begins <= begin].sum(axis=1) for begin in np.unique(begins).tolist()}
    outlooks = []
    for begin, series in zip(begins.tolist(), revenue.T, strict=True):
        values = series[begin:]
        others = together[begin] - values
        outlooks.append(beside_others(values, others, year) or from_own_year(values, year))
    return outlooks


def _has_seasons(judged: Judged, level: Level) -> bool:
    """Whether the members have seasons of their own; of single days the year before says less than the weeks before."""
    return level is Level.CATEGORY and judged is not Judged.DAY


def _of_all(revenue: NDArray[np.float64], judged: Judged) -> Row | None:
    outlook = from_own_year(revenue, _YEAR[judged])
    return outlook and {"actual": round(float(revenue[-1]), 6), "expected": outlook.expected, "z": outlook.z}


def _judgement(
    names: dict[str, str], found: Histories, number: int, outlook: Outlook, q: float, question: Question
) -> Row:
    member, actual = found.members[number], round(float(found.revenue[-1, number]), 6)
    drop = outlook.expected - actual
    share = drop / outlook.expected if outlook.expected else None
    return {
        "member": member,
        "name": names[member],
        "actual": actual,
        "expected": outlook.expected,
        "drop": drop,
        "drop_share": share,
        "z": outlook.z,
        "q_value": q,
        "severity": _severity(share) if share and _alarming(q, drop, share, question) else Severity.NONE,
    }


def _alarming(q: float, drop: float, share: float, question: Question) -> bool:
    large = drop >= question.option("min_drop") and share >= question.option("min_share")
    return share > 0 and large and q <= question.option("fdr")


def _severity(share: float) -> Severity:
    return next(severity for least, severity in _LOST if share >= least)


def _too_short(found: Histories, judged: Judged, level: Level) -> Wording:
    year = _YEAR[judged]
    alone = _has_seasons(judged, level) or len(found.members) < 2
    least = LEAST_HISTORY + (year.season + year.smoothing if alone else 1)
    there = len(found.revenue) - 1
    return _FEW[judged](least, there) if there < least else _RARE[judged]


_FEW: dict[Judged, Callable[[int, int], Wording]] = {
    Judged.DAY: lambda least, there: worded_n(
        "Needs {n} whole day before the last one; this data has {there}.",
        "Needs {n} whole days before the last one; this data has {there}.",
        least,
        there=there,
    ),
    Judged.WEEK: lambda least, there: worded_n(
        "Needs {n} whole week before the last one; this data has {there}.",
        "Needs {n} whole weeks before the last one; this data has {there}.",
        least,
        there=there,
    ),
    Judged.MONTH: lambda least, there: worded_n(
        "Needs {n} whole month before the last one; this data has {there}.",
        "Needs {n} whole months before the last one; this data has {there}.",
        least,
        there=there,
    ),
}
_RARE = {
    Judged.DAY: worded("Sales of each one are too rare to tell a bad day: ask for longer periods."),
    Judged.WEEK: worded("Sales of each one are too rare to tell a bad week: ask for longer periods."),
    Judged.MONTH: worded("Sales of each one are too rare to tell a bad month: ask for larger ones."),
}


@analysis(
    title="Who sold less than was to be expected?",
    columns=COLUMNS,
    refine=_judged,
    limit=None,
)
def warning(
    data: Dataset,
    level: Annotated[Level, Field(description="Whose revenue is judged.", examples=["store"])] = Level.STORE,
    grain: Annotated[Judged, Field(description="Length of the period judged.", examples=["week"])] = Judged.MONTH,
    fdr: Annotated[
        float, Field(gt=0, le=0.5, description="False discovery rate: share of false alarms accepted.")
    ] = 0.1,
    min_drop: Annotated[float, Field(ge=0, description="Least drop worth a warning, in money.")] = 100.0,
    min_share: Annotated[float, Field(ge=0, le=1, description="Least drop worth a warning, as a share.")] = 0.1,
) -> Select[Any]:
    """Judge the last whole period of every store, category or state beside the others, warnings first.

    Expected is the usual proportion to what all others brought in this period; of the weeks and months of categories,
    whose seasons differ, what the year before brought (averaged with the weeks or months beside it), grown as the
    others grew since. So nobody is blamed for what hits all alike. Where there are no others: the year before, times
    how the past periods grew on their years before. Proportions are medians, the spread is Qn (Rousseeuw & Croux
    1993), on square roots. No fall counts as less likely than chance makes it where few orders are usual. The
    probabilities of all series tested are adjusted after Benjamini & Hochberg (1995).

    A warning needs a false discovery rate within `fdr` and a drop of at least `min_drop` and `min_share`. A last day or
    week that the data breaks off is not judged; closed stores are left out. What all together should have brought is
    in the summary.
    """
    if level in _NEEDS and _NEEDS[level] not in data.capabilities:
        raise NotInThisData(worded("This data set has no {missing}; ask for stores.", missing=needed(_NEEDS[level])))
    return members(level)
