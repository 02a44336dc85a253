#include "io/native.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/json-node.h"

#define VERSION 1
#define MAX_ELEMENTS 200000
#define MAX_CONTAINMENT 100
#define MAX_VIA 64
#define MAX_COORDINATE 1e7

typedef struct
{
  LpHeader *header;
  GPtrArray *components, *connections;
  GHashTable *components_by_id, *connections_by_id; /* id -> number + 1 */
  GHashTable *comments_by_id;
} LpReading;

/* An object of what is in `object` beside the known members, or NULL. */
static JsonNode *
collect_extra (LpJsonValue object, const char *const *known)
{
  JsonObject *extra = NULL;
  LpJsonWalk walk = lp_json_value_walk (object);
  LpJsonValue name, value;

  while (lp_json_walk_member (&walk, &name, &value))
    {
      const char *const *k = known;
      while (*k != NULL && !lp_json_value_equals (name, *k))
        k++;
      if (*k != NULL)
        continue;
      g_autofree char *key = lp_json_value_dup_string (name);
      if (extra == NULL)
        extra = json_object_new ();
      json_object_set_member (extra, key, lp_json_value_to_node (value));
    }
  return extra != NULL ? lp_json_node_object (extra) : NULL;
}

static gboolean
read_properties (LpJsonValue object, const LpJsonPlace *place, const char *key, LpProperties **set, GError **error)
{
  LpJsonValue members;
  gboolean present;
  if (!lp_json_value_get_object (object, place, key, &members, &present, error))
    return FALSE;
  if (present)
    {
      lp_properties_unref (*set);
      *set = lp_properties_read (members);
    }
  return TRUE;
}

static gboolean
read_id (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required, GRefString **id,
         GError **error)
{
  if (!lp_json_value_get_string (object, place, key, required, id, error))
    return FALSE;
  if (*id == NULL || lp_id_is_valid (*id))
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                       _("“%s” cannot be an id; use letters, digits, - _ . : and /"), *id);
}

static gboolean
register_id (GHashTable *ids, const char *id, guint number, const LpJsonPlace *place, GError **error)
{
  if (g_hash_table_insert (ids, (gpointer) id, GUINT_TO_POINTER (number + 1)))
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "id");
  return lp_json_fail (&here, LP_READ_ERROR_DUPLICATE, error, _("the id “%s” is there twice; rename one of them"), id);
}

/* --- components -------------------------------------------------------------------------------------- */

static gboolean
check_range (const double *pair, double least, const char *key, const LpJsonPlace *place, GError **error)
{
  for (guint i = 0; i < 2; i++)
    if (!isfinite (pair[i]) || pair[i] < least || pair[i] > MAX_COORDINATE)
      return lp_json_fail (place, LP_READ_ERROR_VALUE, error, _("\"%s\" must lie between %.0f and %.0f"), key, least,
                           MAX_COORDINATE);
  return TRUE;
}

static gboolean
read_pair (LpJsonValue object, const LpJsonPlace *place, const char *key, double least, double pair[2],
           gboolean *present, GError **error)
{
  if (!lp_json_value_get_numbers (object, place, key, pair, 2, present, error))
    return FALSE;
  if (!*present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  return check_range (pair, least, key, &here, error);
}

static gboolean
read_geometry (LpJsonValue object, const LpJsonPlace *place, LpComponent *component, GError **error)
{
  double at[2], size[2];
  if (!read_pair (object, place, "at", -MAX_COORDINATE, at, &component->has_at, error)
      || !read_pair (object, place, "size", 0, size, &component->has_size, error))
    return FALSE;
  if (component->has_at)
    component->at = (LpPoint){ at[0], at[1] };
  if (component->has_size)
    {
      component->width = size[0];
      component->height = size[1];
    }
  return TRUE;
}

static gboolean
read_spans (LpJsonValue object, const LpJsonPlace *place, LpComponent *component, GError **error)
{
  LpJsonValue list, item;
  gboolean present;
  if (!lp_json_value_get_array (object, place, "spans", &list, &present, error))
    return FALSE;
  if (!present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "spans");
  LpJsonWalk walk = lp_json_value_walk (list);
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace there = LP_JSON_ITEM (&here, i);
      if (!lp_json_value_is_string (item))
        return lp_json_fail (&there, LP_READ_ERROR_TYPE, error, _("every item of \"%s\" must be a text"), "spans");
      g_autofree char *id = lp_json_value_dup_string (item);
      lp_component_add_span (component, id);
    }
  return TRUE;
}

static LpComponent *
read_component (LpJsonValue object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "id", "kind", "label", "in",  "at",     "size", "collapsed",
                                       "locked", "spans", "set", "origin", NULL };
  g_autoptr (GRefString) id = NULL, kind = NULL;
  if (!read_id (object, place, "id", TRUE, &id, error) || !read_id (object, place, "kind", TRUE, &kind, error))
    return NULL;
  g_autoptr (LpComponent) component = lp_component_new (id, kind);
  if (!read_id (object, place, "in", FALSE, &component->in, error)
      || !lp_json_value_get_string (object, place, "label", FALSE, &component->label, error)
      || !lp_json_value_get_string (object, place, "origin", FALSE, &component->origin, error)
      || !lp_json_value_get_boolean (object, place, "collapsed", &component->collapsed, error)
      || !lp_json_value_get_boolean (object, place, "locked", &component->locked, error)
      || !read_spans (object, place, component, error) || !read_geometry (object, place, component, error)
      || !read_properties (object, place, "set", &component->set, error))
    return NULL;
  component->extra = collect_extra (object, known);
  return g_steal_pointer (&component);
}

static gboolean
read_component_item (LpReading *reading, LpJsonValue object, const LpJsonPlace *place, LpPosition position,
                     GError **error)
{
  LpComponent *component = read_component (object, place, error);
  if (component == NULL)
    return FALSE;
  component->position = position;
  g_ptr_array_add (reading->components, component);
  return register_id (reading->components_by_id, component->id, reading->components->len - 1, place, error);
}

/* --- connections ------------------------------------------------------------------------------------- */

static gboolean
read_via (LpJsonValue object, const LpJsonPlace *place, LpConnection *connection, GError **error)
{
  LpJsonValue list, item;
  gboolean present;
  if (!lp_json_value_get_array (object, place, "via", &list, &present, error))
    return FALSE;
  if (!present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "via");
  LpJsonWalk walk = lp_json_value_walk (list);
  LpPoint points[MAX_VIA];
  guint n = 0;
  for (; lp_json_walk_item (&walk, &item); n++)
    {
      LpJsonPlace there = LP_JSON_ITEM (&here, n);
      double pair[2];
      if (n == MAX_VIA)
        return lp_json_fail (&here, LP_READ_ERROR_COUNT, error, _("more than %d points; leave some out"), MAX_VIA);
      if (!lp_json_value_is_array (item))
        return lp_json_fail (&there, LP_READ_ERROR_TYPE, error, _("a point [x, y] must stand here"));
      if (!lp_json_value_read_numbers (item, &there, "via", pair, 2, error)
          || !check_range (pair, -MAX_COORDINATE, "via", &there, error))
        return FALSE;
      points[n] = (LpPoint){ pair[0], pair[1] };
    }
  lp_connection_set_via (connection, points, n);
  return TRUE;
}

/* A connection written by hand may leave its id out: it is then named after its ends. */
static char *
name_connection (LpReading *reading, const char *from, const char *to)
{
  char *id = g_strdup_printf ("%s-%s", from, to);
  for (guint n = 2; g_hash_table_contains (reading->connections_by_id, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%s-%u", from, to, n);
    }
  return id;
}

static LpConnection *
read_connection (LpReading *reading, LpJsonValue object, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "id", "kind", "from", "to", "label", "via", "set", "origin", NULL };
  g_autoptr (GRefString) id = NULL, kind = NULL, from = NULL, to = NULL;
  if (!read_id (object, place, "id", reading == NULL, &id, error)
      || !read_id (object, place, "kind", TRUE, &kind, error) || !read_id (object, place, "from", TRUE, &from, error) || !read_id (object, place, "to", TRUE, &to, error))
    return NULL;
  g_autofree char *own = id == NULL ? name_connection (reading, from, to) : NULL;
  g_autoptr (LpConnection) connection = lp_connection_new (id != NULL ? id : own, kind, from, to);
  if (!lp_json_value_get_string (object, place, "label", FALSE, &connection->label, error)
      || !lp_json_value_get_string (object, place, "origin", FALSE, &connection->origin, error)
      || !read_via (object, place, connection, error)
      || !read_properties (object, place, "set", &connection->set, error))
    return NULL;
  connection->extra = collect_extra (object, known);
  return g_steal_pointer (&connection);
}

static gboolean
read_connection_item (LpReading *reading, LpJsonValue object, const LpJsonPlace *place, LpPosition position,
                      GError **error)
{
  LpConnection *connection = read_connection (reading, object, place, error);
  if (connection == NULL)
    return FALSE;
  connection->position = position;
  g_ptr_array_add (reading->connections, connection);
  return register_id (reading->connections_by_id, connection->id, reading->connections->len - 1, place, error);
}

/* --- comments and waivers ---------------------------------------------------------------------------- */

static gboolean
read_pin (LpJsonValue object, const LpJsonPlace *place, LpPin *pin, GError **error)
{
  if (!lp_json_value_get_string (object, place, "component", FALSE, &pin->component, error)
      || !lp_json_value_get_string (object, place, "connection", FALSE, &pin->connection, error))
    return FALSE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "connection");
  return pin->component == NULL || pin->connection == NULL
         || lp_json_fail (&here, LP_READ_ERROR_VALUE, error,
                          _("it is pinned to a component already; name a component or a connection"));
}

static gboolean
read_reply (LpJsonValue object, const LpJsonPlace *place, LpComment *comment, GError **error)
{
  static const char *const known[] = { "author", "text", NULL };
  g_autoptr (GRefString) author = NULL, text = NULL;
  if (!lp_json_value_is_object (object))
    return lp_json_fail (place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
  if (!lp_json_value_get_string (object, place, "author", FALSE, &author, error)
      || !lp_json_value_get_string (object, place, "text", TRUE, &text, error))
    return FALSE;
  g_autoptr (JsonNode) extra = collect_extra (object, known);
  lp_comment_add_reply (comment, author, text, extra);
  return TRUE;
}

static gboolean
read_replies (LpJsonValue object, const LpJsonPlace *place, LpComment *comment, GError **error)
{
  LpJsonValue list, item;
  gboolean present;
  if (!lp_json_value_get_array (object, place, "replies", &list, &present, error))
    return FALSE;
  if (!present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "replies");
  LpJsonWalk walk = lp_json_value_walk (list);
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace there = LP_JSON_ITEM (&here, i);
      if (!read_reply (item, &there, comment, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_comment_item (LpReading *reading, LpJsonValue object, const LpJsonPlace *place, LpPosition position,
                   GError **error)
{
  static const char *const known[]
      = { "id", "component", "connection", "author", "text", "resolved", "replies", NULL };
  g_autoptr (LpComment) comment = lp_comment_new (NULL, NULL);
  if (!read_id (object, place, "id", FALSE, &comment->id, error) || !read_pin (object, place, &comment->pin, error)
      || !lp_json_value_get_string (object, place, "author", FALSE, &comment->author, error)
      || !lp_json_value_get_string (object, place, "text", TRUE, &comment->text, error)
      || !lp_json_value_get_boolean (object, place, "resolved", &comment->resolved, error)
      || !read_replies (object, place, comment, error))
    return FALSE;
  comment->extra = collect_extra (object, known);
  if (comment->id != NULL && !register_id (reading->comments_by_id, comment->id, 0, place, error))
    return FALSE;
  g_ptr_array_add (reading->header->comments, g_steal_pointer (&comment));
  return TRUE;
}

/* A comment without an id is counted; the count is not written. */
static void
number_comments (LpReading *reading)
{
  const GPtrArray *comments = reading->header->comments;
  for (guint i = 0, n = 0; i < comments->len; i++)
    {
      LpComment *comment = comments->pdata[i];
      while (comment->id == NULL)
        {
          g_autofree char *id = g_strdup_printf ("note-%u", ++n);
          if (g_hash_table_contains (reading->comments_by_id, id))
            continue;
          lp_remark_set (&comment->id, id);
          comment->numbered = TRUE;
        }
    }
}

static gboolean
check_date (const char *date, const LpJsonPlace *place, GError **error)
{
  int year, month, day, used = 0;
  if (date == NULL
      || (sscanf (date, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 && date[10] == '\0'
          && year > 0 && g_date_valid_dmy (day, month, year)))
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "until");
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("“%s” is not a date; write it as 2026-12-31"), date);
}

/* "for": a text, or a list of texts. */
static gboolean
read_bases (LpJsonValue object, const LpJsonPlace *place, LpWaiver *waiver, GError **error)
{
  LpJsonValue list, item;
  LpJsonPlace here = LP_JSON_MEMBER (place, "for");
  if (!lp_json_value_find (object, "for", &list))
    return TRUE;
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func (g_free);
  if (lp_json_value_is_string (list))
    g_ptr_array_add (bases, lp_json_value_dup_string (list));
  else if (!lp_json_value_is_array (list))
    return lp_json_fail (&here, LP_READ_ERROR_TYPE, error, _("a text or a list of texts must stand here"));
  else
    {
      LpJsonWalk walk = lp_json_value_walk (list);
      for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
        {
          LpJsonPlace there = LP_JSON_ITEM (&here, i);
          if (!lp_json_value_is_string (item))
            return lp_json_fail (&there, LP_READ_ERROR_TYPE, error, _("every item of \"%s\" must be a text"), "for");
          g_ptr_array_add (bases, lp_json_value_dup_string (item));
        }
    }
  g_ptr_array_add (bases, NULL);
  waiver->bases = (GStrv) g_ptr_array_free (g_steal_pointer (&bases), FALSE);
  return TRUE;
}

static gboolean
read_waiver_item (LpReading *reading, LpJsonValue object, const LpJsonPlace *place, LpPosition position,
                  GError **error)
{
  static const char *const known[]
      = { "rule", "component", "connection", "reason", "author", "ticket", "until", "for", NULL };
  g_autoptr (LpWaiver) waiver = lp_waiver_new (NULL, NULL);
  if (!lp_json_value_get_string (object, place, "rule", TRUE, &waiver->rule, error)
      || !read_pin (object, place, &waiver->pin, error)
      || !lp_json_value_get_string (object, place, "reason", TRUE, &waiver->reason, error)
      || !lp_json_value_get_string (object, place, "author", FALSE, &waiver->author, error)
      || !lp_json_value_get_string (object, place, "ticket", FALSE, &waiver->ticket, error)
      || !lp_json_value_get_string (object, place, "until", FALSE, &waiver->until, error)
      || !check_date (waiver->until, place, error) || !read_bases (object, place, waiver, error))
    return FALSE;
  if (*waiver->reason == '\0')
    {
      LpJsonPlace here = LP_JSON_MEMBER (place, "reason");
      return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("a waiver needs a reason; say why it is accepted"));
    }
  waiver->extra = collect_extra (object, known);
  lp_header_add_waiver (reading->header, g_steal_pointer (&waiver));
  return TRUE;
}

/* --- the whole --------------------------------------------------------------------------------------- */

typedef gboolean (*LpItemReader) (LpReading *reading, LpJsonValue object, const LpJsonPlace *place,
                                  LpPosition position, GError **error);

static gboolean
read_list (LpReading *reading, LpJsonValue root, const LpJsonPlace *place, const char *key, LpItemReader read_item,
           GError **error)
{
  LpJsonValue list, item;
  gboolean present;
  if (!lp_json_value_get_array (root, place, key, &list, &present, error))
    return FALSE;
  if (!present)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  g_autoptr (GArray) positions = lp_json_value_item_positions (list);
  if (positions->len > MAX_ELEMENTS)
    return lp_json_fail (&here, LP_READ_ERROR_COUNT, error, _("more than %d items; split the document"), MAX_ELEMENTS);
  LpJsonWalk walk = lp_json_value_walk (list);
  for (guint i = 0; lp_json_walk_item (&walk, &item); i++)
    {
      LpJsonPlace there = LP_JSON_ITEM (&here, i);
      if (!lp_json_value_is_object (item))
        return lp_json_fail (&there, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
      if (!read_item (reading, item, &there, g_array_index (positions, LpPosition, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_reference (const LpJsonPlace *list, guint index, const char *key, const char *id, GError **error)
{
  LpJsonPlace item = LP_JSON_ITEM (list, index);
  LpJsonPlace here = LP_JSON_MEMBER (&item, key);
  return lp_json_fail (&here, LP_READ_ERROR_REFERENCE, error,
                       _("there is no component “%s”; add it or correct the id"), id);
}

static gboolean
check_references (LpReading *reading, const LpJsonPlace *root, GError **error)
{
  GHashTable *ids = reading->components_by_id;
  LpJsonPlace components = LP_JSON_MEMBER (root, "components");
  for (guint i = 0; i < reading->components->len; i++)
    {
      const LpComponent *component = reading->components->pdata[i];
      if (component->in != NULL && !g_hash_table_contains (ids, component->in))
        return fail_reference (&components, i, "in", component->in, error);
      for (guint k = 0; k < component->spans->len; k++)
        if (!g_hash_table_contains (ids, component->spans->pdata[k]))
          return fail_reference (&components, i, "spans", component->spans->pdata[k], error);
    }
  LpJsonPlace connections = LP_JSON_MEMBER (root, "connections");
  for (guint i = 0; i < reading->connections->len; i++)
    {
      const LpConnection *connection = reading->connections->pdata[i];
      if (!g_hash_table_contains (ids, connection->from))
        return fail_reference (&connections, i, "from", connection->from, error);
      if (!g_hash_table_contains (ids, connection->to))
        return fail_reference (&connections, i, "to", connection->to, error);
    }
  return TRUE;
}

static guint
container_of (LpReading *reading, guint component)
{
  const LpComponent *c = reading->components->pdata[component];
  return c->in != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reading->components_by_id, c->in)) - 1 : LP_NONE;
}

/* Walks from each component to the top, as far as the first one whose depth is known. */
static gboolean
check_containment (LpReading *reading, const LpJsonPlace *root, GError **error)
{
  guint n = reading->components->len;
  g_autofree guint *depth = g_new0 (guint, n); /* 0: not known yet */
  LpJsonPlace components = LP_JSON_MEMBER (root, "components");

  for (guint i = 0; i < n; i++)
    {
      guint steps = 0, c = i;
      for (; c != LP_NONE && depth[c] == 0 && steps <= n; steps++)
        c = container_of (reading, c);
      guint base = c != LP_NONE ? depth[c] : 0;
      LpJsonPlace item = LP_JSON_ITEM (&components, i);
      LpJsonPlace here = LP_JSON_MEMBER (&item, "in");
      if (steps > n)
        return lp_json_fail (&here, LP_READ_ERROR_CYCLE, error,
                             _("“%s” stands inside itself, by way of what contains it; break the circle"),
                             ((LpComponent *) reading->components->pdata[i])->id);
      if (base + steps > MAX_CONTAINMENT)
        return lp_json_fail (&here, LP_READ_ERROR_DEPTH, error, _("more than %d containers inside each other"),
                             MAX_CONTAINMENT);
      for (c = i; steps > 0; steps--, c = container_of (reading, c))
        depth[c] = base + steps;
    }
  return TRUE;
}

static gboolean
check_version (LpJsonValue root, const LpJsonPlace *place, GError **error)
{
  double version = 0;
  if (!lp_json_value_get_number (root, place, "loadpath", TRUE, &version, error))
    return FALSE;
  if (version == VERSION)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, "loadpath");
  if (version > VERSION)
    return lp_json_fail (&here, LP_READ_ERROR_VERSION, error,
                         _("written by a newer Loadpath; this one reads version %d"), VERSION);
  return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("the version must be %d"), VERSION);
}

static gboolean
read_root (LpReading *reading, LpJsonValue root, const LpJsonPlace *place, GError **error)
{
  static const char *const known[] = { "loadpath",    "title",    "requirements", "components",
                                       "connections", "comments", "waivers",      NULL };
  if (!check_version (root, place, error)
      || !lp_json_value_get_string (root, place, "title", FALSE, &reading->header->title, error)
      || !read_properties (root, place, "requirements", &reading->header->requirements, error)
      || !read_list (reading, root, place, "components", read_component_item, error)
      || !read_list (reading, root, place, "connections", read_connection_item, error)
      || !read_list (reading, root, place, "comments", read_comment_item, error)
      || !read_list (reading, root, place, "waivers", read_waiver_item, error)
      || !check_references (reading, place, error) || !check_containment (reading, place, error))
    return FALSE;
  number_comments (reading);
  reading->header->extra = collect_extra (root, known);
  return TRUE;
}

static LpDesign *
read_design (LpJsonValue root, const LpJsonPlace *place, GError **error)
{
  g_autoptr (LpHeader) header = lp_header_new ();
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref);
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref);
  g_autoptr (GHashTable) components_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) connections_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) comments_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  LpReading reading = { header, components, connections, components_by_id, connections_by_id, comments_by_id };
  if (!lp_json_value_is_object (root))
    {
      lp_json_fail (place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
      return NULL;
    }
  if (!read_root (&reading, root, place, error))
    return NULL;
  return lp_design_new (g_steal_pointer (&header), g_steal_pointer (&components), g_steal_pointer (&connections));
}

LpDesign *
lp_native_read (GBytes *bytes, const char *file, GError **error)
{
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return NULL;
  LpJsonPlace place = LP_JSON_ROOT (text);
  return read_design (lp_json_text_get_value (text), &place, error);
}

static LpHeader *
read_header (LpJsonValue object, const LpJsonPlace *place, GError **error)
{
  g_autoptr (LpDesign) design = read_design (object, place, error);
  return design != NULL ? lp_header_ref ((LpHeader *) lp_design_get_header (design)) : NULL;
}

gpointer
lp_native_read_record (LpTableId table, LpJsonValue object, const LpJsonPlace *place, GError **error)
{
  if (table == LP_TABLE_HEADER)
    return read_header (object, place, error);
  if (!lp_json_value_is_object (object))
    {
      lp_json_fail (place, LP_READ_ERROR_TYPE, error, _("an object in { } must stand here"));
      return NULL;
    }
  return table == LP_TABLE_COMPONENTS ? (gpointer) read_component (object, place, error)
                                      : (gpointer) read_connection (NULL, object, place, error);
}

/* --- as a format ------------------------------------------------------------------------------------- */

static int
sniff (const guint8 *bytes, gsize size)
{
  gsize i = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < size && g_ascii_isspace (bytes[i]))
    i++;
  if (i == size || bytes[i] != '{')
    return 0;
  return g_strstr_len ((const char *) bytes, size, "\"loadpath\"") != NULL ? 100 : 40;
}

static LpImport *
read_native (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error)
{
  LpDesign *design = lp_native_read (bytes, file, error);
  if (design == NULL)
    return NULL;
  LpImport *import = lp_import_new (lp_format_native.id);
  g_ptr_array_add (import->parts, lp_import_part_new (design, NULL));
  return import;
}

const LpFormat lp_format_native = {
  .id = "loadpath",
  .name = N_("Loadpath document"),
  .suffixes = (const char *const[]){ ".loadpath", NULL },
  .sniff = sniff,
  .read = read_native,
};
