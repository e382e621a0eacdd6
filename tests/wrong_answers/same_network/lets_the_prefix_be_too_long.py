"""Cuts a prefix that is too long down to the longest.

check: test_prefix_out_of_range
words: no ValueError for ['192.0.2.12/33', '2001:db8::1/129']
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    text, _, length = interface.partition("/")
    address = ipaddress.ip_address(text)
    if int(length) < 0:
        raise ValueError(f"no such prefix: {length}")
    network = ipaddress.ip_interface(f"{text}/{min(int(length), address.max_prefixlen)}").network
    return ipaddress.ip_address(host) in network
