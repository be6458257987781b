/* test-slide.c
 *
 * The room sees what is public, and nothing that is not
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "dv-behaviours.h"
#include "dv-choosing.h"
#include "dv-cue.h"
#include "dv-test-workshop.h"

static void
set_string (DvWorkshop *workshop,
            const char *id,
            const char *field,
            const char *value)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  DvItem *item = dv_test_get (workshop, id);
  int number = dv_kind_find_field (dv_item_get_kind (item), field);
  GError *error = NULL;

  g_assert_cmpint (number, >=, 0);
  dv_group_set_string (group, item, number, value);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static void
set_int (DvWorkshop *workshop,
         const char *id,
         const char *field,
         gint64      value)
{
  g_autoptr (DvGroup) group = dv_group_new ("", DV_ORIGIN_IMPORT);
  DvItem *item = dv_test_get (workshop, id);
  int number = dv_kind_find_field (dv_item_get_kind (item), field);
  GError *error = NULL;

  g_assert_cmpint (number, >=, 0);
  dv_group_set_int (group, item, number, value);
  dv_workshop_apply (workshop, group, &error);
  g_assert_no_error (error);
}

static DvSlide *
make_slide (DvWorkshop *workshop,
            DvSlideKind kind,
            const char *id)
{
  DvCue cue = dv_cue_make (kind, id);

  return dv_cue_make_slide (workshop, &cue);
}

static DvSlideItem *
get_item (DvSlide *slide,
          guint    place)
{
  g_assert_cmpuint (slide->items->len, >, place);
  return g_ptr_array_index (slide->items, place);
}

/* --- All that is on a slide, as text --- */

static void
dump_text (GString    *dump,
           const char *text)
{
  g_string_append_printf (dump, "[%s]\n", text != NULL ? text : "");
}

static void
dump_item (GString           *dump,
           const DvSlideItem *item)
{
  dump_text (dump, item->id);
  dump_text (dump, item->label);
  dump_text (dump, item->text);
  dump_text (dump, item->detail);
  dump_text (dump, item->role);
  g_string_append_printf (dump, "[%d] [%d] [%u] [%u] [%u] [%u]\n", (int) item->shape, item->number,
                          (guint) item->marks, item->count, item->residents, item->staff);
  g_string_append_printf (dump, "[%d] [%u] [%u] [%d] [%d]\n", (int) item->side, item->target, item->reached,
                          item->percent, item->change);
  for (guint i = 0; i < DV_N_ANSWERS; i++)
    g_string_append_printf (dump, "[%u]\n", item->answers[i]);
  for (guint i = 0; i < item->dots->len; i++)
    g_string_append_printf (dump, "[%d] [%u]\n", (int) g_array_index (item->dots, DvSlideDots, i).shape,
                            g_array_index (item->dots, DvSlideDots, i).count);
}

static void
dump_map (GString          *dump,
          const DvMapGraph *map)
{
  dump_text (dump, map->title);
  dump_text (dump, map->subtitle);
  dump_text (dump, map->organisation);
  dump_text (dump, map->date);
  for (guint i = 0; i < map->lanes->len; i++)
    dump_text (dump, g_ptr_array_index (map->lanes, i));
  for (guint i = 0; i < map->themes->len; i++)
    dump_text (dump, g_ptr_array_index (map->themes, i));
  for (guint i = 0; i < map->nodes->len; i++)
    {
      dump_text (dump, g_array_index (map->nodes, DvMapNode, i).id);
      dump_text (dump, g_array_index (map->nodes, DvMapNode, i).text);
      dump_text (dump, g_array_index (map->nodes, DvMapNode, i).measure);
      dump_text (dump, g_array_index (map->nodes, DvMapNode, i).values);
    }
}

static void
dump_join (GString           *dump,
           const DvSlideJoin *join)
{
  dump_text (dump, join->network);
  dump_text (dump, join->password);
  dump_text (dump, join->wifi_uri);
  dump_text (dump, join->address);
  dump_text (dump, join->code);
  dump_text (dump, join->page_uri);
}

static char *
dump_slide (const DvSlide *slide)
{
  GString *dump = g_string_new (NULL);
  const char *texts[] = { slide->language, slide->title, slide->subtitle, slide->text, slide->meta, slide->count,
                          slide->count_label, slide->newest, slide->foot, slide->foot_end, slide->status,
                          slide->timer, slide->logo_alt, slide->spotlight };
  g_autofree char *words = dv_slide_describe (slide);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    dump_text (dump, texts[i]);
  for (guint i = 0; slide->labels != NULL && slide->labels[i] != NULL; i++)
    dump_text (dump, slide->labels[i]);
  for (guint i = 0; i < slide->items->len; i++)
    dump_item (dump, g_ptr_array_index (slide->items, i));
  for (guint i = 0; i < slide->roles->len; i++)
    dump_item (dump, g_ptr_array_index (slide->roles, i));
  if (slide->join != NULL)
    dump_join (dump, slide->join);
  if (slide->map != NULL)
    dump_map (dump, slide->map);
  g_string_append_printf (dump, "[%d] [%d]\n", slide->number, slide->threshold);
  g_string_append (dump, words);

  return g_string_free (dump, FALSE);
}

/* Every slide that there can be: each kind with each item, sensible or not. */
static char *
dump_all (DvWorkshop *workshop)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  GString *dump = g_string_new (NULL);

  for (int kind = 0; kind < DV_SLIDE_N_KINDS; kind++)
    for (guint i = 0; i <= dv_branch_get_length (branch); i++)
      {
        const char *id = i > 0 ? dv_record_get_id (dv_branch_get_record (branch, i - 1)) : NULL;
        g_autoptr (DvSlide) slide = make_slide (workshop, (DvSlideKind) kind, id);
        g_autofree char *text = dump_slide (slide);

        g_string_append (dump, text);
      }

  return g_string_free (dump, FALSE);
}

static void
assert_lacks (const char *dump,
              const char *secret)
{
  if (strstr (dump, secret) != NULL)
    g_test_fail_printf ("the room sees %s", secret);
}

/* --- The workshop of these tests --- */

/* Forty-one people; three values with examples, of which the first has a
 * shortlist of four with dots. Roles: 6, 21, 9, 5. */
static DvWorkshop *
make_workshop (void)
{
  DvWorkshop *workshop = dv_workshop_new ();

  set_string (workshop, dv_workshop_get_id (workshop), "title", "Verbonden gemeente");
  set_int (workshop, dv_workshop_get_id (workshop), "language", DV_LANGUAGE_NL);
  set_int (workshop, dv_workshop_get_id (workshop), "people", 41);
  dv_test_insert (workshop, "role", "lead", NULL, "name", "Leidinggevende", "short", "Leiding", "shape", "triangle",
                  "people", "6", NULL);
  dv_test_insert (workshop, "role", "worker", NULL, "name", "Uitvoerende", "shape", "circle", "people", "21", NULL);
  dv_test_insert (workshop, "role", "policy", NULL, "name", "Beleid", "shape", "square", "people", "9", NULL);
  dv_test_insert (workshop, "role", "council", NULL, "name", "Raadslid", "shape", "diamond", "people", "5", NULL);
  dv_test_insert (workshop, "table", "table1", NULL, "name", "Tafel Noord", NULL);
  dv_test_insert (workshop, "table", "table2", NULL, "name", "Tafel Zuid", NULL);
  dv_test_insert (workshop, "value", "near", NULL, "name", "Nabij", "state", "chosen", NULL);
  dv_test_insert (workshop, "value", "open", NULL, "name", "Open", "state", "chosen", NULL);
  dv_test_insert (workshop, "value", "bold", NULL, "name", "Moedig", "state", "chosen", NULL);
  dv_test_insert (workshop, "behaviour", "call", "near", "text", "Ik bel terug", "role", "lead", "table", "table1",
                  "shortlist", "true", "star", "true", "tables", "table1", NULL);
  dv_test_insert (workshop, "behaviour", "visit", "near", "text", "Ik kom langs", "role", "council", "table", "table1",
                  "shortlist", "true", NULL);
  dv_test_insert (workshop, "behaviour", "ask", "near", "text", "Ik vraag door", "role", "worker",
                  "shortlist", "true", NULL);
  dv_test_insert (workshop, "behaviour", "greet", "near", "text", "Ik groet", "role", "policy",
                  "shortlist", "true", NULL);
  dv_test_insert (workshop, "behaviour", "wave", "near", "text", "Ik zwaai", "table", "table2", NULL);
  dv_test_insert (workshop, "behaviour", "show", "open", "text", "Ik laat zien wat ik doe", NULL);
  dv_test_insert (workshop, "step", "step1", NULL, "title", "Gedrag", "start", "13:00", NULL);
  dv_test_insert (workshop, "activity", "collect", "step1", "title", "Voorbeelden", "page", "behaviours",
                  "minutes", "30", "state", "done", "question", "Kies er samen drie", NULL);
  dv_test_insert (workshop, "activity", "pause", "step1", "title", "Pauze", "minutes", "15", "state", "skipped", NULL);
  dv_test_insert (workshop, "activity", "choose", "step1", "title", "Kiezen", "page", "choose", "minutes", "25",
                  "state", "busy", NULL);
  return workshop;
}

static void
count_dots (DvWorkshop *workshop,
            const char *behaviour,
            const char *role,
            guint       number)
{
  GError *error = NULL;

  dv_choosing_set_count (workshop, dv_test_get (workshop, behaviour), DV_METHOD_DOTS,
                         role != NULL ? dv_test_get (workshop, role) : NULL, number, &error);
  g_assert_no_error (error);
}

static void
set_phase (DvWorkshop *workshop,
           const char *value,
           DvPhase     phase)
{
  set_int (workshop, value, "phase", phase);
}

/* --- Nothing private --- */

#define SECRET "zeergeheim"

static void
hide_secrets (DvWorkshop *workshop)
{
  g_autoptr (DvBranch) branch = dv_workshop_snapshot (workshop);
  guint n = 0;

  for (guint i = 0; i < dv_branch_get_length (branch); i++)
    {
      DvRecord *record = dv_branch_get_record (branch, i);
      const DvKind *kind = dv_record_get_kind (record);

      for (guint field = 0; field < kind->n_fields; field++)
        if ((kind->fields[field].flags & (DV_FIELD_PRIVATE | DV_FIELD_FORGOTTEN)) != 0)
          {
            g_assert_true (dv_field_is_string (&kind->fields[field]));
            set_string (workshop, dv_record_get_id (record), kind->fields[field].name, SECRET);
            n++;
          }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_private (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autofree char *dump = NULL;

  hide_secrets (workshop);
  for (DvPhase phase = DV_PHASE_SHORTLIST; phase <= DV_PHASE_CHOSEN; phase++)
    {
      g_autofree char *text = NULL;

      set_phase (workshop, "value1", phase);
      text = dump_all (workshop);
      assert_lacks (text, SECRET);
    }

  dump = dump_all (workshop);
  g_assert_nonnull (strstr (dump, "Ik bel terug"));
}

/* Fields that are not private but are no business of the room either. */
static void
test_persons (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autofree char *dump = NULL;

  set_string (workshop, "manifest1", "author", "Jan Jansen");
  set_string (workshop, "objective1", "owner", "Piet Pietersen");
  set_string (workshop, "plan1", "owner", "Klaas Klaassen");
  set_string (workshop, "word1", "quote", "Dat zei mijn buurvrouw");
  dump = dump_all (workshop);
  assert_lacks (dump, "Jan Jansen");
  assert_lacks (dump, "Piet Pietersen");
  assert_lacks (dump, "Klaas Klaassen");
  assert_lacks (dump, "buurvrouw");
}

static void
test_merged (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;
  g_autofree char *dump = NULL;

  set_string (workshop, "wave", "text", "Opgeslokt");
  set_string (workshop, "wave", "into", "call");
  count_dots (workshop, "wave", NULL, 3);
  count_dots (workshop, "call", NULL, 4);
  set_phase (workshop, "near", DV_PHASE_REVEALED);
  dump = dump_all (workshop);
  assert_lacks (dump, "Opgeslokt");

  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  g_assert_cmpstr (get_item (slide, 0)->id, ==, "call");
  g_assert_cmpuint (get_item (slide, 0)->count, ==, 7);
}

/* --- Results that are not revealed --- */

static void
test_hidden_dots (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  DvCue reveal = dv_cue_make (DV_SLIDE_REVEAL, "near");
  DvPhase phases[] = { DV_PHASE_SHORTLIST, DV_PHASE_DOTS };

  count_dots (workshop, "visit", NULL, 70123);
  count_dots (workshop, "call", "worker", 70456);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autoptr (DvSlide) slide = NULL;
      g_autoptr (DvSlide) forced = NULL;
      g_autofree char *dump = NULL;

      set_phase (workshop, "near", phases[i]);
      g_assert_false (dv_cue_is_there (workshop, &reveal));
      dump = dump_all (workshop);
      assert_lacks (dump, "70123");
      assert_lacks (dump, "70456");
      assert_lacks (dump, "140579");

      slide = make_slide (workshop, DV_SLIDE_SHORTLIST, "near");
      g_assert_cmpuint (slide->items->len, ==, 4);
      g_assert_cmpstr (get_item (slide, 0)->label, ==, "A");
      g_assert_cmpstr (get_item (slide, 0)->id, ==, "call");
      g_assert_cmpstr (get_item (slide, 1)->id, ==, "visit");
      g_assert_true (get_item (slide, 1)->marks & DV_MARK_HIDDEN);
    }

  set_phase (workshop, "near", DV_PHASE_REVEALED);
  g_assert_true (dv_cue_is_there (workshop, &reveal));
}

static void
test_hidden_support (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSlide) hidden = NULL;
  g_autoptr (DvSlide) shown = NULL;
  g_autofree char *dump = NULL;

  set_int (workshop, "tally1", "fully", 70123);
  set_int (workshop, "tally1", "not", 70456);
  set_string (workshop, "support1", "headline", "Alle artikelen gehaald");
  dump = dump_all (workshop);
  assert_lacks (dump, "70123");
  assert_lacks (dump, "70456");
  assert_lacks (dump, "gehaald");

  hidden = make_slide (workshop, DV_SLIDE_SUPPORT, "support1");
  g_assert_true (get_item (hidden, 0)->marks & DV_MARK_HIDDEN);
  g_assert_cmpint (get_item (hidden, 0)->percent, ==, -1);

  set_int (workshop, "support1", "revealed", TRUE);
  shown = make_slide (workshop, DV_SLIDE_SUPPORT, "support1");
  g_assert_cmpint (get_item (shown, 0)->percent, ==, 50);
  g_assert_cmpstr (shown->title, ==, "Alle artikelen gehaald");
  g_assert_cmpuint (g_strv_length (shown->labels), ==, DV_N_ANSWERS);
}

static void
test_small_support (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSlide) slide = NULL;

  set_int (workshop, "tally1", "fully", 12);
  set_int (workshop, "tally1", "not", 3);
  set_int (workshop, "tally1", "unsure", 2);
  set_int (workshop, "support1", "revealed", TRUE);
  slide = make_slide (workshop, DV_SLIDE_SUPPORT, "support1");
  for (guint i = 0; i < DV_N_ANSWERS; i++)
    g_assert_true (get_item (slide, 0)->answers[i] == 0 || get_item (slide, 0)->answers[i] >= 5);
}

/* Where the number would tell how few are against, it is never shown alone. */
static void
test_bound_of_support (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSlide) most = NULL;
  g_autoptr (DvSlide) fewest = NULL;
  g_autofree char *words = NULL;

  set_int (workshop, "tally1", "fully", 39);
  set_int (workshop, "tally1", "not", 1);
  set_int (workshop, "support1", "revealed", TRUE);
  most = make_slide (workshop, DV_SLIDE_SUPPORT, "support1");
  g_assert_cmpstr (get_item (most, 0)->detail, ==, "≥ 90%");
  words = dv_slide_describe (most);
  g_assert_nonnull (strstr (words, "≥ 90%"));

  set_int (workshop, "tally1", "fully", 1);
  set_int (workshop, "tally1", "not", 39);
  fewest = make_slide (workshop, DV_SLIDE_SUPPORT, "support1");
  g_assert_cmpstr (get_item (fewest, 0)->detail, ==, "≤ 10%");
}

/* --- Roles --- */

static void
test_small_role (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) before = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_autofree char *dump = NULL;

  g_assert_cmpstr (get_item (before, 1)->role, ==, "Raadslid");
  g_assert_cmpint ((int) get_item (before, 1)->shape, ==, DV_SHAPE_DIAMOND);
  g_assert_cmpuint (before->roles->len, ==, 4);
  g_assert_cmpstr (before->labels[0], ==, "41 doen mee");

  set_int (workshop, "council", "people", 4);
  set_int (workshop, dv_workshop_get_id (workshop), "people", 40);
  set_phase (workshop, "near", DV_PHASE_REVEALED);
  dump = dump_all (workshop);
  assert_lacks (dump, "Raadslid");
}

/* With one small role everybody would know whose the cards without one are. */
static void
test_elimination (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  set_int (workshop, "council", "people", 4);
  set_int (workshop, dv_workshop_get_id (workshop), "people", 40);
  slide = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_assert_null (get_item (slide, 0)->role); /* leads: the next smallest */
  g_assert_cmpint ((int) get_item (slide, 0)->shape, ==, DV_SHAPE_NONE);
  g_assert_null (get_item (slide, 1)->role);
  g_assert_cmpstr (get_item (slide, 2)->role, ==, "Uitvoerende");
  g_assert_cmpuint (slide->roles->len, ==, 2);
}

/* The number of people left over may not be reckoned from the total. */
static void
test_taking_part (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;
  g_autofree char *dump = NULL;

  set_int (workshop, dv_workshop_get_id (workshop), "people", 43);
  slide = make_slide (workshop, DV_SLIDE_JOIN_PAGE, NULL);
  dump = dump_all (workshop);
  assert_lacks (dump, "43 doen mee");
}

static void
test_role_and_table (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) behaviours = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_autoptr (DvSlide) tables = make_slide (workshop, DV_SLIDE_TABLES, "collect");
  g_autofree char *behaviours_dump = dump_slide (behaviours);
  g_autofree char *tables_dump = dump_slide (tables);

  assert_lacks (behaviours_dump, "Tafel Noord");
  assert_lacks (behaviours_dump, "table1");
  assert_lacks (tables_dump, "Raadslid");
  assert_lacks (tables_dump, "Leidinggevende");
  g_assert_cmpuint (tables->roles->len, ==, 0);
}

/* --- Dots by role --- */

/* Of the dots for A: leads 2, workers 5, council 1; for B: policy 3. */
static void
give_dots (DvWorkshop *workshop)
{
  count_dots (workshop, "call", "lead", 2);
  count_dots (workshop, "call", "worker", 5);
  count_dots (workshop, "call", "council", 1);
  count_dots (workshop, "visit", "policy", 3);
  set_phase (workshop, "near", DV_PHASE_REVEALED);
}

static void
assert_dots (DvSlide    *slide,
             guint       place,
             const char *expected)
{
  DvSlideItem *item = get_item (slide, place);
  GString *dots = g_string_new (NULL);

  for (guint i = 0; i < item->dots->len; i++)
    {
      const DvSlideDots *some = &g_array_index (item->dots, DvSlideDots, i);

      g_string_append_printf (dots, "%s%s %u", i > 0 ? ", " : "",
                              dv_role_kind.fields[DV_ROLE_SHAPE].nicks[some->shape], some->count);
    }
  g_assert_cmpstr (dots->str, ==, expected);
  g_string_free (dots, TRUE);
}

static void
test_plain_dots (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;
  g_autoptr (DvSlide) again = NULL;

  give_dots (workshop);
  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  assert_dots (slide, 0, "none 8");
  g_assert_cmpuint (slide->roles->len, ==, 0);
  g_assert_cmpstr (slide->foot_end, ==, "41 mensen, 11 punten");

  /* Promised in one of two is not promised. */
  set_int (workshop, "choose", "by-role", TRUE);
  dv_test_insert (workshop, "activity", "choose2", "step1", "title", "Nog eens", "page", "choose", NULL);
  again = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  assert_dots (again, 0, "none 8");
}

static void
test_split_dots (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  give_dots (workshop);
  set_int (workshop, "choose", "by-role", TRUE);
  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  assert_dots (slide, 0, "triangle 2, circle 5, diamond 1");
  assert_dots (slide, 1, "square 3");
  g_assert_cmpuint (slide->roles->len, ==, 4);
  g_assert_cmpstr (((DvSlideItem *) g_ptr_array_index (slide->roles, 0))->text, ==, "Leiding");
}

/* It is said before dots are given, and not promised afterwards. */
static void
test_promise (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) before = make_slide (workshop, DV_SLIDE_SHORTLIST, "near");
  g_autoptr (DvSlide) said = NULL;
  g_autoptr (DvSlide) giving = NULL;
  GError *error = NULL;

  g_assert_null (before->text);
  dv_choosing_set_promised (workshop, dv_test_get (workshop, "choose"), TRUE, &error);
  g_assert_no_error (error);
  said = make_slide (workshop, DV_SLIDE_SHORTLIST, "near");
  g_assert_cmpstr (said->text, ==, "We laten de punten per rol zien.");
  set_phase (workshop, "near", DV_PHASE_DOTS);
  giving = make_slide (workshop, DV_SLIDE_SHORTLIST, "near");
  g_assert_true (g_str_has_suffix (giving->text, "\nWe laten de punten per rol zien."));

  count_dots (workshop, "call", "lead", 1);
  dv_choosing_set_promised (workshop, dv_test_get (workshop, "choose"), FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (dv_choosing_set_promised (workshop, dv_test_get (workshop, "choose"), TRUE, &error));
  g_assert_error (error, DV_MODEL_ERROR, DV_MODEL_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
}

static void
test_split_others (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;
  DvSlideItem *others;

  give_dots (workshop);
  set_int (workshop, "choose", "by-role", TRUE);
  set_int (workshop, "council", "people", 4);
  set_int (workshop, dv_workshop_get_id (workshop), "people", 40);
  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  /* Four of the council are too few for a group, so the six leads join. */
  assert_dots (slide, 0, "circle 5, ring 3");
  others = g_ptr_array_index (slide->roles, slide->roles->len - 1);
  g_assert_cmpstr (others->text, ==, "overig");
  g_assert_cmpuint (others->count, ==, 10);
}

/* Dots that were counted without a role are of the others too. */
static void
test_split_untold (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  give_dots (workshop);
  count_dots (workshop, "call", NULL, 3);
  set_int (workshop, "choose", "by-role", TRUE);
  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  assert_dots (slide, 0, "triangle 2, circle 5, ring 4");
}

static void
test_split_everybody (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  give_dots (workshop);
  count_dots (workshop, "ask", "council", 5);
  count_dots (workshop, "ask", "worker", 1);
  set_int (workshop, "choose", "by-role", TRUE);
  slide = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  g_assert_cmpstr (get_item (slide, 1)->id, ==, "ask");
  assert_dots (slide, 1, "none 6");
  assert_dots (slide, 0, "triangle 2, circle 5, diamond 1");
}

/* --- What is on the slides --- */

static void
test_behaviours (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_autoptr (DvSlide) one = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "open");
  g_autoptr (DvSlide) none = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "bold");

  g_assert_cmpstr (slide->title, ==, "Nabij");
  g_assert_cmpstr (slide->subtitle, ==, "Waaraan zie of hoor je ‘nabij’?");
  g_assert_cmpint (slide->number, ==, 1);
  g_assert_cmpstr (slide->count, ==, "5");
  g_assert_cmpstr (slide->count_label, ==, "voorbeelden");
  g_assert_cmpstr (slide->newest, ==, "Net binnen");
  g_assert_true (get_item (slide, 0)->marks & DV_MARK_STAR);
  g_assert_cmpstr (one->count_label, ==, "voorbeeld");
  g_assert_null (none->count);
  g_assert_null (none->newest);
  g_assert_cmpstr (none->subtitle, ==, "Waaraan zie of hoor je ‘moedig’?");
}

static void
test_chosen_after_reveal (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) before = NULL;
  g_autoptr (DvSlide) after = NULL;

  set_int (workshop, "call", "chosen", TRUE);
  before = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_assert_false (get_item (before, 0)->marks & DV_MARK_CHOSEN);
  set_phase (workshop, "near", DV_PHASE_REVEALED);
  after = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_assert_true (get_item (after, 0)->marks & DV_MARK_CHOSEN);
}

static void
test_tables (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  set_string (workshop, "table1", "value", "near");
  set_string (workshop, "table2", "value", "open");
  slide = make_slide (workshop, DV_SLIDE_TABLES, "collect");
  g_assert_cmpstr (slide->title, ==, "Alle tafels aan het werk");
  g_assert_cmpstr (slide->subtitle, ==, "Kies er samen drie");
  g_assert_cmpstr (get_item (slide, 0)->label, ==, "Tafel Noord");
  g_assert_cmpstr (get_item (slide, 0)->text, ==, "Nabij");
  g_assert_cmpuint (get_item (slide, 0)->count, ==, 5);
  g_assert_cmpstr (slide->foot_end, ==, "6 voorbeelden");
  g_assert_cmpuint (get_item (slide, 0)->target, ==, 3);
  g_assert_cmpuint (get_item (slide, 0)->reached, ==, 1);
  g_assert_cmpstr (get_item (slide, 0)->detail, ==, "1 van 3");
  g_assert_cmpstr (slide->foot, ==, "Deze ronde rust: Moedig. Daarna krijgt elke tafel de volgende waarde.");

  set_int (workshop, "near", "target", 1);
  g_clear_pointer (&slide, dv_slide_unref);
  slide = make_slide (workshop, DV_SLIDE_TABLES, "collect");
  g_assert_cmpstr (get_item (slide, 0)->detail, ==, "klaar");
  g_assert_true (get_item (slide, 0)->marks & DV_MARK_DONE);

  /* Two tables with one value each have what came from them. */
  set_string (workshop, "table2", "value", "near");
  g_clear_pointer (&slide, dv_slide_unref);
  slide = make_slide (workshop, DV_SLIDE_TABLES, "collect");
  g_assert_cmpuint (get_item (slide, 0)->count, ==, 2);
  g_assert_cmpuint (get_item (slide, 1)->count, ==, 1);
}

static void
test_ties (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) open = NULL;
  g_autoptr (DvSlide) by_hands = NULL;
  g_autoptr (DvSlide) chosen = NULL;
  GError *error = NULL;

  set_int (workshop, "near", "target", 2);
  count_dots (workshop, "call", NULL, 9);
  count_dots (workshop, "visit", NULL, 6);
  count_dots (workshop, "ask", NULL, 6);
  set_phase (workshop, "near", DV_PHASE_REVEALED);
  open = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  g_assert_false (get_item (open, 0)->marks & DV_MARK_TIED);
  g_assert_true (get_item (open, 1)->marks & DV_MARK_TIED);
  g_assert_true (get_item (open, 2)->marks & DV_MARK_TIED);
  g_assert_cmpstr (open->labels[0], ==, "gelijk: de zaal beslist");
  g_assert_cmpstr (open->subtitle, ==, "zo zijn de punten verdeeld");

  dv_choosing_set_count (workshop, dv_test_get (workshop, "ask"), DV_METHOD_HANDS, NULL, 23, &error);
  dv_choosing_set_count (workshop, dv_test_get (workshop, "visit"), DV_METHOD_HANDS, NULL, 14, &error);
  g_assert_no_error (error);
  by_hands = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  g_assert_cmpstr (get_item (by_hands, 1)->id, ==, "ask");
  g_assert_cmpstr (by_hands->labels[0], ==, "gelijk, daarna handen: 23 tegen 14");

  set_int (workshop, "call", "chosen", TRUE);
  set_int (workshop, "ask", "chosen", TRUE);
  chosen = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  g_assert_cmpstr (chosen->subtitle, ==, "deze twee kiezen we");
  g_assert_true (get_item (chosen, 1)->marks & DV_MARK_CHOSEN);
  g_assert_false (get_item (chosen, 2)->marks & DV_MARK_CHOSEN);
}

static void
test_words (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) empty = make_slide (workshop, DV_SLIDE_WORDS, NULL);
  g_autoptr (DvSlide) slide = NULL;
  g_autoptr (DvSlide) edited = NULL;

  g_assert_cmpstr (empty->text, ==, "Nog geen woorden.");
  dv_test_insert (workshop, "activity", "words", "step1", "title", "Woorden", "page", "words",
                  "question", "Wat verwacht u?", NULL);
  dv_test_insert (workshop, "word", "w1", NULL, "text", "luisteren", "side", "resident", "count", "6", NULL);
  dv_test_insert (workshop, "word", "w2", NULL, "text", "Luisteren", "side", "staff", "count", "3", NULL);
  dv_test_insert (workshop, "word", "w3", NULL, "text", "dichtbij", "side", "resident", "count", "4", NULL);
  dv_test_insert (workshop, "word", "w4", NULL, "text", "integer", "side", "staff", "count", "2", NULL);
  slide = make_slide (workshop, DV_SLIDE_WORDS, "words");
  g_assert_cmpstr (slide->title, ==, "Dit woord delen we");
  g_assert_cmpstr (slide->subtitle, ==, "Wat verwacht u?");
  g_assert_cmpuint (slide->items->len, ==, 3);
  g_assert_cmpuint (get_item (slide, 0)->residents, ==, 6);
  g_assert_cmpuint (get_item (slide, 0)->staff, ==, 3);
  g_assert_cmpuint (g_strv_length (slide->labels), ==, DV_SLIDE_WORDS_N_LABELS);
  g_assert_cmpstr (slide->labels[DV_SLIDE_WORDS_N_RESIDENTS], ==, "10");

  set_string (workshop, "words", "headline", "Wij luisteren");
  edited = make_slide (workshop, DV_SLIDE_WORD_LIST, "words");
  g_assert_cmpstr (edited->title, ==, "Wij luisteren");
  g_assert_cmpstr (get_item (edited, 0)->label, ==, "1");
}

static void
test_sides (void)
{
  /* 34 and 66 percent of the sum of the parts of each group, both included. */
  g_assert_cmpint (dv_slide_side_of_word (66, 34, 1000, 1000), ==, DV_SLIDE_SIDE_BOTH);
  g_assert_cmpint (dv_slide_side_of_word (34, 66, 1000, 1000), ==, DV_SLIDE_SIDE_BOTH);
  g_assert_cmpint (dv_slide_side_of_word (67, 33, 1000, 1000), ==, DV_SLIDE_SIDE_RESIDENTS);
  g_assert_cmpint (dv_slide_side_of_word (33, 67, 1000, 1000), ==, DV_SLIDE_SIDE_STAFF);
  g_assert_cmpint (dv_slide_side_of_word (30, 3, 1000, 100), ==, DV_SLIDE_SIDE_BOTH);
  /* Hardly given by one of them. */
  g_assert_cmpint (dv_slide_side_of_word (2, 2, 100, 100), ==, DV_SLIDE_SIDE_RESIDENTS);
  g_assert_cmpint (dv_slide_side_of_word (1, 1, 20, 20), ==, DV_SLIDE_SIDE_BOTH);
  g_assert_cmpint (dv_slide_side_of_word (5, 0, 10, 10), ==, DV_SLIDE_SIDE_RESIDENTS);
  g_assert_cmpint (dv_slide_side_of_word (0, 1, 0, 10), ==, DV_SLIDE_SIDE_STAFF);
  g_assert_cmpint (dv_slide_side_of_word (0, 0, 0, 0), ==, DV_SLIDE_SIDE_RESIDENTS);
}

static void
test_agenda (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = make_slide (workshop, DV_SLIDE_AGENDA, NULL);

  g_assert_cmpuint (slide->items->len, ==, 2);
  g_assert_cmpstr (get_item (slide, 0)->label, ==, "13:00");
  g_assert_cmpstr (get_item (slide, 0)->detail, ==, "30 min");
  g_assert_true (get_item (slide, 0)->marks & DV_MARK_DONE);
  g_assert_cmpstr (get_item (slide, 1)->label, ==, "13:30");
  g_assert_true (get_item (slide, 1)->marks & DV_MARK_NOW);
}

static void
test_manifest (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (DvSlide) manifest = make_slide (workshop, DV_SLIDE_MANIFEST, NULL);
  g_autoptr (DvSlide) article = NULL;

  g_assert_cmpstr (get_item (manifest, 0)->label, ==, "1");
  g_assert_true (get_item (manifest, 0)->marks & DV_MARK_LEAD);
  g_assert_cmpint (get_item (manifest, 0)->number, ==, 2);
  g_assert_cmpstr (get_item (manifest, 1)->label, ==, "1.1");

  set_string (workshop, "article2", "statement", "Wij laten zien wat we doen.");
  article = make_slide (workshop, DV_SLIDE_ARTICLE, "article2");
  g_assert_cmpstr (article->meta, ==, "Article 1");
  g_assert_true (get_item (article, 0)->marks & DV_MARK_LEAD);
  g_assert_cmpstr (get_item (article, 1)->label, ==, "1.1");
}

static void
test_join (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autofree char *root = g_strdup (dv_workshop_get_id (workshop));
  DvCue wifi = dv_cue_make (DV_SLIDE_JOIN_WIFI, NULL);
  g_autoptr (DvSlide) slide = NULL;
  g_autoptr (DvSlide) open = NULL;

  g_assert_false (dv_cue_is_there (workshop, &wifi));
  set_string (workshop, root, "network", "Zaal; \"A\"");
  set_string (workshop, root, "password", "a\\b:c,d");
  set_string (workshop, root, "join-address", "10.42.0.1:8080");
  set_string (workshop, root, "join-code", "K7M4RP");
  slide = make_slide (workshop, DV_SLIDE_JOIN_WIFI, NULL);
  g_assert_cmpstr (slide->join->wifi_uri, ==, "WIFI:T:WPA;S:Zaal\\; \\\"A\\\";P:a\\\\b\\:c\\,d;;");
  g_assert_cmpstr (slide->join->page_uri, ==, "http://10.42.0.1:8080/#K7M4RP");

  set_string (workshop, root, "password", "");
  open = make_slide (workshop, DV_SLIDE_JOIN_WIFI, NULL);
  g_assert_cmpstr (open->join->wifi_uri, ==, "WIFI:T:nopass;S:Zaal\\; \\\"A\\\";;");
}

static void
test_mix (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = NULL;

  set_int (workshop, "table1", "people", 21);
  set_int (workshop, "table2", "people", 20);
  slide = make_slide (workshop, DV_SLIDE_MIX, NULL);
  g_assert_cmpint (slide->kind, ==, DV_SLIDE_MIX);
  g_assert_cmpstr (get_item (slide, 0)->detail, ==, "21 plaatsen");
  assert_dots (slide, 0, "triangle 3, circle 11, square 4, diamond 3");
}

/* --- Slides as objects --- */

static void
test_equal (void)
{
  g_autoptr (DvWorkshop) workshop = dv_test_workshop_new ();
  g_autoptr (GArray) cues = dv_cue_list (workshop);

  g_assert_cmpuint (cues->len, >, 10);
  for (guint i = 0; i < cues->len; i++)
    {
      const DvCue *cue = &g_array_index (cues, DvCue, i);
      g_autoptr (DvSlide) slide = dv_cue_make_slide (workshop, cue);
      g_autoptr (DvSlide) again = dv_cue_make_slide (workshop, cue);
      g_autoptr (DvSlide) copy = dv_slide_copy (slide);
      g_autofree char *before = dump_slide (slide);
      g_autofree char *after = dump_slide (copy);

      g_assert_true (dv_cue_is_there (workshop, cue));
      g_assert_true (dv_slide_equal (slide, again));
      g_assert_true (dv_slide_equal (slide, copy));
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (slide->kind, ==, cue->kind);
      copy->page = 1;
      g_assert_false (dv_slide_equal (slide, copy));
    }
}

static void
test_items_differ (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) before = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_autoptr (DvSlide) after = NULL;

  set_int (workshop, "wave", "star", TRUE);
  after = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_assert_false (dv_slide_equal (before, after));
}

static void
test_nicks (void)
{
  for (int kind = 0; kind < DV_SLIDE_N_KINDS; kind++)
    g_assert_cmpint (dv_slide_kind_from_nick (dv_slide_kind_to_nick ((DvSlideKind) kind)), ==, kind);
  g_assert_cmpint (dv_slide_kind_from_nick ("nothing"), ==, -1);
}

/* Who hears it gets the same in words, in the language of the workshop. */
static void
test_describe (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) reveal = NULL;
  g_autoptr (DvSlide) english = NULL;
  g_autofree char *words = NULL;
  g_autofree char *english_words = NULL;

  give_dots (workshop);
  set_int (workshop, "call", "chosen", TRUE);
  reveal = make_slide (workshop, DV_SLIDE_REVEAL, "near");
  words = dv_slide_describe (reveal);
  g_assert_nonnull (strstr (words, "Nabij: deze kiezen we\n"));
  g_assert_nonnull (strstr (words, "A. Ik bel terug, 8 punten, gekozen\n"));

  set_int (workshop, dv_workshop_get_id (workshop), "language", DV_LANGUAGE_EN);
  english = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  english_words = dv_slide_describe (english);
  g_assert_nonnull (strstr (english_words, "5 examples\n"));
  g_assert_nonnull (strstr (english_words, "Ik bel terug, Leidinggevende, with star, chosen\n"));
}

static void
test_describe_spotlight (void)
{
  g_autoptr (DvWorkshop) workshop = make_workshop ();
  g_autoptr (DvSlide) slide = make_slide (workshop, DV_SLIDE_BEHAVIOURS, "near");
  g_autoptr (DvSlide) copy = dv_slide_copy (slide);
  g_autofree char *words = NULL;

  copy->spotlight = g_strdup ("ask");
  words = dv_slide_describe (copy);
  g_assert_nonnull (strstr (words, "Ik vraag door"));
  g_assert_null (strstr (words, "Ik bel terug"));
}

/* A workshop without anything still has slides that say something. */
static void
test_empty (void)
{
  g_autoptr (DvWorkshop) workshop = dv_workshop_new ();
  g_autoptr (GArray) cues = dv_cue_list (workshop);
  g_autofree char *dump = dump_all (workshop);

  g_assert_cmpuint (cues->len, >, 0);
  g_assert_nonnull (dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slide/private", test_private);
  g_test_add_func ("/slide/persons", test_persons);
  g_test_add_func ("/slide/merged", test_merged);
  g_test_add_func ("/slide/hidden-dots", test_hidden_dots);
  g_test_add_func ("/slide/hidden-support", test_hidden_support);
  g_test_add_func ("/slide/small-support", test_small_support);
  g_test_add_func ("/slide/bound-of-support", test_bound_of_support);
  g_test_add_func ("/slide/small-role", test_small_role);
  g_test_add_func ("/slide/elimination", test_elimination);
  g_test_add_func ("/slide/taking-part", test_taking_part);
  g_test_add_func ("/slide/role-and-table", test_role_and_table);
  g_test_add_func ("/slide/plain-dots", test_plain_dots);
  g_test_add_func ("/slide/split-dots", test_split_dots);
  g_test_add_func ("/slide/promise", test_promise);
  g_test_add_func ("/slide/split-others", test_split_others);
  g_test_add_func ("/slide/split-untold", test_split_untold);
  g_test_add_func ("/slide/split-everybody", test_split_everybody);
  g_test_add_func ("/slide/behaviours", test_behaviours);
  g_test_add_func ("/slide/chosen-after-reveal", test_chosen_after_reveal);
  g_test_add_func ("/slide/tables", test_tables);
  g_test_add_func ("/slide/ties", test_ties);
  g_test_add_func ("/slide/words", test_words);
  g_test_add_func ("/slide/sides", test_sides);
  g_test_add_func ("/slide/agenda", test_agenda);
  g_test_add_func ("/slide/manifest", test_manifest);
  g_test_add_func ("/slide/join", test_join);
  g_test_add_func ("/slide/mix", test_mix);
  g_test_add_func ("/slide/equal", test_equal);
  g_test_add_func ("/slide/items-differ", test_items_differ);
  g_test_add_func ("/slide/nicks", test_nicks);
  g_test_add_func ("/slide/describe", test_describe);
  g_test_add_func ("/slide/describe-spotlight", test_describe_spotlight);
  g_test_add_func ("/slide/empty", test_empty);

  return g_test_run ();
}
