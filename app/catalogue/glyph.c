#include "catalogue/glyph.h"

#include <string.h>

#include "base/number.h"
#include "base/resources.h"
#include "base/xml-text.h"

#define FOLDER "glyphs"

/* Read when it is first asked for: a drawing needs a dozen of them. */
typedef struct
{
  LpGlyph glyph;
  char *path;
  gsize once;
} Slot;

typedef struct
{
  GHashTable *by_name;      /* to Slot */
  const char *const *names;
} Glyphs;

/* The data of all <path> elements of the file, joined. */
static char *
read_path_data (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lp_resources_load (path, &error);
  g_autoptr (xmlDoc) doc = bytes ? lp_xml_parse (bytes, path, 1 << 20, &error) : NULL;
  if (doc == NULL)
    g_error ("%s: %s", path, error->message);
  GString *data = g_string_new (NULL);
  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    if (lp_xml_is (node, "path"))
      {
        g_autofree char *d = lp_xml_attribute (node, "d");
        g_string_append_printf (data, "%s ", d ? d : "");
      }
  return g_string_free (data, FALSE);
}

static char *
print_segments (GArray *segments)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const int counts[] = { 1, 1, 3, 0 };
  GString *d = g_string_new (NULL);
  for (guint i = 0; i < segments->len; i++)
    {
      const LpGlyphSegment *segment = &g_array_index (segments, LpGlyphSegment, i);
      char x[LP_NUMBER_BUFFER], y[LP_NUMBER_BUFFER];
      g_string_append_c (d, letters[segment->op]);
      for (int j = 0; j < counts[segment->op]; j++)
        g_string_append_printf (d, "%s%s %s", j ? " " : "", lp_number_format_rounded (segment->p[j].x, 2, x),
                                lp_number_format_rounded (segment->p[j].y, 2, y));
    }
  return g_string_free (d, FALSE);
}

static void
read_glyph (Slot *slot)
{
  g_autofree char *data = read_path_data (slot->path);
  GArray *segments = lp_glyph_parse (data);
  if (segments == NULL)
    g_error ("%s: the path data is not well-formed", slot->path);
  slot->glyph.d = print_segments (segments);
  slot->glyph.n_segments = segments->len;
  slot->glyph.segments = (const LpGlyphSegment *) (gpointer) g_array_free (segments, FALSE);
}

static Slot *
new_slot (const char *path)
{
  const char *leaf = path + strlen (FOLDER) + 1;
  Slot *slot = g_new0 (Slot, 1);
  slot->path = g_strdup (path);
  slot->glyph.name = g_strndup (leaf, strlen (leaf) - strlen (".svg"));
  return slot;
}

static Glyphs *
list_glyphs (void)
{
  g_auto (GStrv) paths = lp_resources_list (FOLDER);
  Glyphs *glyphs = g_new0 (Glyphs, 1);
  const char **names = g_new0 (const char *, g_strv_length (paths) + 1);
  glyphs->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      Slot *slot = new_slot (paths[i]);
      names[i] = slot->glyph.name;
      g_hash_table_insert (glyphs->by_name, (gpointer) slot->glyph.name, slot);
    }
  glyphs->names = names;
  return glyphs;
}

static const Glyphs *
get_glyphs (void)
{
  static gsize once = 0;
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) list_glyphs ());
  return (const Glyphs *) once;
}

const LpGlyph *
lp_glyph_find (const char *name)
{
  const Glyphs *glyphs = get_glyphs ();
  Slot *slot = name ? g_hash_table_lookup (glyphs->by_name, name) : NULL;
  if (slot == NULL)
    slot = g_hash_table_lookup (glyphs->by_name, "generic");
  if (g_once_init_enter (&slot->once))
    {
      read_glyph (slot);
      g_once_init_leave (&slot->once, 1);
    }
  return &slot->glyph;
}

const char *const *
lp_glyph_names (void)
{
  return get_glyphs ()->names;
}
