"""Compares the texts where only the interface itself is on the network.

check: test_longest_prefix_of_ipv6
words: '0:0:0:0:0:0:0:1': False
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    network = ipaddress.ip_interface(interface).network
    if network.prefixlen == 128:
        return host == interface.partition("/")[0]
    return ipaddress.ip_address(host) in network
