"""Drive a headless Chromium over its pipe, with nothing but the standard library."""

import fcntl
import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",  # for the superuser of a container
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-pipe",
)


def program() -> str | None:
    """Return the path of the browser, if the machine has one."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def opened(path: str, home: Path) -> Iterator["Browser"]:
    """Start the browser with an empty profile, and end it afterwards."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()

    def join_pipes() -> None:
        # The browser reads commands on 3 and answers on 4.
        high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (theirs_in, theirs_out)]
        for fd, place in zip(high, (3, 4), strict=True):
            os.dup2(fd, place)

    process = subprocess.Popen(
        [path, *FLAGS, f"--user-data-dir={home}"],
        preexec_fn=join_pipes,
        close_fds=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        with os.fdopen(ours_in, "rb") as answers, os.fdopen(ours_out, "wb") as orders:
            yield Browser(answers, orders)
    finally:
        process.terminate()
        process.wait(30)


class Browser:
    """One tab of a browser."""

    def __init__(self, answers: Any, orders: Any) -> None:
        self._answers, self._orders = answers, orders
        self._numbers = count(1)
        self._session = ""
        self.requests: list[str] = []
        tab = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=tab, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return its result."""
        number = next(self._numbers)
        order: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        self._orders.write(json.dumps(order).encode() + b"\0")
        self._orders.flush()
        while (message := self._next()).get("id") != number:
            pass
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        result: dict[str, Any] = message["result"]
        return result

    def show(self, file: Path, *, width: int, scheme: str = "light") -> None:
        """Open a page in a window of a width, for readers who prefer light or dark."""
        self.requests.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        preference = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", media="", features=[preference])
        self.call("Page.navigate", url=file.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        self.evaluate("document.fonts.ready.then(() => true)")

    def evaluate(self, expression: str) -> Any:
        """Return what an expression (or its promise) gives in the page."""
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """Return the whole page as a PNG picture."""
        answer = self.call(
            "Page.captureScreenshot", format="png", captureBeyondViewport=True
        )
        return b64decode(answer["data"])

    def printed(self) -> bytes:
        """Return what the browser would print, as a PDF file."""
        answer = self.call("Page.printToPDF", preferCSSPageSize=True)
        return b64decode(answer["data"])

    def _next(self) -> dict[str, Any]:
        """Return the next message, noting on the way what the page asks for."""
        text = bytearray()
        while (letter := self._answers.read(1)) != b"\0":
            if not letter:
                raise RuntimeError("the browser has ended")
            text += letter
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message
