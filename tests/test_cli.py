"""The commands: what they say, where they say it, and how they end."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site.tiny import TIMELINE, edit, tiny, tree

PATIENCE = 60  # seconds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "explainer")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


class TestCheck:
    def test_clean_facts_end_with_0(self, root: Path) -> None:
        result = run("check", root)
        assert (result.exit_code, result.stdout) == (0, "")

    def test_a_mistake_ends_with_1_and_names_its_place(self, root: Path) -> None:
        edit(root, "by: upper-guard", "by: uper-guard")
        result = run("check", root)
        assert result.exit_code == 1
        assert f"{root / TIMELINE}:9:" in result.stdout
        assert "upper-guard" in result.stdout

    def test_paths_open_from_the_folder_one_is_in(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        edit(root, "by: upper-guard", "by: uper-guard")
        monkeypatch.chdir(root)
        assert run("check").stdout.startswith(f"{TIMELINE}:9:")
        monkeypatch.chdir(root.parent)
        assert run("check", root.name).stdout.startswith(f"{root.name}/{TIMELINE}:9:")

    def test_json_is_a_list_of_problems(self, root: Path) -> None:
        assert json.loads(run("check", root, "--format", "json").stdout) == []
        edit(root, "by: upper-guard", "by: uper-guard")
        result = run("check", root, "--format", "json")
        problem = json.loads(result.stdout)[0]
        assert result.exit_code == 1
        assert set(problem) == {"path", "line", "column", "code", "severity", "message", "hint"}
        assert (problem["path"], problem["line"], problem["severity"]) == (str(root / TIMELINE), 9, "error")

    def test_github_gets_annotations(self, root: Path) -> None:
        edit(root, "by: upper-guard", "by: uper-guard")
        result = run("check", root, "--format", "github")
        assert result.exit_code == 1
        assert f"::error file={root / TIMELINE},line=9" in result.stdout

    def test_very_many_alike_are_folded_unless_all_are_asked_for(self, root: Path) -> None:
        path = root / TIMELINE
        wrong = "".join(f"- {{id: e{number}, foo: x}}\n" for number in range(30))
        path.write_text(f"{path.read_text('utf-8')}{wrong}", encoding="utf-8")
        result, whole = run("check", root), run("check", root, "--all")
        assert (result.exit_code, result.stderr) == (whole.exit_code, whole.stderr)
        assert result.exit_code == 1
        assert result.stdout.count(": unknown-key: ") == 20
        assert "... and 10 more errors of `unknown-key`; `explainer check --all`" in result.stdout
        assert whole.stdout.count(": unknown-key: ") == 30
        assert "more errors" not in whole.stdout
        listed = json.loads(run("check", root, "--format", "json").stdout)
        assert len([one for one in listed if one["code"] == "unknown-key"]) == 30
        assert str(len([one for one in listed if one["severity"] == "error"])) in result.stderr

    def test_a_folder_without_facts_is_a_problem(self, tmp_path: Path) -> None:
        result = run("check", tmp_path)
        assert result.exit_code == 1
        assert "content" in result.stdout

    @pytest.mark.parametrize(
        "arguments",
        [("check", "no/such/folder"), ("check", "--format", "xml"), ("chekc",), ("check", __file__)],
    )
    def test_wrong_usage_ends_with_2(self, arguments: tuple[str, ...]) -> None:
        assert run(*arguments).exit_code == 2


class TestBuild:
    @pytest.mark.builds
    def test_one_line_says_what_was_built_and_how_to_open_it(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(root)
        result = run("build")
        assert result.exit_code == 0
        (line,) = result.stdout.splitlines()
        assert "The bridge at Tarn" in line
        assert line.endswith(
            "the site is in site. Open it with explainer serve, or python -m http.server -d site"
        )

    @pytest.mark.builds
    def test_an_edition_says_where_it_is(self, root: Path) -> None:
        result = run("build", root, "--known-at", "2018-04-10")
        assert result.exit_code == 0
        assert "as known on 2018-04-10" in result.stdout
        assert str(root / ".explainer/at/2018-04-10") in result.stdout
        assert not (root / "site").exists()

    @pytest.mark.parametrize("day", ["2018", "2018-02-30", "yesterday", "2018-06-01", "2017-01-01"])
    def test_a_day_without_an_edition_is_wrong_usage(self, root: Path, day: str) -> None:
        result = run("build", root, "--known-at", day)
        assert result.exit_code == 2
        assert "--known-at" in result.stderr

    def test_mistakes_go_to_stderr(self, root: Path) -> None:
        edit(root, "by: upper-guard", "by: uper-guard")
        result = run("build", root)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"{TIMELINE}:9:" in result.stderr
        assert "1 error" in result.stderr

    @pytest.mark.builds
    def test_what_the_builder_warns_of_goes_to_stderr(self, root: Path) -> None:
        edit(root, "# Us", "[gone](gone.md)", "docs/about/us.md")
        result = run("build", root)
        assert result.exit_code == 0
        assert "gone.md" in result.stderr

    def test_a_place_that_cannot_be_written_is_named(self, root: Path) -> None:
        (root / ".explainer").write_text("in the way")
        result = run("build", root)
        assert result.exit_code == 1
        assert ".explainer" in result.stderr

    @pytest.mark.builds
    def test_check_fails_until_docs_say_what_the_facts_say(self, root: Path) -> None:
        result = run("build", root, "--check")
        assert result.exit_code == 1
        assert "index.md is missing" in result.stderr
        assert run("build", root).exit_code == 0
        assert run("build", root, "--check").exit_code == 0
        edit(root, "Nobody has crossed.", "Nobody came over.")
        before = tree(root)
        result = run("build", root, "--check")
        assert result.exit_code == 1
        assert "events/bridge-taken.md differs" in result.stderr
        assert tree(root) == before

    def test_check_looks_at_docs_alone(self, root: Path) -> None:
        assert run("build", root, "--check", "--known-at", "2018-04-10").exit_code == 2


class TestVerify:
    @pytest.mark.builds
    def test_a_site_and_what_became_of_it(self, root: Path) -> None:
        run("build", root)
        site = root / "site"
        result = run("verify", site)
        assert result.exit_code == 0
        assert "SHA-256" in result.stdout
        page = site / "index.html"
        page.write_bytes(page.read_bytes().replace(b"Tarn", b"Karn"))
        (site / "404.html").unlink()
        (site / "added.html").write_text("x")
        result = run("verify", site)
        assert result.exit_code == 1
        assert result.stderr.splitlines()[:3] == [
            "changed: index.html",
            "missing: 404.html",
            "extra: added.html",
        ]

    def test_a_folder_that_is_no_site(self, tmp_path: Path) -> None:
        result = run("verify", tmp_path)
        assert result.exit_code == 1
        assert "manifest.json is missing" in result.stderr
        assert run("verify", tmp_path / "nowhere").exit_code == 2


class TestNew:
    def test_a_new_explainer_has_no_problems(self, tmp_path: Path) -> None:
        result = run("new", tmp_path / "mine")
        assert result.exit_code == 0
        assert f"explainer serve {tmp_path / 'mine'}" in result.stdout
        assert run("check", tmp_path / "mine").exit_code == 0

    def test_a_folder_with_files_is_left_alone(self, root: Path) -> None:
        before = tree(root)
        result = run("new", root)
        assert result.exit_code == 2
        assert "not empty" in result.stderr
        assert tree(root) == before


@contextlib.contextmanager
def serving(root: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "generator", "serve", str(root), "--port", str(port)]
    log = root.parent / "log"
    with (
        log.open("wb") as stream,
        subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT) as process,
    ):
        try:
            yield f"http://127.0.0.1:{port}/", process
        finally:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=PATIENCE)
            process.kill()
    assert process.returncode == 0, log.read_text()
    assert "Traceback" not in log.read_text()


def page_with(address: str, words: str) -> str:
    """Wait for a page to say something."""
    end = time.monotonic() + PATIENCE
    said = ""
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            said = answer.read().decode()
            if words in said:
                return said
        time.sleep(0.1)
    raise AssertionError(f"{address} never said {words!r}; last: {said[-2000:]}")


@pytest.mark.builds
def test_the_preview_follows_edits_and_shows_mistakes(root: Path) -> None:
    with serving(root) as (address, _):
        page = f"{address}events/bridge-taken/"
        said = page_with(page, "Nobody has crossed.")
        assert "livereload" in said
        edit(root, "Nobody has crossed.", "Nobody came over.")
        page_with(page, "Nobody came over.")
        edit(root, "by: upper-guard", "by: uper-guard")
        said = page_with(page, "uper-guard")
        assert "Nobody came over." in said
        assert "last good page" in said
        edit(root, "by: uper-guard", "by: upper-guard")
        edit(root, "We read", "We wrote", "docs/about/us.md")
        page_with(f"{address}about/us/", "We wrote the valley")
        assert "last good page" not in page_with(page, "Nobody came over.")
        assert not (root / "site").exists()
        assert not (root / "docs/index.md").exists()


@pytest.mark.builds
def test_a_preview_that_starts_with_a_mistake_recovers(root: Path) -> None:
    edit(root, "by: upper-guard", "by: uper-guard")
    with serving(root) as (address, _):
        assert "uper-guard" in page_with(address, "uper-guard")
        edit(root, "by: uper-guard", "by: upper-guard")
        page_with(address, "The bridge at Tarn")


def test_a_port_that_is_taken_is_named(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", root, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "--port" in result.stderr


@pytest.mark.builds
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_leaves_everything_as_it_was(root: Path, number: int) -> None:
    (root / "slow.py").write_text("import time\ndef on_config(config):\n    time.sleep(120)\n")
    run("build", root)
    before = {name: content for name, content in tree(root).items() if name.startswith(("docs/", "site/"))}
    edit(root, "Nobody has crossed.", "Nobody came over.")
    edit(root, "plugins: [search]", "hooks: [slow.py]", "mkdocs.yml")
    command = [sys.executable, "-m", "generator", "build", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + PATIENCE
        while not list((root / ".explainer").glob("build-*/mkdocs.yml")) and time.monotonic() < end:
            time.sleep(0.05)
        process.send_signal(number)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == (130 if number == signal.SIGINT else 128 + signal.SIGTERM), said
    assert "Traceback" not in said
    after = {name: content for name, content in tree(root).items() if name.startswith(("docs/", "site/"))}
    assert after == before
    assert not list((root / ".explainer").glob("build-*"))


def test_words_that_the_terminal_cannot_show_do_not_stop_a_command(root: Path) -> None:
    edit(root, "by: upper-guard", "by: الحرس")
    command = [sys.executable, "-m", "generator", "check", str(root), "--format"]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("text", "json", "github"):
        done = subprocess.run([*command, form], env=ascii_only, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert TIMELINE in done.stdout


def test_help_names_every_option() -> None:
    assert "--known-at" in run("build", "--help").stdout
    assert run("--version").stdout.startswith("explainer ")
