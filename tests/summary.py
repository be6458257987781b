#!/usr/bin/python3
"""Counts the results in meson's log and ends with one line of totals.

Usage: summary.py TESTLOG.JSON STATUS, where STATUS is what meson test exited
with. Of a program that prints TAP its tests count, of another the program.

Copyright 2026 The Draagvlak authors
SPDX-License-Identifier: EUPL-1.2
"""

import json
import os
import re
import sys

TAP = re.compile(r'^(not )?ok\b(?:[^#\n]|\\#)*(?:#\s*(SKIP|TODO))?', re.MULTILINE | re.IGNORECASE)


def count(program):
    """Returns (passed, failed, skipped) of one program."""
    passed = failed = skipped = 0
    for negative, directive in TAP.findall(program.get('stdout') or ''):
        if directive:
            skipped += 1
        elif negative:
            failed += 1
        else:
            passed += 1
    # A program without TAP; and one that crashed, was stopped for taking too
    # long, or printed too little, which none of its lines tells.
    if program['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL') and failed == 0:
        failed = 1
    elif passed + failed + skipped == 0:
        skipped = int(program['result'] == 'SKIP')
        passed = 1 - skipped
    return passed, failed, skipped


def main():
    log, status = sys.argv[1], int(sys.argv[2])
    totals = [0, 0, 0]
    if os.path.exists(log):
        with open(log, encoding='utf-8') as lines:
            for program in map(json.loads, lines):
                counts = count(program)
                totals = [total + number for total, number in zip(totals, counts)]
                if counts[1] > 0:
                    print(f"FAILED {program['name']} ({program['result']})")
    passed, failed, skipped = totals
    if status != 0 and failed == 0:
        failed = 1
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed > 0 or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
