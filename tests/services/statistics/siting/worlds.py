"""Made-up chains and published instances to site stores in."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from api.services.statistics.siting.p_median import distances_km

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """Places where people live around towns, and where stores are or might be."""

    demand: Floats
    weights: Floats
    candidates: Floats
    existing: Floats

    @property
    def km(self) -> Floats:
        """Distances from demand to candidates, shape (demand, candidates)."""
        return distances_km(self.demand, self.candidates)


def world(seed: int, demand: int, candidates: int, existing: int = 3, towns: int = 8) -> World:
    """A country of some hundred km with towns of very different sizes."""
    random = np.random.default_rng(seed)
    centres = np.column_stack([random.uniform(35, 40, towns), random.uniform(-100, -93, towns)])
    sizes = random.pareto(1.2, towns) + 0.2

    def people(number: int) -> Floats:
        town = random.choice(towns, number, p=sizes / sizes.sum())
        return centres[town] + random.normal(0, 0.3, (number, 2))

    weights = np.ceil(random.lognormal(2, 1, demand))
    return World(people(demand), weights, people(candidates), people(existing))


def covered_weight(world: World, chosen: NDArray[np.int64] | tuple[int, ...], radius_km: float) -> float:
    """Weight within reach of the existing stores and the chosen candidates."""
    stores = np.concatenate([world.existing, world.candidates[list(chosen)]])
    near = (distances_km(world.demand, stores) <= radius_km).any(axis=1)
    return float(world.weights[near].sum())


def best_covered_weight(world: World, radius_km: float, count: int) -> float:
    """The most that `count` candidates and the existing stores cover, by trying all."""
    every = combinations(range(len(world.candidates)), count)
    return max(covered_weight(world, chosen, radius_km) for chosen in every)


def read_or_library(file: Path) -> tuple[Floats, int]:
    """Distances between all nodes of an OR-Library p-median instance, and p.

    Of several edges between two nodes the last one counts.
    """
    numbers = np.array(file.read_text().split(), dtype=np.int64)
    return network(int(numbers[0]), numbers[3:].reshape(-1, 3)), int(numbers[2])


def or_library_like(nodes: int, seed: int) -> Floats:
    """Distances in a network as OR-Library's were made: a ring, and random edges until there are nodes² / 50."""
    random = np.random.default_rng(seed)
    ring = np.column_stack([np.arange(nodes), np.roll(np.arange(nodes), -1)]) + 1
    edges = np.concatenate([ring, random.integers(1, nodes + 1, (max(0, nodes * nodes // 50 - nodes), 2))])
    edges = edges[edges[:, 0] != edges[:, 1]]
    return network(nodes, np.column_stack([edges, random.integers(1, 101, len(edges))]))


def network(nodes: int, edges: NDArray[np.int64]) -> Floats:
    """Shortest ways between all nodes; edges : shape (edges, 3), two nodes from 1 up and the length."""
    last = {(min(a, b) - 1, max(a, b) - 1): length for a, b, length in edges.tolist()}
    ends = np.array(list(last))
    lengths = csr_array((np.array(list(last.values()), dtype=np.float64), ends.T), shape=(nodes, nodes))
    return np.asarray(shortest_path(lengths, directed=False))
