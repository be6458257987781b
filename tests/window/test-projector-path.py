# test-projector-path.py
#
# The projector as a facilitator drives it and the room follows it
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

import os
import re
import shutil

from person import Missing, run

CONSOLE = 'Waterland-Noord, werksessie 10 maart'
PROJECTOR = CONSOLE + ': projector'
FIRST = 'Ik vraag bij de koffie wie er nog mist'
SECOND = 'Ik zet mijn naam onder een brief'
# Dots of the value that is not revealed yet.
HIDDEN = re.compile(r'\b(31|27|18)\b|[0-9] (punt|dot)')


def get_told(person):
    """All that who cannot see it is told of what the room sees."""
    return '\n'.join(person.everything(PROJECTOR))


def wait_told(person, *words):
    what = 'a projector that tells “%s”' % '”, “'.join(words)
    return person.wait(lambda: all(word in get_told(person) for word in words) and get_told(person), what)


def open_the_projector(person, button='No, show it in a window'):
    """There is one screen only: first it asks whether the room sees it too."""
    path = os.path.join(person.home, 'middag.draagvlak')
    examples = os.path.join(os.environ['DRAAGVLAK_DATA_DIR'], 'examples')
    shutil.copy(os.path.join(examples, 'waterland-noord-10-maart.draagvlak'), path)
    person.start(path)
    person.see('list item', re.compile('^Kiezen, '))
    person.keys('F5')
    person.press(button)
    person.wait(lambda: PROJECTOR in [window.raw_name for window in person.windows()], 'the window of the projector')


def ask_before_the_room_sees_the_console(person):
    open_the_projector(person)
    told = wait_told(person, 'Nabij', '(27 punten, gekozen)')
    for words in ('Notes', 'Projector', 'Ik zeg eerlijk wanneer iets niet kan'):
        if words in told:
            raise Missing('no “%s” for the room: %s' % (words, told))


def show_an_example_that_is_typed(person):
    person.activate(CONSOLE)
    person.go_to(re.compile('^Voorbeeldgedrag, '))
    person.wait_focus('text', 'Type an example')
    person.keys('ctrl+1')
    wait_told(person, 'Waaraan zie of hoor je ‘nabij’?')
    person.enter(FIRST)
    wait_told(person, FIRST)


def hold_what_the_room_sees(person):
    before = wait_told(person, FIRST)
    person.keys('F8')
    person.see('status', 'Frozen')
    person.enter(SECOND)
    person.see('panel', SECOND)
    person.see('status', '1 new waiting')
    if get_told(person) != before:
        raise Missing('nothing new for the room while it is frozen: ' + get_told(person))
    person.keys('F8')
    wait_told(person, FIRST, SECOND)
    person.see_not('status', '1 new waiting')


def show_nothing(person):
    person.keys('F7')
    person.wait(lambda: not re.search('Ik |abij|example|voorbeeld', get_told(person)), 'a projector that tells nothing')
    person.see('status', 'Black')
    # What is typed now is for later.
    person.enter('Ik')
    person.see('panel', 'Ik')
    if re.search(r'\bIk\b', get_told(person)):
        raise Missing('nothing for the room while it is black: ' + get_told(person))
    person.keys('F7')
    wait_told(person, FIRST, SECOND)


def go_on_with_the_keys_of_a_presenter(person):
    person.wait_focus('text', 'Type an example')
    person.write('Ik zeg wat')
    person.see('label', '1 of 3')
    person.keys('Next')
    person.see('label', '2 of 3')
    person.keys('Next', 'Next')
    told = wait_told(person, 'Waaraan zie of hoor je ‘open’?')
    if FIRST in told:
        raise Missing('only examples of the value: ' + told)
    person.see('radio button', re.compile('^Open, .* selected'))
    person.keys('Prior')
    wait_told(person, 'Waaraan zie of hoor je ‘nabij’?', FIRST)
    person.see('radio button', re.compile('^Nabij, .* selected'))
    if 'Ik zeg wat' in get_told(person):
        raise Missing('nothing for the room that is not given yet: ' + get_told(person))
    # The sentence waited where it was.
    person.wait_focus('text', 'Type an example')
    person.enter(' ik doe')
    wait_told(person, 'Ik zeg wat ik doe')


def put_one_example_in_the_light(person):
    def count_examples():
        return len(set(re.findall(r'^(Ik .*)$', get_told(person), re.MULTILINE)))

    many = person.wait(count_examples, 'examples')
    if many < 10:
        raise Missing('more than %d examples' % many)
    # A click on a card of the preview, and without a mouse the next one.
    preview = person.see('image', 'Nabij')
    x, y = person.where(preview)
    person.xdotool('mousemove', str(x - 80), str(y), 'click', '1')
    person.wait(lambda: count_examples() == 1, 'one example in the light')
    person.xdotool('click', '1')
    person.wait(lambda: count_examples() == many, 'all examples again')


def run_the_timer(person):
    person.see('label', '35:00')
    person.keys('ctrl+t')
    person.see('button', 'Pause the timer (Ctrl+T)')
    person.see('label', re.compile('^3[34]:[0-9][0-9]$'))
    person.keys('ctrl+t')
    person.see('button', 'Start the timer (Ctrl+T)')
    minutes, seconds = person.see('label', re.compile('^3[0-9]:[0-9][0-9]$')).name.split(':')
    person.keys('ctrl+Up')
    person.see('label', '%d:%s' % (int(minutes) + 1, seconds))


def reveal_the_dots(person):
    person.go_to(re.compile('^Kiezen, '))
    person.keys('ctrl+4')
    wait_told(person, 'Lenig', 'Ik stop zichtbaar met iets dat niet werkt.')
    for title in (CONSOLE, PROJECTOR):
        told = '\n'.join(person.everything(title))
        if HIDDEN.search(told):
            raise Missing('no dots before the reveal: ' + told)
    person.keys('ctrl+r')
    wait_told(person, '(31 punten')
    person.see('panel', re.compile('^A: .* 31 dots'))


def look_up_the_run_sheet(person):
    before = get_told(person)
    person.keys('ctrl+shift+r')
    sheet = person.see('list', 'Run sheet')
    person.see('list item', re.compile('^Kiezen, in progress, 25 minutes, planned at 14:00'), within=sheet)
    if get_told(person) != before:
        raise Missing('the room to keep what it saw: ' + get_told(person))


def close_the_projector(person):
    person.keys('ctrl+F5')
    person.wait(lambda: PROJECTOR not in [window.raw_name for window in person.windows()], 'the window of the projector to go')
    person.see('button', 'Show on the projector')


def speak_the_language_of_the_facilitator(person):
    person.keys('ctrl+q')
    person.wait_for_end(person.processes[-1])
    person.environment['LANGUAGE'] = 'nl'
    open_the_projector(person, 'Nee, toon in een venster')
    person.activate(CONSOLE)
    person.go_to(re.compile('^Voorbeeldgedrag, '))
    person.keys('ctrl+1', 'F8')
    person.see('status', 'Bevroren')
    person.enter(FIRST)
    person.see('status', '1 nieuwe wacht')
    if FIRST in get_told(person):
        raise Missing('nothing new for the room while it is frozen: ' + get_told(person))


run([ask_before_the_room_sees_the_console, show_an_example_that_is_typed, hold_what_the_room_sees, show_nothing,
     go_on_with_the_keys_of_a_presenter, put_one_example_in_the_light, run_the_timer, reveal_the_dots,
     look_up_the_run_sheet, close_the_projector, speak_the_language_of_the_facilitator], together=True)
