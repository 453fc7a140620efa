"""What is in an order: mains by appetite, taste and habit, extras that go with the first of them."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from data.generating.appetite import context, favourite_weights, main_weights
from data.generating.drawing import Choices, Floats, Ints, happens
from data.generating.world import Menu

MAINS_BY_OCCASION = ((0.96, 0.04, 0, 0), (0.72, 0.26, 0.02, 0), (0.42, 0.42, 0.13, 0.03), (0.05, 0.35, 0.35, 0.25))
MOST_MAINS = 4
PARTNER_SHARE = 0.25  # of the second mains that are the partner of the first, in the same size
EXTRAS_BY_OCCASION = (0.75, 1.0, 1.35, 1.9)
MOST_LIKELY = 0.95  # no extra is surer than that
DOUBLES_BY_OCCASION = (0.02, 0.25, 0.30, 0.45)  # share of extras bought twice
THIRDS = 0.25  # share of those bought three times


@dataclass(frozen=True)
class Lines:
    """One entry per line, in the order of the orders; `order` and `product` are numbers."""

    order: Ints
    product: Ints
    quantity: Ints


@dataclass(frozen=True)
class Appetite:
    """What the chain's customers like."""

    mains: Choices  # by period, occasion and favourite
    favourites: Choices
    partner: Ints  # the kind of main that goes with each kind
    wanted: NDArray[np.float32]  # by period and product; of an extra, its probability in an ordinary order
    factor: NDArray[np.float32]  # on it, by kind of main and extra
    by_size: Ints  # product by kind and size, -1 where there is none


def learn_appetite(random: Generator, menu: Menu, wanted: Floats, factor: Floats) -> Appetite:
    """Prepare the draws; which kinds of mains go together is chance."""
    weights = favourite_weights(menu)
    ring = random.permutation(len(weights))
    partner = np.empty_like(ring)
    partner[ring] = np.roll(ring, 1)
    by_size = np.full((len(weights), menu.size.max() + 1), -1)
    by_size[menu.kind[menu.mains], menu.size[menu.mains]] = menu.mains
    return Appetite(
        Choices(main_weights(menu, wanted)),
        Choices(weights),
        partner,
        wanted.astype(np.float32),
        factor.astype(np.float32),
        by_size,
    )


def fill(random: Generator, menu: Menu, taste: Appetite, period: Ints, occasion: Ints, favourite: Ints) -> Lines:
    """Fill the baskets of orders."""
    mains, count = _mains(random, menu, taste, period, occasion, favourite)
    extras = _extras(random, menu, taste, period, occasion, menu.kind[mains[:, 0]])
    product = np.concatenate([mains, np.broadcast_to(menu.extras.astype(np.int16), extras.shape)], axis=1)
    quantity = np.concatenate([count, extras], axis=1)
    order, slot = np.nonzero(quantity)
    return Lines(order, product[order, slot].astype(np.int64), quantity[order, slot].astype(np.int64))


def _mains(
    random: Generator, menu: Menu, taste: Appetite, period: Ints, occasion: Ints, favourite: Ints
) -> tuple[NDArray[np.int16], NDArray[np.int8]]:
    """Products and quantities of mains: shape (orders, MOST_MAINS); a product drawn twice becomes one line of two."""
    wanted = Choices(MAINS_BY_OCCASION).draw(random, occasion) + 1
    product = np.full((len(period), MOST_MAINS), -1, dtype=np.int16)
    for slot in range(MOST_MAINS):
        order = np.flatnonzero(wanted > slot)
        row = context(menu, period[order], occasion[order], favourite[order])
        product[order, slot] = menu.mains[taste.mains.draw(random, row)]
    _pair_up(random, menu, taste, period, product)
    return product, _quantities(product)


def _pair_up(random: Generator, menu: Menu, taste: Appetite, period: Ints, product: NDArray[np.int16]) -> None:
    """Put beside some first mains the kind that goes with them, where it is on the menu by then."""
    order = np.flatnonzero(product[:, 1] >= 0)
    order = order[happens(random, PARTNER_SHARE, len(order))]
    first = product[order, 0]
    partner = taste.by_size[taste.partner[menu.kind[first]], menu.size[first]]
    sold = (partner >= 0) & (taste.wanted[period[order], partner] > 0)
    product[order[sold], 1] = partner[sold]


def _quantities(product: NDArray[np.int16]) -> NDArray[np.int8]:
    """Quantity of each main: 0 where there is none or an earlier slot has the same."""
    quantity = (product >= 0).astype(np.int8)
    for slot in range(1, product.shape[1]):
        for earlier in range(slot):
            same = np.flatnonzero((product[:, slot] == product[:, earlier]) & (quantity[:, slot] > 0))
            quantity[same, slot] = 0
            quantity[same, earlier] += 1
    return quantity


def _extras(
    random: Generator, menu: Menu, taste: Appetite, period: Ints, occasion: Ints, kind: Ints
) -> NDArray[np.int8]:
    """Quantities of extras: shape (orders, extras)."""
    chance = taste.wanted[:, menu.extras][period]
    chance *= taste.factor[kind]
    chance *= np.array(EXTRAS_BY_OCCASION, dtype=np.float32)[occasion][:, None]
    np.minimum(chance, MOST_LIKELY, out=chance)
    quantity = (random.random(chance.shape, dtype=np.float32) < chance).astype(np.int8)
    order, extra = np.nonzero(quantity)
    luck = random.random(len(order)) / np.array(DOUBLES_BY_OCCASION)[occasion[order]]
    quantity[order, extra] += (luck < 1).astype(np.int8) + (luck < THIRDS).astype(np.int8)
    return quantity
