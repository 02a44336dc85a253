#include "rules/configuration.h"

#include <glib/gi18n.h>

#include "base/file.h"
#include "expr/suggest.h"
#include "rules/document-checks.h"
#include "rules/rule-private.h"

#define OFF (-1)

/* What is set for a rule or a topic. */
typedef struct
{
  char *name;
  int severity; /* LpSeverity, or OFF */
  LpPosition at;
  char *place;
} Entry;

struct _LpConfiguration
{
  gatomicrefcount refs;
  char *path;
  GHashTable *entries; /* name -> Entry */
  LpFacts *facts;      /* or NULL */
  GStrv packs;         /* absolute; or NULL */
  int fail_on;
  int language; /* LpLanguage, or -1 */
  char *baseline;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_free (entry->name);
  g_free (entry->place);
  g_free (entry);
}

static LpConfiguration *
configuration_new (const char *path)
{
  LpConfiguration *self = g_new0 (LpConfiguration, 1);
  g_atomic_ref_count_init (&self->refs);
  self->path = g_canonicalize_filename (path, NULL);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  self->fail_on = LP_FAIL_ON_UNSET;
  self->language = -1;
  return self;
}

LpConfiguration *
lp_configuration_ref (LpConfiguration *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lp_configuration_unref (LpConfiguration *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->path);
  g_hash_table_unref (self->entries);
  g_clear_pointer (&self->facts, lp_facts_unref);
  g_strfreev (self->packs);
  g_free (self->baseline);
  g_free (self);
}

/* --- reading ----------------------------------------------------------------------------------------- */

static gboolean
read_entry (LpConfiguration *self, JsonObject *object, const LpJsonPlace *place, const char *name, GError **error)
{
  const char *word = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, name);
  LpSeverity severity = LP_SEVERITY_ERROR;

  if (!lp_json_get_string (object, place, name, TRUE, &word, error))
    return FALSE;
  gboolean off = g_str_equal (word, "off");
  if (!off && !lp_severity_from_code (word, &severity))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                         _("“%s” is no severity; write error, warning, info or off"), word);
  Entry *entry = g_new0 (Entry, 1);
  *entry = (Entry){ g_strdup (name), off ? OFF : (int) severity, lp_json_place_position (&here),
                    lp_json_place_path (&here) };
  g_hash_table_insert (self->entries, entry->name, entry);
  return TRUE;
}

static gboolean
read_rules (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  JsonObject *object = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, "rules");
  JsonObjectIter iter;
  const char *name;

  if (!lp_json_get_object (root, place, "rules", FALSE, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (!read_entry (self, object, &here, name, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_facts (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  JsonObject *object = NULL;
  LpJsonPlace here = LP_JSON_MEMBER (place, "facts");
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (!lp_json_get_object (root, place, "facts", FALSE, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  self->facts = lp_facts_new (lp_facts_get_default ());
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      g_autoptr (GError) wrong = NULL;
      LpJsonPlace item = LP_JSON_MEMBER (&here, id);
      if (!lp_facts_adjust (self->facts, id, value, &wrong))
        return lp_json_fail (&item, wrong->domain == LP_READ_ERROR ? wrong->code : LP_READ_ERROR_VALUE, error, "%s",
                             wrong->message);
    }
  return TRUE;
}

/* What stands beside the configuration. */
static char *
resolve (const LpConfiguration *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  return g_canonicalize_filename (path, folder);
}

static gboolean
read_packs (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace here = LP_JSON_MEMBER (place, "packs");

  if (!lp_json_get_strings (root, place, "packs", FALSE, &self->packs, error))
    return FALSE;
  for (guint i = 0; self->packs != NULL && self->packs[i] != NULL; i++)
    {
      LpJsonPlace item = LP_JSON_ITEM (&here, i);
      g_autofree char *written = self->packs[i];
      self->packs[i] = resolve (self, written);
      if (!g_file_test (self->packs[i], G_FILE_TEST_EXISTS))
        return lp_json_fail (&item, LP_READ_ERROR_REFERENCE, error,
                             _("there is no folder “%s” beside this file; add it or correct the path"), written);
    }
  return TRUE;
}

static gboolean
read_fail_on (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  const char *word = NULL;
  LpSeverity severity;
  LpJsonPlace here = LP_JSON_MEMBER (place, "fail_on");

  if (!lp_json_get_string (root, place, "fail_on", FALSE, &word, error))
    return FALSE;
  if (word == NULL)
    return TRUE;
  if (lp_severity_from_code (word, &severity))
    self->fail_on = severity;
  else if (g_str_equal (word, "never"))
    self->fail_on = LP_FAIL_ON_NEVER;
  else
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                         _("“%s” is no severity; write error, warning, info or never"), word);
  return TRUE;
}

static gboolean
read_language (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  const char *code = NULL;
  LpLanguage language;
  LpJsonPlace here = LP_JSON_MEMBER (place, "language");

  if (!lp_json_get_string (root, place, "language", FALSE, &code, error))
    return FALSE;
  if (code == NULL)
    return TRUE;
  if (!lp_language_from_code (code, &language))
    return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                         _("“%s” is not a language of this program: write en or ko"), code);
  self->language = language;
  return TRUE;
}

static gboolean
read_baseline (LpConfiguration *self, JsonObject *root, const LpJsonPlace *place, GError **error)
{
  const char *path = NULL;

  if (!lp_json_get_string (root, place, "baseline", FALSE, &path, error))
    return FALSE;
  self->baseline = path != NULL ? resolve (self, path) : NULL;
  return TRUE;
}

static gboolean
read_root (LpConfiguration *self, LpJsonText *text, GError **error)
{
  static const char *const known[] = { "rules", "facts", "packs", "fail_on", "language", "baseline", NULL };
  LpJsonPlace place = LP_JSON_ROOT (text);
  JsonObject *root = lp_json_as_object (lp_json_text_get_root (text), &place, error);

  return root != NULL && lp_rule_check_members (root, &place, known, error) && read_rules (self, root, &place, error)
         && read_facts (self, root, &place, error) && read_packs (self, root, &place, error)
         && read_fail_on (self, root, &place, error) && read_language (self, root, &place, error)
         && read_baseline (self, root, &place, error);
}

LpConfiguration *
lp_configuration_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = lp_file_read (path, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, path, LP_JSON_LIMITS_DEFAULT, error);
  g_autoptr (LpConfiguration) self = configuration_new (path);
  return text != NULL && read_root (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/* --- finding ----------------------------------------------------------------------------------------- */

char *
lp_configuration_find (const char *folder)
{
  g_autofree char *at = g_canonicalize_filename (folder, NULL);

  while (TRUE)
    {
      g_autofree char *path = g_build_filename (at, LP_CONFIGURATION_NAME, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
      char *above = g_path_get_dirname (at);
      gboolean top = g_str_equal (above, at);
      g_free (at);
      at = above;
      if (top)
        return NULL;
    }
}

/* --- what it sets ------------------------------------------------------------------------------------ */

const char *
lp_configuration_get_path (const LpConfiguration *self)
{
  return self->path;
}

LpFacts *
lp_configuration_get_facts (const LpConfiguration *self)
{
  return self != NULL ? self->facts : NULL;
}

int
lp_configuration_get_fail_on (const LpConfiguration *self)
{
  return self != NULL ? self->fail_on : LP_FAIL_ON_UNSET;
}

gboolean
lp_configuration_get_language (const LpConfiguration *self, LpLanguage *language)
{
  if (self == NULL || self->language < 0)
    return FALSE;
  *language = self->language;
  return TRUE;
}

const char *
lp_configuration_get_baseline (const LpConfiguration *self)
{
  return self != NULL ? self->baseline : NULL;
}

static const Entry *
entry_for (const LpConfiguration *self, const char *rule, const char *topic)
{
  const Entry *own = self != NULL ? g_hash_table_lookup (self->entries, rule) : NULL;
  return own != NULL || self == NULL || topic == NULL ? own : g_hash_table_lookup (self->entries, topic);
}

gboolean
lp_configuration_is_off (const LpConfiguration *self, const char *rule, const char *topic)
{
  const Entry *entry = entry_for (self, rule, topic);
  return entry != NULL && entry->severity == OFF;
}

gboolean
lp_configuration_get_severity (const LpConfiguration *self, const char *rule, const char *topic, LpSeverity *severity)
{
  const Entry *entry = entry_for (self, rule, topic);
  if (entry == NULL || entry->severity == OFF)
    return FALSE;
  *severity = entry->severity;
  return TRUE;
}

static const char *
topic_of (const LpPack *pack, const char *id)
{
  const LpRule *rule = lp_pack_find (pack, id);
  return rule != NULL ? rule->topic : LP_TOPIC_DOCUMENT;
}

static LpFinding *
with_severity (LpFinding *finding, LpSeverity severity)
{
  LpFinding *copy = lp_finding_copy (finding);
  copy->severity = severity;
  lp_finding_unref (finding);
  return copy;
}

void
lp_configuration_apply (const LpConfiguration *self, const LpPack *pack, GPtrArray *findings)
{
  if (self == NULL || g_hash_table_size (self->entries) == 0)
    return;
  for (guint i = findings->len; i > 0; i--)
    {
      LpFinding *finding = findings->pdata[i - 1];
      const char *topic = topic_of (pack, finding->rule);
      LpSeverity set;
      if (lp_configuration_is_off (self, finding->rule, topic))
        g_ptr_array_remove_index (findings, i - 1);
      else if (lp_configuration_get_severity (self, finding->rule, topic, &set) && set != finding->severity)
        findings->pdata[i - 1] = with_severity (finding, set);
    }
}

/* --- with a pack ------------------------------------------------------------------------------------- */

gboolean
lp_configuration_add_packs (const LpConfiguration *self, LpPack *pack, GPtrArray *errors)
{
  gboolean good = TRUE;
  for (guint i = 0; self != NULL && self->packs != NULL && self->packs[i] != NULL; i++)
    good &= lp_pack_add (pack, self->packs[i], errors);
  return good;
}

/* Topics are many rules': each is tried once or more, which makes no difference. */
static gboolean
is_named (const LpPack *pack, const char *name, LpSuggestion *near)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      if (g_str_equal (rule->id, name) || g_str_equal (rule->topic, name))
        return TRUE;
      lp_suggestion_try (near, rule->id);
      lp_suggestion_try (near, rule->topic);
    }
  return lp_document_check_find (name) != NULL || g_str_equal (name, LP_TOPIC_DOCUMENT);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Entry *one = *(Entry *const *) a, *other = *(Entry *const *) b;
  return one->at.line != other->at.line ? (one->at.line > other->at.line) - (one->at.line < other->at.line)
                                        : (one->at.column > other->at.column) - (one->at.column < other->at.column);
}

gboolean
lp_configuration_check_names (const LpConfiguration *self, const LpPack *pack, GPtrArray *errors)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint before = errors->len;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (entries, value);
  g_ptr_array_sort (entries, by_place);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];
      GError *error = NULL;
      LpSuggestion near = LP_SUGGESTION_INIT (entry->name);
      if (is_named (pack, entry->name, &near))
        continue;
      if (near.name != NULL)
        lp_read_error_set (&error, LP_READ_ERROR_REFERENCE, self->path, entry->at, entry->place,
                           _("there is no rule or topic “%s”; did you mean “%s”?"), entry->name, near.name);
      else
        lp_read_error_set (&error, LP_READ_ERROR_REFERENCE, self->path, entry->at, entry->place,
                           _("there is no rule or topic “%s”; “loadpath rules” lists them"), entry->name);
      g_ptr_array_add (errors, error);
    }
  return errors->len == before;
}
