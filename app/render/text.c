#include "render/text.h"

#include "render/fonts.h"

#include <pango/pangocairo.h>

#include <string.h>

/* Layouts kept by a thread: those of a screen full of text, twice. */
#define GENERATION 4096

/* Two generations: what is used moves into the young one; when that is full, the old one goes. */
typedef struct
{
  PangoContext *context;
  GHashTable *young, *old; /* key -> PangoLayout */
} LpTextCache;

typedef struct
{
  float size;
  guint16 weight;
  char text[];
} LpTextKey;

static guint
key_hash (gconstpointer key)
{
  const LpTextKey *k = key;
  return g_str_hash (k->text) * 31 + (guint) (k->size * 8) + k->weight;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const LpTextKey *left = a, *right = b;
  return left->size == right->size && left->weight == right->weight && g_str_equal (left->text, right->text);
}

static LpTextKey *
key_new (const char *text, double size, guint weight)
{
  gsize length = strlen (text) + 1;
  LpTextKey *key = g_malloc (sizeof *key + length);
  key->size = (float) size;
  key->weight = weight;
  memcpy (key->text, text, length);
  return key;
}

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free, g_object_unref);
}

/* Without hinting a text is as wide at every zoom. */
static PangoContext *
context_new (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static void
cache_free (gpointer data)
{
  LpTextCache *cache = data;
  g_hash_table_unref (cache->young);
  g_hash_table_unref (cache->old);
  g_object_unref (cache->context);
  g_free (cache);
}

static GPrivate cache_of_thread = G_PRIVATE_INIT (cache_free);

static LpTextCache *
get_cache (void)
{
  LpTextCache *cache = g_private_get (&cache_of_thread);
  if (cache == NULL)
    {
      cache = g_new (LpTextCache, 1);
      cache->context = context_new ();
      cache->young = generation_new ();
      cache->old = generation_new ();
      g_private_set (&cache_of_thread, cache);
    }
  return cache;
}

static PangoLayout *
layout_new (PangoContext *context, const LpTextKey *key)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();
  pango_font_description_set_family_static (font, LP_FONT_FAMILIES);
  pango_font_description_set_weight (font, (PangoWeight) key->weight);
  pango_font_description_set_absolute_size (font, key->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  pango_font_description_free (font);
  return layout;
}

/* Borrowed until the next call on this thread. */
static PangoLayout *
get_layout (const char *text, double size, guint weight)
{
  LpTextCache *cache = get_cache ();
  g_autofree LpTextKey *key = key_new (text, size, weight);
  PangoLayout *layout = g_hash_table_lookup (cache->young, key);
  if (layout != NULL)
    return layout;
  gpointer old_key = NULL, old_layout = NULL;
  if (g_hash_table_steal_extended (cache->old, key, &old_key, &old_layout))
    {
      g_free (key);
      key = old_key;
      layout = old_layout;
    }
  else
    layout = layout_new (cache->context, key);
  if (g_hash_table_size (cache->young) >= GENERATION)
    {
      g_hash_table_unref (cache->old);
      cache->old = cache->young;
      cache->young = generation_new ();
    }
  g_hash_table_insert (cache->young, g_steal_pointer (&key), layout);
  return layout;
}

void
lp_paint_text (
    cairo_t *cr, const char *text, LpPoint baseline, double size, guint weight, LpAlign align)
{
  PangoLayout *layout = get_layout (text, size, weight);
  double x = baseline.x;
  if (align != LP_ALIGN_START)
    {
      PangoRectangle logical;
      pango_layout_get_extents (layout, NULL, &logical);
      x -= pango_units_to_double (logical.width) / (align == LP_ALIGN_MIDDLE ? 2 : 1);
    }
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  cairo_new_path (cr);
  cairo_move_to (cr, x, baseline.y);
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    pango_cairo_show_layout_line (cr, line);
  else
    {
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
}
