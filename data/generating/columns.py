"""The facts as columns of numbers, for the queries that write the canonical tables."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.generating import habits, payments, touchpoints
from data.generating.clock import Clock
from data.generating.drawing import Ints
from data.generating.facts import Facts

NO_MOMENT = -1

Columns = dict[str, NDArray[Any]]


def names() -> dict[str, Columns]:
    """Words behind the numbers."""
    return {
        "channels": _numbered(channel=np.array(habits.CHANNELS)),
        "methods": _numbered(method=np.array(payments.METHODS)),
        "mediums": _numbered(medium=np.array(touchpoints.CHANNELS), cents=np.array(touchpoints.CENTS)),
    }


def columns(clock: Clock, facts: Facts) -> dict[str, Columns]:
    """Arrays of every table of facts."""
    return {
        "order_facts": _orders(clock, facts),
        "item_facts": _items(facts),
        "payment_facts": _payments(facts),
        "review_facts": _reviews(clock, facts),
        "return_facts": _returns(clock, facts),
        "inventory_facts": _inventory(clock, facts),
        "touchpoint_facts": _touchpoints(clock, facts),
    }


def _moment(clock: Clock, second: Ints) -> NDArray[np.datetime64]:
    moment = clock.first_day.astype("datetime64[s]") + second
    return np.where(second == NO_MOMENT, np.datetime64("NaT", "s"), moment)


def _orders(clock: Clock, facts: Facts) -> Columns:
    way = facts.deliveries
    return _numbered(
        customer=facts.orders.customer,
        store=facts.orders.store,
        ordered_at=_moment(clock, facts.orders.second),
        channel_number=facts.habits.channel,
        live=facts.habits.live,
        total=facts.sales.total,
        approved_at=_moment(clock, way.approved),
        shipped_at=_moment(clock, way.shipped),
        delivered_at=_moment(clock, way.delivered),
        promised_at=_moment(clock, way.promised),
    )


def _items(facts: Facts) -> Columns:
    sales = facts.sales
    return {
        "order_number": sales.lines.order,
        "line_number": sales.line_number,
        "product": sales.lines.product,
        "quantity": sales.lines.quantity,
        "unit_price": sales.unit_price,
        "discount": sales.discount,
        "freight": sales.freight,
    }


def _payments(facts: Facts) -> Columns:
    paid = facts.payments
    return {
        "order_number": paid.order,
        "sequence": paid.sequence,
        "method_number": paid.method,
        "cents": paid.cents,
    }


def _reviews(clock: Clock, facts: Facts) -> Columns:
    said = facts.reviews
    return {
        "order_number": said.order,
        "score": said.score,
        "words": said.words,
        "created_at": _moment(clock, said.created),
        "answered_at": _moment(clock, said.answered),
    }


def _returns(clock: Clock, facts: Facts) -> Columns:
    back, lines = facts.returns, facts.sales.lines
    order = lines.order[back.line]
    return _numbered(
        returned_at=_moment(clock, back.second),
        order_number=order,
        customer=facts.orders.customer[order],
        store=facts.orders.store[order],
        channel_number=facts.habits.channel[order],
        product=lines.product[back.line],
        quantity=back.quantity,
        cents=back.cents,
    )


def _inventory(clock: Clock, facts: Facts) -> Columns:
    stock = facts.inventory
    week, store, product = np.nonzero(stock.on_hand >= 0)
    return {
        "day": _moment(clock, stock.day[week] * 86_400),
        "store": store,
        "product": product,
        "on_hand": stock.on_hand[week, store, product],
        "received": stock.received[week, store, product],
    }


def _touchpoints(clock: Clock, facts: Facts) -> Columns:
    met = facts.touchpoints
    return _numbered(customer=met.customer, touched_at=_moment(clock, met.second), medium_number=met.channel)


def _numbered(**columns: NDArray[Any]) -> Columns:
    return {"number": np.arange(len(next(iter(columns.values())))), **columns}
