#include "config.h"

#include "rules/topic.h"

#include "base/resources.h"

static void
free_text (gpointer text)
{
  lp_text_clear (text);
  g_free (text);
}

static gboolean
read_topics (GHashTable *topics, GError **error)
{
  const char *path = "topics/topics.json", *topic;
  g_autoptr (GBytes) bytes = lp_resources_load (path, error);
  g_autoptr (LpJsonText) json
      = bytes != NULL ? lp_json_text_new (bytes, path, LP_JSON_LIMITS_DEFAULT, error) : NULL;
  if (json == NULL)
    return FALSE;
  const LpJsonPlace root = LP_JSON_ROOT (json);
  JsonObject *names = lp_json_as_object (lp_json_text_get_root (json), &root, error);
  JsonObjectIter iter;
  if (names == NULL)
    return FALSE;
  json_object_iter_init (&iter, names);
  while (json_object_iter_next (&iter, &topic, NULL))
    {
      LpText *name = g_new0 (LpText, 1);
      g_hash_table_insert (topics, g_strdup (topic), name);
      if (!lp_text_read (name, names, &root, topic, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/* Aborts where the built-in file is broken (a test reads it). */
static gpointer
load_topics (gpointer data)
{
  GHashTable *topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_text);
  g_autoptr (GError) error = NULL;

  if (!read_topics (topics, &error))
    g_error ("%s", error->message);
  return topics;
}

const LpText *
lp_topic_get_text (const char *topic)
{
  static GOnce once = G_ONCE_INIT;
  return g_hash_table_lookup (g_once (&once, load_topics, NULL), topic);
}

const char *
lp_topic_get_name (const char *topic)
{
  const LpText *name = lp_topic_get_text (topic);
  return name != NULL ? lp_text (name) : topic;
}
