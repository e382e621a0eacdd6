"""Takes an IPv6 address that holds one of IPv4 for the latter.

check: test_mapped_address_is_ipv6
words: {'::ffff:192.0.2.13': True}
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    far = ipaddress.ip_address(host)
    return (getattr(far, "ipv4_mapped", None) or far) in ipaddress.ip_interface(interface).network
