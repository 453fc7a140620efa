"""Sentences with values in them: finished English that remembers what it was made of, for other languages."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Self

Value = str | int | float | date
"""A name of the data or the API, a number, or a day; a wording of its own is said in the reader's language as well."""


class Wording(str):
    """A finished sentence.

    template : the sentence with names in braces; where it depends on the number `n`, that for many.
    singular : the one for one, empty where it depends on no number.
    values : by those names; a tuple means any of its values.
    """

    template: str
    singular: str
    values: dict[str, Value | tuple[Value, ...]]

    def __new__(cls, template: str, singular: str, values: dict[str, Value | tuple[Value, ...]]) -> Self:
        """Finish the sentence in English."""
        chosen = singular if singular and values["n"] == 1 else template
        made = super().__new__(cls, chosen.format(**{name: _in_english(value) for name, value in values.items()}))
        made.template, made.singular, made.values = template, singular, values
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Keep what it was made of in the cache, too."""
        return self.template, self.singular, self.values

    def parts(self) -> dict[str, Any]:
        """Return what it was made of, as it leaves the API."""
        values = {name: _as_json(value) for name, value in self.values.items()}
        return {
            "template": self.template,
            **({"singular": self.singular} if self.singular else {}),
            "values": values,
        }


def worded(template: str, /, **values: Value | tuple[Value, ...]) -> Wording:
    """Compose a sentence."""
    return Wording(template, "", values)


def worded_n(singular: str, template: str, n: int, **values: Value | tuple[Value, ...]) -> Wording:
    """Compose the sentence for one or for many; `{n}` is the number."""
    return Wording(template, singular, {"n": n, **values})


def marked(template: str) -> str:
    """List a template among those to be translated; the sentence is composed elsewhere."""
    return template


def texts_of(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Tell of each sentence, by its finished text, what it was made of."""
    return [{"text": text, **text.parts()} for text in dict.fromkeys(texts) if isinstance(text, Wording)]


def _in_english(value: Value | tuple[Value, ...]) -> str:
    if isinstance(value, tuple):
        return " or ".join(map(_in_english, value))
    if isinstance(value, int):
        return f"{value:,}"
    return f"{Decimal(f'{value:g}'):f}" if isinstance(value, float) else str(value)


def _as_json(value: Value | tuple[Value, ...]) -> Any:
    if isinstance(value, tuple):
        return [_as_json(each) for each in value]
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value.parts() if isinstance(value, Wording) else value
