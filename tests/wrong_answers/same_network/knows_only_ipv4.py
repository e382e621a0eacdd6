"""Knows IPv4 alone.

check: test_ipv6
words: AddressValueError
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.IPv4Address(host) in ipaddress.IPv4Interface(interface).network
