"""Bind the house's own font family names to the font files that come with the package.

The names are private on purpose: a font of the machine that bears the same name as an
`@font-face` rule wins silently, and the same brief would then print other glyphs.
"""

from pathlib import Path

from briefs.errors import Message, RenderError

FAMILIES = {"Briefs Serif": "pt-serif", "Briefs Sans": "pt-sans"}
FACES = ((400, "normal"), (400, "italic"), (700, "normal"), (700, "italic"))


def file(family: str, weight: int, style: str) -> Path:
    """Return the font file of a face, such as `("Briefs Serif", 700, "italic")`.

    Raise RenderError when the font is not installed.
    """
    import fontpkg

    package = FAMILIES[family]
    try:
        path = Path(fontpkg.path(package, weight, style))
    except fontpkg.FontpkgError as error:
        raise RenderError(
            Message(
                "the font {package} ({weight} {style}) is missing",
                package=package,
                weight=weight,
                style=style,
            ),
            hint=Message(
                "install it with: {command}", command=f"pip install fontpkg-{package}"
            ),
        ) from error
    if not path.is_file():
        raise RenderError(
            Message("the font file {file} is missing", file=path),
            hint=Message(
                "install it again with: {command}",
                command=f"pip install --force-reinstall fontpkg-{package}",
            ),
        )
    return path


def url_path(family: str, weight: int, style: str) -> str:
    """Return the path under which the renderer serves a face."""
    return f"fonts/{FAMILIES[family]}-{weight}-{style}.ttf"


def served() -> dict[str, Path]:
    """Return the file behind every path that `url_path` gives."""
    return {
        url_path(family, weight, style): file(family, weight, style)
        for family in FAMILIES
        for weight, style in FACES
    }


def stylesheet() -> str:
    """Return the `@font-face` rules of every face."""
    return "\n".join(
        rule(family, weight, style, f"/{url_path(family, weight, style)}")
        for family in FAMILIES
        for weight, style in FACES
    )


def rule(family: str, weight: int, style: str, address: str) -> str:
    """Return the `@font-face` rule of a face that is found at an address."""
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
        f'src:url("{address}")}}'
    )
