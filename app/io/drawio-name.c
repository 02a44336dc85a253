#include "io/drawio-name.h"

#include <string.h>

static const char prefix[] = "mxgraph.";

/* "mxgraph.aws4.ec2" -> "aws4:ec2". */
static char *
from_stencil (const char *stencil)
{
  if (stencil == NULL || !g_str_has_prefix (stencil, prefix))
    return NULL;
  char *name = g_strdup (stencil + strlen (prefix));
  char *dot = strchr (name, '.');
  if (dot == NULL)
    g_clear_pointer (&name, g_free);
  else
    *dot = ':';
  return name;
}

/* "img/lib/azure2/compute/Virtual_Machine.svg" -> "image:Virtual_Machine"; a picture inside the file has no
 * name. */
static char *
from_image (const LpDrawioStyle *style)
{
  const char *image = lp_drawio_style_get (style, "image");

  if (image == NULL || *image == '\0' || g_str_has_prefix (image, "data:"))
    return image != NULL && *image != '\0' ? g_strdup ("image:") : NULL;
  const char *slash = strrchr (image, '/');
  g_autofree char *base = g_strndup (slash != NULL ? slash + 1 : image, 120);
  base[strcspn (base, ".?#")] = '\0';
  g_autofree char *words = g_uri_unescape_string (base, NULL);
  return g_strconcat ("image:", words != NULL && g_utf8_validate (words, -1, NULL) ? words : base, NULL);
}

char *
lp_drawio_name_of_style (const LpDrawioStyle *style)
{
  static const char *const inner[] = { "resIcon", "prIcon", "grIcon" };
  const char *shape = lp_drawio_style_get (style, "shape");
  char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (inner) && name == NULL; i++)
    name = from_stencil (lp_drawio_style_get (style, inner[i]));
  if (name == NULL)
    name = from_stencil (shape);
  if (name == NULL)
    name = from_image (style);
  return name;
}

gboolean
lp_drawio_name_is_aws (const char *foreign)
{
  return foreign != NULL && g_str_has_prefix (foreign, "aws");
}

/* aws3d writes names in camel case: "applicationServer" -> "application_server". */
static char *
snake_case (const char *name)
{
  GString *snake = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c > name && !g_ascii_isupper (c[-1]) && c[-1] != '_')
        g_string_append_c (snake, '_');
      g_string_append_c (snake, *c == ' ' || *c == '-' ? '_' : g_ascii_tolower (*c));
    }
  return g_string_free (snake, FALSE);
}

/* "instance2", "users_3", "group_aws_cloud_alt", "internet_alt2" -> the name that they vary; FALSE where it
 * is none. */
static gboolean
cut_variant (char *name)
{
  static const char *const endings[] = { "_alt", "_alternate", "_light", "_dark" };
  gsize size = strlen (name), kept = size;

  while (kept > 1 && g_ascii_isdigit (name[kept - 1]))
    kept--;
  if (kept < size && kept > 1 && name[kept - 1] == '_')
    kept--;
  name[kept] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]) && kept > strlen (endings[i]))
      name[kept - strlen (endings[i])] = '\0';
  return strlen (name) < size;
}

static const LpKind *
find_in_families (const LpCatalogue *catalogue, const char *own, const char *name)
{
  static const char *const families[] = { "aws4", "aws3", "aws3d", "aws2", "aws", "aws20" };
  g_autofree char *first = g_strconcat (own, ":", name, NULL);
  const LpKind *kind = lp_catalogue_find_foreign (catalogue, "drawio", first);

  for (guint i = 0; i < G_N_ELEMENTS (families) && kind == NULL; i++)
    {
      g_autofree char *other = g_strconcat (families[i], ":", name, NULL);
      kind = lp_catalogue_find_foreign (catalogue, "drawio", other);
    }
  return kind;
}

/* "m4_instance", "t3a_instance": the icons of the instance families. */
static gboolean
is_instance_family (const char *name)
{
  gsize n = strcspn (name, "_");
  return n >= 2 && n <= 6 && g_ascii_isalpha (name[0]) && g_str_equal (name + n, "_instance")
         && strcspn (name, "0123456789") < n;
}

const LpKind *
lp_drawio_name_find_kind (const LpCatalogue *catalogue, const char *foreign)
{
  g_autofree char *family = g_strdup (foreign);
  char *colon = strchr (family, ':');
  if (colon == NULL || !lp_drawio_name_is_aws (foreign))
    return NULL;
  *colon = '\0';
  const LpKind *kind = lp_catalogue_find_foreign (catalogue, "drawio", foreign);
  if (kind != NULL)
    return kind;
  /* aws2 groups its names: "compute_and_networking.vpc_internet_gateway". */
  const char *dot = strrchr (colon + 1, '.');
  g_autofree char *name = snake_case (dot != NULL ? dot + 1 : colon + 1);
  if (is_instance_family (name))
    return lp_catalogue_find (catalogue, "ec2-instance");
  do
    kind = find_in_families (catalogue, family, name);
  while (kind == NULL && cut_variant (name));
  return kind;
}

char *
lp_drawio_name_for_people (const char *foreign)
{
  const char *colon = strchr (foreign, ':');
  const char *dot = strrchr (foreign, '.');
  const char *name = dot != NULL ? dot + 1 : colon != NULL ? colon + 1 : foreign;
  g_autofree char *words = g_str_has_prefix (name, "group_") ? g_strdup (name + 6) : g_strdup (name);

  g_strdelimit (words, "_-", ' ');
  g_strstrip (words);
  if (*words == '\0')
    return NULL;
  words[0] = g_ascii_toupper (words[0]);
  return g_steal_pointer (&words);
}
