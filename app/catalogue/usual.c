/* Which connection is usual between two kinds: what is meant by a line that somebody draws. */

#include "catalogue/private.h"

gboolean
lp_catalogue_read_usual (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *from = NULL, *to = NULL, *connection = NULL;
  LpUsualConnection usual = { 0 };

  if (!lp_json_get_string (object, place, "from", TRUE, &from, error)
      || !lp_json_get_string (object, place, "to", TRUE, &to, error)
      || !lp_json_get_string (object, place, "is", TRUE, &connection, error)
      || !lp_json_get_boolean (object, place, "backwards", FALSE, &usual.backwards, error))
    return FALSE;
  usual.from = lp_catalogue_keep (catalogue, from);
  usual.to = lp_catalogue_keep (catalogue, to);
  usual.connection = lp_catalogue_keep (catalogue, connection);
  g_array_append_val (catalogue->usual, usual);
  return TRUE;
}

static gboolean
check_name (gboolean known, const char *name, const LpJsonPlace *place, const char *key, GError **error)
{
  LpJsonPlace at = LP_JSON_MEMBER (place, key);
  return known || lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "“%s” is not in the catalogue", name);
}

static gboolean
check_kind (const LpCatalogue *catalogue, const char *kind, const LpJsonPlace *place, const char *key, GError **error)
{
  return check_name (g_str_equal (kind, "*") || lp_catalogue_find (catalogue, kind) != NULL, kind, place, key, error);
}

gboolean
lp_catalogue_check_usual (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *connection = json_object_get_string_member (object, "is");
  return check_kind (catalogue, json_object_get_string_member (object, "from"), place, "from", error)
         && check_kind (catalogue, json_object_get_string_member (object, "to"), place, "to", error)
         && check_name (lp_catalogue_find_connection (catalogue, connection) != NULL, connection, place, "is", error);
}

static gboolean
is_side (const char *pattern, const char *kind)
{
  return g_str_equal (pattern, "*") || g_strcmp0 (pattern, kind) == 0;
}

const LpUsualConnection *
lp_catalogue_find_usual (const LpCatalogue *catalogue, const char *from, const char *to)
{
  for (guint i = 0; i < catalogue->usual->len; i++)
    {
      const LpUsualConnection *usual = &g_array_index (catalogue->usual, LpUsualConnection, i);
      const char *source = usual->backwards ? to : from, *target = usual->backwards ? from : to;
      if (is_side (usual->from, from) && is_side (usual->to, to)
          && lp_catalogue_may_connect (catalogue, usual->connection, source, target))
        return usual;
    }
  return NULL;
}
