"""Fills up what `::` leaves out, also where nothing is left out.

check: test_host_that_is_no_address
words: no ValueError for ['1:2:3:4:5:6:7::8'
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near, slash, bits = interface.partition("/")
    prefix = int(bits) if slash and bits.isdecimal() else -1
    version, here = number_of(near)
    other, there = number_of(host)
    size = 32 if version == 4 else 128
    if not 0 <= prefix <= size:
        raise ValueError(f"no prefix of an IPv{version} address: {interface}")
    return version == other and here >> (size - prefix) == there >> (size - prefix)


def number_of(text: str) -> tuple[int, int]:
    if ":" not in text or "." in text:
        address = ipaddress.ip_address(text)
        return address.version, int(address)
    halves = [half.split(":") if half else [] for half in text.split("::")]
    groups = halves[0]
    if len(halves) == 2:
        groups = [*halves[0], *["0"] * (8 - len(halves[0]) - len(halves[1])), *halves[1]]
    if len(halves) > 2 or len(groups) != 8 or any(not 1 <= len(group) <= 4 for group in groups):
        raise ValueError(f"no address: {text}")
    return 6, int("".join(f"{int(group, 16):04x}" for group in groups), 16)
