"""Circles in a graph: found when there are some, each one real, at any depth."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.references import cycles

_NODES = "abcdefg"
_GRAPHS = st.dictionaries(st.sampled_from(_NODES), st.lists(st.sampled_from(_NODES), max_size=3).map(tuple))


def _has_circle(edges: dict[str, tuple[str, ...]]) -> bool:
    """Take away nodes that lead nowhere until none is left, or only circles and what leads to them."""
    left = dict(edges)
    while dead := [node for node, steps in left.items() if not any(step in left for step in steps)]:
        for node in dead:
            del left[node]
    return bool(left)


@settings(deadline=None)
@given(_GRAPHS)
def test_a_circle_is_found_when_there_is_one(edges: dict[str, tuple[str, ...]]):
    assert bool(list(cycles(edges))) == _has_circle(edges)


@settings(deadline=None)
@given(_GRAPHS)
def test_every_circle_found_is_one(edges: dict[str, tuple[str, ...]]):
    for circle in cycles(edges):
        assert len(set(circle)) == len(circle)
        for node, step in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert step in edges[node]


def test_a_long_chain_needs_no_deep_stack():
    chain = {str(i): (str(i + 1),) for i in range(20_000)}
    assert list(cycles(chain)) == []
    assert len(next(cycles(chain | {"20000": ("0",)}))) == 20_001
