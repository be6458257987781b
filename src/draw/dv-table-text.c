/* dv-table-text.c
 *
 * Rows of cells as CSV
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-table-text"

#include "config.h"

#include "dv-table-text.h"

#include <string.h>

/* RFC 4180: commas, quotes doubled inside quotes, CR LF after each row, UTF-8
 * without a byte order mark.
 *
 * Texts come from a room full of phones and the file is opened in a
 * spreadsheet, which runs a cell that looks like a formula. An apostrophe in
 * front says that it is text.
 */

static gboolean
looks_like_formula (const char *cell)
{
  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

static void
append_cell (GString    *csv,
             const char *cell)
{
  gboolean is_formula = looks_like_formula (cell);

  if (!is_formula && strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (csv, cell);
      return;
    }

  g_string_append_c (csv, '"');
  if (is_formula)
    g_string_append_c (csv, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *cell);
    }
  g_string_append_c (csv, '"');
}

/**
 * dv_table_text_append_csv:
 * @csv: a CSV file so far
 * @cells: (array zero-terminated=1): the cells of a row, valid UTF-8
 *
 * Adds a row.
 */
void
dv_table_text_append_csv (GString           *csv,
                          const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}
