"""Puts all entries into a dict, the first of each name."""

from collections import namedtuple

Service = namedtuple("Service", "name aliases port protocol")


def find_service(name, protocol="tcp", *, path="/etc/services"):
    table = {}
    with open(path, encoding="latin-1", newline="\n") as file:
        for line in file:
            line = line.split("#", 1)[0].split()
            if line:
                port, spoken = line[1].split("/")
                entry = Service(line[0], tuple(line[2:]), int(port), spoken)
                for known in (entry.name,) + entry.aliases:
                    table.setdefault((known, spoken), entry)
    return table[name, protocol]
