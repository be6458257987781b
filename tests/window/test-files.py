# test-files.py
#
# Files, windows and what is left after a crash
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

import os
import re

from person import Missing, run


def make(person, name, title):
    path = os.path.join(person.home, name)
    person.command('new', '--template', 'one-workshop', '--title', title, '--language', 'en', path)
    return path


def titles(person):
    return sorted(window.raw_name for window in person.windows())


def a_file_has_one_window(person):
    one = make(person, 'one.draagvlak', 'The first')
    two = make(person, 'two.draagvlak', 'The second')
    person.start(one)
    person.see('window', 'The first')
    person.start(two, wait=False)
    person.wait(lambda: titles(person) == ['The first', 'The second'], 'two windows')
    person.wait(lambda: person.window().raw_name == 'The second', 'the second in front')
    # Once more the first: it comes to the front, and nothing else happens.
    process = person.start(one, wait=False)
    status, _ = person.wait_for_end(process)
    person.wait(lambda: person.window().raw_name == 'The first', 'the first in front')
    if status != 0 or titles(person) != ['The first', 'The second']:
        raise Missing('two windows, not %s (status %d)' % (titles(person), status))


def a_broken_file_is_told_of(person):
    good = make(person, 'good.draagvlak', 'The good one')
    broken = os.path.join(person.home, 'broken.draagvlak')
    with open(good, encoding='utf-8') as file:
        text = file.read()
    with open(broken, 'w', encoding='utf-8') as file:
        file.write(text.replace('</workshop>', '<step></workshop>'))
    before = open(broken, 'rb').read()

    person.start(good)
    person.see('window', 'The good one')
    shown = person.texts('The good one')
    person.start(broken, wait=False)
    person.see('dialog', '“broken.draagvlak” could not be opened')
    place = 'line %d' % (text.count('\n', 0, text.index('</workshop>')) + 1)
    if not person.sees_text(place):
        raise Missing('“%s” in %s' % (place, person.texts()))
    person.press('Close')
    if person.texts('The good one') != shown:
        raise Missing('the open workshop untouched')
    if open(broken, 'rb').read() != before or open(good, encoding='utf-8').read() != text:
        raise Missing('files that are not written to')


def nothing_is_lost_in_a_crash(person):
    process = person.start()
    person.press('The Connected Municipality')
    person.see('window', 'New programme')
    person.enter('Before the crash')
    person.see('window', 'Before the crash')
    person.wait_focus('text', 'Key word')
    person.enter('honest', 'nearby')
    person.see('panel', re.compile('^nearby,'))
    # In the middle of a note: it is saved while one types.
    person.click(person.see('text', 'Notes'))
    person.keys('ctrl+End')
    person.write(' Remember the coffee')
    state = person.environment['XDG_STATE_HOME']
    person.wait(lambda: b'Remember the coffee' in b''.join(read_all(state)), 'the note in the state folder')
    person.kill(process)

    person.start()
    person.see('label', 'Not in a file yet')
    person.go_to('Before the crash')
    person.see('window', 'Before the crash')
    person.see('panel', re.compile('^honest,'))
    person.see('panel', re.compile('^nearby,'))
    notes = person.see('text', 'Notes')
    person.wait(lambda: 'Remember the coffee' in (person.text(notes) or ''), 'the note')


def read_all(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                with open(os.path.join(place, name), 'rb') as file:
                    yield file.read()
            except OSError:
                pass  # it may go while we look


run([a_file_has_one_window, a_broken_file_is_told_of, nothing_is_lost_in_a_crash])
