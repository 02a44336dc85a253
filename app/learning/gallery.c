#include "learning/gallery.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/resources.h"
#include "learning/attempt.h"
#include "learning/own-scenarios.h"
#include "rules/topic.h"

#define ORDER_PATH "topics/order.json"

/* --- order ------------------------------------------------------------------------------------------- */

/* Where a scenario stands: after how many of the listed ones its topic first comes, and it itself. */
typedef struct
{
  const LpScenario *scenario;
  guint topic, place;
} Rank;

static guint
find_place (const char *const *ids, const char *id)
{
  guint place = 0;
  while (ids[place] != NULL && !g_str_equal (ids[place], id))
    place++;
  return place;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *left = a, *right = b;
  if (left->topic != right->topic)
    return left->topic < right->topic ? -1 : 1;
  int topics = strcmp (left->scenario->topic, right->scenario->topic);
  if (topics != 0)
    return topics;
  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;
  return strcmp (left->scenario->id, right->scenario->id);
}

void
lp_gallery_sort (GPtrArray *scenarios, const char *const *ids)
{
  g_autoptr (GArray) ranks = g_array_sized_new (FALSE, FALSE, sizeof (Rank), scenarios->len);
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LpScenario *scenario = scenarios->pdata[i];
      Rank rank = { scenario, 0, find_place (ids, scenario->id) };
      gpointer first = NULL;
      if (!g_hash_table_lookup_extended (topics, scenario->topic, NULL, &first)
          || GPOINTER_TO_UINT (first) > rank.place)
        g_hash_table_insert (topics, scenario->topic, GUINT_TO_POINTER (rank.place));
      g_array_append_val (ranks, rank);
    }
  for (guint i = 0; i < ranks->len; i++)
    {
      Rank *rank = &g_array_index (ranks, Rank, i);
      rank->topic = GPOINTER_TO_UINT (g_hash_table_lookup (topics, rank->scenario->topic));
    }
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++)
    scenarios->pdata[i] = (gpointer) g_array_index (ranks, Rank, i).scenario;
}

static GStrv
read_order (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_resources_load (ORDER_PATH, &error);
  g_autoptr (LpJsonText) text
      = bytes != NULL ? lp_json_text_new (bytes, ORDER_PATH, LP_JSON_LIMITS_DEFAULT, &error) : NULL;
  GStrv ids = NULL;
  if (text != NULL)
    {
      const LpJsonPlace root = LP_JSON_ROOT (text);
      JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &root, &error);
      if (object != NULL && lp_json_get_strings (object, &root, "scenarios", TRUE, &ids, &error))
        return ids;
    }
  g_error ("%s", error->message);
}

static GPtrArray *
sort_with (const GPtrArray *own)
{
  const GPtrArray *all = lp_scenarios_get ();
  GPtrArray *order = g_ptr_array_sized_new (all->len);
  g_auto (GStrv) ids = read_order ();
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (order, all->pdata[i]);
  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (order, own->pdata[i]);
  lp_gallery_sort (order, (const char *const *) ids);
  return order;
}

static gpointer
make_order (gpointer data)
{
  return sort_with (NULL);
}

GPtrArray *
lp_gallery_list (void)
{
  g_autoptr (GPtrArray) own = lp_own_scenarios_list ();
  return sort_with (own);
}

const GPtrArray *
lp_gallery_get_order (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_order, NULL);
}

typedef struct
{
  const LpScenario *scenario;
  guint64 changed; /* its attempt: microseconds */
} Running;

static int
compare_running (gconstpointer a, gconstpointer b)
{
  const Running *left = a, *right = b;
  if (left->changed != right->changed)
    return left->changed > right->changed ? -1 : 1;
  return strcmp (left->scenario->id, right->scenario->id);
}

/* FALSE where its attempt is not there. */
static gboolean
find_change (const char *id, guint64 *changed)
{
  g_autoptr (GFile) file = lp_attempt_get_file (id);
  g_autoptr (GFileInfo) info = file != NULL ? g_file_query_info (file, "time::modified,time::modified-usec",
                                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL)
                                            : NULL;
  if (info == NULL)
    return FALSE;
  *changed = g_file_info_get_attribute_uint64 (info, "time::modified") * G_USEC_PER_SEC
             + g_file_info_get_attribute_uint32 (info, "time::modified-usec");
  return TRUE;
}

GPtrArray *
lp_gallery_list_running (LpProgress *progress)
{
  g_auto (GStrv) ids = lp_progress_list (progress);
  g_autoptr (GArray) running = g_array_new (FALSE, FALSE, sizeof (Running));
  GPtrArray *scenarios = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      Running one = { lp_scenarios_find (ids[i]), 0 };
      if (one.scenario != NULL && lp_progress_get (progress, ids[i])->running && find_change (ids[i], &one.changed))
        g_array_append_val (running, one);
    }
  g_array_sort (running, compare_running);
  for (guint i = 0; i < running->len; i++)
    g_ptr_array_add (scenarios, (gpointer) g_array_index (running, Running, i).scenario);
  return scenarios;
}

GPtrArray *
lp_gallery_list_due (LpProgress *progress, LpDay today)
{
  g_autoptr (GArray) schedule = lp_progress_list_schedule (progress);
  GPtrArray *due = g_ptr_array_new ();
  for (guint i = 0; i < schedule->len; i++)
    {
      const LpScheduled *scheduled = &g_array_index (schedule, LpScheduled, i);
      const LpScenario *scenario = lp_scenarios_find (scheduled->id);
      if (scenario != NULL && lp_schedule_is_due (scheduled->repetition, today)
          && !lp_progress_get (progress, scheduled->id)->running)
        g_ptr_array_add (due, (gpointer) scenario);
    }
  return due;
}

/* --- filter ------------------------------------------------------------------------------------------ */

/* One form for what people type and read: letters that look alike are alike. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

void
lp_gallery_filter_clear (LpGalleryFilter *filter)
{
  g_clear_pointer (&filter->words, g_strfreev);
  filter->kinds = filter->states = 0;
}

void
lp_gallery_filter_set_text (LpGalleryFilter *filter, const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_clear_pointer (&filter->words, g_strfreev);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  filter->words = g_strv_builder_end (builder);
}

gboolean
lp_gallery_filter_is_empty (const LpGalleryFilter *filter)
{
  return (filter->words == NULL || filter->words[0] == NULL) && filter->kinds == 0 && filter->states == 0;
}

static void
add_text (GString *whole, const LpText *text)
{
  for (guint i = 0; text != NULL && i < LP_N_LANGUAGES; i++)
    if (text->in[i] != NULL)
      g_string_append_printf (whole, "\n%s", text->in[i]);
}

char *
lp_gallery_fold (const LpScenario *scenario)
{
  g_autoptr (GString) whole = g_string_new (scenario->id);
  g_string_append_printf (whole, "\n%s\n%s\n%s", scenario->topic, lp_scenario_kind_code (scenario->kind),
                          lp_scenario_kind_name (scenario->kind));
  add_text (whole, lp_topic_get_text (scenario->topic));
  add_text (whole, &scenario->title);
  add_text (whole, &scenario->situation);
  add_text (whole, &scenario->question);
  return fold (whole->str);
}

/* Latin letters and digits begin a word, so that “ip” is not found in “shipping”; in Korean words are joined. */
static gboolean
has_word (const char *folded, const char *word)
{
  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (!g_ascii_isalnum (*word) || at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

static gboolean
has_words (const char *folded, GStrv words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (!has_word (folded, words[i]))
      return FALSE;
  return TRUE;
}

gboolean
lp_gallery_filter_is_in_title (const LpGalleryFilter *filter, const LpScenario *scenario)
{
  g_autoptr (GString) titles = g_string_new (scenario->id);
  add_text (titles, &scenario->title);
  g_autofree char *folded = fold (titles->str);
  return has_words (folded, filter->words);
}

gboolean
lp_gallery_filter_accepts (const LpGalleryFilter *filter, const LpScenario *scenario, const char *folded,
                           const LpScenarioProgress *progress)
{
  if (filter->kinds != 0 && !(filter->kinds & 1u << scenario->kind))
    return FALSE;
  if (filter->states != 0 && !(filter->states & 1u << progress->state))
    return FALSE;
  return has_words (folded, filter->words);
}

/* --- words ------------------------------------------------------------------------------------------- */

const char *
lp_gallery_state_code (LpProgressState state)
{
  static const char *const codes[] = { "new", "begun", "tried", "passed" };
  return codes[state];
}

const char *
lp_gallery_state_name (LpProgressState state)
{
  static const char *const names[] = { N_("Not begun"), N_("Begun"), N_("Tried"), N_("Passed") };
  return _(names[state]);
}

char *
lp_gallery_describe_progress (const LpScenarioProgress *progress)
{
  if (progress->state == LP_PROGRESS_TRIED)
    return g_strdup_printf (_("Tried: %u of %u"), progress->best.met, progress->best.goals);
  return g_strdup (lp_gallery_state_name (progress->state));
}
