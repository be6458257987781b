#!/usr/bin/env python3
#
# test-command.py DRAAGVLAK HOLD-WORKSHOP MSGFMT: each verb, good and bad.
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

import base64
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

# The tests run in folders of their own, so relative paths will not do.
DRAAGVLAK, HOLD, MSGFMT = map(os.path.abspath, sys.argv[1:4])
EXAMPLES = os.path.join(os.environ['DRAAGVLAK_DATA_DIR'], 'examples')
VERBS = ['new', 'check', 'show', 'kinds', 'add', 'set', 'remove', 'scenes', 'export', 'recover']
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<workshop xmlns="urn:draagvlak:workshop" version="%s" id="w1">\n'


def make_png(width, height, pixels=None):
    """A black picture, or one that claims to be of a size."""
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))

    head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    rows = bytes((width * 3 + 1) * height) if pixels is None else pixels
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.env = dict(os.environ, XDG_STATE_HOME=self.path('state'), HOME=self.folder.name)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_command(self, *arguments, code=0, binary=False, **env):
        done = subprocess.run([DRAAGVLAK, *arguments], env=dict(self.env, **env), cwd=self.folder.name,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=not binary)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def out(self, *arguments):
        done = self.run_command(*arguments)
        self.assertEqual(done.stderr, '')
        return done.stdout

    def refused(self, code, message, *arguments):
        """The command fails, says so, prints nothing, and leaves the files alone."""
        before = self.files()
        done = self.run_command(*arguments, code=code)
        self.assertIn(message, done.stderr)
        self.assertEqual(done.stdout, '')
        self.assertEqual(before, self.files())

    def files(self):
        found = {}
        for name in os.listdir(self.folder.name):
            if os.path.isfile(self.path(name)):
                found[name] = self.read(name)
        return found

    def read(self, name):
        with open(self.path(name), 'rb') as file:
            return file.read()

    def write(self, name, text):
        with open(self.path(name), 'wb') as file:
            file.write(text.encode() if isinstance(text, str) else text)
        return name

    def new(self, *options):
        self.assertEqual(self.out('new', *options, 'a.draagvlak'), '')
        return 'a.draagvlak'

    def add(self, *arguments):
        text = self.out('add', 'a.draagvlak', *arguments)
        self.assertRegex(text, r'^[a-z][a-z0-9]{0,9}\n$')
        return text.strip()

    def example(self):
        shutil.copy(os.path.join(EXAMPLES, 'waterland-noord.draagvlak'), self.path('w.draagvlak'))
        return 'w.draagvlak'


class General(CommandTest):
    def test_help(self):
        text = self.out('--help')
        for verb in VERBS:
            self.assertRegex(text, r'(?m)^  %s +\S' % verb)
            help_text = self.out(verb, '--help')
            self.assertTrue(help_text.startswith('Usage: draagvlak %s' % verb), help_text)

    def test_version(self):
        self.assertRegex(self.out('--version'), r'^draagvlak \d+\.\d+\.\d+\n$')

    def test_wrong_use(self):
        self.refused(2, 'no verb “exprot”', 'exprot')
        self.refused(2, 'Something is missing', 'new')
        self.refused(2, 'Usage: draagvlak set', 'set', 'a.draagvlak')
        self.refused(2, '“b” is one argument too many', 'show', 'a', 'b')
        self.refused(2, 'no option “--colour”', 'show', '--colour', 'a')
        self.refused(2, 'no option “--ids=yes”', 'show', '--ids=yes', 'a')
        self.refused(2, 'needs a value', 'new', 'x', '--title')

    def test_kinds(self):
        text = self.out('kinds')
        self.assertRegex(text, r'(?m)^behaviour: example behaviour, part of value \(at most 100000\)')
        self.assertRegex(text, r'(?m)^  sender .*private, never in the file$')
        self.assertRegex(self.out('kinds', 'count'), r'^count: ')
        self.refused(2, 'no kind “cuont”', 'kinds', 'cuont')

    def test_language(self):
        folder = self.path('locale/nl/LC_MESSAGES')
        os.makedirs(folder)
        self.write('nl.po', 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                   'msgid "There is a file with this name already"\nmsgstr "Er is al een bestand met deze naam"\n')
        subprocess.run([MSGFMT, '-o', os.path.join(folder, 'draagvlak.mo'), self.path('nl.po')], check=True)
        self.new()
        done = self.run_command('new', 'a.draagvlak', code=2, LANGUAGE='nl', DRAAGVLAK_LOCALE_DIR=self.path('locale'))
        self.assertEqual(done.stderr, 'a.draagvlak: Er is al een bestand met deze naam\n')
        # A new workshop speaks the language of the program, unless it is said.
        self.run_command('new', 'b.draagvlak', LANGUAGE='nl')
        self.assertIn(b'language="nl"', self.read('b.draagvlak'))
        self.run_command('new', '--language', 'en', 'c.draagvlak', LANGUAGE='nl')
        self.assertNotIn(b'language=', self.read('c.draagvlak'))


class Files(CommandTest):
    def test_new(self):
        self.new('--title', 'Wij & "zij" <ons> ’t', '--language=nl')
        self.assertIn('title="Wij &amp; &quot;zij&quot; &lt;ons> ’t"'.encode(),
                      self.read('a.draagvlak').replace(b'&gt;', b'>'))
        self.out('check', 'a.draagvlak')
        self.assertTrue(self.out('show', 'a.draagvlak').startswith('Wij & "zij" <ons> ’t (language: nl)\n'))
        self.refused(2, 'a.draagvlak: There is a file with this name already', 'new', 'a.draagvlak')
        self.refused(2, 'The language must be en or nl, not “fr”', 'new', '--language', 'fr', 'b.draagvlak')
        self.refused(2, 'nothing', 'new', '--template', 'nothing', 'b.draagvlak')
        self.refused(1, 'title is longer than 200 characters', 'new', '--title', 'x' * 201, 'b.draagvlak')
        self.refused(2, 'nowhere', 'new', 'nowhere/b.draagvlak')
        os.symlink('gone', self.path('link'))
        self.refused(2, 'There is a file with this name already', 'new', 'link')
        self.refused(2, 'name of the file is empty', 'new', '')

    def test_templates(self):
        for template in 'verbonden-gemeente', 'one-workshop', 'strategy-map':
            for language in 'nl', 'en':
                name = '%s-%s.draagvlak' % (template, language)
                self.out('new', '--template', template, '--language', language, '--title', 'Proef', name)
                self.out('check', name)
                text = self.out('show', name)
                self.assertTrue(text.startswith('Proef ('))
                self.assertIn('\nRoles: ', text)

    def test_check(self):
        for name in os.listdir(EXAMPLES):
            self.out('check', os.path.join(EXAMPLES, name))

        newer = self.write('newer.draagvlak', HEAD % '1.7' + '  <word id="a1" glow="yes"><text>x</text></word>\n</workshop>\n')
        done = self.run_command('check', newer)
        self.assertRegex(done.stderr, r'^newer.draagvlak(:\d+)?: warning: ')

        double = self.write('double.draagvlak', HEAD % '1.0' + '  <word id="a1"><text>x</text></word>\n'
                            '  <word id="a1"><text>y</text></word>\n  <word id="a2" value="gone"><text>z</text></word>\n</workshop>\n')
        done = self.run_command('check', double, code=1)
        self.assertRegex(done.stderr, r'(?m)^double.draagvlak:4: .*“a1”')
        self.assertRegex(done.stderr, r'(?m)^double.draagvlak:5: .*“gone”')

    def test_check_refuses(self):
        bad = {
            'major': HEAD % '2.0' + '</workshop>\n',
            'broken': HEAD % '1.0' + '  <word>\n</workshop>\n',
            'doctype': '<!DOCTYPE workshop [<!ENTITY a "b">]>\n<workshop/>\n',
            'other': '<html/>\n',
            'empty': '',
            'latin': (HEAD % '1.0').encode() + b'<word id="a1"><text>\xe9</text></word></workshop>\n',
            'long': HEAD % '1.0' + '  <word id="a1"><text>%s</text></word>\n</workshop>\n' % ('x' * 81),
        }
        for name, text in bad.items():
            self.write(name, text)
            self.refused(1, name, 'check', name)
            self.refused(1, name, 'show', name)
        # All are told, and the worst counts.
        done = self.run_command('check', 'broken', 'nothing', code=2)
        self.assertIn('broken:', done.stderr)
        self.assertIn('nothing', done.stderr)
        self.refused(2, 'nothing', 'show', 'nothing')

    def test_show(self):
        name = self.example()
        text = self.out('show', name)
        self.assertRegex(text, r'\nCore values: \d+\n  - Nabij \(state: chosen')
        self.assertIn('\nManifest: Manifest (', text)
        self.assertNotIn('Zaal open vanaf half een', text)
        self.assertIn('Zaal open vanaf half een', self.out('show', '--private', name))
        self.assertRegex(self.out('show', '--ids', name), r'\[[a-z0-9]{10}\]\n')
        self.assertEqual(text, self.out('show', name))

    def test_show_to_full_disk(self):
        name = self.example()
        with open('/dev/full', 'w') as full:
            done = subprocess.run([DRAAGVLAK, 'show', self.path(name)], env=self.env, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)


class Items(CommandTest):
    def test_add(self):
        self.new()
        value = self.add('value', 'name=Nabij', 'state=chosen')
        odd = ' a=b & <c> "d" \'e\' ’é\t€ 𝄞 -- '
        behaviour = self.add('behaviour', 'value=' + value, 'text=' + odd, 'star=true')
        first = self.add('behaviour', 'value=' + value, 'before=' + behaviour, 'text=eerst')
        text = self.out('show', '--ids', 'a.draagvlak')
        self.assertLess(text.index(first), text.index(behaviour))
        self.assertIn(odd, text)
        # The only possible parent need not be said; a Manifest or map is made.
        self.add('behaviour', 'text=derde')
        self.add('article', 'title=Slot')
        self.add('clause', 'text=Wij doen het')
        one = self.add('objective', 'text=Een')
        two = self.add('objective', 'text=Twee')
        self.add('link', 'source=' + one, 'target=' + two)
        self.add('thought', 'text=een\ntwee')
        self.out('check', 'a.draagvlak')
        self.refused(1, 'linked already', 'add', 'a.draagvlak', 'link', 'source=' + one, 'target=' + two)
        self.refused(1, 'lead to itself', 'add', 'a.draagvlak', 'link', 'source=' + one, 'target=' + one)
        self.refused(2, 'Say which item', 'add', 'a.draagvlak', 'measure', 'name=x')

    def test_add_refuses(self):
        self.new()
        self.refused(2, '“walue”', 'add', 'a.draagvlak', 'walue')
        self.refused(2, 'nothing yet that', 'add', 'a.draagvlak', 'clause', 'text=x')
        self.refused(1, 'a.draagvlak: name may not be empty', 'add', 'a.draagvlak', 'value')
        self.refused(1, 'state is “perhaps”', 'add', 'a.draagvlak', 'value', 'name=x', 'state=perhaps')
        self.refused(1, 'with the id “gone”', 'add', 'a.draagvlak', 'activity', 'step=gone', 'title=x')
        self.refused(2, '“role”', 'add', 'a.draagvlak', 'value', 'role=x')
        self.refused(2, 'not of the form NAME=VALUE', 'add', 'a.draagvlak', 'value', 'Nabij')
        self.refused(1, '“gone” is not of the kind “core value”', 'add', 'a.draagvlak', 'value', 'name=x', 'before=gone')
        self.refused(1, 'line break', 'add', 'a.draagvlak', 'word', 'text=a\nb')
        self.add('map', 'title=x')
        self.refused(1, 'at most 1', 'add', 'a.draagvlak', 'map', 'title=y')

    def test_set(self):
        self.new()
        value = self.add('value', 'name=Nabij')
        behaviour = self.add('behaviour', 'text=Ik bel terug')
        self.out('set', 'a.draagvlak', value, 'name=Dichtbij', 'target=5', 'meaning=Een\nTwee')
        self.assertIn(b'name="Dichtbij" target="5"', self.read('a.draagvlak'))
        self.out('set', 'a.draagvlak', value, 'target=')
        self.assertNotIn(b'target=', self.read('a.draagvlak'))
        # Choosing makes the clause, and takes it away, as in the window.
        self.out('set', 'a.draagvlak', behaviour, 'chosen=true')
        self.assertIn(('from="%s"><text>Ik bel terug' % behaviour).encode(), self.read('a.draagvlak'))
        self.out('set', 'a.draagvlak', behaviour, 'chosen=false')
        self.assertNotIn(b'<clause', self.read('a.draagvlak'))
        self.refused(1, 'nothing with the id “gone”', 'set', 'a.draagvlak', 'gone', 'name=x')
        self.refused(2, '“nmae”', 'set', 'a.draagvlak', value, 'nmae=x')
        self.refused(1, 'target is not between 1 and 9', 'set', 'a.draagvlak', value, 'target=10')
        self.refused(1, 'refers to “%s”' % value, 'set', 'a.draagvlak', behaviour, 'role=' + value)

    def test_promise(self):
        """Dots are shown by role only where that was said before they were given."""
        self.new()
        self.add('step', 'title=Middag')
        activity = self.add('activity', 'title=Kiezen', 'page=choose', 'by-role=true')
        self.out('set', 'a.draagvlak', activity, 'by-role=false')
        self.add('value', 'name=Nabij')
        behaviour = self.add('behaviour', 'text=Ik bel terug', 'shortlist=true')
        self.add('count', 'behaviour=' + behaviour, 'method=dots', 'number=3')
        self.refused(1, 'Dots were given before', 'set', 'a.draagvlak', activity, 'by-role=true')
        self.refused(1, 'Dots were given before', 'add', 'a.draagvlak', 'activity', 'title=x', 'page=choose', 'by-role=true')
        self.out('set', 'a.draagvlak', activity, 'by-role=false', 'title=Kies')
        self.assertNotIn(b'by-role="true"', self.read('a.draagvlak'))

    def test_picture(self):
        self.new()
        manifest = self.add('manifest', 'title=Manifest')
        self.write('logo.png', make_png(2, 2))
        self.out('set', 'a.draagvlak', manifest, 'logo=logo.png')
        self.assertIn(b'<logo>' + base64.b64encode(make_png(2, 2)) + b'</logo>', self.read('a.draagvlak'))
        self.out('export', 'a.draagvlak', '--what', 'manifest', '-o', 'x.pdf')
        self.assertIn(b'/Subtype /Image', self.read('x.pdf'))
        self.out('set', 'a.draagvlak', manifest, 'logo=')
        self.assertNotIn(b'<logo>', self.read('a.draagvlak'))
        self.write('logo.gif', b'GIF89a123456')
        self.refused(1, 'not a PNG picture', 'set', 'a.draagvlak', manifest, 'logo=logo.gif')
        self.refused(2, 'gone.png', 'set', 'a.draagvlak', manifest, 'logo=gone.png')
        self.write('bomb.png', make_png(30000, 30000, b''))
        self.refused(1, 'wider or higher', 'set', 'a.draagvlak', manifest, 'logo=bomb.png')
        self.write('half.png', make_png(20, 20)[:60])
        self.refused(1, 'damaged', 'set', 'a.draagvlak', manifest, 'logo=half.png')

    def test_broken_logo_in_file(self):
        """It is left out of the document, and that is said."""
        self.write('a.draagvlak', HEAD % '1.0' + '  <manifest id="m1"><logo>iVBORw0KGgoxMjM=</logo></manifest>\n</workshop>\n')
        done = self.run_command('export', 'a.draagvlak', '--what', 'manifest', '-o', 'x.pdf')
        self.assertIn('a.draagvlak: warning: The logo is left out', done.stderr)
        self.assertTrue(self.read('x.pdf').startswith(b'%PDF'))

    def test_remove(self):
        self.new()
        value = self.add('value', 'name=Nabij')
        behaviour = self.add('behaviour', 'text=Ik bel terug')
        self.out('set', 'a.draagvlak', behaviour, 'chosen=true')
        self.out('remove', 'a.draagvlak', value)
        text = self.read('a.draagvlak').decode()
        self.assertNotIn('<value', text)
        self.assertGreater(text.index('<behaviour'), text.index('<parking'))
        self.out('check', 'a.draagvlak')
        self.refused(1, 'nothing with the id “gone”', 'remove', 'a.draagvlak', 'gone')

    def test_picture_that_is_no_file(self):
        """A device or pipe is not read without end."""
        self.new()
        manifest = self.add('manifest', 'title=Manifest')
        os.mkfifo(self.path('pipe'))
        self.refused(2, '/dev/zero is not a file', 'set', 'a.draagvlak', manifest, 'logo=/dev/zero')
        self.refused(2, 'pipe is not a file', 'set', 'a.draagvlak', manifest, 'logo=pipe')

    def test_read_only(self):
        """What is refused does not come in later either."""
        self.new()
        os.chmod(self.path('a.draagvlak'), 0o444)
        self.refused(2, 'Cannot write', 'add', 'a.draagvlak', 'word', 'text=nabij')
        os.chmod(self.path('a.draagvlak'), 0o644)
        self.assertNotIn('nabij', self.out('show', 'a.draagvlak'))

    def test_closed_descriptors(self):
        """What is printed then does not land in a file that was just opened."""
        self.new()
        done = subprocess.run(['sh', '-c', 'exec "$0" "$@" <&- >&- 2>&-', DRAAGVLAK, 'add', 'a.draagvlak', 'word',
                               'text=nabij'], env=self.env, cwd=self.folder.name)
        self.assertEqual(done.returncode, 0)
        self.assertIn('nabij', self.out('show', 'a.draagvlak'))
        for folder, _, names in os.walk(self.path('state')):
            for name in names:
                if name == 'lock':
                    self.assertIn(self.read(os.path.join(folder, name)), (b'', self.path('a.draagvlak').encode()))

    def test_numbers(self):
        self.new()
        self.add('objective', 'text=Een')
        for text in ' 1', '1 ', '1,5', 'nan', 'inf', '0x10', '1e400':
            self.refused(1, 'is not a number', 'add', 'a.draagvlak', 'measure', 'now=' + text)

    def test_mended_file_is_not_changed(self):
        name = self.write('double.draagvlak', HEAD % '1.0' + '  <word id="a1"><text>x</text></word>\n'
                          '  <word id="a1"><text>y</text></word>\n</workshop>\n')
        self.refused(1, 'Nothing was changed', 'set', name, 'a1', 'text=z')


class Exports(CommandTest):
    def test_all(self):
        name = self.example()
        before = self.read(name)
        begin = {'pdf': b'%PDF-', 'svg': b'<?xml', 'png': b'\x89PNG'}
        for what, formats in {'manifest': ['pdf'], 'map': ['pdf', 'svg', 'png'], 'words': ['pdf', 'txt', 'csv'],
                              'behaviours': ['pdf', 'txt', 'csv'], 'handout': ['pdf']}.items():
            for suffix in formats:
                self.out('export', name, '--what', what, '-o', 'one.' + suffix)
                data = self.read('one.' + suffix)
                self.assertTrue(data.startswith(begin.get(suffix, b'')), what + suffix)
                self.assertGreater(len(data), 100)
                # The same input gives the same bytes, whatever they are put in.
                again = self.run_command('export', '--what=' + what, '--format', suffix, '-o', '-', name, binary=True)
                self.assertEqual(again.stdout, data)
                self.out('export', name, '--what', what, '--format', suffix, '-o', 'other.dat')
                self.assertEqual(self.read('other.dat'), data)
                self.assertNotIn('Zaal open vanaf half een'.encode(), data)
        self.assertEqual(self.read(name), before)

    def test_scene(self):
        name = self.example()
        lines = self.out('scenes', name).splitlines()
        values = [line.split()[1] for line in lines if line.startswith('behaviours ')]
        self.assertGreater(len(values), 1)
        self.assertEqual(lines[0].split()[:2], ['house', '-'])
        begin = {'pdf': b'%PDF-', 'svg': b'<?xml', 'png': b'\x89PNG'}
        for suffix, start in begin.items():
            self.out('export', name, '--what', 'scene', '--scene', 'behaviours', '-o', 'first.' + suffix)
            self.assertTrue(self.read('first.' + suffix).startswith(start))
            self.out('export', name, '--what', 'scene', '--scene', 'behaviours', '--value', values[0], '-o', 'same.' + suffix)
            self.assertEqual(self.read('same.' + suffix), self.read('first.' + suffix))
            self.out('export', name, '--what', 'scene', '--scene', 'behaviours', '--id', values[1], '-o', 'next.' + suffix)
            self.assertNotEqual(self.read('next.' + suffix), self.read('first.' + suffix))
        self.out('export', name, '--what', 'scene', '--scene', 'house', '--size', '640x400', '--dark', '-o', 'small.png')
        data = self.read('small.png')
        self.assertEqual([int.from_bytes(data[at:at + 4], 'big') for at in (16, 20)], [640, 400])

    def test_all_scenes(self):
        name = self.example()
        number = len(self.out('scenes', name).splitlines())
        self.out('export', name, '--what', 'scenes', '--size', '480x270', '-o', 'drawn')
        names = sorted(os.listdir(self.path('drawn')))
        self.assertEqual(names[0], '001-house.png')
        self.assertEqual(len({entry.split('-')[0] for entry in names}), number)
        for entry in names:
            self.assertTrue(self.read('drawn/' + entry).startswith(b'\x89PNG'), entry)

    def test_all_scenes_in_one_file(self):
        name = self.example()
        number = len(self.out('scenes', name).splitlines())
        self.out('export', name, '--what', 'scenes', '--size', '480x270', '-o', 'all.pdf')
        self.assertTrue(self.read('all.pdf').startswith(b'%PDF-'))
        self.out('export', name, '--what', 'scenes', '--format', 'pdf', '--size', '480x270', '-o', 'drawn')
        self.assertEqual(len({entry.split('-')[0] for entry in os.listdir(self.path('drawn'))}), number)
        self.out('export', name, '--what', 'scenes', '--format', 'png', '--size', '480x270', '-o', 'some.pdf')
        self.assertTrue(os.path.isdir(self.path('some.pdf')))

    def test_private(self):
        """Another note, another sender: the same drawings and the same paper, byte for byte."""
        name = self.example()
        outputs = [('scenes', 'drawn'), ('scenes', 'all.pdf'), ('handout', 'handout.pdf')]
        for what, out in outputs:
            self.out('export', name, '--what', what, *(['--size', '480x270'] if what == 'scenes' else []), '-o', out)
        before = {entry: self.read('drawn/' + entry) for entry in os.listdir(self.path('drawn'))}
        papers = [self.read('all.pdf'), self.read('handout.pdf')]
        changed, n = re.subn(r'<notes>[^<]*</notes>', '<notes>Heel geheim</notes>', self.read(name).decode())
        self.assertGreater(n, 3)
        changed, n = re.subn(r'<note>[^<]*</note>', '<note>Ook geheim</note>', changed)
        self.write(name, changed)
        for what, out in outputs:
            self.out('export', name, '--what', what, *(['--size', '480x270'] if what == 'scenes' else []), '-o', out)
        self.assertEqual({entry: self.read('drawn/' + entry) for entry in os.listdir(self.path('drawn'))}, before)
        self.assertEqual([self.read('all.pdf'), self.read('handout.pdf')], papers)

    def test_refuses_scenes(self):
        name = self.example()
        scene = ['export', name, '--what', 'scene', '--scene']
        self.refused(2, '--scene must be one of: blank, house', *scene, 'nothing', '-o', 'x.png')
        self.refused(2, '--scene must be one of: blank, house', 'export', name, '--what', 'scene', '-o', 'x.png')
        self.refused(2, 'no scene “article” of “zzz”', *scene, 'article', '--id', 'zzz', '-o', 'x.png')
        self.refused(2, 'no scene “join-page” in this', *scene, 'join-page', '-o', 'x.png')
        self.refused(2, 'This scene has 1 page', *scene, 'house', '--page', '9', '-o', 'x.png')
        self.refused(2, '--page must be', *scene, 'house', '--page', '0', '-o', 'x.png')
        for size in ['5x5', '1920', '1920x', '1920x1080x3', '-1x900', '99999x99999']:
            self.refused(2, '--size must be', *scene, 'house', '--size=' + size, '-o', 'x.png')
        self.refused(2, 'no “txt” of scene', *scene, 'house', '-o', 'x.txt')
        self.refused(2, '--dark goes with', 'export', name, '--what', 'map', '--dark', '-o', 'x.png')
        self.refused(2, '--id goes with', 'export', name, '--what', 'scenes', '--id', 'a1', '-o', 'drawn')
        self.write('taken', 'a file')
        self.refused(2, 'taken', 'export', name, '--what', 'scenes', '-o', 'taken')
        self.refused(2, 'in a folder', 'export', name, '--what', 'scenes', '-o', '-')

    def test_refuses(self):
        name = self.example()
        self.refused(2, '--what must be one of: manifest', 'export', name, '-o', 'x.pdf')
        self.refused(2, '--what must be one of: manifest', 'export', name, '--what', 'all', '-o', 'x.pdf')
        self.refused(2, 'Say with -o', 'export', name, '--what', 'map')
        self.refused(2, 'no “doc” of manifest', 'export', name, '--what', 'manifest', '-o', 'x.doc')
        self.refused(2, 'with --format', 'export', name, '--what', 'map', '-o', '-')
        self.refused(2, 'the workshop itself', 'export', name, '--what', 'manifest', '--format', 'pdf', '-o', name)
        self.refused(2, 'nowhere', 'export', name, '--what', 'manifest', '-o', 'nowhere/x.pdf')

    def test_in_place(self):
        """A document keeps its permissions, and a link stays a link."""
        name = self.example()
        self.write('x.pdf', 'old')
        os.chmod(self.path('x.pdf'), 0o600)
        os.symlink('x.pdf', self.path('link.pdf'))
        self.out('export', name, '--what', 'manifest', '-o', 'link.pdf')
        self.assertTrue(os.path.islink(self.path('link.pdf')))
        self.assertTrue(self.read('x.pdf').startswith(b'%PDF'))
        self.assertEqual(os.stat(self.path('x.pdf')).st_mode & 0o777, 0o600)
        self.out('export', name, '--what', 'manifest', '-o', 'x' * 251 + '.PDF')

        self.write('y.pdf', 'old')
        os.chmod(self.path('y.pdf'), 0o400)
        self.refused(2, 'y.pdf', 'export', name, '--what', 'manifest', '-o', 'y.pdf')
        os.mkdir(self.path('folder.pdf'))
        self.refused(2, 'folder.pdf', 'export', name, '--what', 'manifest', '-o', 'folder.pdf')
        self.assertEqual(sorted(entry for entry in os.listdir(self.folder.name) if 'tmp' in entry), [])

    def test_keeps_what_was_there(self):
        """A document that cannot be made leaves the old one."""
        self.write('x.pdf', 'old')
        self.write('broken', '<html/>')
        self.refused(1, 'broken', 'export', 'broken', '--what', 'manifest', '-o', 'x.pdf')


class Sharing(CommandTest):
    def test_refused_while_open(self):
        self.new('--title', 'Proef')
        self.add('value', 'name=Nabij')
        held = subprocess.Popen([HOLD, self.path('a.draagvlak')], env=self.env, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, text=True)
        self.assertEqual(held.stdout.readline(), 'open\n')
        for arguments in (['show', 'a.draagvlak'], ['add', 'a.draagvlak', 'value', 'name=Open'],
                          ['set', 'a.draagvlak', 'x', 'name=y'], ['remove', 'a.draagvlak', 'x'],
                          ['recover', 'a.draagvlak'],
                          ['export', 'a.draagvlak', '--what', 'words', '-o', 'x.pdf']):
            self.refused(2, 'a.draagvlak: This workshop is open already', *arguments)
        # Looking at the file itself is safe.
        self.out('check', 'a.draagvlak')
        # A copy is another workshop.
        shutil.copy(self.path('a.draagvlak'), self.path('copy.draagvlak'))
        self.out('add', 'copy.draagvlak', 'value', 'name=Kopie')
        os.symlink('a.draagvlak', self.path('link'))
        self.refused(2, 'This workshop is open already', 'show', 'link')
        held.stdin.close()
        self.assertEqual(held.wait(), 0)
        held.stdout.close()
        self.add('value', 'name=Open')
        self.assertIn('Kopie', self.out('show', 'copy.draagvlak'))

    def test_copy_of_open_file(self):
        """Also when nothing was changed yet, so that there is nothing but a lock."""
        self.example()
        shutil.copy(self.path('w.draagvlak'), self.path('copy.draagvlak'))
        held = subprocess.Popen([HOLD, self.path('w.draagvlak')], env=self.env, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, text=True)
        self.assertEqual(held.stdout.readline(), 'open\n')
        self.out('add', 'copy.draagvlak', 'word', 'text=kopie')
        self.refused(2, 'This workshop is open already', 'show', 'w.draagvlak')
        os.rename(self.path('w.draagvlak'), self.path('moved.draagvlak'))
        self.refused(2, 'This workshop is open already', 'show', 'moved.draagvlak')
        held.stdin.close()
        self.assertEqual(held.wait(), 0)
        held.stdout.close()

    def test_several_at_once(self):
        """Each is refused or all there: nobody works on what another has just replaced."""
        # So many that reading takes a while.
        self.write('a.draagvlak', HEAD % '1.0' + ''.join('  <word id="x%d"><text>x</text></word>\n' % i for i in range(20000)) +
                   '</workshop>\n')
        loop = 'for i in 1 2 3; do until "$0" add a.draagvlak word text=$1-$i 2>&1; do :; done; done'
        racers = [subprocess.Popen(['sh', '-c', loop, DRAAGVLAK, name], env=self.env, cwd=self.folder.name,
                                   stdout=subprocess.DEVNULL) for name in 'abcd']
        self.assertEqual([racer.wait() for racer in racers], [0] * 4)
        text = self.read('a.draagvlak').decode()
        for name in 'abcd':
            for i in range(1, 4):
                self.assertIn('<text>%s-%d</text>' % (name, i), text)
        self.assertEqual(sorted(os.listdir(self.folder.name)), ['a.draagvlak', 'state'])

    def crash(self, title):
        done = subprocess.run([HOLD, self.path('a.draagvlak'), title], env=self.env)
        self.assertEqual(done.returncode, -9)
        self.assertNotIn(title.encode(), self.read('a.draagvlak'))

    def test_recover(self):
        self.new('--title', 'Proef')
        self.crash('Na de storm')
        self.assertEqual(self.out('recover', 'a.draagvlak'), '1 change was brought in.\n')
        self.assertIn(b'title="Na de storm"', self.read('a.draagvlak'))
        self.assertEqual(self.out('recover', 'a.draagvlak'), 'There was nothing to recover.\n')
        self.refused(2, 'nothing to recover of it', 'recover', 'nothing.draagvlak')

    def test_recovered_first(self):
        self.new('--title', 'Proef')
        self.crash('Na de storm')
        done = self.run_command('add', 'a.draagvlak', 'value', 'name=Nabij')
        self.assertRegex(done.stdout, r'^[a-z0-9]+\n$')
        self.assertIn(b'title="Na de storm"', self.read('a.draagvlak'))
        self.crash('Nog een storm')
        done = self.run_command('show', 'a.draagvlak')
        self.assertTrue(done.stdout.startswith('Nog een storm'))
        self.assertTrue(self.run_command('show', 'a.draagvlak').stdout.startswith('Nog een storm'))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=1)
