"""Takes a host with a prefix for the host, since no rule forbids it."""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_interface(host).ip in ipaddress.ip_interface(interface).network
