"""Errors people see: named, with what to do."""

from dataclasses import dataclass, field

from api.services.wording import Wording, worded

WRONG = worded("Some parameters are wrong.")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one parameter."""

    parameter: str
    problem: Wording


@dataclass
class ServiceError(Exception):
    """A question that cannot be answered; leaves the API in the one error shape."""

    message: Wording
    details: list[Problem] = field(default_factory=list)
    code = "error"
    status = 500

    def __str__(self) -> str:
        return self.message


class NotInThisData(Exception):
    """The data set cannot answer this; becomes an empty answer with the sentence as its explanation."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason)
        self.reason = reason


class WrongParameters(ServiceError):
    """The question itself is wrong."""

    code = "wrong_parameters"
    status = 422


class NotFound(ServiceError):
    """What was asked for by its id is not there."""

    code = "not_found"
    status = 404


class NoDataYet(ServiceError):
    """Nothing has been loaded."""

    code = "no_data"
    status = 503


class TooSlow(ServiceError):
    """The question took longer than it may."""

    code = "too_slow"
    status = 504


class Unavailable(ServiceError):
    """The warehouse does not answer."""

    code = "warehouse_unavailable"
    status = 503
