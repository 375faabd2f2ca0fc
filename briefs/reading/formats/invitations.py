"""Know what a web page says to its visitor: to share, to print, to go elsewhere."""

import regex

INVITES = regex.compile(
    r"(?i)(?:(?:share(?: this page)?|share on \w+|on this page|tags?|print|e-?mail|"
    r"print(?:er-friendly|able) version|subscribe|custom report excerpts|"
    r"build a custom report|"
    r"back to top|skip to (?:main )?content|in this section.*|related (?:articles|"
    r"content|documents)|download.*pdf.*|\[?an official website.*|edit|read more.*|"
    r"facebook|twitter|linkedin|x|home|>|»|\[top\])[:.]?[ |,]*)+"
)
"""A line of a web page that is no part of its text."""
