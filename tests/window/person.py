# person.py
#
# Somebody behind the window: reads what is on the screen as a screen reader
# does, and types and clicks as a person does.
#
# Copyright 2026 The Draagvlak authors
# SPDX-License-Identifier: EUPL-1.2

"""What the driven window tests share.

A test file is run by tests/with-display, so that it has a display, a session
bus and a home folder of its own. It defines functions that take a Person and
calls run() with them, which prints TAP.

Nothing sleeps blindly: every step waits for what it needs to see, and fails
with a picture of the screen and a list of what was on it.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import traceback

PATIENCE = 60  # s before a person gives up on seeing something
GLANCE = 0.1  # s between two looks

STATES = {1: 'active', 4: 'checked', 5: 'collapsed', 7: 'editable', 8: 'enabled',
          9: 'expandable', 10: 'expanded', 11: 'focusable', 12: 'focused',
          20: 'pressed', 23: 'selected', 24: 'sensitive', 25: 'showing', 30: 'visible'}

ACCESSIBLE = 'org.a11y.atspi.Accessible'
# The toolkit's own names for roles differ from one release to the next.
ROLES = {2: 'alert', 7: 'check box', 8: 'check menu item', 11: 'combo box', 16: 'dialog', 23: 'window', 26: 'icon',
         27: 'image', 29: 'label', 31: 'list', 32: 'list item', 33: 'menu', 35: 'menu item', 37: 'page tab',
         38: 'page tab list', 39: 'panel', 42: 'progress bar', 43: 'button', 44: 'radio button', 45: 'radio menu item',
         48: 'scroll bar', 49: 'scroll pane', 50: 'separator', 51: 'slider', 52: 'spin button', 54: 'status', 61: 'text', 62: 'toggle button',
         69: 'window', 75: 'application', 79: 'entry', 83: 'heading', 20: 'filler', 87: 'form', 90: 'table row', 55: 'table',
         56: 'table cell', 40: 'password', 65: 'tree', 66: 'tree table', 91: 'tree item', 116: 'static', 130: 'switch'}

COMPONENT = 'org.a11y.atspi.Component'
TEXT = 'org.a11y.atspi.Text'
VALUE = 'org.a11y.atspi.Value'
ROOT = '/org/a11y/atspi/accessible/root'
IN_WINDOW = 1

# A toolkit without a name for something gives the name of its type.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Dv)[A-Z][A-Za-z]+$')


class Missing(Exception):
    """What was looked for did not appear."""


def skip(why):
    print('1..0 # SKIP ' + why)
    sys.exit(0)


try:
    import gi
    gi.require_version('Gio', '2.0')
    from gi.repository import Gio, GLib
except (ImportError, ValueError):
    skip('no GObject introspection for Python')


class Thing:
    """Something on the screen, as it was when looked at."""

    def __init__(self, bus, path, parent):
        self.bus = bus
        self.path = path
        self.parent = parent
        self.role = ''
        self.raw_name = ''
        self.states = set()
        self.extents = None
        self.children = []

    @property
    def name(self):
        if TYPE_NAME.match(self.raw_name):
            return ''
        # A button with a mnemonic is named twice, with and without it.
        half = self.raw_name[len(self.raw_name) // 2 + 1:]
        return half if self.raw_name.replace('_', '', 1) == half + ' ' + half else self.raw_name

    @property
    def is_shown(self):
        return self.extents is not None and self.extents[2] > 0 and self.extents[3] > 0

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        thing = self.parent
        while thing is not None:
            yield thing
            thing = thing.parent

    def inside(self, other):
        """Whether the middle of this lies inside OTHER."""
        x, y, width, height = self.extents
        left, top, wide, high = other.extents
        return left <= x + width / 2 <= left + wide and top <= y + height / 2 <= top + high

    def __repr__(self):
        return '%s "%s" %s %s' % (self.role, self.name, self.extents or '', ' '.join(sorted(self.states - {'visible', 'sensitive'})))


class Bus:
    """The accessibility bus, asked many things at once."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, 10000, None).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        self.context = GLib.MainContext.default()

    def ask(self, name, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(name, path, interface, method, arguments, None, 0, 20000, None).unpack()
        except GLib.Error:
            return None

    def ask_all(self, questions):
        """QUESTIONS: (thing, interface, method, arguments); answers in order."""
        answers = [None] * len(questions)
        left = [len(questions)]

        def answered(connection, result, index):
            left[0] -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, (thing, interface, method, arguments) in enumerate(questions):
            self.connection.call(thing.bus, thing.path, interface, method, arguments,
                                 None, 0, 20000, None, answered, index)
        while left[0] > 0:
            self.context.iteration(True)
        return answers

    def windows(self):
        found = []
        for name, path in (self.ask('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren') or ([],))[0]:
            for window_name, window_path in (self.ask(name, path, ACCESSIBLE, 'GetChildren') or ([],))[0]:
                found.append(Thing(window_name, window_path, None))
        self.read(found)
        for window in found:
            # A window that was given its focus before it was shown tells no role.
            window.role = 'window' if window.role == 'filler' else window.role
        return [window for window in found if window.role]

    def read(self, things):
        questions = []
        for thing in things:
            questions += [(thing, ACCESSIBLE, 'GetRole', None),
                          (thing, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))),
                          (thing, ACCESSIBLE, 'GetState', None),
                          (thing, COMPONENT, 'GetExtents', GLib.Variant('(u)', (IN_WINDOW,)))]
        answers = self.ask_all(questions)
        for index, thing in enumerate(things):
            role, name, states, extents = answers[4 * index:4 * index + 4]
            thing.role = ROLES.get(role[0], 'role %d' % role[0]) if role else ''
            thing.raw_name = name[0] if name else ''
            words = states[0] if states else (0, 0)
            thing.states = {name for bit, name in STATES.items() if words[bit // 32] >> (bit % 32) & 1}
            thing.extents = extents[0] if extents else None

    def look(self, window):
        """Everything in WINDOW that is shown."""
        level = [window]
        while level:
            answers = self.ask_all([(thing, ACCESSIBLE, 'GetChildren', None) for thing in level])
            following = []
            for thing, answer in zip(level, answers):
                thing.children = [Thing(name, path, thing) for name, path in (answer or ([],))[0]
                                  if not path.endswith('/null')]
                following += thing.children
            self.read(following)
            for thing in level:
                thing.children = [child for child in thing.children if 'visible' in child.states and child.role]
                self.drop_hidden_pages(window, thing)
            # What has no size has nothing to show, but a page without a place
            # of its own may.
            level = [child for thing in level for child in thing.children if child.extents is None or child.is_shown]
        return window

    def drop_hidden_pages(self, window, thing):
        """A page of a stack that is not shown keeps the place it last had:
        of things that lie over each other only the one on top is shown."""
        sized = [child for child in thing.children if child.is_shown]
        for index, child in enumerate(sized):
            for other in sized[index + 1:]:
                place = get_overlap(child.extents, other.extents)
                if place is None or child not in thing.children or other not in thing.children:
                    continue
                top = self.pick_one(window, place, (child, other))
                if top is not None:
                    thing.children.remove(other if top is child else child)

    def pick_one(self, window, place, things):
        """Which of THINGS is on top in PLACE."""
        x, y, width, height = place
        for dx, dy in ((0.5, 0.5), (0.5, 0.1), (0.1, 0.5), (0.9, 0.9), (0.3, 0.3)):
            answer = self.ask(window.bus, window.path, COMPONENT, 'GetAccessibleAtPoint',
                              GLib.Variant('(iiu)', (int(x + dx * width), int(y + dy * height), IN_WINDOW)))
            while answer and not answer[0][1].endswith(('/null', '/root')) and answer[0][1] != window.path:
                for thing in things:
                    if thing.path == answer[0][1]:
                        return thing
                answer = self.ask(*answer[0], 'org.freedesktop.DBus.Properties', 'Get',
                                  GLib.Variant('(ss)', (ACCESSIBLE, 'Parent')))
        return None


def get_overlap(one, other):
    """Where two rectangles overlap for more than half of the larger one."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    if right <= left or bottom <= top:
        return None
    if (right - left) * (bottom - top) * 2 < max(one[2] * one[3], other[2] * other[3]):
        return None
    return left, top, right - left, bottom - top


def find_program():
    return os.environ.get('DRAAGVLAK') or os.path.join('build', 'src', 'draagvlak')


def screenshot(name):
    """Writes the screen to the log folder, as PNG where that is possible."""
    folder = os.environ.get('DV_LOG_DIR') or os.path.join('build', 'meson-logs', 'window')
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, re.sub(r'[^A-Za-z0-9-]+', '-', name))
    if shutil.which('convert'):
        subprocess.run(['convert', 'xwd:' + os.environ['DV_SCREEN'], path + '.png'], check=False)
        return path + '.png'
    shutil.copy(os.environ['DV_SCREEN'], path + '.xwd')
    return path + '.xwd'


class Person:
    """Starts the program and works with it."""

    def __init__(self, environment=None):
        self.home = os.environ['HOME']
        self.bus = Bus()
        self.program = find_program()
        self.processes = []
        self.environment = dict(os.environ, GTK_A11Y='atspi', GSK_RENDERER='cairo', ADW_DISABLE_PORTAL='1',
                                GTK_USE_PORTAL='0', NO_AT_BRIDGE='0', G_ENABLE_DIAGNOSTIC='0')
        # A file for settings, as on a desktop: they are still there after a start.
        self.environment['GSETTINGS_BACKEND'] = 'keyfile'
        self.environment.update(environment or {})
        self.other = None  # program that holds what was copied

    # --- The program -------------------------------------------------------

    def start(self, *arguments, wait=True):
        process = subprocess.Popen([self.program, *arguments], env=self.environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        process.is_killed = False
        self.processes.append(process)
        if wait:
            self.wait(lambda: self.windows(), 'a window')
        return process

    def command(self, *arguments, fails=False):
        """A verb of the command line; what it printed."""
        result = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True)
        if (result.returncode != 0) != fails:
            raise Missing('%s: exit %d\n%s%s' % (' '.join(arguments), result.returncode, result.stdout, result.stderr))
        return result.stdout.strip() if not fails else result.stderr.strip()

    def wait_for_end(self, process):
        try:
            output, errors = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise Missing('the program does not end')
        return process.returncode, errors.decode('utf-8', 'replace')

    def kill(self, process):
        process.is_killed = True
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        self.wait(lambda: not self.windows(), 'the windows to go')

    def finish(self):
        """Ends what still runs; the complaints of the program."""
        complaints = []
        if self.other is not None:
            self.other.terminate()
            self.other.wait()
            self.other = None
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
            try:
                errors = process.communicate(timeout=PATIENCE)[1] if process.stderr and not process.stderr.closed else b''
            except (subprocess.TimeoutExpired, ValueError):
                process.kill()
                errors = b''
            complaints += [line for line in errors.decode('utf-8', 'replace').splitlines()
                           if re.search(r'(WARNING|CRITICAL|ERROR|Sanitizer)', line)]
        self.processes = []
        return complaints

    # --- Looking -----------------------------------------------------------

    def windows(self):
        return self.bus.windows()

    def window(self, title=None):
        """The active window, or the one with TITLE, with all that is in it."""
        windows = self.windows()
        if title is not None:
            windows = [window for window in windows if window.raw_name == title]
        active = [window for window in windows if 'active' in window.states] or windows
        if not active:
            return None
        return self.bus.look(active[-1])

    def find_all(self, role=None, name=None, window=None, states=(), within=None):
        """All that is shown with that role and name (a string, or a pattern)."""
        top = within or self.window(window)
        found = []
        for thing in (top.walk() if top is not None else ()):
            if role is not None and thing.role not in ((role,) if isinstance(role, str) else role):
                continue
            if name is not None and not (name.search(thing.name) if hasattr(name, 'search') else thing.name == name):
                continue
            if not set(states) <= thing.states or not (thing.is_shown or thing.parent is None):
                continue
            found.append(thing)
        return found

    def see(self, role=None, name=None, window=None, states=(), within=None):
        """Waits until it is there, and returns the first."""
        what = '%s "%s" %s' % (role or 'something', getattr(name, 'pattern', name), ' '.join(states))
        return self.wait(lambda: self.find_all(role, name, window, states, within), what)[0]

    def see_not(self, role=None, name=None, window=None, states=()):
        self.wait(lambda: not self.find_all(role, name, window, states), 'no more %s "%s"' % (role, getattr(name, 'pattern', name)))

    def wait(self, condition, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            result = condition()
            if result:
                return result
            ended = [process.returncode for process in self.processes if (process.poll() or 0) < 0 and not process.is_killed]
            if ended:
                raise Missing('the program ended by signal %d, while somebody waited for %s' % (-ended[0], what))
            if time.monotonic() > end:
                raise Missing('waited for %s in vain' % what)
            time.sleep(GLANCE)

    def focused(self):
        found = [thing for thing in (self.window() or Thing('', '', None)).walk() if 'focused' in thing.states]
        return found[-1] if found else None

    def wait_focus(self, role=None, name=None):
        def there():
            thing = self.focused()
            return (thing is not None and (role is None or thing.role == role) and
                    (name is None or (name.search(thing.name) if hasattr(name, 'search') else thing.name == name)) and thing)
        return self.wait(there, 'the focus on %s "%s"' % (role, getattr(name, 'pattern', name)))

    def text(self, thing):
        answer = self.bus.ask(thing.bus, thing.path, TEXT, 'GetText', GLib.Variant('(ii)', (0, -1)))
        return answer[0] if answer else None

    def texts(self, window=None):
        """All words on the screen, for what is shown in any way."""
        return [thing.name for thing in (self.window(window) or Thing('', '', None)).walk() if thing.name and thing.is_shown]

    def everything(self, window=None):
        """All that is told of a window to who cannot see it: names,
        descriptions, and what is in its texts."""
        things = [thing for thing in (self.window(window) or Thing('', '', None)).walk() if thing.path]
        described = self.bus.ask_all([(thing, 'org.freedesktop.DBus.Properties', 'Get',
                                       GLib.Variant('(ss)', (ACCESSIBLE, 'Description'))) for thing in things])
        texts = self.bus.ask_all([(thing, TEXT, 'GetText', GLib.Variant('(ii)', (0, -1))) for thing in things])
        told = [thing.name for thing in things] + [answer[0] for answer in described + texts if answer]
        return [text for text in told if text]

    def sees_text(self, pattern, window=None):
        return any(re.search(pattern, text) for text in self.texts(window))

    def dump(self):
        lines = []
        for window in self.windows():
            self.bus.look(window)
            for thing in window.walk():
                depth = len(list(thing.ancestors()))
                lines.append('# ' + '  ' * depth + repr(thing))
        return '\n'.join(lines)

    # --- Doing -------------------------------------------------------------

    def copy(self, text):
        """Copies TEXT in another program."""
        if self.other is not None:
            self.other.terminate()
            self.other.wait()
        self.other = subprocess.Popen([os.environ['HOLD_CLIPBOARD'], text], stdout=subprocess.PIPE, env=self.environment)
        self.other.stdout.readline()

    def xdotool(self, *arguments):
        subprocess.run(['xdotool', *arguments], check=True, capture_output=True)

    def activate(self, title):
        """Goes to another window, as Alt+Tab does."""
        def is_active():
            return [window for window in self.windows() if window.raw_name == title and 'active' in window.states]
        self.xdotool('search', '--onlyvisible', '--name', '^' + re.escape(title) + '$', 'windowactivate', '%@')
        self.wait(is_active, 'the window “%s” to be active' % title)

    def keys(self, *names):
        for name in names:
            self.xdotool('key', '--clearmodifiers', name)

    def write(self, text):
        self.xdotool('type', '--clearmodifiers', '--delay', '4', text)

    def where(self, thing):
        """The middle of THING on the screen."""
        window = thing
        for window in thing.ancestors():
            pass
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^' + re.escape(window.raw_name) + '$'],
                             capture_output=True, text=True).stdout.split()
        for each in reversed(ids):
            out = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', each], capture_output=True, text=True).stdout
            place = {key: int(value) for key, value in re.findall(r'(X|Y|WIDTH|HEIGHT)=(-?\d+)', out)}
            if place.get('WIDTH', 0) > 1:
                break
        else:
            raise Missing('no window for %r' % thing)
        border_x = (place['WIDTH'] - window.extents[2]) // 2
        border_y = (place['HEIGHT'] - window.extents[3]) // 2
        x, y, width, height = thing.extents
        return place['X'] + border_x + x + width // 2, place['Y'] + border_y + y + height // 2

    def click(self, thing, button=1, times=1):
        thing = self.bring_in_view(thing)
        x, y = self.where(thing)
        self.xdotool('mousemove', str(x), str(y), 'click', '--repeat', str(times), '--delay', '60', str(button))

    def bring_in_view(self, thing):
        """Turns the wheel until THING is inside what scrolls around it."""
        for _ in range(60):
            panes = [each for each in thing.ancestors() if each.role == 'scroll pane']
            hidden = [pane for pane in panes if not thing.inside(pane)]
            if not hidden:
                return thing
            pane = hidden[0]
            up = thing.extents[1] + thing.extents[3] / 2 < pane.extents[1]
            x, y = self.where(pane)
            self.xdotool('mousemove', str(x), str(y), 'click', '4' if up else '5')
            before = thing.extents
            self.wait(lambda: self.reread(thing).extents != before, '%r to scroll' % thing)
        raise Missing('%r cannot be scrolled into view' % thing)

    def reread(self, thing):
        self.bus.read([thing])
        return thing

    def enter(self, *lines, key='Return'):
        for line in lines:
            self.write(line)
            self.keys(key)

    def choose_place(self, title, path):
        """Types PATH in the file chooser."""
        self.wait(lambda: [window for window in self.windows() if window.raw_name == title], 'the file chooser')
        self.wait_focus('text')
        self.keys('ctrl+a')
        self.write(path)
        self.keys('Return')
        self.wait(lambda: not [window for window in self.windows() if window.raw_name == title], 'the file chooser to go')

    def go_to(self, name):
        """Opens an activity or a document from the list at the left."""
        self.click(self.see('list item', name))

    def press(self, name, role='button', window=None):
        """Clicks a button by its name."""
        self.click(self.see(role, name, window, states=('sensitive',)))


def run(tests, environment=None, together=False):
    """Runs each of TESTS with a person of its own and a home that is empty, or
    TOGETHER, as the steps of one job; and prints TAP."""
    for tool in ('xdotool', 'openbox'):
        if shutil.which(tool) is None:
            skip(tool + ' is not installed')
    if 'DV_SCREEN' not in os.environ:
        skip('run by tests/with-display')
    try:
        Bus()
    except GLib.Error as error:
        skip('no accessibility bus: ' + error.message)

    only = sys.argv[1:]
    tests = [test for test in tests if not only or test.__name__ in only]
    print('1..%d' % len(tests), flush=True)
    failed = 0
    person = None
    for number, test in enumerate(tests, 1):
        is_last = not together or test is tests[-1]
        if person is None or not together:
            person = Person(environment)
        failed += not run_one(person, number, test, is_last)
        if failed and together:
            for skipped in range(number + 1, len(tests) + 1):
                print('not ok %d - %s: not reached' % (skipped, tests[skipped - 1].__name__.replace('_', ' ')))
            break
        if not together:
            clean_home(person.home)
    sys.exit(1 if failed else 0)


def run_one(person, number, test, is_last):
    name = test.__name__.replace('_', ' ')
    try:
        test(person)
        complaints = person.finish() if is_last else []
        if complaints:
            raise Missing('the program complained:\n' + '\n'.join(complaints[:20]))
        print('ok %d - %s' % (number, name), flush=True)
        return True
    except Exception:  # whatever it is, the picture and the next test matter
        print('not ok %d - %s' % (number, name))
        for line in traceback.format_exc().splitlines():
            print('# ' + line)
        try:
            print('# picture: ' + screenshot(test.__name__))
            print(person.dump(), flush=True)
        except Exception as error:
            print('# and no picture: %s' % error, flush=True)
        for complaint in person.finish():
            print('# ' + complaint)
        return False


def clean_home(home):
    """What one test left behind is not for the next."""
    for name in os.listdir(home):
        if name in ('config', 'data', 'state', 'cache') or name.endswith(('.draagvlak', '.pdf')):
            path = os.path.join(home, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
