"""Gives an analysis its URL in every format, with its receipt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from flask import Blueprint, Response, current_app, request

from api.routes.answers import Answers, Wanted
from api.routes.formats import FORMATS
from api.services.analysis import Analysis
from api.services.errors import WRONG, Problem, WrongParameters
from api.services.parameters import accepted
from api.services.wording import Wording, worded

_WANTED = tuple(Wanted)
_AS_FILE = worded("goes with format=json; xlsx and zip hold the receipt anyway")


def area(name: str) -> Blueprint:
    """Open the table of contents of an area."""
    return Blueprint(name, __name__, url_prefix=f"/api/{name}")


@dataclass(frozen=True)
class Exposed:
    """A URL and the analysis that answers there."""

    url: str
    analysis: Analysis
    is_alias: bool
    fixed: Mapping[str, str] = field(default_factory=dict)


EXPOSED: list[Exposed] = []
"""Every URL of an analysis, in the order of the tables of contents."""


def expose(
    blueprint: Blueprint,
    analysis: Analysis,
    aliases: Iterable[str] = (),
    fixed: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Answer the analysis at its own name and at its aliases.

    fixed : further aliases, each with the parameters it fixes.
    """
    own = "" if analysis.short_name == analysis.area else analysis.short_name
    for name, values in {own: {}, **{alias: {} for alias in aliases}, **(fixed or {})}.items():
        path = f"/{name}" if name else ""
        blueprint.add_url_rule(path, endpoint=name or "area", view_func=_view(analysis, values))
        EXPOSED.append(Exposed(f"{blueprint.url_prefix}{path}", analysis, is_alias=name != own, fixed=values))


def _view(analysis: Analysis, fixed: Mapping[str, str]) -> Callable[[], Response]:
    def view() -> Response:
        return answer(analysis, fixed)

    return view


def answer(analysis: Analysis, fixed: Mapping[str, str]) -> Response:
    """Answer the analysis with the parameters of the request, or say that the caller has it already."""
    given = request.args.to_dict(flat=False)
    if changed := [name for name, value in fixed.items() if given.setdefault(name, [value]) != [value]]:
        problems = [Problem(name, worded("is always {value} at this URL", value=fixed[name])) for name in changed]
        raise WrongParameters(WRONG, problems)
    form = FORMATS[_one_of(given, "format", tuple(FORMATS))]
    wanted = Wanted(_one_of(given, "receipt", *((_WANTED, None) if form.suffix == "json" else (_WANTED[:1], _AS_FILE))))
    answers = cast(Answers, current_app.extensions["answers"])
    response = answers.respond(analysis, analysis.parse(given), form, wanted)
    return cast(Response, response.make_conditional(request))


def _one_of(given: dict[str, list[str]], name: str, values: Sequence[str], otherwise: Wording | None = None) -> str:
    """Take a parameter of the frame out of the request; the first of the accepted values where it is not given."""
    value = given.pop(name, values[:1])[-1]
    if value in values:
        return value
    raise WrongParameters(WRONG, [Problem(name, otherwise or accepted(values))])
