"""The client: where it goes, how much it takes, how long it waits."""

import contextlib
import gzip
import socket
import threading
import time
import zlib
from datetime import UTC, datetime

import pytest
from sites import Reply, Site

from saksama.errors import TooLarge, Unreachable, Unsafe
from saksama.sources.net import Answer, Client, Limits


@pytest.fixture
def site():
    with Site() as running:
        yield running


def client(site, **limits):
    return Client(limits=Limits(**{"seconds": 5.0, "read_seconds": 2.0, **limits}), allow=site.allow)


def test_it_says_who_it_is_and_gives_what_came(site):
    site.pages["/a"] = Reply(b"isi", headers={"Content-Type": "text/html; charset=ISO-8859-1", "ETag": '"1"'})
    answer = client(site).get(site.url("/a"))
    assert (answer.status, answer.body, answer.charset, answer.etag) == (200, b"isi", "iso-8859-1", '"1"')
    ((_, headers),) = site.asked
    assert headers["user-agent"].startswith("Saksama/")
    assert headers["host"] == f"127.0.0.1:{site.port}"


def test_local_places_are_refused_unless_named(site):
    site.pages["/a"] = Reply(b"isi")
    with pytest.raises(Unsafe, match="a loopback address"):
        Client().get(site.url("/a"))
    with pytest.raises(Unsafe, match="a loopback address"):
        Client(allow=frozenset((f"http://127.0.0.1:{site.port + 1}",))).get(site.url("/a"))
    assert site.asked == []


def test_a_name_is_resolved_once_and_connected_to_as_checked(site):
    site.pages["/a"] = Reply(b"isi")
    asked = []

    def resolver(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.9"]

    place = f"http://kabar.example:{site.port}"
    found = Client(allow=frozenset((place,)), resolver=resolver).get(f"{place}/a")
    assert (found.body, asked) == (b"isi", ["kabar.example"])
    assert site.asked[0][1]["host"] == f"kabar.example:{site.port}"


def test_redirects_are_followed_and_checked_each(site):
    site.pages["/a"] = Reply(status=302, headers={"Location": "/b"})
    site.pages["/b"] = Reply(status=301, headers={"Location": site.url("/c")})
    site.pages["/c"] = Reply(b"isi")
    assert client(site).get(site.url("/a")).url == site.url("/c")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1:1/x", r"redirects to http://127\.0\.0\.1:1/x, which leads to 127\.0\.0\.1"),
        ("http://169.254.169.254/latest/meta-data", "a link-local address"),
        ("http://[::ffff:10.0.0.1]/", "a private address in disguise"),
        ("file:///etc/passwd", "only http and https"),
        ("http://2130706433/", "oddly spelt"),
    ],
)
def test_a_redirect_to_the_inside_is_refused(site, location, reason):
    site.pages["/a"] = Reply(status=302, headers={"Location": location})
    with pytest.raises(Unsafe, match=reason):
        client(site).get(site.url("/a"))
    assert site.paths() == ["/a"]


def test_what_is_allowed_is_not_reached_from_outside(site, monkeypatch):
    """A page out in the open must not send us to the user's own machine, though he may go there himself."""
    from saksama.sources.net import resolve

    real, calls = resolve.refusal, []

    def refusal(number):
        calls.append(number)
        return None if len(calls) == 1 else real(number)  # the first page passes for one in the open

    monkeypatch.setattr(resolve, "refusal", refusal)
    site.pages["/a"] = Reply(status=302, headers={"Location": site.url("/b")})
    asking = Client(allow=site.allow, resolver=lambda host, port: ["127.0.0.1"])
    with pytest.raises(Unsafe, match="a loopback address"):
        asking.get(f"http://luar.example:{site.port}/a")
    assert site.paths() == ["/a"]
    assert asking.get(site.url("/b")).status == 404


def test_circles_end(site):
    site.pages["/a"] = Reply(status=307, headers={"Location": "/a"})
    with pytest.raises(Unsafe, match="more than 5 redirects"):
        client(site).get(site.url("/a"))
    assert len(site.asked) == 6


def test_size_is_limited_on_the_wire(site):
    site.pages["/told"] = Reply(b"x" * 3000, headers={"Content-Length": "3000"})
    site.pages["/untold"] = Reply(b"x" * 300_000)
    for path in ("/told", "/untold"):
        with pytest.raises(TooLarge, match=r"more than 0\.002 MB"):
            client(site, wire_bytes=2000).get(site.url(path))


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_bomb_is_cut_while_it_grows(site, pack):
    packing = "gzip" if pack is gzip.compress else "deflate"
    site.pages["/a"] = Reply(pack(b"\0" * 60_000_000), headers={"Content-Encoding": packing})
    with pytest.raises(TooLarge, match="more than 1 MB"):
        client(site, body_bytes=1_000_000).get(site.url("/a"))


def raw_deflate(data):
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", gzip.compress(b"isi ") + gzip.compress(b"dua")),
        ("x-gzip", gzip.compress(b"isi dua") + b"\0\0\0"),
        ("deflate", zlib.compress(b"isi dua")),
        ("deflate", raw_deflate(b"isi dua")),
        ("identity", b"isi dua"),
        ("GZIP", gzip.compress(b"isi dua")),
    ],
)
def test_packed_answers_are_unpacked(site, packing, body):
    site.pages["/a"] = Reply(body, headers={"Content-Encoding": packing})
    assert client(site).get(site.url("/a")).body == b"isi dua"


@pytest.mark.parametrize(
    ("packing", "body", "kind"),
    [
        ("br", b"x", Unsafe),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x")), Unsafe),
        ("gzip", b"no gzip", Unreachable),
        ("gzip", gzip.compress(b"x" * 1000)[:-12], Unreachable),
    ],
)
def test_other_packing_is_refused(site, packing, body, kind):
    site.pages["/a"] = Reply(body, headers={"Content-Encoding": packing})
    with pytest.raises(kind):
        client(site).get(site.url("/a"))


def drip(file):
    for _ in range(600):
        file.write(b"x")
        file.flush()
        time.sleep(0.05)


def test_a_server_that_drips_does_not_hold_us(site):
    site.pages["/a"] = Reply(write=drip)
    start = time.monotonic()
    with pytest.raises(Unreachable, match=r"no whole answer in 0\.4 seconds"):
        client(site, seconds=0.4).get(site.url("/a"))
    assert time.monotonic() - start < 20


def test_a_server_that_says_nothing_does_not_hold_us():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"http://127.0.0.1:{silent.getsockname()[1]}"
        asking = Client(limits=Limits(seconds=5, read_seconds=0.2), allow=frozenset((place,)))
        with pytest.raises(Unreachable):
            asking.get(f"{place}/")


def speak(text):
    """A server that says `text` whatever it is asked."""
    server = socket.create_server(("127.0.0.1", 0))

    def run():
        with server, server.accept()[0] as connection:
            connection.recv(2000)
            connection.sendall(text)

    threading.Thread(target=run, daemon=True).start()
    return f"http://127.0.0.1:{server.getsockname()[1]}"


NOISE = {
    "another protocol": b"SSH-2.0-OpenSSH\r\n",
    "nothing": b"",
    "cut short": b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nx",
    "endless headers": b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 90_000,
}


@pytest.mark.parametrize("text", NOISE.values(), ids=NOISE)
def test_what_is_no_whole_http_is_one_line(text):
    place = speak(text)
    with pytest.raises((Unreachable, TooLarge)):
        Client(limits=Limits(seconds=3), allow=frozenset((place,))).get(f"{place}/")


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(Unreachable, match="cannot be connected to"):
        Client(allow=frozenset((place,))).get(place)


def test_conditional_requests(site):
    def page(headers):
        return (
            Reply(status=304)
            if headers.get("If-None-Match") == '"7"'
            else Reply(b"isi", headers={"ETag": '"7"'})
        )

    site.pages["/a"] = page
    first = client(site).get(site.url("/a"))
    again = client(site).get(site.url("/a"), etag=first.etag, modified="Sun, 22 Nov 2026 01:00:00 GMT")
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert site.asked[1][1]["if-modified-since"] == "Sun, 22 Nov 2026 01:00:00 GMT"


NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("Sun, 22 Nov 2026 10:05:00 GMT", 300),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0),
        ("99999999999999", 604_800),
        ("besok", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after(value, seconds):
    assert Answer("http://a.example/", 503, {"retry-after": value}).wait(NOW) == seconds


def test_odd_validators_are_not_kept():
    answer = Answer("http://a.example/", 200, {"etag": "x" * 500, "last-modified": "a\x07b"})
    assert (answer.etag, answer.modified) == (None, None)


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    """TLS tests the name of the host, though the connection goes to a number."""
    import shutil
    import ssl
    import subprocess

    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=kabar.example -keyout"
    subprocess.run([*make.split(), key, "-out", cert], check=True, capture_output=True)
    context, named = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), []
    context.load_cert_chain(cert, key)
    context.sni_callback = lambda sock, name, context: named.append(name)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def run():
            with server.accept()[0] as plain, contextlib.suppress(OSError):
                context.wrap_socket(plain, server_side=True)

        threading.Thread(target=run, daemon=True).start()
        place = f"https://kabar.example:{server.getsockname()[1]}"
        asking = Client(allow=frozenset((place,)), resolver=lambda host, port: ["127.0.0.1"])
        with pytest.raises(Unreachable, match="certificate"):
            asking.get(place)
    assert named == ["kabar.example"]
