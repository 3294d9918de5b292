"""Today's pages as a process that lives on knows them: how they were made last, and which are out of date."""

from collections.abc import Iterable, Iterator

from generator.derive.kept_traces import KeptTraces
from generator.derive.trace import Reading
from generator.executors import Executor
from generator.pages.page import PageTask
from generator.press.making import PressJob, make_pages, make_some
from generator.press.page_store import LastPages, PageRecord, hash_of_task


class KnownPages:
    """The pages that were made last for each path, for one edition of the facts after the other.

    A page that something reads otherwise for is out of date until it is made again, whenever that is.
    """

    def __init__(self, job: PressJob) -> None:
        """Begin with nothing made for a job."""
        self.job = job
        self._records: dict[str, PageRecord] = {}
        self._readings: dict[str, frozenset[Reading]] = {}
        self._stale: set[str] = set()

    def take(self, records: Iterable[PageRecord], traces: KeptTraces) -> None:
        """Take over what another build knows."""
        for record in records:
            self.keep(record, traces.readings(record.path))

    def keep(self, record: PageRecord, readings: Iterable[Reading]) -> None:
        """Take note of a page that was made of the job, and of what was read for it."""
        self._records[record.path] = record
        self._readings[record.path] = found = frozenset(readings)
        self.job.digests.know(found)
        self._stale.discard(record.path)

    def follow(self, job: PressJob) -> None:
        """Go on to another job, made with the digests of the last one."""
        if job.base == self.job.base:
            changed = job.digests.that_differ()
            self._stale.update(path for path, read in self._readings.items() if not changed.isdisjoint(read))
        else:
            self._stale.update(self._records)
        self.job = job

    def find(self, task: PageTask) -> PageRecord | None:
        """Give the page for a task, if it is known as it is now."""
        record = self._records.get(task.path)
        if record is None or task.path in self._stale or record.task_hash != hash_of_task(task):
            return None
        return record if self.job.store.has(record.key) else None

    def make(self, path: str) -> PageRecord | None:
        """Give the page of a path, made here if it is out of date; None where there is none."""
        for number, task in enumerate(self.job.tasks):
            if task.path == path:
                return self.find(task) or self._made(number)
        return None

    def _made(self, number: int) -> PageRecord:
        for record, readings in make_some(self.job, [number]):
            self.keep(record, readings)
        return self._records[self.job.tasks[number].path]

    def make_all(self, executor: Executor) -> list[PageRecord]:
        """Give all pages, by path, made where they are out of date."""
        known, job = {task.path: self.find(task) for task in self.job.tasks}, self.job
        wanted = [number for number, task in enumerate(job.tasks) if known[task.path] is None]
        for record, readings in make_pages(executor, job, executor.share(job), wanted):
            self.keep(record, readings)
        self._forget_all_but(known)
        return [self._records[path] for path in known]

    def _forget_all_but(self, paths: Iterable[str]) -> None:
        for path in self._records.keys() - set(paths):
            del self._records[path], self._readings[path]
            self._stale.discard(path)

    def save(self, last: LastPages, traces: KeptTraces) -> None:
        """Write down what is known, if nothing is out of date, for a process that comes after."""
        if self._stale:
            return
        for path in sorted(self._readings):
            traces.keep(path, self._readings[path])
        traces.save()
        last.save(self._in_order())

    def _in_order(self) -> Iterator[PageRecord]:
        return (self._records[path] for path in sorted(self._records))
