"""Tell whether a host is next door, or behind a router.

The surprise: where a network ends is not to be seen in the dots. Of 192.0.2.12/26 the first 26 bits name the network,
and the line runs through the middle of the last number.

    192.0.2.12/26   11000000 00000000 00000010 00│001100
    192.0.2.61      11000000 00000000 00000010 00│111101   the same 26 bits: True
    192.0.2.65      11000000 00000000 00000010 01│000001   others: False, a router is needed

Return whether `host` is on the network of `interface`, an address with the length of its prefix.
- IPv4 and IPv6, every length of prefix from 0 (all hosts are near) to 32 or 128 (only itself is).
- An IPv4 and an IPv6 address are never on the same network: `False`.
- Text that is no address, or a length out of range, on either side: `ValueError`.

The check needs no network. By hand: `ip -brief address` shows your interfaces, and `ip route get 1.1.1.1` says `via`
where a router is needed. Run this file with an interface and a host behind its name.
"""

import ipaddress


def same_network(interface: str, host: str) -> bool:
    return ipaddress.ip_address(host) in ipaddress.ip_interface(interface).network


if __name__ == "__main__":
    import sys

    interface, host = sys.argv[1:] or ("192.0.2.12/26", "192.0.2.65")
    print(f"{host} needs {'no' if same_network(interface, host) else 'a'} router")
