/* Other names that a file may give a property. */

#include "catalogue/private.h"

typedef struct
{
  const char *name;     /* kept */
  const char *property;
  GStrv kinds;          /* of component or connection; "*": all that have the property */
  guint n_found;
} OtherName;

static gboolean
add_name (LpCatalogue *catalogue, OtherName *other, const char *kind, LpPropertyKind *properties, guint n,
          const LpJsonPlace *place, GError **error)
{
  LpPropertyKind *property = NULL;

  if (!g_strv_contains ((const char *const *) other->kinds, "*")
      && !g_strv_contains ((const char *const *) other->kinds, kind))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (properties[i].name, other->property))
      property = &properties[i];
  if (property == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (properties[i].name, other->name)
        || (properties[i].also != NULL && g_strv_contains (properties[i].also, other->name)))
      return lp_json_fail (place, LP_READ_ERROR_DUPLICATE, error, "“%s” has “%s” already: take one out", kind,
                           other->name);
  guint n_names = property->also != NULL ? g_strv_length ((GStrv) property->also) : 0;
  g_autofree const char **names = g_new0 (const char *, n_names + 2);
  for (guint i = 0; i < n_names; i++)
    names[i] = property->also[i];
  names[n_names] = other->name;
  property->also = lp_catalogue_keep_all (catalogue, names);
  other->n_found++;
  return TRUE;
}

static gboolean
add_to_all (LpCatalogue *catalogue, OtherName *other, const LpJsonPlace *place, GError **error)
{
  for (guint i = 0; i < catalogue->kinds->len; i++)
    {
      LpKind *kind = &g_array_index (catalogue->kinds, LpKind, i);
      if (!add_name (catalogue, other, kind->id, kind->properties, kind->n_properties, place, error))
        return FALSE;
    }
  for (guint i = 0; i < catalogue->connections->len; i++)
    {
      LpConnectionKind *kind = &g_array_index (catalogue->connections, LpConnectionKind, i);
      if (!add_name (catalogue, other, kind->id, kind->properties, kind->n_properties, place, error))
        return FALSE;
    }
  if (other->n_found == 0)
    return lp_json_fail (place, LP_READ_ERROR_REFERENCE, error, "none of these kinds has a property “%s”",
                         other->property);
  return TRUE;
}

gboolean
lp_catalogue_check_other_name (LpCatalogue *catalogue, JsonObject *object, const LpJsonPlace *place, GError **error)
{
  OtherName other = { 0 };
  g_auto (GStrv) kinds = NULL;

  if (!lp_json_get_string (object, place, "name", TRUE, &other.name, error)
      || !lp_json_get_string (object, place, "property", TRUE, &other.property, error)
      || !lp_json_get_strings (object, place, "kinds", TRUE, &kinds, error))
    return FALSE;
  other.name = lp_catalogue_keep (catalogue, other.name);
  other.kinds = kinds;
  return add_to_all (catalogue, &other, place, error);
}
