"""SQL laid out for people: a clause per line, subqueries indented; only the space between the words changes."""

import re

from api.services.sql import CLICKHOUSE

_WORDS = r""""[^"]*"|`[^`]*`|[(),]|[^\s(),'"`]+|\s+|."""
_TEXT, _TEXT_WITH_BACKSLASHES = r"'(?:[^']|'')*'", r"'(?:[^'\\]|''|\\.)*'"
_TOKENS = re.compile(f"{_TEXT}|{_WORDS}", re.DOTALL)
_TOKENS_CLICKHOUSE = re.compile(f"{_TEXT_WITH_BACKSLASHES}|{_WORDS}", re.DOTALL)
_JOINS = {"LEFT", "INNER", "CROSS", "FULL"}
_CLAUSES = {"WITH", "SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "UNION", "JOIN", *_JOINS}
_BEFORE_JOIN = {*_JOINS, "OUTER", "ANY", "ALL"}
_INDENT = "  "


def laid_out(sql: str, engine: str) -> str:
    """Break a statement of an engine into lines."""
    page = _Page()
    words = (_TOKENS_CLICKHOUSE if engine == CLICKHOUSE else _TOKENS).findall(sql)
    for word, following in zip(words, [*words[1:], ""], strict=True):
        page.add(word, following)
    return page.text


class _Page:
    """Lines written so far; for every open bracket its clause, None where it holds no query, and its depth."""

    def __init__(self) -> None:
        self.lines = [""]
        self.open: list[tuple[str | None, int]] = [("", 0)]
        self.last = ""

    @property
    def text(self) -> str:
        """What has been written."""
        return "\n".join(line.rstrip() for line in self.lines if line.strip())

    def add(self, word: str, following: str) -> None:
        """Write one word, or the space between two."""
        clause, depth = self.open[-1]
        if word.isspace():
            word = " " if self.lines[-1].strip() else ""
        elif clause is not None and self._begins_clause(word):
            self.open[-1] = (word, depth)
            self._break(depth)
        elif clause in ("WHERE", "HAVING") and word == "AND":
            self._break(depth + 1)
        elif word == "(":
            self.open.append(("", self._depth + 1) if following in ("SELECT", "WITH") else (None, depth))
        elif word == ")" and self.open.pop()[0] is not None:
            self._break(depth - 1)
        self.lines[-1] += word
        if word == "," and clause in ("WITH", "SELECT"):
            self._break(depth + (clause == "SELECT"))
        self.last = word if word.strip() else self.last

    def _begins_clause(self, word: str) -> bool:
        return word in _CLAUSES and not (word == "JOIN" and self.last in _BEFORE_JOIN)

    @property
    def _depth(self) -> int:
        line = self.lines[-1]
        return (len(line) - len(line.lstrip())) // len(_INDENT)

    def _break(self, depth: int) -> None:
        self.lines.append(_INDENT * depth)
