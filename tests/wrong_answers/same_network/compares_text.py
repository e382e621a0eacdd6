"""Compares the text of IPv6 addresses.

check: test_same_numbers_written_another_way
words: {'2001:0DB8:0:0:0:0:0:1': False}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    ipaddress.ip_address(host)
    network = ipaddress.ip_interface(interface).network
    if network.version == 4:
        return ipaddress.ip_address(host) in network
    return host.startswith(str(network[0]).rstrip(":"))
