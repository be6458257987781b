/* dv-document-text.c
 *
 * The words a document adds to what people wrote, in the language of the
 * workshop
 *
 * Copyright 2026 The Draagvlak authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "dv-document-text"

#include "config.h"

#include "dv-document-text.h"

#include <math.h>
#include <string.h>

/* A document speaks the language of its workshop whatever the language of the
 * desktop it is made on, so that two colleagues get the same bytes; gettext
 * knows only the latter. Hence a table of our own, for this handful of words.
 */

enum
{
  ENGLISH,
  DUTCH,
  N_LANGUAGES
};

static const char *const texts[][N_LANGUAGES] = {
  [DV_TEXT_PAGE_OF] = { "%u of %u", "%u van %u" },
  [DV_TEXT_CONCEPT] = { "Draft", "Concept" },
  [DV_TEXT_CONCEPT_EDITION] = { "Draft %s", "Concept %s" },
  [DV_TEXT_EDITION] = { "Version %s", "Versie %s" },
  [DV_TEXT_ADOPTED_ON] = { "adopted on %s", "vastgesteld op %s" },
  [DV_TEXT_ADOPTED] = { "Adopted", "Vastgesteld" },
  [DV_TEXT_ARTICLE] = { "Article %u", "Artikel %u" },
  [DV_TEXT_MANIFEST] = { "Manifest", "Manifest" },
  [DV_TEXT_NO_ARTICLES] = { "There are no articles yet.", "Er zijn nog geen artikelen." },
  [DV_TEXT_MAP] = { "Strategy map", "Strategiekaart" },
  [DV_TEXT_READ_ARROWS] = { "Read the arrows from bottom to top: “contributes to”.", "Lees de pijlen van onder naar boven: “draagt bij aan”." },
  [DV_TEXT_ON_COURSE] = { "on course", "op koers" },
  [DV_TEXT_NEEDS_ATTENTION] = { "attention", "aandacht" },
  [DV_TEXT_BEHIND] = { "behind", "loopt achter" },
  [DV_TEXT_CONTRIBUTES_TO] = { "contributes to", "draagt bij aan" },
  [DV_TEXT_NO_LANE] = { "Without a perspective", "Zonder perspectief" },
  [DV_TEXT_NO_THEME] = { "Without a theme", "Zonder thema" },
  [DV_TEXT_MAP_SUMMARY] = { "Strategy map. Objectives: %u. Arrows: %u.", "Strategiekaart. Doelen: %u. Pijlen: %u." },
  [DV_TEXT_MAP_HINT] = { "No objectives yet. Add the first one.", "Nog geen doelen. Voeg het eerste doel toe." },
  [DV_TEXT_WORDS] = { "Key words", "Kernwoorden" },
  [DV_TEXT_RESIDENTS] = { "Residents", "Inwoners" },
  [DV_TEXT_STAFF] = { "Staff", "Medewerkers" },
  [DV_TEXT_RANK] = { "No.", "Nr." },
  [DV_TEXT_WORD] = { "Word", "Woord" },
  [DV_TEXT_TIMES] = { "Times", "Aantal" },
  [DV_TEXT_SHARE] = { "Share", "Aandeel" },
  [DV_TEXT_SIDE] = { "Side", "Groep" },
  [DV_TEXT_WORDS_TOTAL] = { "%u different words, named %u times", "%u verschillende woorden, %u keer genoemd" },
  [DV_TEXT_NO_WORDS] = { "No words yet.", "Nog geen woorden." },
  [DV_TEXT_BEHAVIOURS] = { "Example behaviour", "Voorbeeldgedrag" },
  [DV_TEXT_VALUE] = { "Value", "Waarde" },
  [DV_TEXT_ROLE] = { "Role", "Rol" },
  [DV_TEXT_EXAMPLE] = { "Example", "Voorbeeld" },
  [DV_TEXT_COUNTER_EXAMPLE] = { "Counter-example", "Tegenvoorbeeld" },
  [DV_TEXT_STAR] = { "Star", "Ster" },
  [DV_TEXT_STARRED] = { "with star", "met ster" },
  [DV_TEXT_CHOSEN] = { "chosen", "gekozen" },
  [DV_TEXT_CHOSEN_HEAD] = { "Chosen", "Gekozen" },
  [DV_TEXT_YES] = { "yes", "ja" },
  [DV_TEXT_NO] = { "no", "nee" },
  [DV_TEXT_NO_VALUE] = { "Without a value", "Zonder waarde" },
  [DV_TEXT_NO_EXAMPLES] = { "No examples yet.", "Nog geen voorbeelden." },
  [DV_TEXT_ANSWER_NOT] = { "not at all", "helemaal niet" },
  [DV_TEXT_ANSWER_BARELY] = { "barely", "nauwelijks" },
  [DV_TEXT_ANSWER_PARTLY] = { "partly", "deels" },
  [DV_TEXT_ANSWER_MOSTLY] = { "mostly", "grotendeels" },
  [DV_TEXT_ANSWER_FULLY] = { "fully", "helemaal" },
  [DV_TEXT_ANSWER_UNSURE] = { "don’t know yet", "weet ik nog niet" },
  [DV_TEXT_ROUND] = { "Round %u", "Ronde %u" },
  [DV_TEXT_SUPPORT_ALL] = { "All %s articles have support", "Alle %s artikelen hebben draagvlak" },
  [DV_TEXT_SUPPORT_BOTH] = { "Both articles have support", "Beide artikelen hebben draagvlak" },
  [DV_TEXT_SUPPORT_THE_ONE] = { "The article has support", "Het artikel heeft draagvlak" },
  [DV_TEXT_SUPPORT_NOT_THE_ONE] = { "The article has no support yet", "Het artikel heeft nog geen draagvlak" },
  [DV_TEXT_SUPPORT_SOME] = { "%s of %s articles have support", "%s van de %s artikelen hebben draagvlak" },
  [DV_TEXT_SUPPORT_ONE] = { "One of %s articles has support", "Eén van de %s artikelen heeft draagvlak" },
  [DV_TEXT_SUPPORT_NONE] = { "None of the %s articles has support yet", "Nog geen van de %s artikelen heeft draagvlak" },
  [DV_TEXT_SUPPORT_NO_ANSWERS] = { "No answers yet", "Nog geen antwoorden" },
  [DV_TEXT_SUPPORT_ONE_TO_DISCUSS] = { "%s needs a conversation.", "%s heeft een gesprek nodig." },
  [DV_TEXT_SUPPORT_TWO_TO_DISCUSS] = { "%s and %s need a conversation.", "%s en %s hebben een gesprek nodig." },
  [DV_TEXT_SUPPORT_SOME_TO_DISCUSS] = { "%s articles need a conversation.", "%s artikelen hebben een gesprek nodig." },
  [DV_TEXT_SUPPORT_THRESHOLD] = { "Threshold agreed beforehand: %u%%.", "Vooraf afgesproken grens: %u%%." },
  [DV_TEXT_SUPPORT_PRESENT_OF] = { "%u of %u people invited are present", "%u van %u genodigden aanwezig" },
  [DV_TEXT_SUPPORT_PRESENT] = { "%u people present", "%u mensen aanwezig" },
  [DV_TEXT_SUPPORT_INVITED] = { "%u people invited", "%u genodigden" },
  [DV_TEXT_SUPPORT_SINCE] = { "since %s", "sinds %s" },
  [DV_TEXT_SUPPORT_SINCE_LAST] = { "since the round before", "sinds de vorige ronde" },
  [DV_TEXT_TABLE_NUMBER] = { "Table %u", "Tafel %u" },
  [DV_TEXT_HANDOUT_WORKSHOP] = { "Workshop", "Workshop" },
  [DV_TEXT_HANDOUT_PROGRAMME] = { "Programme", "Programma" },
  [DV_TEXT_HANDOUT_STEP] = { "Step", "Stap" },
  [DV_TEXT_HANDOUT_ACTIVITY] = { "Activity", "Onderdeel" },
  [DV_TEXT_HANDOUT_TIME] = { "Time", "Tijd" },
  [DV_TEXT_HANDOUT_MINUTES] = { "%u min", "%u min" },
  [DV_TEXT_COUNT_EXAMPLE] = { "example", "voorbeeld" },
  [DV_TEXT_COUNT_EXAMPLES] = { "examples", "voorbeelden" },
  [DV_TEXT_JUST_IN] = { "Just in", "Net binnen" },
  [DV_TEXT_TAKING_PART] = { "%u taking part", "%u doen mee" },
  [DV_TEXT_ALL_TABLES] = { "All tables at work", "Alle tafels aan het werk" },
  [DV_TEXT_READY] = { "ready", "klaar" },
  [DV_TEXT_NEXT_VALUE] = { "Then every table gets the next value.", "Daarna krijgt elke tafel de volgende waarde." },
  [DV_TEXT_RESTING] = { "Resting this round: %s.", "Deze ronde rust: %s." },
  [DV_TEXT_WHICH_ONE] = { "Which example do we choose?", "Welk voorbeeld kiezen we?" },
  [DV_TEXT_WHICH_ONES] = { "Which %s examples do we choose?", "Welke %s voorbeelden kiezen we?" },
  [DV_TEXT_GIVE_DOTS] = { "Give your dots to the examples that matter most.", "Verdeel de punten over de voorbeelden die er het meest toe doen." },
  [DV_TEXT_NO_STANDINGS] = { "Nobody sees how it stands.\nWe reveal when everybody is ready.", "Niemand ziet een tussenstand.\nWe onthullen als iedereen klaar is." },
  [DV_TEXT_ON_SHORTLIST] = { "on the shortlist", "op de voorselectie" },
  [DV_TEXT_JOIN_AT] = { "Not taking part yet? Go to %s", "Ook meedoen? Ga naar %s" },
  [DV_TEXT_JOIN_CODE] = { "code %s", "code %s" },
  [DV_TEXT_CHOOSE_ONE] = { "this is the one we choose", "deze kiezen we" },
  [DV_TEXT_CHOOSE_ONES] = { "these %s we choose", "deze %s kiezen we" },
  [DV_TEXT_SPREAD] = { "this is how the dots fell", "zo zijn de punten verdeeld" },
  [DV_TEXT_TIED] = { "tied: the room decides", "gelijk: de zaal beslist" },
  [DV_TEXT_TIED_HANDS] = { "tied, then hands: %u to %u", "gelijk, daarna handen: %u tegen %u" },
  [DV_TEXT_N_PEOPLE] = { "%u people", "%u mensen" },
  [DV_TEXT_N_DOTS] = { "%u dots", "%u punten" },
  [DV_TEXT_OTHER_ROLES] = { "other", "overig" },
  [DV_TEXT_SHARED_WORDS] = { "We share these %s words", "Deze %s woorden delen we" },
  [DV_TEXT_SHARED_WORD] = { "We share this word", "Dit woord delen we" },
  [DV_TEXT_SHARED_NONE] = { "We share no words yet", "We delen nog geen woorden" },
  [DV_TEXT_BOTH_GROUPS] = { "both groups", "beide groepen" },
  [DV_TEXT_IN_LIST] = { "in the list", "in de lijst" },
  [DV_TEXT_OUR_VALUES] = { "Our core values", "Onze kernwaarden" },
  [DV_TEXT_NO_VALUES] = { "No core values yet.", "Nog geen kernwaarden." },
  [DV_TEXT_PROGRAMME] = { "Programme", "Programma" },
  [DV_TEXT_MINUTES] = { "%u min", "%u min" },
  [DV_TEXT_STEP_OF] = { "Step %u of %u", "Stap %u van %u" },
  [DV_TEXT_JOIN_WIFI] = { "Connect to the Wi-Fi", "Verbind met wifi" },
  [DV_TEXT_JOIN_WIFI_HOW] = { "Scan the QR code, or choose the network yourself.", "Scan de QR-code, of kies het netwerk zelf." },
  [DV_TEXT_NETWORK] = { "Network", "Netwerk" },
  [DV_TEXT_PASSWORD] = { "Password", "Wachtwoord" },
  [DV_TEXT_NO_INTERNET] = { "Does the phone say that there is no internet?\nThen choose “Stay connected”. No internet is needed here.", "Zegt de telefoon dat er geen internet is?\nKies dan “Verbonden blijven”. Internet is hier niet nodig." },
  [DV_TEXT_JOIN_PAGE] = { "Open the page", "Open de pagina" },
  [DV_TEXT_JOIN_PAGE_HOW] = { "Scan the QR code. We do not ask for a name.", "Scan de QR-code. We vragen geen naam." },
  [DV_TEXT_ADDRESS] = { "Address", "Adres" },
  [DV_TEXT_CODE] = { "Code", "Code" },
  [DV_TEXT_TIMER] = { "Timer", "Timer" },
  [DV_TEXT_REPORTING] = { "reporting back", "terugkoppelen" },
  [DV_TEXT_PAUSED] = { "paused", "pauze" },
  [DV_TEXT_TIME_IS_UP] = { "time is up", "de tijd is om" },
  [DV_TEXT_TEST] = { "Can the back row read this?", "Kan de achterste rij dit lezen?" },
  [DV_TEXT_TEST_HOW] = { "Ask them to read out the last line.", "Laat de laatste regel voorlezen." },
  [DV_TEXT_TEST_LARGE] = { "This is as large as a headline.", "Zo groot is een kop." },
  [DV_TEXT_TEST_CARD] = { "This is how large what you write will be.", "Zo groot is de tekst op de kaarten." },
  [DV_TEXT_TEST_SMALL] = { "This is the smallest that we will show.", "Kleiner dan dit wordt het niet." },
  [DV_TEXT_SUPPORT_ASK] = { "How far do we stand behind each article?", "In hoeverre staan we achter elk artikel?" },
  [DV_TEXT_MIXED_TABLES] = { "Mixed tables", "Gemengde tafels" },
  [DV_TEXT_MIXED_HOW] = { "Sit at a table where your role still has a seat.", "Kies een tafel met een vrije plaats voor de eigen rol." },
  [DV_TEXT_SEAT] = { "%u seat", "%u plaats" },
  [DV_TEXT_SEATS] = { "%u seats", "%u plaatsen" },
  [DV_TEXT_BLANK] = { "The screen is blank.", "Het scherm is zwart." },
  [DV_TEXT_EQUAL] = { "tied", "gelijk" },
  [DV_TEXT_NOW] = { "now", "nu" },
  [DV_TEXT_AND_MORE] = { "and %u more", "en nog %u" },
  [DV_TEXT_BY_ROLE] = { "The dots will be shown by role.", "We laten de punten per rol zien." },
  [DV_TEXT_RUN_SHEET] = { "Run sheet", "Draaiboek" },
  [DV_TEXT_PARTS_MINUTES] = { "Activities: %u. Minutes: %u.", "Onderdelen: %u. Minuten: %u." },
  [DV_TEXT_START] = { "Start", "Begin" },
  [DV_TEXT_MINUTES_HEAD] = { "Minutes", "Minuten" },
  [DV_TEXT_PART] = { "Activity", "Onderdeel" },
  [DV_TEXT_QUESTION] = { "Question", "Vraag" },
  [DV_TEXT_NO_PARTS] = { "There are no activities yet.", "Er zijn nog geen onderdelen." },
  [DV_TEXT_CHECKLIST] = { "Ready for tomorrow", "Klaar voor morgen" },
  [DV_TEXT_CHECK_ROOM] = { "Room", "Zaal" },
  [DV_TEXT_CHECK_CONTENT] = { "Content", "Inhoud" },
  [DV_TEXT_CHECK_PAPER_GROUP] = { "Paper, for when technology fails", "Papier, voor als de techniek het niet doet" },
  [DV_TEXT_CHECK_JOIN] = { "Joining", "Meedoen" },
  [DV_TEXT_CHECK_JOIN_HOW] = { "Wi-Fi works, a phone reaches the address", "De wifi werkt, een telefoon bereikt het adres" },
  [DV_TEXT_CHECK_PROJECTOR] = { "Projector", "Projector" },
  [DV_TEXT_CHECK_PROJECTOR_HOW] = { "Connected as a second screen, not mirrored", "Aangesloten als tweede scherm, niet gespiegeld" },
  [DV_TEXT_CHECK_BACK_ROW] = { "Back row", "Achterste rij" },
  [DV_TEXT_CHECK_BACK_ROW_HOW] = { "The smallest letters can be read from there", "De kleinste letters zijn daar te lezen" },
  [DV_TEXT_CHECK_SOUND] = { "Sound", "Geluid" },
  [DV_TEXT_CHECK_SOUND_HOW] = { "The sound of the timer can be heard, or is off", "Het geluid van de timer is te horen, of staat uit" },
  [DV_TEXT_CHECK_VALUES] = { "Values and questions", "Waarden en vragen" },
  [DV_TEXT_CHECK_VALUES_HOW] = { "Chosen values: %u", "Gekozen waarden: %u" },
  [DV_TEXT_CHECK_PEOPLE] = { "Roles and people", "Rollen en mensen" },
  [DV_TEXT_CHECK_PEOPLE_HOW] = { "Roles: %u. People: %u.", "Rollen: %u. Mensen: %u." },
  [DV_TEXT_CHECK_PAPER] = { "Printed", "Afgedrukt" },
  [DV_TEXT_CHECK_PAPER_HOW] = { "Run sheet, and what the tables work with", "Het draaiboek, en waar de tafels mee werken" },
  [DV_TEXT_CHECK_COPY] = { "Backup copy", "Reservekopie" },
  [DV_TEXT_CHECK_COPY_HOW] = { "On a USB stick, or with a colleague", "Op een USB-stick, of bij een collega" },
};

static const char *const months[][N_LANGUAGES] = {
  { "January", "januari" },
  { "February", "februari" },
  { "March", "maart" },
  { "April", "april" },
  { "May", "mei" },
  { "June", "juni" },
  { "July", "juli" },
  { "August", "augustus" },
  { "September", "september" },
  { "October", "oktober" },
  { "November", "november" },
  { "December", "december" },
};

/* Written out up to twelve, as both languages like it. */
static const char *const numbers[][N_LANGUAGES] = {
  { "no", "geen" },
  { "one", "één" },
  { "two", "twee" },
  { "three", "drie" },
  { "four", "vier" },
  { "five", "vijf" },
  { "six", "zes" },
  { "seven", "zeven" },
  { "eight", "acht" },
  { "nine", "negen" },
  { "ten", "tien" },
  { "eleven", "elf" },
  { "twelve", "twaalf" },
};

static guint
language_index (const char *language)
{
  return language != NULL && strncmp (language, "nl", 2) == 0 ? DUTCH : ENGLISH;
}

/* The formats come from the table above, never from a file. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/**
 * dv_document_text_fill:
 * @language: language of the workshop
 * @text: a text that takes whole numbers
 * @first: the first of them
 * @second: the second, if it takes two
 *
 * Returns: (transfer full): the text with its numbers
 */
char *
dv_document_text_fill (const char     *language,
                       DvDocumentText  text,
                       guint           first,
                       guint           second)
{
  return g_strdup_printf (dv_document_text (language, text), first, second);
}

/**
 * dv_document_text_fill_string:
 * @language: language of the workshop
 * @text: a text that takes texts
 * @first: the first of them
 * @second: (nullable): the second, if it takes two
 *
 * Returns: (transfer full): the text with what it takes
 */
char *
dv_document_text_fill_string (const char     *language,
                              DvDocumentText  text,
                              const char     *first,
                              const char     *second)
{
  return g_strdup_printf (dv_document_text (language, text), first, second);
}

#pragma GCC diagnostic pop

/**
 * dv_document_text_count:
 * @language: language of the workshop
 * @number: how many
 *
 * Returns: (transfer full): the number as a running text has it: a word up to
 *   twelve, digits from there
 */
char *
dv_document_text_count (const char *language,
                        guint       number)
{
  if (number < G_N_ELEMENTS (numbers))
    return g_strdup (numbers[number][language_index (language)]);

  return g_strdup_printf ("%u", number);
}

/**
 * dv_document_language:
 * @workshop: a workshop
 *
 * Returns: (transfer none): the language of its documents and of what the room
 *   sees, as a tag: "nl" or "en"
 */
const char *
dv_document_language (DvWorkshop *workshop)
{
  gint64 language = dv_item_get_int (dv_workshop_get_root (workshop), DV_WORKSHOP_LANGUAGE);

  return dv_workshop_kind.fields[DV_WORKSHOP_LANGUAGE].nicks[language];
}

/**
 * dv_document_text:
 * @language: (nullable): language of the workshop: "nl"; all else is English
 * @text: which text
 *
 * Returns: (transfer none): that text
 */
const char *
dv_document_text (const char     *language,
                  DvDocumentText  text)
{
  return texts[text][language_index (language)];
}

/**
 * dv_document_text_page:
 * @language: language of the workshop
 * @page: number of the page, from 1
 * @n_pages: how many there are
 *
 * Returns: (transfer full): "1 of 2"
 */
char *
dv_document_text_page (const char *language,
                       guint       page,
                       guint       n_pages)
{
  return dv_document_text_fill (language, DV_TEXT_PAGE_OF, page, n_pages);
}

/**
 * dv_document_text_article:
 * @language: language of the workshop
 * @number: number of the article, from 1
 *
 * Returns: (transfer full): "Article 1"
 */
char *
dv_document_text_article (const char *language,
                          guint       number)
{
  return dv_document_text_fill (language, DV_TEXT_ARTICLE, number, 0);
}

/**
 * dv_document_text_day:
 * @language: language of the workshop
 * @date: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full): the date in words without its year, "24 March";
 *   empty when @date is no date
 */
char *
dv_document_text_day (const char *language,
                      const char *date)
{
  guint month, day;

  if (date == NULL || strlen (date) != 10)
    return g_strdup ("");

  month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (date + 8, NULL, 10);
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return g_strdup ("");

  return g_strdup_printf ("%u %s", day, months[month - 1][language_index (language)]);
}

/**
 * dv_document_text_date:
 * @language: language of the workshop
 * @date: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full): the date in words, "24 March 2026"; empty when
 *   @date is no date
 */
char *
dv_document_text_date (const char *language,
                       const char *date)
{
  g_autofree char *day = dv_document_text_day (language, date);

  if (*day == '\0')
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s %u", day, (guint) g_ascii_strtoull (date, NULL, 10));
}

/**
 * dv_document_text_edition:
 * @language: language of the workshop
 * @is_adopted: whether the text was adopted
 * @edition: (nullable): "1.0"
 * @date: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full): "Version 1.0, adopted on 24 March 2026" or "Draft
 *   0.3, 17 March 2026", with what is known
 */
char *
dv_document_text_edition (const char *language,
                          gboolean    is_adopted,
                          const char *edition,
                          const char *date)
{
  g_autofree char *day = dv_document_text_date (language, date);
  g_autofree char *name = NULL;
  g_autofree char *moment = NULL;
  gboolean has_edition = edition != NULL && *edition != '\0';

  if (has_edition)
    name = dv_document_text_fill_string (language, is_adopted ? DV_TEXT_EDITION : DV_TEXT_CONCEPT_EDITION, edition, NULL);
  else
    name = g_strdup (dv_document_text (language, is_adopted ? DV_TEXT_ADOPTED : DV_TEXT_CONCEPT));

  if (*day == '\0')
    return g_steal_pointer (&name);

  moment = is_adopted && has_edition ? dv_document_text_fill_string (language, DV_TEXT_ADOPTED_ON, day, NULL) : g_strdup (day);

  return g_strconcat (name, ", ", moment, NULL);
}

/* Puts @mark between every three digits before the decimal sign. */
static char *
group_digits (const char *digits,
              char        mark,
              char        decimal)
{
  GString *grouped = g_string_new (NULL);
  const char *point = strchr (digits, '.');
  gsize whole = point != NULL ? (gsize) (point - digits) : strlen (digits);

  for (gsize i = 0; i < whole; i++)
    {
      /* Years are not numbers here: they come as text. */
      if (i > 0 && (whole - i) % 3 == 0 && digits[i - 1] != '-')
        g_string_append_c (grouped, mark);
      g_string_append_c (grouped, digits[i]);
    }
  if (point != NULL)
    {
      g_string_append_c (grouped, decimal);
      g_string_append (grouped, point + 1);
    }

  return g_string_free (grouped, FALSE);
}

/**
 * dv_document_text_number:
 * @language: language of the workshop
 * @number: a number
 *
 * Returns: (transfer full): the number as that language writes it, with at
 *   most two decimals; empty when it is not a number
 */
char *
dv_document_text_number (const char *language,
                         double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_dutch = language_index (language) == DUTCH;

  if (!isfinite (number))
    return g_strdup ("");

  if (fabs (number) >= 1e12)
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.4g", number);
      return g_strdup (buffer);
    }

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (gsize end = strlen (buffer); end > 0 && strchr (buffer, '.') != NULL; end--)
    {
      char last = buffer[end - 1];

      if (last != '0' && last != '.')
        break;
      buffer[end - 1] = '\0';
      if (last == '.')
        break;
    }

  return group_digits (buffer, is_dutch ? '.' : ',', is_dutch ? ',' : '.');
}
