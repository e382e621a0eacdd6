"""Fails where one side is IPv4 and the other IPv6.

check: test_mixed_versions
words: are not of the same version
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_network(host).subnet_of(ipaddress.ip_interface(interface).network)
