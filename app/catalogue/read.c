/* Reading catalogue files: groups and what is shared first, then kinds and connections, so that the order of
 * the files does not matter. */

#include "catalogue/private.h"

typedef struct
{
  LpCatalogue *catalogue;
  GHashTable *properties; /* name to JsonObject: those that kinds share */
  GHashTable *places;     /* name to GStrv */
  const char *group;      /* of the file that is being read, or NULL */
} Reader;

typedef gboolean (*ReadItem) (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error);

static gboolean
read_items (Reader *reader, const LpCatalogueFile *file, const char *key, ReadItem read_item, GError **error)
{
  LpJsonPlace root = LP_JSON_ROOT (file->text);
  JsonArray *array = NULL;
  if (!lp_json_get_array (file->root, &root, key, FALSE, &array, error))
    return FALSE;
  LpJsonPlace items = LP_JSON_MEMBER (&root, key);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&items, i);
      JsonObject *object = lp_json_as_object (json_array_get_element (array, i), &at, error);
      if (object == NULL || !read_item (reader, object, &at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_new_id (LpCatalogue *catalogue, GHashTable *taken, JsonObject *object, const LpJsonPlace *place,
             const char **id, GError **error)
{
  if (!lp_json_get_string (object, place, "id", TRUE, id, error))
    return FALSE;
  LpJsonPlace at = LP_JSON_MEMBER (place, "id");
  if (g_hash_table_contains (taken, *id))
    return lp_json_fail (&at, LP_READ_ERROR_DUPLICATE, error, "“%s” is there already: choose another id", *id);
  *id = lp_catalogue_keep (catalogue, *id);
  return TRUE;
}

/* --- groups and what is shared ----------------------------------------------------------------------- */

static gboolean
read_group (Reader *reader, const LpCatalogueFile *file, GError **error)
{
  LpJsonPlace root = LP_JSON_ROOT (file->text);
  JsonObject *object = NULL;
  if (!lp_json_get_object (file->root, &root, "group", FALSE, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  LpCatalogue *catalogue = reader->catalogue;
  LpJsonPlace place = LP_JSON_MEMBER (&root, "group");
  LpKindGroup group = { 0 };
  const char *colour = NULL;
  double rank = 0;
  if (!read_new_id (catalogue, catalogue->group_index, object, &place, &group.id, error)
      || !lp_json_get_string (object, &place, "colour", TRUE, &colour, error)
      || !lp_json_get_number (object, &place, "rank", TRUE, &rank, error)
      || !lp_text_read (&group.name, object, &place, "name", TRUE, error))
    return FALSE;
  group.colour = lp_catalogue_keep (catalogue, colour);
  group.rank = (guint) CLAMP (rank, 0, 1000);
  g_array_append_val (catalogue->groups, group);
  g_hash_table_add (catalogue->group_index, (gpointer) group.id);
  return TRUE;
}

static gboolean
read_shared_property (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpPropertyKind property = { 0 };
  gboolean fine = lp_catalogue_read_property (reader->catalogue, object, place, &property, error);
  lp_property_kind_clear (&property);
  if (!fine)
    return FALSE;
  const char *name = json_object_get_string_member (object, "name");
  LpJsonPlace at = LP_JSON_MEMBER (place, "name");
  if (g_hash_table_contains (reader->properties, name))
    return lp_json_fail (&at, LP_READ_ERROR_DUPLICATE, error, "“%s” is shared already: choose another name", name);
  g_hash_table_insert (reader->properties, (gpointer) name, object);
  return TRUE;
}

static gboolean
read_place (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *name = NULL;
  GStrv kinds = NULL;
  if (!lp_json_get_string (object, place, "name", TRUE, &name, error)
      || !lp_json_get_strings (object, place, "kinds", TRUE, &kinds, error))
    return FALSE;
  g_hash_table_insert (reader->places, (gpointer) name, kinds);
  return TRUE;
}

/* --- kinds ------------------------------------------------------------------------------------------- */

/* A property written out, or the name of one that is shared, into *property, whose text the caller clears. */
static gboolean
read_property (Reader *reader, JsonNode *node, const LpJsonPlace *place, LpPropertyKind *property, GError **error)
{
  const char *shared = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  JsonObject *item = shared ? g_hash_table_lookup (reader->properties, shared) : NULL;
  if (shared != NULL && item == NULL)
    return lp_json_fail (place, LP_READ_ERROR_REFERENCE, error,
                         "no file shares a property “%s”: write it out, or add it to “properties”", shared);
  if (item == NULL)
    item = lp_json_as_object (node, place, error);
  return item != NULL && lp_catalogue_read_property (reader->catalogue, item, place, property, error);
}

/* Of a kind of component or of connection. */
static gboolean
read_properties (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpPropertyKind **properties, guint *n,
                 GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, "properties", FALSE, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  LpJsonPlace list = LP_JSON_MEMBER (place, "properties");
  *properties = g_new0 (LpPropertyKind, json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&list, i);
      LpPropertyKind *property = &(*properties)[(*n)++];
      if (!read_property (reader, json_array_get_element (array, i), &at, property, error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal ((*properties)[j].name, property->name))
          return lp_json_fail (&at, LP_READ_ERROR_DUPLICATE, error, "the kind has “%s” already: take one out",
                               property->name);
    }
  return TRUE;
}

/* "@vpc" stands for the list of that name. */
static gboolean
read_containers (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpKind *kind, GError **error)
{
  g_auto (GStrv) words = NULL;
  if (!lp_json_get_strings (object, place, "in", FALSE, &words, error))
    return FALSE;
  if (words == NULL)
    return TRUE;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  LpJsonPlace in = LP_JSON_MEMBER (place, "in");
  for (guint i = 0; words[i] != NULL; i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&in, i);
      GStrv list = words[i][0] == '@' ? g_hash_table_lookup (reader->places, words[i] + 1) : NULL;
      if (words[i][0] == '@' && list == NULL)
        return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "no list of places is called “%s”", words[i] + 1);
      if (list == NULL)
        g_ptr_array_add (all, words[i]);
      for (guint j = 0; list != NULL && list[j] != NULL; j++)
        g_ptr_array_add (all, list[j]);
    }
  g_ptr_array_add (all, NULL);
  kind->containers = lp_catalogue_keep_all (reader->catalogue, (const char *const *) all->pdata);
  return TRUE;
}

static gboolean
read_vector (Reader *reader, JsonObject *object, const LpJsonPlace *place, const char *key,
             const char *const **vector, GError **error)
{
  g_auto (GStrv) words = NULL;
  if (!lp_json_get_strings (object, place, key, FALSE, &words, error))
    return FALSE;
  *vector = lp_catalogue_keep_all (reader->catalogue, (const char *const *) words);
  return TRUE;
}

static gboolean
read_foreign (Reader *reader, JsonObject *object, const LpJsonPlace *place, const char *format, LpKind *kind,
              const char *const **names, GError **error)
{
  if (!read_vector (reader, object, place, format, names, error))
    return FALSE;
  LpJsonPlace list = LP_JSON_MEMBER (place, format);
  for (guint i = 0; (*names)[i] != NULL; i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&list, i);
      char *key = g_strconcat (format, " ", (*names)[i], NULL);
      /* The kind moves when the array grows: its id is kept here, and the kind put in by resolve.c. */
      if (!g_hash_table_insert (reader->catalogue->foreign, key, (gpointer) kind->id))
        return lp_json_fail (&at, LP_READ_ERROR_DUPLICATE, error, "another kind is called “%s” there already",
                             (*names)[i]);
    }
  return TRUE;
}

static gboolean
read_status (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpKind *kind, GError **error)
{
  static const char *const words[] = { "current", "closed", "ended", NULL };
  JsonObject *status = NULL;
  if (!lp_json_get_object (object, place, "status", FALSE, &status, error))
    return FALSE;
  if (status == NULL)
    return TRUE;
  LpJsonPlace at = LP_JSON_MEMBER (place, "status");
  int is = LP_STATUS_CURRENT;
  if (!lp_catalogue_read_word (status, &at, "is", words, TRUE, &is, error)
      || !lp_json_get_string (status, &at, "since", TRUE, &kind->since, error)
      || !lp_json_get_string (status, &at, "source", TRUE, &kind->source, error)
      || !lp_json_get_string (status, &at, "successor", FALSE, &kind->successor, error))
    return FALSE;
  kind->status = (LpStatus) is;
  kind->since = lp_catalogue_keep (reader->catalogue, kind->since);
  kind->source = lp_catalogue_keep (reader->catalogue, kind->source);
  kind->successor = lp_catalogue_keep (reader->catalogue, kind->successor);
  return TRUE;
}

static gboolean
read_dash (JsonObject *object, const LpJsonPlace *place, double dash[4], GError **error)
{
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, "dash", FALSE, &array, error))
    return FALSE;
  gboolean present;
  guint n = array ? json_array_get_length (array) : 0;
  if (n != 0 && n != 2 && n != 4)
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error, "“dash” has two or four numbers");
  if (n > 0 && !lp_json_get_numbers (object, place, "dash", dash, n, &present, error))
    return FALSE;
  if (n == 2)
    {
      dash[2] = dash[0];
      dash[3] = dash[1];
    }
  return TRUE;
}

static gboolean
read_frame (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpFrame *frame, GError **error)
{
  *frame = (LpFrame){ .colour = "frame", .width = 1.5 };
  JsonObject *style = NULL;
  if (!lp_json_get_object (object, place, "frame", FALSE, &style, error))
    return FALSE;
  if (style == NULL)
    return TRUE;
  LpJsonPlace at = LP_JSON_MEMBER (place, "frame");
  if (!lp_json_get_string (style, &at, "colour", TRUE, &frame->colour, error)
      || !lp_json_get_string (style, &at, "fill", FALSE, &frame->fill, error)
      || !lp_json_get_number (style, &at, "width", FALSE, &frame->width, error)
      || !lp_json_get_boolean (style, &at, "centred", FALSE, &frame->centred, error)
      || !read_dash (style, &at, frame->dash, error))
    return FALSE;
  frame->colour = lp_catalogue_keep (reader->catalogue, frame->colour);
  frame->fill = lp_catalogue_keep (reader->catalogue, frame->fill);
  return TRUE;
}

static gboolean
read_names (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpKind *kind, GError **error)
{
  const char *group = reader->group, *glyph = NULL;
  if (!lp_text_read (&kind->name, object, place, "name", TRUE, error)
      || !lp_text_read (&kind->short_name, object, place, "short", FALSE, error)
      || !lp_json_get_string (object, place, "group", group == NULL, &group, error)
      || !lp_json_get_string (object, place, "glyph", FALSE, &glyph, error))
    return FALSE;
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    if (kind->short_name.in[i] == NULL)
      kind->short_name.in[i] = g_strdup (kind->name.in[i]);
  kind->group = lp_catalogue_keep (reader->catalogue, group);
  kind->glyph = lp_catalogue_keep (reader->catalogue, glyph ? glyph : kind->id);
  return TRUE;
}

static gboolean
read_kind_members (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpKind *kind, GError **error)
{
  static const char *const scopes[] = { "none", "global", "regional", "zonal", "on-premises", NULL };
  int scope = LP_SCOPE_NONE;
  if (!read_names (reader, object, place, kind, error)
      || !read_vector (reader, object, place, "roles", &kind->roles, error)
      || !lp_catalogue_read_word (object, place, "scope", scopes, FALSE, &scope, error)
      || !read_containers (reader, object, place, kind, error)
      || !read_properties (reader, object, place, &kind->properties, &kind->n_properties, error)
      || !read_foreign (reader, object, place, "drawio", kind, &kind->drawio, error)
      || !read_foreign (reader, object, place, "cloudformation", kind, &kind->cloudformation, error)
      || !read_foreign (reader, object, place, "terraform", kind, &kind->terraform, error)
      || !read_status (reader, object, place, kind, error)
      || !lp_json_get_string (object, place, "note", FALSE, &kind->note, error)
      || !read_frame (reader, object, place, &kind->frame, error))
    return FALSE;
  kind->scope = (LpScope) scope;
  kind->note = lp_catalogue_keep (reader->catalogue, kind->note);
  kind->is_container = lp_kind_has_role (kind, "container");
  kind->is_hidden = lp_kind_has_role (kind, "hidden");
  return TRUE;
}

static gboolean
read_kind (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpCatalogue *catalogue = reader->catalogue;
  LpKind kind = { 0 };
  if (!read_new_id (catalogue, catalogue->kind_index, object, place, &kind.id, error))
    return FALSE;
  gboolean fine = read_kind_members (reader, object, place, &kind, error);
  g_array_append_val (catalogue->kinds, kind);
  g_hash_table_add (catalogue->kind_index, (gpointer) kind.id);
  return fine;
}

/* --- connections ------------------------------------------------------------------------------------- */

static gboolean
read_join (Reader *reader, JsonObject *join, const LpJsonPlace *place, GPtrArray *from, GPtrArray *to, GError **error)
{
  g_auto (GStrv) sources = NULL;
  g_auto (GStrv) targets = NULL;
  if (!lp_json_get_strings (join, place, "from", TRUE, &sources, error)
      || !lp_json_get_strings (join, place, "to", TRUE, &targets, error))
    return FALSE;
  for (guint i = 0; sources[i] != NULL; i++)
    for (guint j = 0; targets[j] != NULL; j++)
      {
        g_ptr_array_add (from, (gpointer) lp_catalogue_keep (reader->catalogue, sources[i]));
        g_ptr_array_add (to, (gpointer) lp_catalogue_keep (reader->catalogue, targets[j]));
      }
  return TRUE;
}

static gboolean
read_joins (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpConnectionKind *kind, GError **error)
{
  g_autoptr (GPtrArray) from = g_ptr_array_new ();
  g_autoptr (GPtrArray) to = g_ptr_array_new ();
  JsonArray *array = NULL;
  if (!lp_json_get_array (object, place, "joins", TRUE, &array, error))
    return FALSE;
  LpJsonPlace joins = LP_JSON_MEMBER (place, "joins");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      LpJsonPlace at = LP_JSON_ITEM (&joins, i);
      JsonObject *join = lp_json_as_object (json_array_get_element (array, i), &at, error);
      if (join == NULL || !read_join (reader, join, &at, from, to, error))
        return FALSE;
    }
  g_ptr_array_add (from, NULL);
  g_ptr_array_add (to, NULL);
  kind->from = lp_catalogue_keep_all (reader->catalogue, (const char *const *) from->pdata);
  kind->to = lp_catalogue_keep_all (reader->catalogue, (const char *const *) to->pdata);
  return TRUE;
}

static gboolean
read_connection_members (Reader *reader, JsonObject *object, const LpJsonPlace *place, LpConnectionKind *kind,
                         GError **error)
{
  static const char *const arrows[] = { "none", "end", "both", "open", NULL };
  const char *colour = NULL;
  int arrow = LP_ARROW_END;
  kind->width = 1.5;
  if (!lp_text_read (&kind->name, object, place, "name", TRUE, error)
      || !lp_text_read (&kind->sentence, object, place, "sentence", TRUE, error)
      || !lp_json_get_string (object, place, "colour", TRUE, &colour, error)
      || !lp_json_get_number (object, place, "width", FALSE, &kind->width, error)
      || !read_dash (object, place, kind->dash, error)
      || !lp_catalogue_read_word (object, place, "arrow", arrows, FALSE, &arrow, error)
      || !read_properties (reader, object, place, &kind->properties, &kind->n_properties, error)
      || !read_joins (reader, object, place, kind, error))
    return FALSE;
  kind->colour = lp_catalogue_keep (reader->catalogue, colour);
  kind->arrow = (LpArrow) arrow;
  return TRUE;
}

static gboolean
read_connection (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpCatalogue *catalogue = reader->catalogue;
  LpConnectionKind kind = { 0 };
  if (!read_new_id (catalogue, catalogue->connection_index, object, place, &kind.id, error))
    return FALSE;
  gboolean fine = read_connection_members (reader, object, place, &kind, error);
  g_array_append_val (catalogue->connections, kind);
  g_hash_table_add (catalogue->connection_index, (gpointer) kind.id);
  return fine;
}

/* --- all of it --------------------------------------------------------------------------------------- */

static gboolean
read_usual (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_catalogue_read_usual (reader->catalogue, object, place, error);
}

static gboolean
read_kind_hint (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_catalogue_read_kind_hint (reader->catalogue, object, place, error);
}

static gboolean
read_other_id (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_catalogue_read_other_id (reader->catalogue, object, place, error);
}

/* Looked at when every kind is there: here only whether it is an object. */
static gboolean
read_other_name (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return TRUE;
}

static gboolean
read_layer (Reader *reader, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  return lp_catalogue_read_layer (reader->catalogue, object, place, error);
}

static gboolean
read_kinds_of_file (Reader *reader, const LpCatalogueFile *file, GError **error)
{
  JsonNode *group = json_object_get_member (file->root, "group");
  reader->group = group ? json_object_get_string_member (json_node_get_object (group), "id") : NULL;
  return read_items (reader, file, "kinds", read_kind, error)
         && read_items (reader, file, "connections", read_connection, error)
         && read_items (reader, file, "usual", read_usual, error)
         && read_items (reader, file, "hints", read_kind_hint, error)
         && read_items (reader, file, "also", read_other_id, error)
         && read_items (reader, file, "also_properties", read_other_name, error)
         && read_items (reader, file, "layers", read_layer, error);
}

gboolean
lp_catalogue_read_files (LpCatalogue *catalogue, GArray *files, GError **error)
{
  g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  Reader reader = { .catalogue = catalogue, .properties = properties, .places = places };
  for (guint i = 0; i < files->len; i++)
    {
      const LpCatalogueFile *file = &g_array_index (files, LpCatalogueFile, i);
      if (!read_group (&reader, file, error)
          || !read_items (&reader, file, "properties", read_shared_property, error)
          || !read_items (&reader, file, "places", read_place, error))
        return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    if (!read_kinds_of_file (&reader, &g_array_index (files, LpCatalogueFile, i), error))
      return FALSE;
  return TRUE;
}
