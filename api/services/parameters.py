"""Parameters of a request, checked; each wrong one is named with its problem."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from api.services.errors import WRONG, Problem, WrongParameters

Params = TypeVar("Params", bound=BaseModel)


def parsed(params: type[Params], given: dict[str, list[str]]) -> Params:
    """Check the parameters of a request.

    given : every value of every parameter, as they came.
    Raises WrongParameters, naming each wrong parameter and its problem.
    """
    single = {name for name, info in params.model_fields.items() if not _is_list(info.annotation)}
    repeated = [name for name, values in given.items() if name in single and len(values) > 1]
    if repeated:
        raise WrongParameters(WRONG, [Problem(n, "may be given only once") for n in repeated])
    values = {name: values[-1] if name in single else values for name, values in given.items()}
    try:
        return params.model_validate(values)
    except ValidationError as error:
        raise WrongParameters(WRONG, _problems(error, params)) from None


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is list


def _problems(error: ValidationError, params: type[BaseModel]) -> list[Problem]:
    return [
        Problem(".".join(map(str, e["loc"])) or _named_in(e["msg"]), _wording(e, params))
        for e in error.errors(include_url=False, include_context=False)
    ]


def _wording(error: Any, params: type[BaseModel]) -> str:
    if error["type"] == "extra_forbidden":
        return f"is not a parameter of this question; it takes {', '.join(params.model_fields)}"
    words = error["msg"].removeprefix("Value error, ")
    return f"{words}; got {error['input']!r}" if error["loc"] else words


def _named_in(message: str) -> str:
    return "end" if "end lies before start" in message else ""
