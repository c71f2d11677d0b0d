"""Two pictures of a page, compared with some patience: fonts are drawn a little differently from one machine to another."""

from io import BytesIO

from PIL import Image, ImageChops, ImageOps

NOTICED = 48  # of 255: a smaller difference in a channel is smoothing of an edge


def differing(one: bytes, other: bytes) -> float:
    """The share of pixels that differ so that one sees it; 1 if the pictures have different sizes."""
    a, b = (Image.open(BytesIO(png)).convert("RGB") for png in (one, other))
    if a.size != b.size:
        return 1.0
    strongest = ImageChops.difference(a, b).convert("L").point(lambda value: 255 if value > NOTICED else 0)
    return strongest.histogram()[255] / (a.width * a.height)


def small(png: bytes) -> bytes:
    """The picture in 128 colours: half the size, and no difference that is noticed."""
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


def framed(png: bytes) -> bytes:
    """The picture with a thin line around it, so that a reader of the guide sees where it ends and the page goes on."""
    out = BytesIO()
    ImageOps.expand(Image.open(BytesIO(png)).convert("RGB"), border=1, fill="#8a8f8c").save(out, "PNG")
    return out.getvalue()
