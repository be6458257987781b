#!/usr/bin/env python3
#
# check-data: what the grammar cannot say of the data files: Dutch beside English,
# ids, references, lengths, minutes.
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2
#
# usage: check-data.py DATA-FOLDER   (prints TAP)

import pathlib
import re
import sys
import xml.etree.ElementTree as ET

DATA = '{urn:draagvlak:data}'
WORKSHOP = '{urn:draagvlak:workshop}'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
ID = re.compile(r'[a-z][a-z0-9]{9}\Z')
# Lengths are those of the declarations in src/model; an activity made from a
# form must fit into the workshop.
LIMITS = {'title': 120, 'question': 500, 'instruction': 4000, 'notes': 10000,
          'name': 60, 'short': 20}
REFERENCES = {'role', 'table', 'tables', 'value', 'into', 'from', 'lane',
              'theme', 'source', 'target'}

root = pathlib.Path(sys.argv[1])
forms = {p: ET.parse(p).getroot() for p in sorted((root / 'forms').glob('*.xml'))}
programmes = {p: ET.parse(p).getroot() for p in sorted((root / 'programmes').glob('*.xml'))}
examples = {p: ET.parse(p).getroot() for p in sorted((root / 'examples').glob('*.draagvlak'))}
count = 0
failed = 0


def report(name, faults):
    global count, failed
    count += 1
    faults = list(faults)
    failed += bool(faults)
    print(f'{"not ok" if faults else "ok"} {count} - {name}')
    for fault in faults:
        print(f'# {fault}')


def languages(path, element):
    """Dutch and English alternate, so that the reader needs no guessing."""
    faults = []
    for parent in element.iter():
        texts = [c for c in parent if LANG in c.attrib]
        for nl, en in zip(texts[::2], texts[1::2] + [None] * (len(texts) % 2)):
            if en is None or nl.tag != en.tag or (nl.get(LANG), en.get(LANG)) != ('nl', 'en'):
                faults.append(f'{path.name}: {nl.tag.removeprefix(DATA)} "{nl.text}" lacks its sibling')
                break
            if len(nl.text.split('\n')) != len(en.text.split('\n')):
                faults.append(f'{path.name}: "{nl.text[:40]}" has other lines in English')
    for text in element.iter():
        limit = LIMITS.get(text.tag.removeprefix(DATA))
        if limit and text.text and len(text.text) > limit:
            faults.append(f'{path.name}: {text.tag} is longer than {limit}')
        if LANG in text.attrib and (text.text != text.text.strip() or '  ' in text.text):
            faults.append(f'{path.name}: stray space in "{text.text[:40]}"')
    return faults


def references(path, element):
    faults = []
    ids = {}
    for item in element.iter():
        key = item.get('id')
        if key is None:
            continue
        if not ID.match(key):
            faults.append(f'{path.name}: odd id {key}')
        if key in ids:
            faults.append(f'{path.name}: {key} is there twice')
        ids[key] = item
    for item in element.iter():
        for name in REFERENCES & item.attrib.keys():
            if name == 'target' and not item.tag.endswith('}link'):
                continue
            faults += [f'{path.name}: {item.get("id")} {name} {key} leads nowhere'
                       for key in item.get(name).split() if key not in ids]
    return faults


def story(path, element):
    """What the example tells must add up: dots, chosen behaviour, clauses."""
    faults = []
    people = int(element.get('people'))
    if people != sum(int(r.get('people')) for r in element.findall(WORKSHOP + 'role')):
        faults.append(f'{path.name}: the roles are not {people} people')
    for side, wanted in (('resident', 148), ('staff', 96)):
        words = [w for w in element.findall(WORKSHOP + 'word') if w.get('side', 'resident') == side]
        if sum(int(w.get('count', '1')) for w in words) != wanted:
            faults.append(f'{path.name}: {side} words are not {wanted}')
    for value in element.findall(WORKSHOP + 'value'):
        dots = [int(c.get('number')) for c in value.iter(WORKSHOP + 'count') if c.get('method') is None]
        if dots and sum(dots) != 3 * people:
            faults.append(f'{path.name}: {value.get("name")} has {sum(dots)} dots')
    chosen = [b.get('id') for b in element.iter(WORKSHOP + 'behaviour') if b.get('chosen')]
    clauses = [key for c in element.iter(WORKSHOP + 'clause') for key in c.get('from').split()]
    faults += [f'{path.name}: {key} is chosen or in the Manifest, not both'
               for key in sorted(set(chosen) ^ set(clauses))]
    return faults


report('there are forms, programmes and an example',
       [] if forms and programmes and examples else ['a folder is empty'])
report('every text is there in Dutch and in English',
       [f for p, e in (forms | programmes).items() for f in languages(p, e)])
report('ids are the names of their files',
       [f'{p.name}: {e.get("id")}' for p, e in (forms | programmes).items() if e.get('id') != p.stem])
used = {a.get('form') for e in programmes.values() for a in e.iter(DATA + 'activity')}
report('every form is used', sorted({e.get('id') for e in forms.values()} - used))
report('the one workshop takes 90 minutes',
       [f'{total} minutes' for p, e in programmes.items() if p.stem == 'one-workshop'
        for total in [sum(int(a.get('minutes')) for a in e.iter(DATA + 'activity'))] if total != 90])
report('ids and references of the examples',
       [f for p, e in examples.items() for f in references(p, e)])
report('the examples add up',
       [f for p, e in examples.items() for f in story(p, e)])
report('no dash stands for a comma',
       [f'{p.name}: "{t.text[:40]}"' for p, e in (forms | programmes | examples).items()
        for t in e.iter() if t.text and re.search(r' [-–—] |—', t.text)])
print(f'1..{count}')
sys.exit(failed > 0)
