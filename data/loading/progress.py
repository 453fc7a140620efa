"""Shows people at a terminal how far a load is."""

import sys
from types import TracebackType
from typing import Any, Self

STEPS = ("reading", "checking", "making the star schema", "enriching", "comparing", "publishing")


class Progress:
    """A bar on stderr, silent unless it is wanted and stderr is a terminal."""

    def __init__(self, wanted: bool) -> None:
        self.bar: Any = None
        if wanted and sys.stderr.isatty():
            from tqdm import tqdm

            self.bar = tqdm(total=len(STEPS), bar_format="{desc:<26}{bar} {elapsed}", leave=False)

    def step(self, name: str) -> None:
        """Go on to a step."""
        if self.bar is not None:
            self.bar.set_description_str(name, refresh=False)
            self.bar.update(STEPS.index(name) - self.bar.n)
            self.bar.refresh()

    def table(self, name: str, _rows: int) -> None:
        """Tell that rows of a table have arrived."""
        if self.bar is not None:
            self.bar.set_description_str(f"publishing {name}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.close()
