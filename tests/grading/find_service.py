"""Grades `find_service`: a services file, read as its readers have read it since 1983.

You can read the table that gives ports their names, and know that each name belongs to a protocol.
"""

from pathlib import Path
from typing import Any

import pytest

from kata.answer import LoadedAnswer
from kata.checks import default_of, raises
from kata.show import short
from kata.verdicts import Wrong


def test_name_finds_its_entry(answer: LoadedAnswer, folder: Path) -> None:
    """The name of a service finds its entry in the file that is asked for, the protocol being TCP if none is.

    Read the file at `path`; the system's own functions read another one.
    """
    path = file_with(folder, b"ssh 22/tcp\nhouse-brand 5299/tcp\nntp 123/udp\n")

    found = answer.find_service("house-brand", path=path)

    assert service(found) == ("house-brand", (), 5299, "tcp")


def test_alias_finds_its_entry(answer: LoadedAnswer, folder: Path) -> None:
    """An alias finds its entry as the name does, and the entry has its official name.

    What stands behind the port are other names for the same service.
    """
    path = file_with(folder, b"http 80/tcp www\nhttp-alt 8080/tcp webcache\n")

    found = answer.find_service(name="webcache", protocol="tcp", path=path)

    assert service(found) == ("http-alt", ("webcache",), 8080, "tcp")


def test_several_aliases(answer: LoadedAnswer, folder: Path) -> None:
    """All aliases of an entry count, the last like the first, and all are returned.

    A line has two fields and then any number of aliases.
    """
    path = file_with(folder, b"discard 9/tcp sink null\n")

    found = answer.find_service("null", path=path)

    assert service(found) == ("discard", ("sink", "null"), 9, "tcp")


def test_protocol_counts(answer: LoadedAnswer, folder: Path) -> None:
    """The protocol counts: the same name may have another port there.

    Port 517 of UDP and port 517 of TCP are two ports. Compare what stands behind the slash.
    """
    path = file_with(folder, b"talk 517/udp\ntalk 518/tcp\n")

    found = answer.find_service("talk", path=path)
    of_udp = answer.find_service("talk", "udp", path=path)

    assert service(found) == ("talk", (), 518, "tcp")
    assert service(of_udp) == ("talk", (), 517, "udp")


def test_protocol_is_the_whole_word(answer: LoadedAnswer, folder: Path) -> None:
    """The protocol is all that stands behind the slash: `udplite` and `rudp` are other protocols than `udp`.

    Split the field at its slash, then compare.
    """
    path = file_with(folder, b"video 9001/udplite\nvideo 9003/rudp\nvideo 9002/udp\n")

    found = answer.find_service("video", "udp", path=path)

    assert service(found) == ("video", (), 9002, "udp")


def test_service_of_another_protocol(answer: LoadedAnswer, folder: Path) -> None:
    """A service that is there for another protocol alone is not there: `LookupError`.

    The port of another protocol is of no use to whoever asks.
    """
    path = file_with(folder, b"ntp 123/udp time\n")

    with raises(LookupError):
        answer.find_service("time", path=path)


def test_first_of_two_entries(answer: LoadedAnswer, folder: Path) -> None:
    """Where a name has two entries the first one of the file counts.

    Return it as soon as you meet it; in a dict the later one would replace it.
    """
    path = file_with(folder, b"cache 9001/tcp\ncache 9002/tcp\n")

    found = answer.find_service("cache", path=path)

    assert service(found) == ("cache", (), 9001, "tcp")


def test_first_match_may_be_an_alias(answer: LoadedAnswer, folder: Path) -> None:
    """The first matching entry counts, also when it is an alias that matches and a later entry has it as its name.

    Look at a line's name and aliases together, then go on to the next line.
    """
    path = file_with(folder, b"origin 9001/tcp cache\ncache 9002/tcp\n")

    found = answer.find_service("cache", path=path)

    assert service(found) == ("origin", ("cache",), 9001, "tcp")


def test_asked_again(answer: LoadedAnswer, folder: Path) -> None:
    """The file is read each time: an entry that was added or changed counts.

    Administrators edit it while programs run. Keep nothing from call to call.
    """
    first = answer.find_service("cache", path=file_with(folder, b"cache 9001/tcp\n"))
    second = answer.find_service("cache", path=file_with(folder, b"cache 9002/tcp\n"))

    assert service(first) == ("cache", (), 9001, "tcp")
    assert service(second) == ("cache", (), 9002, "tcp")


def test_words_of_a_comment_are_no_aliases(answer: LoadedAnswer, folder: Path) -> None:
    """From a `#` on, a line is a comment: its words are no aliases.

    Cut the comment off before you split the line.
    """
    path = file_with(folder, b"http-alt 8080/tcp webcache # instead of www\n")

    found = answer.find_service("http-alt", path=path)

    assert service(found) == ("http-alt", ("webcache",), 8080, "tcp")


def test_comment_right_behind_a_field(answer: LoadedAnswer, folder: Path) -> None:
    """A comment begins at its `#`, with a blank before it or without.

    `str.partition` cuts a text at the first `#`.
    """
    path = file_with(folder, b"new 9001/tcp#was 9000\n")

    found = answer.find_service("new", path=path)

    assert service(found) == ("new", (), 9001, "tcp")


def test_nothing_is_found_in_a_comment(answer: LoadedAnswer, folder: Path) -> None:
    """Nothing is found in a comment, not even an entry that was commented out: `LookupError`.

    A line that begins with `#` has nothing in it at all.
    """
    path = file_with(folder, b"#old 9001/tcp\n# old 9002/tcp\nnew 9003/tcp newer # old\n")

    with raises(LookupError):
        answer.find_service("old", path=path)


def test_name_is_the_whole_word(answer: LoadedAnswer, folder: Path) -> None:
    """A name is found as a whole: `http` is neither `http-alt` nor `old-http`.

    Compare fields with `==`; a search in the line finds parts of words too.
    """
    path = file_with(folder, b"http-alt 8080/tcp webcache\norigin 8081/tcp old-http\nhttp 80/tcp www\n")

    found = answer.find_service("http", path=path)

    assert service(found) == ("http", ("www",), 80, "tcp")


def test_case_differs(answer: LoadedAnswer, folder: Path) -> None:
    """Upper and lower case differ, in names and in protocols: `X11` is not `x11`, and `TCP` is not `tcp`.

    Compare both as they stand.
    """
    path = file_with(folder, b"x11 6001/tcp\nX11 6002/TCP\nX11 6000/tcp\n")

    found = answer.find_service("X11", path=path)
    of_upper_case = answer.find_service("X11", "TCP", path=path)

    assert service(found) == ("X11", (), 6000, "tcp")
    assert service(of_upper_case) == ("X11", (), 6002, "TCP")


def test_several_spaces_between_fields(answer: LoadedAnswer, folder: Path) -> None:
    """Between two fields there may be several spaces.

    `split()` without an argument takes any number of blanks for one; `split(" ")` finds empty fields between them.
    """
    path = file_with(folder, b"ssh    22/tcp  shell   # remote login\n")

    found = answer.find_service("ssh", path=path)

    assert service(found) == ("ssh", ("shell",), 22, "tcp")


def test_tabs_between_fields(answer: LoadedAnswer, folder: Path) -> None:
    """Between two fields there may be tabs, also with spaces among them.

    They are blanks like spaces to `split()` without an argument.
    """
    path = file_with(folder, b"smtp\t\t25/tcp \t mail\t# letters\n")

    found = answer.find_service("smtp", path=path)

    assert service(found) == ("smtp", ("mail",), 25, "tcp")


def test_blank_lines_say_nothing(answer: LoadedAnswer, folder: Path) -> None:
    """Blank lines say nothing, also those that have spaces or tabs in them.

    They have no fields, and are not the end of the file.
    """
    path = file_with(folder, b"\n   \n\t\n  # nothing\nssh 22/tcp\n\n")

    found = answer.find_service("ssh", path=path)

    assert service(found) == ("ssh", (), 22, "tcp")


def test_bytes_that_are_not_utf8(answer: LoadedAnswer, folder: Path) -> None:
    """Bytes that are not UTF-8 do no harm: what is around them is read as ever.

    `open` has `errors=`. Only a line feed ends a line, and `str.splitlines` breaks it at much else.
    """
    lines = (
        b"# caf\xe9 \x85 ssh 9003/tcp \x0c ssh 9004/tcp \xe2\x80\xa8 ssh 9005/tcp",
        b"b\xfccher 9001/tcp",
        b"ss\xffh 9002/tcp",
        b"ssh 22/tcp  # s\xfbr",
        b"",
    )
    path = file_with(folder, b"\n".join(lines))

    found = answer.find_service("ssh", path=path)

    assert service(found) == ("ssh", (), 22, "tcp")


def test_last_line_without_an_end(answer: LoadedAnswer, folder: Path) -> None:
    """The last line counts also without a line feed at its end.

    Do not cut a character off each line: there may be none to cut.
    """
    path = file_with(folder, b"first 9001/tcp\nlast 9002/tcp")

    found = answer.find_service("last", path=path)

    assert service(found) == ("last", (), 9002, "tcp")


@pytest.mark.parametrize("content", [b"ssh 22/tcp\n", b""], ids=["other entries", "none at all"])
def test_no_such_entry(answer: LoadedAnswer, folder: Path, content: bytes) -> None:
    """A service that is not in the file is a `LookupError`.

    `KeyError` is one, too. Close the file on this way out as well.
    """
    path = file_with(folder, content)

    with raises(LookupError):
        answer.find_service("gopher", path=path)


def test_port_and_protocol_are_no_name(answer: LoadedAnswer, folder: Path) -> None:
    """The port and the protocol of an entry are not among its names: asked for them, it is a `LookupError`.

    The second field is none of the aliases, which begin with the third.
    """
    path = file_with(folder, b"ssh 22/tcp\n")

    with raises(LookupError):
        answer.find_service("22/tcp", path=path)


def test_no_such_file(answer: LoadedAnswer, folder: Path) -> None:
    """A file that is not there is a `FileNotFoundError`.

    `open` raises it: let it through.
    """
    with raises(FileNotFoundError):
        answer.find_service("ssh", path=str(folder / "missing"))


def test_default_path(answer: LoadedAnswer) -> None:
    """Without a path it is the system's own file, `/etc/services`.

    The default is part of the signature.
    """
    default = default_of(answer.find_service, "path")

    assert str(default) in ("/etc/services", "None"), (
        f"the default of path is '/etc/services', and yours is {default!r}"
    )


def file_with(folder: Path, content: bytes) -> str:
    """The path of a services file with this content."""
    path = folder / "services"
    path.write_bytes(content)
    return str(path)


def service(value: Any) -> tuple[Any, ...]:
    """`value`, if it is a Service as the stub has it, with fields of the right types."""
    if not isinstance(value, tuple) or getattr(value, "_fields", None) != ("name", "aliases", "port", "protocol"):
        raise Wrong(f"a Service(name, aliases, port, protocol) is due, and {short(value)} came")
    _, aliases, port, _ = value
    if not isinstance(aliases, tuple) or not all(isinstance(alias, str) for alias in aliases):
        raise Wrong(f"aliases is a tuple of str, and {short(aliases)} came")
    if not isinstance(port, int):
        raise Wrong(f"port is an int, and {short(port)} came")
    return value
