"""Which hosts readers can be sent to, however their address is written."""

import pytest

from generator.model.sources import Source
from generator.model.web import host_fault, host_of

_SOURCE = {
    "id": "x",
    "title": "X",
    "publisher": "X",
    "accessed": "2031-05-20",
    "language": "en",
    "tier": "B",
}

NO_HOSTS = [
    "http://203.0.113.7/a",
    "http://203.0.113.7:8080/a",
    "http://203.0.113.7./a",
    "https://[2001:db8::1]/",
    "https://[::ffff:203.0.113.7]:80/",
    "http://[bad/",
    "http://3405803783/",
    "http://0xcb007107/",
    "http://0313.0.0x71.7/",
    "http://127.1/",
    "http://%31%32%37.0.0.1/",
    "http://\uff11\uff12\uff17.0.0.1/",
    "http://lantern.example@203.0.113.7/",
    "http://user:word@lantern.example/",
    "http://localhost:8000/",
    "http://LOCALHOST/",
    "http://app.localhost/",
    "http://nas/",
    "http://nas.local/",
    "http://printer.lan/",
    "http://box.home.arpa/",
    "http://lantern..example/",
]
HOSTS = [
    "https://lantern.example/0403",
    "https://lantern.example./0403",
    "http://www.4chan.example:8080/1.2.3.4",
    "https://\u0627\u0644\u062c\u0632\u064a\u0631\u0629.example/\u0627",
    "https://a_b.lantern.example/",
    "https://xn--caf-dma.example/",
]


@pytest.mark.parametrize("url", NO_HOSTS)
def test_no_reader_is_sent_to_a_host_that_is_no_public_name(url: str):
    assert host_fault(url)
    for key in ("url", "archived"):
        with pytest.raises(ValueError, match="private-url"):
            Source.model_validate({**_SOURCE, key: url})


@pytest.mark.parametrize("url", HOSTS)
def test_public_names_pass_in_any_script(url: str):
    assert host_fault(url) == ""
    assert Source.model_validate({**_SOURCE, "url": url, "archived": [url]}).archived


def test_a_host_is_compared_without_what_makes_no_difference():
    assert host_of("http://WWW.Lantern.example:80/a") == host_of("https://lantern.example./b")
