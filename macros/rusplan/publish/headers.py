"""What the site tells browsers about safety: the policy for its content, and the headers that a web server sends.

The policy lets a page load scripts, styles and pictures from the site itself and nothing from anywhere else. The one script
that stands in the page, which sets the colours before anything is drawn, is allowed by its checksum. The policy stands in
each page too, for servers where headers cannot be set. No script may make markup or scripts of a text either.
"""

import base64
import hashlib

from rusplan.tools.resources import THEME

INLINE = THEME / "partials/farger.js"
NGINX_HEADER = """\
# Säkerhetshuvuden, skrivna av «rusplan headers». Läses in med include i serverblocket. Ändra inte här.
"""
POLICY = (
    "default-src 'none'", "script-src 'self' '{inline}'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
)  # fmt: skip
# Where a policy in the page is not listened to.
ONLY_AS_HEADER = ("frame-ancestors 'none'",)
PERMISSIONS = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "usb",
)  # fmt: skip


def inline_script() -> str:
    """The script as it stands in each page."""
    return INLINE.read_text(encoding="utf-8").removesuffix("\n")


def content_policy() -> str:
    """The policy as it stands in a page."""
    digest = base64.b64encode(hashlib.sha256(inline_script().encode()).digest()).decode()
    return "; ".join(POLICY).format(inline=f"sha256-{digest}")


def headers() -> dict[str, str]:
    """The headers that go with every answer, by name."""
    return {
        "Content-Security-Policy": "; ".join((content_policy(), *ONLY_AS_HEADER)),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }


def nginx_headers() -> str:
    """The headers as rules for a server block of nginx."""
    return NGINX_HEADER + "".join(f'add_header {name} "{value}" always;\n' for name, value in headers().items())
