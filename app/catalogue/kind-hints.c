/* What people call a kind beside its names, and what they usually connect it to. */

#include "catalogue/private.h"

static gboolean
read_list (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, const char *key,
           const char *const **list, GError **error)
{
  g_auto (GStrv) words = NULL;
  if (!lp_json_get_strings (object, place, key, FALSE, &words, error))
    return FALSE;
  *list = lp_catalogue_keep_all (catalogue, (const char *const *) words);
  return TRUE;
}

gboolean
lp_catalogue_read_kind_hint (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *kind = NULL;
  LpKindHint hint = { 0 };

  if (!lp_json_get_string (object, place, "kind", TRUE, &kind, error)
      || !read_list (catalogue, object, place, "words", &hint.words, error)
      || !read_list (catalogue, object, place, "next", &hint.next, error))
    return FALSE;
  hint.kind = lp_catalogue_keep (catalogue, kind);
  g_array_append_val (catalogue->kind_hints, hint);
  return TRUE;
}

gboolean
lp_catalogue_check_kind_hint (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  const char *kind = json_object_get_string_member (object, "kind");
  LpJsonPlace at = LP_JSON_MEMBER (place, "kind");
  if (lp_catalogue_find (catalogue, kind) == NULL)
    return lp_json_fail (&at, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind", kind);
  const LpKindHint *hint = lp_catalogue_find_kind_hint (catalogue, kind);
  LpJsonPlace next = LP_JSON_MEMBER (place, "next");
  for (guint i = 0; hint->next[i] != NULL; i++)
    if (lp_catalogue_find (catalogue, hint->next[i]) == NULL)
      return lp_json_fail (&next, LP_READ_ERROR_REFERENCE, error, "“%s” is no kind", hint->next[i]);
  return TRUE;
}

const LpKindHint *
lp_catalogue_find_kind_hint (const LpCatalogue *catalogue, const char *kind)
{
  for (guint i = 0; i < catalogue->kind_hints->len; i++)
    {
      const LpKindHint *hint = &g_array_index (catalogue->kind_hints, LpKindHint, i);
      if (g_strcmp0 (hint->kind, kind) == 0)
        return hint;
    }
  return NULL;
}
