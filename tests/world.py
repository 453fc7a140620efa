"""A shop that can be added up in one's head: tell what happened, then ask the API."""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from flask import Flask
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from api import create_api
from api.config import load_config

Record = dict[str, Any]


@dataclass
class Reply:
    """An answer of the API."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def body(self) -> Any:
        return self.response.json

    @property
    def summary(self) -> Any:
        return self.body["summary"]

    def rows(self, *names: str) -> list[Any]:
        """Rows of the answer: dictionaries, tuples of the columns named, or plain values of the one named."""
        assert self.status == 200, self.body
        if len(names) == 1:
            return [row[names[0]] for row in self.body["rows"]]
        return [tuple(row[name] for name in names) if names else row for row in self.body["rows"]]

    def figure(self, name: str, column: str = "value") -> Any:
        """Value of one KPI."""
        return {row["name"]: row[column] for row in self.rows()}[name]


@dataclass
class Shop:
    """Records in the canonical layout, loaded through the real loader before the first question."""

    folder: Path
    warehouse_url: str
    tables: dict[str, dict[Any, Record]] = field(default_factory=dict)
    title: Record = field(default_factory=dict)
    _app: Flask | None = None

    def store(self, store_id: str, state: str = "CA", city: str = "Lompoc", **more: Any) -> Self:
        place = {"country": "United States", "state_code": state, "state": _STATES.get(state, state), "city": city}
        return self._put("stores", store_id, {"store_id": store_id, "kind": "store", "name": store_id, **place, **more})

    def customer(self, customer_id: str, state: str = "CA", city: str = "Lompoc", **more: Any) -> Self:
        place = {"country": "United States", "state_code": state, "state": _STATES.get(state, state), "city": city}
        return self._put("customers", customer_id, {"customer_id": customer_id, **place, **more})

    def product(self, sku: str, category: str = "Classic", price: float | str = 1, **more: Any) -> Self:
        return self._put("products", sku, {"sku": sku, "name": sku, "category": category, "price": price, **more})

    def sell(
        self, at: str, amount: float, order: object = None, *, customer: str = "", store: str = "S1", **more: Any
    ) -> Self:
        """Sell one line; lines of the same order share it. `more` goes to the line, or to the order where it has it."""
        order_id = str(order if order is not None else f"O{len(self.tables.get('orders', {})) + 1}")
        self._known("stores", store, self.store)
        self._known("products", more.setdefault("sku", "P1"), self.product)
        if customer:
            self._known("customers", customer, self.customer)
        header = {name: more.pop(name) for name in _OF_ORDERS if name in more}
        own = {"order_id": order_id, "ordered_at": _moment(at), "customer_id": customer, "store_id": store}
        self._put("orders", order_id, own | header)
        item = {"order_id": order_id, "store_id": store, "quantity": 1, "unit_price": amount, **more}
        return self._put("order_items", len(self.tables.get("order_items", {})), item)

    def give_back(self, at: str, amount: float, order: object = "", *, store: str = "S1", **more: Any) -> Self:
        """Take one line back."""
        number = len(self.tables.get("returns", {})) + 1
        own = {"return_id": f"R{number}", "returned_at": _moment(at), "order_id": str(order), "store_id": store}
        return self._put("returns", number, {**own, "sku": "P1", "quantity": 1, "amount": amount, **more})

    def get(self, url: str, headers: dict[str, str] | None = None) -> Reply:
        """Ask the API, loading first what has been told since."""
        if self._app is None:
            self._app = self._open()
        return Reply(self._app.test_client().get(url, headers=headers))

    def by_hand(self, sql: str) -> list[Record]:
        """Run a statement as somebody would who copied it; nothing in it stands for a value to come."""
        assert self._app, "ask something first"
        engine: Engine = self._app.extensions["answers"].warehouse.snapshot().engine
        with engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def close(self) -> None:
        """Forget the API; the next question loads again."""
        if self._app:
            self._app.extensions["answers"].warehouse.close()
        self._app = None

    def reopen(self) -> None:
        """Ask what lies in the warehouse, loading nothing."""
        self._app = self._ask()

    def _put(self, table: str, key: object, record: Record) -> Self:
        self.tables.setdefault(table, {})[key] = record
        self.close()
        return self

    def _known(self, table: str, key: str, create: Any) -> None:
        if key not in self.tables.get(table, {}):
            create(key)

    def _open(self) -> Flask:
        for name, records in self.tables.items():
            _write_csv(self.folder / f"{name}.csv", list(records.values()))
        (self.folder / "dataset.json").write_text(json.dumps({"title": "Test shop", "currency": "USD", **self.title}))
        from data.loading.load import load

        load("canonical", self.folder, warehouse_url=self.warehouse_url, database_url=self._database, replace=True)
        return self._ask()

    def _ask(self) -> Flask:
        return create_api(load_config({"WAREHOUSE_URL": self.warehouse_url, "DATABASE_URL": self._database}))

    @property
    def _database(self) -> str:
        return f"sqlite:///{self.folder}/app.sqlite"


_STATES = {"CA": "California", "NV": "Nevada", "OR": "Oregon"}
_OF_ORDERS = ("channel", "status", "live", "total", "country", "state", "city")


def _moment(at: str) -> str:
    return at if len(at) > len("2024-01-01") else f"{at} 12:00:00"


def _write_csv(path: Path, records: list[Record]) -> None:
    names = list(dict.fromkeys(name for record in records for name in record))
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(records)
