"""Texts that mean harm: scripts in every disguise that a browser is known to run, and strings that break programs.

Each script calls `hit()`, which a test defines; the kinds are those that sanitisers of markup are tested with. The
other strings are the Big List of Naughty Strings, read from npm's `blns` where they lie.
"""

import base64
import json
from html import escape
from itertools import product
from urllib.parse import quote

from tests.system import npm_file

CALL = "hit()"
SCRIPTS = [
    "<script>{}</script>",
    "<SCRIPT>{}</SCRIPT>",
    "<scr<script>ipt>{}</scr</script>ipt>",
    "<script/x>{}</script>",
    "<script\n>{}</script\n>",
    "<script>/*</script><script>*/{}</script>",
    "<script type=module>{}</script>",
    "<script src=data:text/javascript,{}></script>",
    "<svg><script>{}</script></svg>",
    "<svg><script xlink:href=data:text/javascript,{} /></svg>",
    "<math><script>{}</script></math>",
    "</script><script>{}</script>",
    "--><script>{}</script>",
    "]]><script>{}</script>",
    "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "</style><script>{}</script>",
    "</noscript><script>{}</script>",
    "<noscript><p title='</noscript><script>{}</script>'>",
    "<template><script>{}</script></template>",
    "<xmp></xmp><script>{}</script>",
    "<plaintext><script>{}</script>",
]
LOADERS = [
    "<img src=x onerror={}>",
    "<img src=x onerror='{}'//",
    "<IMG SRC=x ONERROR={}>",
    "<img/src=x/onerror={}>",
    "<img src=x\nonerror\n=\n{}>",
    "<img \x00src=x onerror={}>",
    "<image src=x onerror={}>",
    "<svg onload={}>",
    "<svg/onload={}>",
    "<svg><g/onload={}></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><set onbegin={} attributeName=x>",
    "<svg><image href=x onerror={} />",
    "<video src=x onerror={}></video>",
    "<video><source onerror={}></video>",
    "<audio src=x onerror={}></audio>",
    "<body onload={}>",
    "<body onpageshow={}>",
    "<iframe onload={}></iframe>",
    "<object data=x onerror={}></object>",
    "<embed src=x onerror={}>",
    "<link rel=stylesheet href=x onerror={}>",
    "<style onload={}></style>",
    "<input autofocus onfocus={}>",
    "<select autofocus onfocus={}></select>",
    "<textarea autofocus onfocus={}></textarea>",
    "<button autofocus onfocus={}>x</button>",
    "<a autofocus tabindex=0 onfocus={}>x</a>",
    "<details open ontoggle={}>x</details>",
    "<marquee onstart={}>x</marquee>",
    "<dialog open onclose={}><form method=dialog><button>x</button></form></dialog>",
    "<p style='animation: hr-spin 1s' onanimationstart={}>x</p>",
    "<p contenteditable autofocus onfocus={}>x</p>",
    "<div onscrollend={} style=overflow:auto>x</div>",
    "<p popover onbeforetoggle={}>x</p>",
]
PLACES = [
    "<a href='{}'>x</a>",
    "<a xlink:href='{}'>x</a>",
    "<svg><a xlink:href='{}'><text y=20>x</text></a></svg>",
    "<math href='{}'>x</math>",
    "<iframe src='{}'></iframe>",
    "<embed src='{}'>",
    "<object data='{}'></object>",
    "<form action='{}'><button>x</button></form>",
    "<button formaction='{}'>x</button>",
    "<input type=image formaction='{}'>",
    "<meta http-equiv=refresh content='0;url={}'>",
    "<base href='{}//'>",
    "[x]({})",
    "![x]({})",
    "<{}>",
    "{}",
]
ADDRESSES = [
    f"javascript:{CALL}",
    f"JaVaScRiPt:{CALL}",
    f" javascript:{CALL}",
    f"java\tscript:{CALL}",
    f"javascript&colon;{CALL}",
    f"&#106;avascript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"data:text/html;base64,{base64.b64encode(f'<script>parent.{CALL}</script>'.encode()).decode()}",
]
MUTATIONS = [
    f'<svg></p><style><a id="</style><img src=x onerror={CALL}>">',
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={CALL}&gt;">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={CALL}>",
    f'<p id="</textarea><img src=x onerror={CALL}>">',
    f'<noembed><p title="</noembed><img src=x onerror={CALL}>">',
    f'<!--<img src="--><img src=x onerror={CALL}>',
    f"<select><template><img src=x onerror={CALL}></template></select>",
    f'<table><td background="javascript:{CALL}">x</table>',
    f"<option><style></option></select><img src=x onerror={CALL}></style>",
    "<form id=x><input name=attributes><input name=innerHTML></form>",
    "<img name=getElementById><img name=createElement><form name=body>",
    "<style>* { display: none !important; } body { background: red }</style>",
    "<div style='position:fixed;inset:0;z-index:99999;background:red'>covers all</div>",
]
BREAKOUTS = [
    f"';{CALL};//",
    f'";{CALL};//',
    f"`;{CALL};//",
    f"${{{CALL}}}",
    f"`${{{CALL}}}`",
    f"{{{{constructor.constructor('{CALL}')()}}}}",
    f"{{{{{CALL}}}}}",
    f"<%= {CALL} %>",
    f"#{{{CALL}}}",
    f'"-{CALL}-"',
    f"'-{CALL}-'",
    f"\\';{CALL}//",
    f"\u2028{CALL}\u2029",
    f'" onmouseover={CALL} x="',
    f"' autofocus tabindex=0 onfocus={CALL} x='",
    f'"><img src=x onerror={CALL}>',
    f"'><img src=x onerror={CALL}>",
    f"x onfocus={CALL} autofocus",
    f'=HYPERLINK("javascript:{CALL}")',
    "__proto__",
    "constructor",
    "$'$&$`",
]


def scripts() -> list[str]:
    """Return at least 200 different texts that run `hit()` where somebody takes them for markup or code."""
    plain = [each.format(CALL) for each in SCRIPTS + LOADERS]
    linked = [place.format(address) for place, address in product(PLACES, ADDRESSES)]
    disguised = [escape(each) for each in plain[::4]] + [quote(each) for each in plain[::6]]
    split = [each.replace("<", "\uff1c") for each in plain[::8]] + [
        each.replace("on", "\u200bon") for each in plain[::8]
    ]
    return list(dict.fromkeys(plain + linked + MUTATIONS + BREAKOUTS + disguised + split))


def naughty() -> list[str]:
    """Return the Big List of Naughty Strings."""
    listed = npm_file("blns/resources/blns.json")
    return [each for each in json.loads(listed.read_text(encoding="utf-8")) if each]


def awkward() -> list[str]:
    """Return texts that spoil a layout: without a space, without an end, running the other way, stacked, empty to see."""
    return [
        "W" * 2_000,
        "word " * 2_000,
        "\n" * 200 + "at the end",
        "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f" * 60,
        "\u202eturned round\u202c and \u2066isolated",
        "\u202e" * 50 + "never closed",
        "\u05e9\u05dc\u05d5\u05dd (hello) " * 40,
        "\ufdfd" * 40,
        "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 80,
        "\u200b\u200c\u200d\u2060",
        "\t" * 100,
        "\u00ad".join("unbroken" * 60),
    ]


def all_of_them() -> list[str]:
    """Return every hostile text."""
    return [*scripts(), *naughty(), *awkward()]
