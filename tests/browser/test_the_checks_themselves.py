"""A page with every fault that the other tests look for: each of them is found, and named."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import Host
from tests.browser.visits import Traffic, Visit, look, reader

FAULTY = """<!doctype html>
<html lang="en"><head><title>Faults</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
<style>body { background: #fff; margin: 0 }</style></head>
<body><main><article><h1 id="top">Faults</h1>
<img id="stray" src="https://example.org/stray.png" alt=""><img id="lost" src="lost.png" alt="">
<img id="nameless" src="data:,"><script id="refused">1</script>
<p><button id="small">x</button> <a id="inline" href="#top">part of a sentence</a> is exempt.</p>
<nav><a id="thin" href="#top">thin</a></nav>
<div id="wide" style="width: 2000px; height: 9px">wide</div>
<div style="overflow-x: auto"><div id="held" style="width: 2000px">scrolls by itself</div></div>
<details id="closed"><summary>More</summary><p data-claims="a/d">Closed on paper.</p></details>
<p class="cites" id="unsourced" style="display: none">Source</p>
<svg width="300" height="90"><rect width="300" height="90" fill="#333"></rect>
<pattern id="hatch" width="4" height="4"><path d="M0 0h4" stroke="#eee"></path></pattern>
<rect x="200" width="99" height="90" fill="url(#hatch)"></rect>
<text id="faint" x="5" y="20" fill="#444">faint</text><text id="clear" x="5" y="40" fill="#fff">clear</text>
<text id="hatched" x="210" y="40" fill="#fff">hatched</text>
<text id="haloed" x="210" y="70" fill="#fff" stroke="#000" stroke-width="3" paint-order="stroke">halo</text>
<circle id="dull" data-claims="a/b" cx="100" cy="50" r="9" fill="#444"></circle>
<g id="bright" data-claims="a/c"><circle cx="150" cy="50" r="9" fill="#333"></circle>
<circle cx="150" cy="50" r="9" fill="none" stroke="#fff"></circle></g></svg>
</article></main></body></html>"""


@pytest.fixture(scope="module")
def faulty(browser: Browser, host: Host, tmp_path_factory: pytest.TempPathFactory):
    site: Path = tmp_path_factory.mktemp("faulty")
    (site / "index.html").write_text(FAULTY)
    home = host.publish("faulty", site)

    def seen(mode: str) -> Visit:
        with reader(browser, home, mode) as context:
            return look(context, home, Traffic(home), mode, with_axe=True)

    return seen


def _about(findings: list[str]) -> set[str]:
    return {finding.split(":")[0].removeprefix("#") for finding in findings}


def test_faults_of_a_screen_are_found(faulty) -> None:
    seen = faulty("phone")
    assert seen.strays == ["https://example.org/stray.png"]
    assert [line for line in seen.troubles if "404" in line and "lost.png" in line]
    assert [line for line in seen.troubles if "script-src" in line and "inline" in line]
    assert "nameless" in _about(seen.axe)
    assert _about(seen.overflow) == {"wide"}
    assert _about(seen.contrast) == {"faint", "hatched", "dull"}
    assert _about(seen.targets) == {"small", "thin", "closed > summary"}
    assert seen.claims == {"there": ["a/b", "a/c", "a/d"], "seen": ["a/b", "a/c"]}


def test_faults_of_paper_are_found(faulty) -> None:
    assert _about(faulty("print").unprinted) == {"closed", "unsourced"}
