"""Parameters of a request, checked; each wrong one is named with its problem."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from api.services.errors import WRONG, Problem, WrongParameters
from api.services.filters import END_BEFORE_START
from api.services.wording import Wording, marked, worded, worded_n

Params = TypeVar("Params", bound=BaseModel)

_WORDS = {
    "missing": marked("is needed"),
    "greater_than": marked("has to be more than {gt}"),
    "greater_than_equal": marked("has to be at least {ge}"),
    "less_than": marked("has to be less than {lt}"),
    "less_than_equal": marked("has to be at most {le}"),
    "int_parsing": marked("has to be a whole number"),
    "int_parsing_size": marked("has to be a whole number"),
    "int_from_float": marked("has to be a whole number"),
    "float_parsing": marked("has to be a number"),
    "finite_number": marked("has to be a number"),
    "bool_parsing": marked("has to be true or false"),
    "date_from_datetime_parsing": marked("has to be a day such as 2024-12-31"),
    "date_from_datetime_inexact": marked("has to be a day such as 2024-12-31"),
    "date_parsing": marked("has to be a day such as 2024-12-31"),
}
"""What is wrong, by Pydantic's name for it, with the values it gives."""
_ONE_OF = ("enum", "literal_error")


def parsed(params: type[Params], given: dict[str, list[str]]) -> Params:
    """Check the parameters of a request.

    given : every value of every parameter, as they came.
    Raises WrongParameters, naming each wrong parameter and its problem.
    """
    single = {name for name, info in params.model_fields.items() if not _is_list(info.annotation)}
    repeated = [name for name, values in given.items() if name in single and len(values) > 1]
    if repeated:
        raise WrongParameters(WRONG, [Problem(n, worded("may be given only once")) for n in repeated])
    values = {name: values[-1] if name in single else values for name, values in given.items()}
    try:
        return params.model_validate(values)
    except ValidationError as error:
        raise WrongParameters(WRONG, [_problem(each, params) for each in error.errors(include_url=False)]) from None


def accepted(values: Sequence[str]) -> Wording:
    """Say which values a parameter takes."""
    return worded("has to be one of {accepted}", accepted=", ".join(values))


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is list


def _problem(error: Any, params: type[BaseModel]) -> Problem:
    problem, name = _wording(error, params), ".".join(map(str, error["loc"]))
    if problem == END_BEFORE_START:
        return Problem("end", problem)
    if not name or error["type"] in ("missing", "extra_forbidden"):
        return Problem(name, problem)
    return Problem(name, worded("{problem}; got {given}", problem=problem, given=repr(error["input"])))


def _wording(error: Any, params: type[BaseModel]) -> Wording:
    kind, values = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return worded("is not a parameter of this question; it takes {names}", names=", ".join(params.model_fields))
    if kind in _ONE_OF:
        return accepted(re.findall(r"'([^']*)'", values["expected"]))
    if kind == "string_too_long":
        longest = values["max_length"]
        return worded_n("has to have at most {n} character", "has to have at most {n} characters", longest)
    if kind == "value_error":
        refused: Wording = values["error"].args[0]
        return refused
    return worded(_WORDS[kind], **{name: values[name] for name in ("gt", "ge", "lt", "le") if name in values})
