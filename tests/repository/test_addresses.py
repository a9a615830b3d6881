"""No file says where a package was fetched from, nor names the desk it was written at."""

import re

import pytest

from tests.repository.files import name, ours, text_of

# Written in pieces, so that this file does not hold what it forbids.
FORBIDDEN = {
    "a package registry": [
        "pypi" + ".org",
        "python" + "hosted.org",
        "npmjs" + ".org",
        "npmjs" + ".com",
        "yarnpkg" + ".com",
        "anaconda" + ".org",
        "conda" + ".io",
        "deb" + ".debian.org",
        "snapshot" + ".debian.org",
        "security" + ".debian.org",
        "crates" + ".io",
        "proxy.golang" + ".org",
        "ghcr" + ".io",
        "docker" + ".io",
        "mcr.microsoft" + ".com",
    ],
    "a content network": [
        "jsdelivr" + ".net",
        "unpkg" + ".com",
        "cdnjs" + ".com",
        "cdnjs.cloudflare" + ".com",
        "esm" + ".sh",
        "skypack" + ".dev",
        "fonts.googleapis" + ".com",
        "fonts.gstatic" + ".com",
        "ajax.googleapis" + ".com",
    ],
    "the desk it was written at": [
        "/" + "work" + "/",
        ".." + "/shared",
        "." + "library/",
        "farm" + "-studio",
    ],
}
A_DOWNLOAD = re.compile(
    r"https?:/" + r"/[^\s\"'<>)]+\.(?:whl|tar\.gz|tgz|tar\.xz|tar\.bz2|zip|deb|rpm|exe|msi|dmg|conda|jar)\b"
    r"|git\+(?:https?|ssh):|\bgithub\.com/[^\s\"'<>)]+/(?:releases|archive)/",
    re.IGNORECASE,
)


def faults(text: str) -> list[str]:
    """Return what of the forbidden stands in a text, with its line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        lower = line.lower()
        for kind, words in FORBIDDEN.items():
            found += [f"line {number}: {word} ({kind})" for word in words if word in lower]
        found += [f"line {number}: {match[0]} (a download address)" for match in A_DOWNLOAD.finditer(line)]
    return found


def test_no_file_names_a_registry_a_download_or_the_desk_it_was_written_at() -> None:
    texts = {path: text_of(path) for path in ours()}
    read = {path: text for path, text in texts.items() if text is not None}
    assert len(read) > 20, "the list of files is broken"
    assert [f"{name(path)}: {fault}" for path, text in read.items() for fault in faults(text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https:/" + "/pypi" + ".org/simple",
        '"resolved": "https:/' + "/registry.npmjs" + '.org/axe-core/-/axe-core-4.14.1.tgz"',
        "https:/" + "/files.example/kit-0.1.0-py3-none-any.whl",
        "pip install git+" + "https:/" + "/host.example/kit",
        "see .." + "/shared/notes.md",
    ],
)
def test_what_is_forbidden_is_found(line: str) -> None:
    assert faults(f"first\n{line}\n")[0].startswith("line 2: ")


@pytest.mark.parametrize(
    "line",
    [
        "https://www.legislation.gov.uk/ukpga/1981/49",
        "http://www.w3.org/2000/svg",
        "channels: conda-forge",
        "a framework/pattern",
    ],
)
def test_a_source_that_is_cited_is_not_a_download(line: str) -> None:
    assert faults(line) == []
