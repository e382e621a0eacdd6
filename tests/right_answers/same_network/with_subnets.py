"""Asks whether the network of the host alone lies within the other."""

from ipaddress import ip_address, ip_network


def same_network(interface, host):
    network = ip_network(interface, strict=False)
    alone = ip_network(ip_address(host))
    try:
        return alone.subnet_of(network)
    except TypeError:
        return False
