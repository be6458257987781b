# test-dutch.py
#
# The window in Dutch
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

import os
import re
import shutil
import subprocess
import tempfile

from person import Missing, run, skip


def make_locale():
    """A Dutch locale of our own, where the machine has none."""
    if shutil.which('localedef') is None:
        skip('localedef is not installed')
    folder = tempfile.mkdtemp(dir=os.environ['HOME'])
    made = subprocess.run(['localedef', '-c', '-i', 'nl_NL', '-f', 'UTF-8', os.path.join(folder, 'nl_NL.UTF-8')],
                          capture_output=True)
    if not os.path.isdir(os.path.join(folder, 'nl_NL.UTF-8')):
        skip('no definition of the Dutch locale: ' + made.stderr.decode()[:80])
    return folder


def the_window_speaks_dutch(person):
    person.start()
    person.see('button', 'Nieuw programma')
    person.see('button', 'De Verbonden Gemeente')
    person.press(re.compile('^Menu'))
    person.see('menu item', 'Voorkeuren')
    person.keys('Escape')
    person.see_not('menu item')
    person.press('De Verbonden Gemeente')
    person.see('window', 'Nieuw programma')
    person.enter('Kernwaarden')
    person.see('window', 'Kernwaarden')
    person.see('list item', 'Stap 1: Kernwaarden ophalen')
    person.see('button', 'Inwoners')
    english = [text for text in person.texts() if re.search(r'\b(the|and|undo|notes|residents|steps)\b', text, re.I)]
    if english:
        raise Missing('Dutch, not %s' % english)


locale = make_locale()
run([the_window_speaks_dutch], environment={'LOCPATH': locale, 'LC_ALL': 'nl_NL.UTF-8', 'LANG': 'nl_NL.UTF-8', 'LANGUAGE': 'nl'})
