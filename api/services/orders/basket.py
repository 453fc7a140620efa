"""What is bought together."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from sqlalchemy import ColumnElement, Select, func, select

from api.models.warehouse import product
from api.services.analysis import Question, analysis
from api.services.capabilities import needed
from api.services.columns import Column
from api.services.errors import NotInThisData
from api.services.selection_notes import unknown
from api.services.statistics.basket_rules import Rule, rules
from api.services.statistics.baskets import Itemsets, frequent_itemsets, least_baskets, number_of_baskets
from api.services.units import Unit
from api.services.views import line
from api.services.warehouse import Dataset, Row
from api.services.wording import Wording, worded, worded_n

MOST_ITEMSETS = 20_000
_JOINT = " + "


class By(StrEnum):
    """What counts as an item."""

    PRODUCT = "product"
    CATEGORY = "category"


_KINDS = {By.PRODUCT: "sku", By.CATEGORY: "category"}
COLUMNS = (
    Column("antecedent", Unit.TEXT, "Ids of the products, or names of the categories, joined by a plus sign."),
    Column("consequent", Unit.TEXT, "Id of the product, or name of the category, bought with them."),
    Column(
        "antecedent_names", Unit.TEXT, "Names of the antecedent, products with their size; the id where there is none."
    ),
    Column(
        "consequent_name", Unit.TEXT, "Name of the consequent, a product with its size; the id where there is none."
    ),
    Column("baskets", Unit.COUNT, "Orders that hold all of them."),
    Column("support", Unit.SHARE, "Share of the orders that hold all of them."),
    Column("confidence", Unit.SHARE, "Share of the orders with the antecedent that hold the consequent too."),
    Column("lift", Unit.NUMBER, "Confidence against the consequent's share of all orders; 1 is chance."),
    Column("leverage", Unit.SHARE, "Share of the orders that hold all of them beyond what chance would bring."),
    Column(
        "conviction", Unit.NUMBER, "How often chance would break the rule against how often it is; absent if never."
    ),
    Column("q_value", Unit.SHARE, "Probability of so many by chance, adjusted for all rules looked at."),
)


@dataclass(frozen=True)
class _Items:
    """Products or categories in the order of their ids; the place of an item is its code."""

    ids: list[str]
    names: list[str]
    code: NDArray[np.int64]
    """Code of each product key, -1 where the product is no item."""

    @classmethod
    def read(cls, products: list[Row]) -> Self:
        """Read the items from all products."""
        found = sorted(filter(_is_sold, products), key=lambda row: (row["id"], -row["product_key"]))
        names = {row["id"]: ", ".join(filter(None, (row.get("name"), row.get("size")))) or row["id"] for row in found}
        code = np.full(max(row["product_key"] for row in products) + 1, -1, dtype=np.int64)
        place = {id_: code for code, id_ in enumerate(names)}
        code[[row["product_key"] for row in found]] = [place[row["id"]] for row in found]
        return cls(list(names), list(names.values()), code)


def _is_sold(row: Row) -> bool:
    return row["product_key"] > 0 and not row["is_fee"] and row["id"] != ""


def _item(by: By) -> tuple[ColumnElement[str], ...]:
    """Id of an item and what names it: two sizes of a pizza share a name."""
    return (product.c.category,) if by == By.CATEGORY else (product.c.sku, product.c.name, product.c.size)


def _is_item(item: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    return product.c.product_key > 0, ~product.c.is_fee, item != ""


def _mined(products: list[Row], question: Question) -> list[Row]:
    """Find the rules."""
    items, item = _Items.read(products), question.option("item")
    itemsets = _pairs(item, items, question) if item else _itemsets(items, question)
    if not itemsets.baskets:
        return []
    found = rules(itemsets, question.option("min_confidence"))
    if item:
        found = [rule for rule in found if items.ids[rule.antecedent[0]] == item]
    if not found:
        question.summary["notes"] = [_why_none(question.option("by"), item, items, itemsets)]
    question.summary |= {
        "orders": itemsets.baskets,
        "rules": len(found),
        "itemsets": len(itemsets.counts),
        "most_itemsets": MOST_ITEMSETS,
        "least_orders": itemsets.least,
        "capped": itemsets.capped,
    }
    return [_row(rule, items) for rule in found[: question.option("limit") + 1]]


def _itemsets(items: _Items, question: Question) -> Itemsets:
    """Sets of items in every order that holds one; which products are none is looked up here, cheaper than in SQL."""
    lines = question.arrays(select(line.c.order_key, line.c.product_key))
    orders, codes = lines["order_key"], items.code[lines["product_key"]]
    if not (is_item := codes >= 0).all():
        orders, codes = orders[is_item], codes[is_item]
    baskets = number_of_baskets(orders)
    return frequent_itemsets(
        orders,
        codes,
        baskets=baskets,
        least=least_baskets(question.option("min_support"), baskets),
        most_items=question.option("max_items"),
        most_sets=MOST_ITEMSETS,
    )


def _why_none(by: By, item: str, items: _Items, itemsets: Itemsets) -> Wording:
    if item and item not in items.ids:
        return unknown(_KINDS[by], item)
    if item:
        return worded_n(
            "{item} and another do not meet in {least} of {n} order with the confidence asked for: ask for less.",
            "{item} and another do not meet in {least} of {n} orders with the confidence asked for: ask for less.",
            itemsets.baskets,
            item=items.names[items.ids.index(item)],
            least=itemsets.least,
        )
    return worded_n(
        "No two meet in {least} of {n} order with the confidence asked for: ask for less.",
        "No two meet in {least} of {n} orders with the confidence asked for: ask for less.",
        itemsets.baskets,
        least=itemsets.least,
    )


def _pairs(item: str, items: _Items, question: Question) -> Itemsets:
    """Pairs of the item with every other one, and how many orders hold each of the two."""
    by = question.option("by")
    orders = question.rows(_orders_of_any(by))[0]["orders"]
    least = least_baskets(question.option("min_support"), orders)
    with_it = {row["id"]: row["orders"] for row in question.rows(_orders_of_items(by, beside=item))}
    alone = {row["id"]: row["orders"] for row in question.rows(_orders_of_items(by))}
    place = {id_: code for code, id_ in enumerate(items.ids)}
    often = {id_: n for id_, n in with_it.items() if n >= least}
    counts = {(place[id_],): alone[id_] for id_ in often}
    pairs = {tuple(sorted((place[item], place[id_]))): n for id_, n in often.items() if id_ != item}
    return Itemsets(orders, least, counts | pairs, capped=False)


def _orders_of_items(by: By, beside: str = "") -> Select[Any]:
    """Number of orders that hold each item, of all orders or of those with the item `beside`."""
    item = _item(by)[0]
    counted: list[ColumnElement[Any]] = [item.label("id"), func.count(line.c.order_key.distinct()).label("orders")]
    query = (
        select(*counted)
        .join_from(line, product, product.c.product_key == line.c.product_key)
        .where(*_is_item(item))
        .group_by(item)
        .order_by(item)
    )
    if not beside:
        return query
    products = select(product.c.product_key).where(item == beside)
    held = select(line.c.order_key).where(line.c.product_key.in_(products)).distinct().subquery("held")
    return query.join(held, held.c.order_key == line.c.order_key)


def _orders_of_any(by: By) -> Select[Any]:
    """Number of orders that hold an item."""
    items = select(product.c.product_key).where(*_is_item(_item(by)[0]))
    return select(func.count(line.c.order_key.distinct()).label("orders")).where(line.c.product_key.in_(items))


def _row(rule: Rule, items: _Items) -> Row:
    return {
        **rule._asdict(),
        "antecedent": _JOINT.join(items.ids[code] for code in rule.antecedent),
        "consequent": items.ids[rule.consequent],
        "antecedent_names": _JOINT.join(items.names[code] for code in rule.antecedent),
        "consequent_name": items.names[rule.consequent],
    }


@analysis(title="What is bought together?", columns=COLUMNS, refine=_mined, limit=100, limit_refined=True)
def basket(
    data: Dataset,
    min_support: Annotated[
        float, Field(ge=0.00001, le=1, description="Smallest share of the orders.", examples=[0.01])
    ] = 0.005,
    min_confidence: Annotated[float, Field(ge=0, le=1, description="Smallest confidence.", examples=[0.5])] = 0.1,
    max_items: Annotated[int, Field(ge=2, le=10, description="Most items of a rule, consequent included.")] = 3,
    by: Annotated[By, Field(description="What counts as an item.", examples=["product"])] = By.PRODUCT,
    item: Annotated[str, Field(description="Only what is bought together with this one.", examples=["P02L"])] = "",
) -> Select[Any]:
    """Rules between products or categories that meet in one order, highest lift first.

    Of n orders, n_X hold the antecedent X, n_y the consequent y and n_Xy both. support = n_Xy / n, confidence =
    n_Xy / n_X, lift = n n_Xy / (n_X n_y), leverage = n_Xy / n - n_X n_y / n^2, conviction = (1 - n_y / n) /
    (1 - confidence). An order counts a product once, and fees such as postage are no products. q_value is Fisher's
    exact probability of meeting so often by chance, adjusted after Benjamini and Hochberg for all rules with enough
    support. Thresholds compare whole numbers, so a rule exactly at one is shown.

    At most 20,000 sets of items are looked at: where more have the support asked for, the smallest number of orders
    rises until they fit, `capped` says so and `least_orders` how far. Under a product filter only these products count.

    With `item`, every other item bought together with that one; then rules have one item on each side.
    """
    if by == By.CATEGORY and "categories" not in data.capabilities:
        raise NotInThisData(worded("This data set has no {missing}; ask by product.", missing=needed("categories")))
    id_, *names = _item(by)
    selected: list[ColumnElement[Any]] = [id_.label("id"), *names, product.c.product_key, product.c.is_fee]
    return select(*selected).order_by(product.c.product_key)
