"""Writes the addresses in bits, and compares the beginning of the text."""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    near = ipaddress.ip_interface(interface)
    far = ipaddress.ip_address(host)
    length = near.network.prefixlen
    return near.version == far.version and format(near.ip, "b")[:length] == format(far, "b")[:length]
