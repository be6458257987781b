# test-main-job.py
#
# The main job as a facilitator does it: from key words to a Manifest on paper
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

import os
import re
import subprocess

from person import Missing, run

TITLE = 'Core values Veldhoek'


def make_a_workshop_from_a_template(person):
    person.program_process = person.start()
    person.press('The Connected Municipality')
    person.see('window', 'New programme')
    person.write(TITLE)
    person.press('Create')
    person.see('window', TITLE)
    person.wait_focus('text', 'Key word')


def collect_key_words_of_both_sides(person):
    person.enter('honest', 'nearby', 'easy to reach', 'reliable', 'clear', 'honesty')
    person.keys('alt+2')
    person.see('button', 'Staff', states=('pressed',))
    person.enter('honest', 'professional', 'reliable')
    person.see('panel', 'honest, residents 1, staff 1')
    person.see('panel', 'professional, residents 0, staff 1')


def paste_a_list_as_one_step(person):
    person.copy('helpful\nlistening\nkeeps promises; They called me back the same day.\nnearby\n')
    person.keys('ctrl+v')
    person.see('panel', 'keeps promises, residents 0, staff 1')
    person.see('panel', 'nearby, residents 1, staff 1')
    # One step back takes all four away, and one forward brings them again.
    person.press('Undo')
    person.see_not('panel', re.compile('^(keeps promises|helpful|listening)'))
    person.press('Redo')
    person.see('panel', 'helpful, residents 0, staff 1')


def merge_a_variant(person):
    person.click(person.see('panel', 'honest, residents 1, staff 1'))
    person.see('list item', states=('selected',))
    x, y = person.where(person.see('panel', re.compile('^honesty,')))
    person.xdotool('keydown', 'ctrl', 'mousemove', str(x), str(y), 'click', '1', 'keyup', 'ctrl')
    person.wait(lambda: len(person.find_all('list item', states=('selected',))) == 2, 'two selected words')
    person.keys('ctrl+m')
    person.see('dialog', 'Merge 2 words?')
    person.press('Merge')
    person.see('panel', 'honest, residents 2, staff 1')
    person.see_not('panel', re.compile('^honesty,'))


def make_values_from_words(person):
    person.go_to('Sorting, to do')
    person.click(person.see('check box', re.compile('^honest,')))
    person.click(person.see('check box', re.compile('^clear,')))
    person.keys('ctrl+g')
    person.wait_focus('text', 'Name of the group')
    person.keys('Return')
    person.wait_focus('panel', re.compile('^Honest,'))
    person.keys('ctrl+Return')
    person.see('label', 'core value')

    person.click(person.see('check box', re.compile('^reliable,')))
    person.keys('ctrl+g')
    person.wait_focus('text', 'Name of the group')
    person.keys('Return')
    person.wait_focus('panel', re.compile('^Reliable,'))
    person.keys('ctrl+Return')
    person.wait(lambda: len(person.find_all('label', 'core value')) == 2, 'two core values')


def choose_values_and_word_their_meaning(person):
    person.go_to('Choosing core values, to do')
    person.wait_focus('text', 'Name of another value')
    person.enter('Open')
    person.see('check box', '“Open” is a core value', states=('checked',))
    person.see('label', re.compile('^3 chosen'))
    person.click(person.see('list item', 'Honest'))
    person.click(person.see('text', 'What it means here, in one or two sentences'))
    person.write('People know where they stand with us.')


def give_examples_with_roles_and_a_star(person):
    person.go_to('Step 2: Example behaviour')
    person.go_to(re.compile('^Example behaviour, '))
    person.wait_focus('text', 'Type an example')
    person.keys('ctrl+1')
    person.see('radio button', re.compile('^Honest, 0 examples, selected'))
    person.keys('alt+1')
    person.see('button', 'Manager', states=('pressed',))
    person.enter('I call back the same day')
    person.enter('I say it when I do not know', key='shift+Return')
    person.keys('alt+2')
    person.enter('I ask what somebody needs')
    person.keys('alt+0')
    person.enter('I come outside and look')
    person.see('panel', 'I come outside and look')
    person.see('panel', 'I ask what somebody needs – Front-line worker')
    person.see('panel', re.compile('I say it when I do not know.*with a star'))
    person.see('image', 'Manager: 2 examples')
    person.see('image', 'Councillor: nothing yet')

    person.keys('ctrl+2')
    person.see('radio button', re.compile('^Reliable, 0 examples, selected'))
    person.enter('I do what I promised')
    person.see('radio button', re.compile('^Reliable, 1 example'))
    # Ctrl+Z in an empty field takes the last step back.
    person.keys('ctrl+z')
    person.see('radio button', re.compile('^Reliable, 0 examples'))
    person.keys('ctrl+shift+z')
    person.see('radio button', re.compile('^Reliable, 1 example'))


def choose_with_dots_on_paper(person):
    person.keys('ctrl+1')
    person.go_to('Choosing, to do')
    person.see('heading', re.compile('Which three'))
    person.see('radio button', re.compile('^Honest, 0 of 3 chosen, selected'))
    for left in (3, 2, 1, 0):
        person.wait_focus('list item')
        person.keys('v')
        if left > 0:
            person.see('panel', 'Reserve: %d' % left)
        else:
            person.see_not('panel', re.compile('^Reserve'))
    person.keys('p')
    for letter, dots in (('A', '7'), ('B', '3'), ('C', '5'), ('D', '1')):
        person.wait_focus('spin button', 'Dots for ' + letter)
        person.write(dots)
        person.keys('Return')
    # Nobody sees a number before the reveal.
    person.see_not('spin button')
    if person.find_all('panel', re.compile('^A: .*dots')):
        raise Missing('dots are shown before the reveal')
    person.keys('r')
    person.see('panel', re.compile('^A: .* 7 dots'))
    person.see('panel', re.compile('^C: .* 5 dots'))
    person.keys('t')
    person.see('radio button', re.compile('^Honest, 3 of 3 chosen'))
    person.wait(lambda: len(person.find_all('panel', re.compile(' – chosen$'))) == 3, 'three that are chosen')
    person.see('panel', re.compile(r'^D: .* 1 dot$'))


def edit_and_adopt_the_manifest(person):
    person.go_to('Manifest')
    person.see('panel', 'Article 1: Honest')
    person.wait_focus('list item', re.compile('^1.1 '))
    person.keys('Return')
    person.wait_focus('text', 'Text of the clause')
    person.keys('End')
    person.write(' together')
    person.keys('Return')
    person.see('list item', re.compile('^1.1 .* together$'))
    person.press('Manifest menu')
    person.wait_focus('menu item', 'Details…')
    person.keys('Down')
    person.wait_focus('menu item', 'Adopt…')
    person.keys('Return')
    person.see('dialog', 'Adopt the Manifest?')
    person.press('Adopt')
    person.see('label', 'Version 1.0, adopted')


def export_a_pdf(person):
    path = os.path.join(person.home, 'manifest.pdf')
    person.keys('ctrl+e')
    person.choose_place('Manifest', path)
    person.see('label', 'Exported as “manifest.pdf”')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    for words in ('Honest', 'together', 'I say it when I do not know', 'Version 1.0'):
        if words not in text:
            raise Missing('“%s” in the PDF:\n%s' % (words, text))
    for words in ('Draft', 'I do what I promised', 'Front-line'):
        if words in text:
            raise Missing('no “%s” in the PDF:\n%s' % (words, text))


def give_it_a_place_and_close(person):
    person.path = os.path.join(person.home, 'veldhoek.draagvlak')
    person.keys('ctrl+s')
    person.choose_place('Save the workshop', person.path)
    person.see('label', 'Saved as “veldhoek.draagvlak”')
    person.go_to('Step 2: Example behaviour')
    person.go_to(re.compile('^Choosing, '))
    person.see('heading', re.compile('Which three'))
    person.keys('ctrl+w')
    status, _ = person.wait_for_end(person.program_process)
    if status != 0:
        raise Missing('an exit status of 0, not %d' % status)


def open_it_from_the_recent_list(person):
    person.start()
    person.go_to(TITLE)
    person.see('window', TITLE)
    # Where we were, with what was chosen.
    person.see('heading', re.compile('Which three'))
    person.see('panel', re.compile('^A: .* 7 dots.*chosen'))
    person.go_to('Manifest')
    person.see('list item', re.compile('^1.3 '))
    person.see('label', 'Version 1.0, adopted')
    person.go_to('Step 1: Collecting core values')
    person.go_to(re.compile('^Collecting key words, '))
    person.see('panel', 'honest, residents 2, staff 1')
    person.go_to(re.compile('^Choosing core values, '))
    person.click(person.see('list item', 'Honest'))
    meaning = person.see('text', 'What it means here, in one or two sentences')
    person.wait(lambda: person.text(meaning) == 'People know where they stand with us.', 'the meaning of the value')
    person.go_to('Step 2: Example behaviour')
    person.go_to(re.compile('^Example behaviour, '))
    person.keys('ctrl+2')
    person.see('panel', 'I do what I promised')


def the_file_says_the_same(person):
    person.keys('ctrl+q')
    person.wait_for_end(person.processes[-1])
    person.command('check', person.path)
    outline = person.command('show', person.path)
    for words in ('honesty', 'They called me back the same day.', 'People know where they stand with us.',
                  'I say it when I do not know', ' together', 'I do what I promised'):
        if words not in outline:
            raise Missing('“%s” in the outline:\n%s' % (words, outline))


run([make_a_workshop_from_a_template, collect_key_words_of_both_sides, paste_a_list_as_one_step, merge_a_variant,
     make_values_from_words, choose_values_and_word_their_meaning, give_examples_with_roles_and_a_star,
     choose_with_dots_on_paper, edit_and_adopt_the_manifest, export_a_pdf, give_it_a_place_and_close,
     open_it_from_the_recent_list, the_file_says_the_same], together=True)
