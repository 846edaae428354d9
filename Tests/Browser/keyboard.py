"""What a person can do with a keyboard alone, for journeys."""

# Role-like words for what has the focus: where it leads, what it is called, what it says.
FOCUS = """() => { const e = document.activeElement; return e ? {
  tag: e.tagName, name: e.getAttribute('name') || '', href: e.getAttribute('href') || '',
  text: (e.getAttribute('aria-label') || e.innerText || e.textContent || '').trim(),
  form: e.form ? e.form.id || e.form.action : '', inside: e.closest('[id^=t-],section[id]') ?
  [...function* () { for (let n = e; n; n = n.parentElement) if (n.id) yield n.id }()].join(' ') : '' } : {} }"""


class Keyboard:
    """A page whose mouse is never touched."""

    def __init__(self, page):
        self.page = page

    def seek(self, wanted, limit=900):
        """Tabs until something wanted has the focus; fails when the page is through."""
        seen = 0
        while seen < limit:
            self.page.keyboard.press("Tab")
            seen += 1
            focus = self.page.evaluate(FOCUS)
            if wanted(focus):
                return focus
            if focus.get("tag") == "BODY" and seen > 3:
                break
        raise AssertionError("not reached with the keyboard: %s" % wanted.__doc__)

    def link(self, text="", href="", inside=""):
        """Follows the first link whose words, address and place are these."""

        def wanted(focus):
            return (
                focus.get("tag", "").upper() == "A"
                and (not text or text in focus["text"])
                and href in focus["href"]
                and inside in focus["inside"].split(" ") + [""]
            )

        wanted.__doc__ = "link %s %s %s" % (text, href, inside)
        self.seek(wanted)
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: url != before)
        self.page.wait_for_load_state()

    def open(self, text):
        """Unfolds the details whose summary says this."""

        def wanted(focus):
            return focus.get("tag") == "SUMMARY" and text in focus["text"]

        wanted.__doc__ = "summary %s" % text
        self.seek(wanted)
        self.page.keyboard.press("Enter")

    def field(self, name, form=""):
        """Goes to a field of a form."""

        def wanted(focus):
            return focus.get("name") == name and form in focus["form"]

        wanted.__doc__ = "field %s of %s" % (name, form)
        return self.seek(wanted)

    def fill(self, name, value, form=""):
        """Types into a field, in place of what stands there."""
        self.field(name, form)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(value)

    def choose(self, name, value, form=""):
        """Goes down a list of choices to the one with this value."""
        self.field(name, form)
        self.page.keyboard.press("Home")
        for _ in range(200):
            if self.page.evaluate("document.activeElement.value") == value:
                return
            before = self.page.evaluate("document.activeElement.selectedIndex")
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("document.activeElement.selectedIndex") == before:
                break
        raise AssertionError("no choice %s in %s" % (value, name))

    def send(self, text):
        """Presses the button that says this, the next one on the page, and waits for the answer."""

        def wanted(focus):
            return focus.get("tag") == "BUTTON" and text in focus["text"]

        wanted.__doc__ = "button %s" % text
        self.seek(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def top(self):
        """Back to the beginning of the page."""
        self.page.evaluate("document.activeElement && document.activeElement.blur(); window.scrollTo(0, 0)")
        self.page.keyboard.press("Control+Home")
