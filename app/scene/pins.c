/* Where the open comments of a document stand on its drawing, and what their pins say. */
#include "scene/scene-parts.h"

/* A connection whose both ends are folded into one box. */
static guint
find_box_of_connection (const LpFold *fold, const char *id)
{
  guint connection = lp_design_find_connection (fold->whole, id);
  if (connection == LP_NONE || fold->stands_in == NULL)
    return LP_NONE;
  return fold->stands_in[lp_design_get_source (fold->whole, connection)];
}

LpSceneHost
lp_scene_find_host (const LpFold *fold, const char *id)
{
  LpSceneHost host = { LP_NONE, LP_NONE };
  if (id == NULL)
    return host;
  host.component = lp_fold_find (fold, id);
  if (host.component == LP_NONE)
    host.connection = lp_fold_find_connection (fold, id);
  if (host.component == LP_NONE && host.connection == LP_NONE)
    host.component = find_box_of_connection (fold, id);
  return host;
}

static void
pin_free (gpointer data)
{
  LpScenePin *pin = data;
  g_ptr_array_unref (pin->comments);
  g_free (pin);
}

static gboolean
is_at (gconstpointer a, gconstpointer b)
{
  const LpSceneHost *one = a, *other = b;
  return one->component == other->component && one->connection == other->connection;
}

static guint
hash_host (gconstpointer data)
{
  const LpSceneHost *host = data;
  return host->component * 31 + host->connection;
}

/* The pin there; a new one at the end of `pins` where there is none yet. */
static LpScenePin *
pin_at (GHashTable *by_host, GPtrArray *pins, LpSceneHost host, guint number)
{
  LpScenePin *pin = g_hash_table_lookup (by_host, &host);
  if (pin != NULL)
    return pin;
  pin = g_new0 (LpScenePin, 1);
  pin->host = host;
  pin->first = number;
  pin->comments = g_ptr_array_new ();
  g_ptr_array_add (pins, pin);
  g_hash_table_insert (by_host, &pin->host, pin);
  return pin;
}

GPtrArray *
lp_scene_find_pins (const LpSceneBuilder *scene)
{
  GPtrArray *comments = lp_design_get_header (scene->fold->whole)->comments;
  GPtrArray *pins = g_ptr_array_new_with_free_func (pin_free);
  g_autoptr (GHashTable) by_host = g_hash_table_new (hash_host, is_at);
  for (guint i = 0; i < comments->len; i++)
    {
      LpComment *comment = g_ptr_array_index (comments, i);
      if (comment->resolved)
        continue;
      const char *id = comment->pin.component != NULL ? comment->pin.component : comment->pin.connection;
      g_ptr_array_add (pin_at (by_host, pins, lp_scene_find_host (scene->fold, id), i)->comments, comment);
    }
  return pins;
}

const char *
lp_scene_pin_id (const LpSceneBuilder *scene, const LpScenePin *pin)
{
  if (pin->host.component != LP_NONE)
    return lp_design_get_component (scene->design, pin->host.component)->id;
  if (pin->host.connection != LP_NONE)
    return lp_design_get_connection (scene->design, pin->host.connection)->id;
  return NULL;
}

char *
lp_scene_pin_text (const LpScenePin *pin)
{
  return g_strdup_printf ("%u", pin->comments->len);
}

void
lp_scene_begin_pin (LpSceneBuilder *scene, const LpScenePin *pin, const char *type, LpPoint anchor)
{
  guint n = pin->comments->len;
  g_autofree char *title = lp_scene_comments_title (n);
  g_autoptr (GString) said = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = lp_scene_comment_words (g_ptr_array_index (pin->comments, i));
      g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "", words);
    }
  gboolean on_line = pin->host.connection != LP_NONE;
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = LP_PART_COMMENT,
                                 .index = pin->first,
                                 .host = on_line ? pin->host.connection : pin->host.component,
                                 .on_line = on_line,
                                 .type = type,
                                 .of = lp_scene_pin_id (scene, pin),
                                 .title = title,
                                 .desc = said->str,
                                 .anchor = anchor,
                             });
}
