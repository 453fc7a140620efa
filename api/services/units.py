"""Units a column can have: what a number means and how it is written."""

from enum import StrEnum
from typing import Any


class Unit(StrEnum):
    """What the values of a column are."""

    MONEY = "money"
    COUNT = "count"
    NUMBER = "number"
    SHARE = "share"
    CHANGE = "change"
    KM = "km"
    DEGREE = "degree"
    DAY = "day"
    MOMENT = "moment"
    TEXT = "text"
    WORD = "word"
    FLAG = "flag"


SCHEMAS: dict[Unit, dict[str, Any]] = {
    Unit.MONEY: {"type": ["number", "null"], "examples": [1234.5]},
    Unit.COUNT: {"type": ["integer", "null"], "examples": [42]},
    Unit.NUMBER: {"type": ["number", "null"], "examples": [3.7]},
    Unit.SHARE: {"type": ["number", "null"], "examples": [0.25]},
    Unit.CHANGE: {"type": ["number", "null"], "examples": [-0.031]},
    Unit.KM: {"type": ["number", "null"], "examples": [12.4]},
    Unit.DEGREE: {"type": ["number", "null"], "examples": [38.5]},
    Unit.DAY: {"type": ["string", "null"], "format": "date", "examples": ["2024-12-31"]},
    Unit.MOMENT: {"type": ["string", "null"], "format": "date-time", "examples": ["2024-12-31T18:05:00"]},
    Unit.TEXT: {"type": ["string", "null"], "examples": ["S042"]},
    Unit.WORD: {"type": ["string", "null"], "examples": ["severe"]},
    Unit.FLAG: {"type": ["boolean", "null"], "examples": [True]},
}
"""JSON schema of a value of each unit."""

MEANINGS: dict[Unit, str] = {
    Unit.MONEY: "currency of the data set",
    Unit.COUNT: "whole number",
    Unit.NUMBER: "number",
    Unit.SHARE: "share of 1",
    Unit.CHANGE: "relative change, 0.1 is 10 % more",
    Unit.KM: "kilometres, great circle",
    Unit.DEGREE: "degrees, WGS 84",
    Unit.DAY: "day",
    Unit.MOMENT: "date and time of the shop's clock",
    Unit.TEXT: "text",
    Unit.WORD: "word of Whitespot, not of the data",
    Unit.FLAG: "true or false",
}
