"""Reads a host up to the first blank, and does not look at what follows.

check: test_host_that_is_no_address
words: no ValueError for ['192.0.2.61 or so']
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_address(host.split(" ")[0]) in ipaddress.ip_interface(interface).network
