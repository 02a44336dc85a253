/* Layers of concern: what belongs together when somebody looks at one side of a design only. */

#include "catalogue/private.h"

static gboolean
read_list (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, const char *key,
           const char *const **list, GError **error)
{
  g_auto (GStrv) words = NULL;
  if (!lp_json_get_strings (object, place, key, TRUE, &words, error))
    return FALSE;
  *list = lp_catalogue_keep_all (catalogue, (const char *const *) words);
  return TRUE;
}

gboolean
lp_catalogue_read_layer (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpLayer layer = { 0 };
  const char *id = NULL;

  if (catalogue->layers->len == LP_MAX_LAYERS)
    return lp_json_fail (place, LP_READ_ERROR_VALUE, error, "there are at most %d layers", LP_MAX_LAYERS);
  gboolean fine = lp_json_get_string (object, place, "id", TRUE, &id, error)
                  && lp_text_read (&layer.name, object, place, "name", TRUE, error)
                  && read_list (catalogue, object, place, "kinds", &layer.kinds, error)
                  && read_list (catalogue, object, place, "connections", &layer.connections, error);
  layer.id = lp_catalogue_keep (catalogue, id);
  g_array_append_val (catalogue->layers, layer);
  return fine;
}

gboolean
lp_catalogue_check_layer (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  JsonArray *connections = json_object_get_array_member (object, "connections");
  LpJsonPlace at = LP_JSON_MEMBER (place, "connections");

  for (guint i = 0; i < json_array_get_length (connections); i++)
    if (lp_catalogue_find_connection (catalogue, json_array_get_string_element (connections, i)) == NULL)
      return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind of connection",
                           json_array_get_string_element (connections, i));
  return TRUE;
}

static gboolean
has_kind (const LpLayer *layer, const LpKind *kind)
{
  for (guint i = 0; layer->kinds[i] != NULL; i++)
    if (layer->kinds[i][0] == '@' ? lp_kind_has_role (kind, layer->kinds[i] + 1)
                                  : g_str_equal (layer->kinds[i], kind->id))
      return TRUE;
  return FALSE;
}

void
lp_catalogue_assign_layers (LpCatalogue *catalogue)
{
  for (guint k = 0; k < catalogue->kinds->len; k++)
    {
      LpKind *kind = &g_array_index (catalogue->kinds, LpKind, k);
      kind->layer = LP_NO_LAYER;
      for (guint i = 0; i < catalogue->layers->len && !kind->is_container && kind->layer == LP_NO_LAYER; i++)
        if (has_kind (&g_array_index (catalogue->layers, LpLayer, i), kind))
          kind->layer = i;
    }
  for (guint k = 0; k < catalogue->connections->len; k++)
    {
      LpConnectionKind *kind = &g_array_index (catalogue->connections, LpConnectionKind, k);
      kind->layer = LP_NO_LAYER;
      for (guint i = 0; i < catalogue->layers->len && kind->layer == LP_NO_LAYER; i++)
        if (g_strv_contains (g_array_index (catalogue->layers, LpLayer, i).connections, kind->id))
          kind->layer = i;
    }
}

guint
lp_catalogue_get_n_layers (const LpCatalogue *catalogue)
{
  return catalogue->layers->len;
}

const LpLayer *
lp_catalogue_get_layer (const LpCatalogue *catalogue, guint index)
{
  return &g_array_index (catalogue->layers, LpLayer, index);
}
