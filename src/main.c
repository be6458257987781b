/* main.c
 *
 * No verb or a file: the window. A verb: the command line.
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

int
main (int argc,
      char **argv)
{
  return 0;
}
