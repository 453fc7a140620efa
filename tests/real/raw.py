"""The raw files read by plain pandas: the independent side of every comparison."""

from functools import cache
from pathlib import Path

import duckdb
import pandas as pd


@cache
def online_retail(folder: Path) -> pd.DataFrame:
    """Every line; `kind` says sale, return or correction."""
    lines = pd.read_csv(folder / "online_retail.csv.gz", dtype=str, keep_default_na=False)
    lines["quantity"] = lines.Quantity.astype(int)
    lines["price"] = lines.UnitPrice.astype(float)
    lines["amount"] = lines.quantity * lines.price
    lines["at"] = pd.to_datetime(lines.InvoiceDate)
    lines["customer"] = lines.CustomerID.str.replace(".0", "")
    cancelled = lines.InvoiceNo.str.startswith("C")
    sold = ~cancelled & (lines.quantity >= 1) & (lines.price >= 0.01)
    lines["kind"] = "correction"
    lines.loc[sold, "kind"] = "sale"
    lines.loc[cancelled, "kind"] = "return"
    return lines


@cache
def olist_orders(folder: Path) -> pd.DataFrame:
    """Every live order with its person, home, value and number of items."""
    orders = pd.read_csv(folder / "olist_orders_dataset.csv", dtype=str)
    people = pd.read_csv(folder / "olist_customers_dataset.csv", dtype=str)
    items = olist_items(folder).groupby("order_id").agg(value=("value", "sum"), items=("value", "size"))
    live = orders[~orders.order_status.isin(["canceled", "unavailable"])]
    joined = live.merge(people, on="customer_id").merge(items, left_on="order_id", right_index=True, how="left")
    joined["at"] = pd.to_datetime(joined.order_purchase_timestamp)
    return joined.fillna({"value": 0.0, "items": 0})


@cache
def olist_items(folder: Path) -> pd.DataFrame:
    """Every item of a live order, with `value` = price + freight."""
    items = pd.read_csv(folder / "olist_order_items_dataset.csv", dtype={"order_id": str})
    orders = pd.read_csv(folder / "olist_orders_dataset.csv", dtype=str)
    live = orders[~orders.order_status.isin(["canceled", "unavailable"])].order_id
    items["value"] = items.price + items.freight_value
    return items[items.order_id.isin(live)]


@cache
def pizza_lines(folder: Path) -> pd.DataFrame:
    """Every line of a live generated order, with `value` = amount + freight and its product's category."""
    names = ("order_items", "orders", "products")
    items, orders, products = (duckdb.read_parquet(str(folder / f"{name}.parquet")).df() for name in names)
    items["value"] = items.quantity * items.unit_price - items.discount + items.freight
    lines = items.merge(orders[orders.live], on="order_id", suffixes=("", "_of_order"))
    lines = lines.merge(products[["sku", "category"]], on="sku")
    return lines.assign(value=lines.value.astype(float).round(2), customer_id=lines.customer_id.fillna(""))
