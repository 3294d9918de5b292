"""A build on a cluster: the same bytes, though a worker is lost; a clear word where there is none."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import BuildOptions, build
from generator.cluster import Cluster
from generator.editor import scaffold
from generator.executors import each, working
from generator.site.files import SiteError
from tests.torture import bytes_of

REPOSITORY = Path(__file__).parents[1]
PATIENCE = 60  # seconds


def slow(job: int, piece: int) -> tuple[int, int]:
    time.sleep(0.2)
    return job * piece, os.getpid()


@pytest.fixture(scope="module")
def scheduler(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler on loopback with two workers: its address, and the workers."""
    folder = tmp_path_factory.mktemp("cluster")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "DASK_DISTRIBUTED__ADMIN__TICK__LIMIT": "1h"}
    said = folder / "said"

    def begin(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_scheduler", *arguments]
        if arguments[0] == "worker":
            command = [sys.executable, "-m", "distributed.cli.dask_worker", *arguments[1:]]
        with said.open("ab") as log:
            return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)

    running = [begin("--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    try:
        address = ""
        for _ in range(PATIENCE * 10):
            found = re.search(rb"Scheduler at:\s+(tcp://[\d.:]+)", said.read_bytes())
            if found:
                address = found[1].decode()
                break
            time.sleep(0.1)
        assert address, said.read_text()
        workers = [
            begin("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
            for _ in range(2)
        ]
        running += workers
        yield address, workers
    finally:
        for process in running:
            process.kill()
            process.wait()


@pytest.mark.builds
@pytest.mark.long
def test_a_build_on_a_cluster_gives_the_same_bytes(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    root = tmp_path / "explainer"
    scaffold.new(root, "sample")
    options = BuildOptions(out=tmp_path / "here", no_cache=True)
    build(root, options)
    build(root, replace(options, out=tmp_path / "there", cluster=scheduler[0]))
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "here")


@pytest.mark.long
def test_what_a_killed_worker_was_at_is_done_by_another(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]],
) -> None:
    address, workers = scheduler
    with working(Cluster(address)) as executor:
        job = executor.share(3)
        results = each(executor, slow, job, range(40))
        done = [next(results) for _ in range(4)]
        workers[0].send_signal(signal.SIGKILL)
        done += results
    assert [result for result, _ in done] == [3 * piece for piece in range(40)]
    assert done[-1][1] != workers[0].pid


def test_where_nobody_answers_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster._PATIENCE", 0.5)
    scaffold.new(tmp_path / "explainer", "sample")
    with pytest.raises(SiteError, match="no Dask scheduler"):
        build(tmp_path / "explainer", BuildOptions(cluster="tcp://127.0.0.1:9"))
