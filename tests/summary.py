#!/usr/bin/python3
"""Counts what meson's JUnit report holds and ends with one line of totals.

Usage: summary.py REPORT STATUS, where STATUS is what meson test exited with.

Copyright 2026 The Draagvlak authors
SPDX-License-Identifier: EUPL-1.2
"""

import os
import sys
import xml.etree.ElementTree as ElementTree


def count(report):
    passed = failed = skipped = 0
    for suite in ElementTree.parse(report).iter('testsuite'):
        failed_before = failed
        for case in suite.iter('testcase'):
            if case.find('failure') is not None or case.find('error') is not None:
                failed += 1
                print(f"FAILED {suite.get('name')}: {case.get('name')}")
            elif case.find('skipped') is not None:
                skipped += 1
            else:
                passed += 1
        # A program that crashes has no failing case of its own.
        reported = int(suite.get('errors') or 0) + int(suite.get('failures') or 0)
        if reported > 0 and failed == failed_before:
            failed += 1
            print(f"FAILED {suite.get('name')}")
    return passed, failed, skipped


def main():
    report, status = sys.argv[1], int(sys.argv[2])
    passed = failed = skipped = 0
    if os.path.exists(report):
        passed, failed, skipped = count(report)
    if status != 0 and failed == 0:
        failed = 1
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed > 0 or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
