"""Cuts whatever stands behind a slash off the host.

check: test_prefix_out_of_range_behind_the_host
words: ValueError is due, and the call returned
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_address(host.partition("/")[0]) in ipaddress.ip_interface(interface).network
