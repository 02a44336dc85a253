#include "rules/place-name.h"

#include "base/json-text.h"
#include "base/resources.h"
#include "rules/places.h"

#define REGION_CODE "[a-z]{2}(?:-gov|-isob?)?-(?:north|south|east|west|central)(?:east|west)?-[1-9]"
#define ZONE_WORD "(?:availability[ _-]?zone|가용[ _-]?영역|zone|az)"

typedef struct
{
  const char *code;
  char *names[4]; /* in lower case; NULL behind the last */
  const char *partners[LP_MOST_PARTNERS];
} LpRegionName;

static void
add_name (LpRegionName *region, const char *name)
{
  guint i = 0;
  while (region->names[i] != NULL)
    i++;
  if (i + 1 < G_N_ELEMENTS (region->names))
    region->names[i] = g_utf8_strdown (name, -1);
}

static void
read_partners (LpRegionName *region, JsonObject *object)
{
  JsonArray *list
      = json_object_has_member (object, "partners") ? json_object_get_array_member (object, "partners") : NULL;
  for (guint i = 0; list != NULL && i < MIN (json_array_get_length (list), LP_MOST_PARTNERS); i++)
    region->partners[i] = g_intern_string (json_array_get_string_element (list, i));
}

/* data/places/regions.json: {"regions": [{"code", "names": [], "partners": []}]} */
static gpointer
read_regions (gpointer data)
{
  GArray *regions = g_array_new (TRUE, TRUE, sizeof (LpRegionName));
  g_autoptr (GBytes) bytes = lp_resources_load ("places/regions.json", NULL);
  g_autoptr (LpJsonText) text
      = bytes != NULL ? lp_json_text_new (bytes, "regions.json", LP_JSON_LIMITS_DEFAULT, NULL) : NULL;
  if (text == NULL)
    return regions;

  JsonArray *list
      = json_object_get_array_member (json_node_get_object (lp_json_text_get_root (text)), "regions");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      JsonArray *names = json_object_get_array_member (object, "names");
      LpRegionName region = { .code = g_intern_string (json_object_get_string_member (object, "code")) };
      for (guint j = 0; j < json_array_get_length (names); j++)
        add_name (&region, json_array_get_string_element (names, j));
      read_partners (&region, object);
      g_array_append_val (regions, region);
    }
  return regions;
}

static const GArray *
region_names (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, read_regions, NULL);
}

static GRegex *
compiled (gsize *where, const char *pattern)
{
  if (g_once_init_enter (where))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
      if (regex == NULL)
        g_error ("%s: %s", pattern, error->message);
      g_once_init_leave (where, GPOINTER_TO_SIZE (regex));
    }
  return GSIZE_TO_POINTER (*where);
}

/* The group `n` of the first match, in lower case, or NULL. */
static char *
find (GRegex *regex, const char *text, int n)
{
  g_autoptr (GMatchInfo) match = NULL;
  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  g_autofree char *found = g_match_info_fetch (match, n);
  return found != NULL && *found != '\0' ? g_utf8_strdown (found, -1) : NULL;
}

static char *
normal (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  return g_strdup (g_strstrip (lower));
}

/* The name as words of its own: "Paris" is not in "comparison". Korean joins its particles to the word. */
static gboolean
names_place (const char *text, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

const char *
lp_region_code_find (const char *text)
{
  static gsize pattern;
  g_autofree char *code = find (compiled (&pattern, "(?<![a-z0-9])(" REGION_CODE ")(?![0-9])"), text, 1);
  if (code != NULL)
    return g_intern_string (code);

  g_autofree char *lower = g_utf8_strdown (text, -1);
  const GArray *regions = region_names ();
  for (guint i = 0; i < regions->len; i++)
    {
      const LpRegionName *region = &g_array_index (regions, LpRegionName, i);
      for (guint j = 0; region->names[j] != NULL; j++)
        if (names_place (lower, region->names[j]))
          return region->code;
    }
  return NULL;
}

const char *
lp_region_get_partner (const char *code, guint i)
{
  static const char *const others[LP_MOST_PARTNERS] = { "us-east-1", "eu-west-1", "us-west-2", "eu-central-1" };
  const GArray *regions = region_names ();

  for (guint j = 0; j < regions->len; j++)
    {
      const LpRegionName *region = &g_array_index (regions, LpRegionName, j);
      if (g_str_equal (region->code, code) && region->partners[0] != NULL)
        return i < LP_MOST_PARTNERS ? region->partners[i] : NULL;
    }
  return i < LP_MOST_PARTNERS && !g_str_equal (others[i], code) ? others[i] : NULL;
}

char *
lp_region_name (const char *text)
{
  static gsize plain;
  const char *code = lp_region_code_find (text);
  if (code != NULL)
    return g_strdup (code);
  if (g_regex_match (compiled (&plain, "^\\s*(?:aws )?(?:region|리전)?\\s*$"), text, 0, NULL))
    return NULL;
  return normal (text);
}

char *
lp_zone_code_name (const char *text)
{
  static gsize pattern;
  return find (compiled (&pattern, "(?<![a-z0-9])" REGION_CODE "([a-z])(?![a-z0-9])"), text, 1);
}

char *
lp_zone_name (const char *text, gboolean is_id)
{
  static gsize by_number, whole, start, short_form, plain;
  char *name = lp_zone_code_name (text);

  if (name == NULL)
    name = find (compiled (&by_number, "(?<![a-z0-9])[a-z]{3,4}[0-9]-(az[1-9])(?![0-9])"), text, 1);
  if (name == NULL)
    name = find (compiled (&short_form, "^\\s*[1-9]([a-f])\\s*$"), text, 1);
  if (name == NULL)
    name = find (compiled (&whole, "^\\s*" ZONE_WORD "[ _#:-]*[0-9]?([a-z]|[0-9]{1,2})\\s*$"), text, 1);
  if (name == NULL && !is_id)
    name = find (compiled (&start, "^\\s*" ZONE_WORD "[ _#:-]*[0-9]?([a-z]|[0-9]{1,2})(?=[\\s(,:/])"), text,
                 1);
  if (name != NULL)
    return name;
  if (g_regex_match (compiled (&plain, "^\\s*" ZONE_WORD "?\\s*$"), text, 0, NULL))
    return NULL;
  return normal (text);
}
