"""Answers at hand: those that somebody scrolls through are not asked for anew with each screenful."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

from dash_app.answers import Result

_MOST_ROWS = 200_000


class LastAnswers:
    """The last answers, together of so many rows; safe to share between threads."""

    def __init__(self, most_rows: int = _MOST_ROWS) -> None:
        self._most_rows = most_rows
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Result] = OrderedDict()

    def get(self, key: Hashable) -> Result | None:
        """Return the answer, if it is still here."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def keep(self, key: Hashable, answer: Result) -> Result:
        """Keep an answer, and let go of those looked at longest ago where there is no room for all."""
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > 1 and sum(len(kept.rows) for kept in self._answers.values()) > self._most_rows:
                self._answers.popitem(last=False)
        return answer
