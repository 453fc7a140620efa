"""How busy each day is: weekday, month, holidays and other great days of pizza."""

import holidays
import numpy as np

from data.generating.drawing import Floats, Ints

WEEKDAY_WEIGHTS = (0.78, 0.78, 0.86, 0.94, 1.30, 1.36, 1.08)  # Monday first
MONTH_WEIGHTS = (1.02, 1.04, 1.00, 0.97, 0.97, 0.95, 0.94, 0.97, 1.00, 1.04, 1.05, 1.07)
HOLIDAY_WEIGHTS = {
    "New Year's Day": 1.20,
    "Martin Luther King Jr. Day": 1.12,
    "Washington's Birthday": 1.10,
    "Memorial Day": 0.85,
    "Independence Day": 0.75,
    "Labor Day": 0.85,
    "Columbus Day": 1.08,
    "Veterans Day": 1.06,
    "Thanksgiving Day": 0.30,
    "Christmas Day": 0.15,
}
EVENT_WEIGHTS = {(10, 31): 1.35, (12, 24): 0.60, (12, 31): 1.45}  # Halloween, Christmas Eve, New Year's Eve
THANKSGIVING_EVE_WEIGHT = 1.35
SUPER_BOWL_WEIGHT = 1.60
WINTER_BREAK_WEIGHT = 1.12  # 20 to 30 December, school is out


def day_weights(first: np.datetime64, days: int) -> Floats:
    """Expected trade of each day, before the weather."""
    weights: Floats = np.array(WEEKDAY_WEIGHTS)[weekdays(first, days)] * np.array(MONTH_WEIGHTS)[months(first, days)]
    for day, weight in _special_days(first, days).items():
        number = int((np.datetime64(day, "D") - first).astype(int))
        if 0 <= number < days:
            weights[number] *= weight
    return weights


def weekdays(first: np.datetime64, days: int) -> Ints:
    """0 Monday to 6 Sunday."""
    return (np.arange(days) + int(first.astype(int)) + 3) % 7  # 1970-01-01 was a Thursday


def months(first: np.datetime64, days: int) -> Ints:
    """0 January to 11 December."""
    return (first + np.arange(days)).astype("datetime64[M]").astype(np.int64) % 12


def _special_days(first: np.datetime64, days: int) -> dict[str, float]:
    years = range(int(str(first)[:4]), int(str(first + days)[:4]) + 1)
    special = {f"{year}-12-{day}": WINTER_BREAK_WEIGHT for year in years for day in range(20, 31)}
    special |= {f"{year}-{month}-{day}": weight for year in years for (month, day), weight in EVENT_WEIGHTS.items()}
    for day, name in sorted(holidays.country_holidays("US", years=years, observed=False).items()):
        special[str(day)] = HOLIDAY_WEIGHTS.get(name, 1.0)
        if name == "Thanksgiving Day":
            special[str(np.datetime64(day, "D") - 1)] = THANKSGIVING_EVE_WEIGHT
    return special | {str(_super_bowl(year)): SUPER_BOWL_WEIGHT for year in years}


def _super_bowl(year: int) -> np.datetime64:
    """First Sunday of February, since 2022 the second."""
    week = 7 if year >= 2022 else 0
    return np.busday_offset(f"{year}-02-01", 0, roll="forward", weekmask="Sun") + week
