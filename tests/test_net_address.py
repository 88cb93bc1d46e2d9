"""Which addresses are fetched at all, and which numbers lead inside."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.errors import Unreachable, Unsafe, UsageError
from saksama.sources.address import follow, parse, show, whole
from saksama.sources.net import origins
from saksama.sources.net.allowed import refusal
from saksama.sources.net.resolve import checked


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Kabar.example/A?b=c#d", "https://kabar.example/A?b=c"),
        ("http://kabar.example", "http://kabar.example/"),
        ("http://kabar.example:80/x", "http://kabar.example/x"),
        ("http://kabar.example./x", "http://kabar.example/x"),
        ("https://kabar.example:8443/é|x", "https://kabar.example:8443/%C3%A9%7Cx"),
        ("https://büro.example/", "https://xn--bro-hoa.example/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700::1]:81/", "http://[2606:4700::1]:81/"),
        ("http://kabar.example/%2e%2e/a%20b", "http://kabar.example/%2e%2e/a%20b"),
    ],
)
def test_whole_addresses_are_taken(url, same):
    assert parse(url).url == same


@pytest.mark.parametrize(
    "url",
    [
        "ftp://kabar.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//kabar.example/",
        "kabar.example",
        "",
        "http://",
        "http:///x",
        "http://nama:sandi@kabar.example/",
        "http://nama@127.0.0.1/",
        "http://kabar.example\\@127.0.0.1/",
        "http://kabar.example/a b",
        "http://kabar.example/\r\nHost: dalam",
        "http://kabar.example/\x00",
        "http://kabar.example/\u202etxt",
        "http://kabar.example:0/",
        "http://kabar.example:99999/",
        "http://kabar.example:x/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://kabar..example/",
        "http://-a-.example/",
        "http://" + "a" * 300 + ".example/",
        "http://kabar.example/" + "a" * 5000,
        # odd spellings of 127.0.0.1 and of others
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1.0/",
        "http://127.0.0.0x1/",
        "http://127.0.0.09/",
        "http://1.2.3.256/",
    ],
)
def test_others_are_refused_with_one_line(url):
    with pytest.raises(Unsafe) as refused:
        parse(url)
    assert "\n" not in str(refused.value)
    assert "sandi" not in str(refused.value)


def test_wide_digits_are_numbers_like_others():
    assert parse("http://１２７.０.０.１/").host == "127.0.0.1"


@pytest.mark.parametrize(
    ("location", "url"),
    [("/b", "http://a.example/b"), ("?x", "http://a.example/c/d?x"), ("//b.example/", "http://b.example/")],
)
def test_a_redirect_is_read_against_its_page(location, url):
    assert follow(parse("http://a.example/c/d"), location).url == url


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://a b/", "http://x:y@b.example/", "http://[/"]
)
def test_a_redirect_elsewhere_is_refused(location):
    with pytest.raises(Unsafe):
        follow(parse("http://a.example/"), location)


@pytest.mark.parametrize(
    ("link", "url"),
    [(" /a b ", "http://a.example/a%20b"), ("", None), ("mailto:x@y.example", None), ("http://[x", None)],
)
def test_links_are_made_whole_or_left(link, url):
    assert whole("http://a.example/feed", link) == url


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text):
    try:
        address = parse(f"http://{text}")
    except Unsafe:
        return
    assert parse(address.url) == address  # what was taken is taken again, the same


def test_what_is_shown_is_short_and_plain():
    assert show("http://u:p@a.example/\n" + "x" * 500).startswith("http://…@a.example/\ufffdxx")
    assert len(show("http://a.example/" + "x" * 500)) < 130


INSIDE = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.9.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "255.255.255.255",
]


@pytest.mark.parametrize("number", INSIDE)
def test_inner_numbers_are_refused_in_every_disguise(number):
    four = ipaddress.IPv4Address(number)
    value = int(four)
    disguises = [
        ipaddress.IPv6Address((0xFFFF << 32) | value),  # mapped
        ipaddress.IPv6Address((0x64FF9B << 96) | value),  # NAT64
        ipaddress.IPv6Address((0x2002 << 112) | (value << 80) | 1),  # 6to4
        ipaddress.IPv6Address((0x2606 << 112) | (0x5EFE << 32) | value),  # ISATAP
    ]
    assert all(refusal(one) for one in (four, *disguises))


@pytest.mark.parametrize(
    "number",
    "::|::1|::7f00:1|fc00::1|fd12::1|fe80::1|fec0::1|ff02::1|2001:db8::1|2001::1|64:ff9b:1::1|100::1"
    "|5f00::1|3fff::1|4000::1".split("|"),
)
def test_inner_numbers_of_the_new_kind_are_refused(number):
    assert refusal(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number",
    ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_numbers_in_the_open_are_taken(number):
    assert refusal(ipaddress.ip_address(number)) is None


def test_one_inner_number_among_others_refuses_the_name():
    with pytest.raises(Unsafe, match=r"leads to 10\.0\.0\.7, a private address"):
        checked(parse("http://kabar.example/"), lambda host, port: ["8.8.8.8", "10.0.0.7"], 1, False)


def test_a_name_that_is_not_found_in_time_costs_no_more():
    import threading

    hold = threading.Event()
    with pytest.raises(Unreachable, match="in time"):
        checked(parse("http://kabar.example/"), lambda host, port: hold.wait(5) and [], 0.05, False)
    hold.set()


def test_allowed_places_are_exact():
    assert origins(["http://127.0.0.1:8000", "https://Dalam.example/"]) == {
        "http://127.0.0.1:8000",
        "https://dalam.example",
    }
    for wrong in ("127.0.0.1:8000", "http://127.0.0.1:8000/feed", "http://127.1:80", "*"):
        with pytest.raises(UsageError, match=r"^allow: "):
            origins([wrong])
