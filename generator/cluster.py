"""Work done on a cluster: by the workers of a Dask scheduler, which share this machine's files.

They have the same version of this product installed. What is shared with them goes to each once; a piece of
work whose worker is lost is done again by another.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from distributed import Client

from generator.executors import Shared

J = TypeVar("J")
T = TypeVar("T")
R = TypeVar("R")
_PATIENCE = 10  # seconds to wait for the scheduler


class NoClusterError(Exception):
    """There is no scheduler at that address; the message says so."""


class Cluster:
    """Works on the workers of a scheduler, at an address such as ``tcp://127.0.0.1:8786``."""

    def __init__(self, address: str) -> None:
        """Connect. Raises NoClusterError where no scheduler with workers answers."""
        try:
            connect: Any = Client  # Dask has typed little
            self._client = connect(address, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise NoClusterError(f"no Dask scheduler with workers answers at {address}: {error}") from None
        threads = self._client.nthreads()
        self.workers = max(1, sum(threads.values()))
        self._jobs: list[Any] = []
        self._sent: list[Any] = []

    def share(self, job: J) -> Shared[J]:
        """Send it to every worker."""
        self._jobs.append(job)
        self._sent.append(self._client.scatter(job, broadcast=True, hash=False))
        return Shared(len(self._jobs) - 1)

    def submit(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> Callable[[], R]:
        """Begin a piece on whichever worker is free first."""
        future = self._client.submit(work, self._sent[job.number], piece, pure=False, retries=2)
        wait: Callable[[], R] = future.result
        return wait

    def do(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> R:
        """Do a piece in this process."""
        return work(self._jobs[job.number], piece)

    def close(self, *, at_once: bool = False) -> None:
        """Leave the cluster, which then gives up what nobody waits for any more."""
        self._sent.clear()
        self._client.close()
