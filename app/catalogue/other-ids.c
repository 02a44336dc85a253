/* Other ids that a file may give a kind: full names, earlier names, names of one variant. */

#include "catalogue/private.h"

gboolean
lp_catalogue_read_other_id (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  LpOtherId other = { 0 };

  if (!lp_json_get_string (object, place, "id", TRUE, &other.id, error)
      || !lp_json_get_string (object, place, "kind", TRUE, &other.kind, error)
      || !lp_json_get_object (object, place, "set", FALSE, &other.set, error))
    return FALSE;
  other.id = lp_catalogue_keep (catalogue, other.id);
  other.kind = lp_catalogue_keep (catalogue, other.kind);
  if (other.set != NULL)
    {
      json_object_ref (other.set);
      json_object_seal (other.set);
    }
  g_array_append_val (catalogue->other_ids, other);
  return TRUE;
}

static gboolean
check_set (const LpKind *kind, const LpOtherId *other, const LpJsonPlace *place, GError **error)
{
  LpJsonPlace set = LP_JSON_MEMBER (place, "set");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (other->set == NULL)
    return TRUE;
  json_object_iter_init_ordered (&iter, other->set);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const LpPropertyKind *property = lp_kind_find_property (kind, name);
      LpJsonPlace at = LP_JSON_MEMBER (&set, name);
      if (property == NULL)
        return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "“%s” has no such property", kind->id);
      if (!lp_property_kind_accepts (property, value))
        return lp_json_fail (&at, LP_READ_ERROR_VALUE, error, "this is not a value that “%s” may have", name);
    }
  return TRUE;
}

/* Also enters it, once its kind is there. */
gboolean
lp_catalogue_check_other_id (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *id = json_object_get_string_member (object, "id");
  const LpOtherId *other = lp_catalogue_find_other_id (catalogue, id);
  LpKind *kind = g_hash_table_lookup (catalogue->kind_index, other->kind);
  LpJsonPlace id_place = LP_JSON_MEMBER (place, "id"), kind_place = LP_JSON_MEMBER (place, "kind");

  if (kind == NULL || !g_str_equal (kind->id, other->kind))
    return lp_json_fail (&kind_place, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind", other->kind);
  if (g_hash_table_contains (catalogue->kind_index, id))
    return lp_json_fail (&id_place, LP_READ_ERROR_DUPLICATE, error, "“%s” is there already: take one out", id);
  if (!check_set (kind, other, place, error))
    return FALSE;
  g_hash_table_insert (catalogue->kind_index, (gpointer) other->id, kind);
  return TRUE;
}

guint
lp_catalogue_get_n_other_ids (const LpCatalogue *catalogue)
{
  return catalogue->other_ids->len;
}

const LpOtherId *
lp_catalogue_get_other_id (const LpCatalogue *catalogue, guint index)
{
  g_return_val_if_fail (index < catalogue->other_ids->len, NULL);
  return &g_array_index (catalogue->other_ids, LpOtherId, index);
}

const LpOtherId *
lp_catalogue_find_other_id (const LpCatalogue *catalogue, const char *id)
{
  for (guint i = 0; i < catalogue->other_ids->len; i++)
    if (g_str_equal (g_array_index (catalogue->other_ids, LpOtherId, i).id, id))
      return &g_array_index (catalogue->other_ids, LpOtherId, i);
  return NULL;
}
