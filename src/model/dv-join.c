/* dv-join.c
 *
 * What people type to take part
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-join"

#include "config.h"

#include <string.h>

#include "dv-join.h"

/* As in IEEE 802.11: what WPA takes for a password. */
#define MIN_PASSWORD 8
#define MAX_PASSWORD 63

/**
 * dv_join_clean_code:
 * @text: what somebody typed
 *
 * Returns: (transfer full): @text in capitals, without what cannot be in a code,
 *   and no longer than one
 */
char *
dv_join_clean_code (const char *text)
{
  GString *code = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (code, FALSE));

  for (const char *p = text; *p != '\0' && code->len < DV_JOIN_CODE_LENGTH; p++)
    if (strchr (DV_JOIN_SYMBOLS, g_ascii_toupper (*p)) != NULL)
      g_string_append_c (code, g_ascii_toupper (*p));

  return g_string_free (code, FALSE);
}

/**
 * dv_join_is_code:
 * @text: what somebody typed
 *
 * Returns: whether it is a whole code, as it is written
 */
gboolean
dv_join_is_code (const char *text)
{
  g_autofree char *code = dv_join_clean_code (text);

  return strlen (code) == DV_JOIN_CODE_LENGTH && g_str_equal (code, text);
}

/**
 * dv_join_is_address:
 * @text: what somebody typed
 *
 * Returns: whether people could type it over as an address: no blanks, and at
 *   least a dot or a port
 */
gboolean
dv_join_is_address (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (strpbrk (text, ".:") == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return g_ascii_isalnum (text[0]) || text[0] == '[';
}

/**
 * dv_join_is_password:
 * @text: what somebody typed
 *
 * Returns: whether a Wi-Fi network could have this password; an open network has
 *   none
 */
gboolean
dv_join_is_password (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return text[0] == '\0' || (strlen (text) >= MIN_PASSWORD && strlen (text) <= MAX_PASSWORD);
}

static gboolean
has (DvWorkshop *workshop,
     int         field)
{
  return dv_item_get_string (dv_workshop_get_root (workshop), field)[0] != '\0';
}

/**
 * dv_join_has_page:
 * @workshop: a workshop
 *
 * Returns: whether it says at which address, or with which code, people join
 */
gboolean
dv_join_has_page (DvWorkshop *workshop)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (workshop), FALSE);
  return has (workshop, DV_WORKSHOP_JOIN_ADDRESS) || has (workshop, DV_WORKSHOP_JOIN_CODE);
}

/**
 * dv_join_has_network:
 * @workshop: a workshop
 *
 * Returns: whether it says which Wi-Fi network people join
 */
gboolean
dv_join_has_network (DvWorkshop *workshop)
{
  g_return_val_if_fail (DV_IS_WORKSHOP (workshop), FALSE);
  return has (workshop, DV_WORKSHOP_NETWORK);
}
