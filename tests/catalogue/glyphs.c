/* The glyphs: one consistent set on the grid, each its own, and the reading of their paths. */
#include <math.h>

#include "base/resources.h"
#include "base/xml-text.h"
#include "catalogue/catalogue.h"
#include "catalogue/glyph.h"

static LpPoint
curve_at (LpPoint from, const LpPoint p[3], double t)
{
  double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  return (LpPoint){ a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                     a * from.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

static void
assert_on_grid (const LpGlyph *glyph, LpPoint p)
{
  double half = LP_GLYPH_STROKE / 2;
  if (p.x < half || p.y < half || p.x > LP_GLYPH_GRID - half || p.y > LP_GLYPH_GRID - half)
    g_error ("%s leaves the grid at %g,%g", glyph->name, p.x, p.y);
}

static void
test_on_grid (void)
{
  for (const char *const *name = lp_glyph_names (); *name != NULL; name++)
    {
      const LpGlyph *glyph = lp_glyph_find (*name);
      LpPoint here = { 0, 0 };
      g_assert_cmpuint (glyph->n_segments, >, 1);
      for (guint i = 0; i < glyph->n_segments; i++)
        {
          const LpGlyphSegment *segment = &glyph->segments[i];
          for (int step = 1; segment->op == LP_GLYPH_CURVE && step <= 8; step++)
            assert_on_grid (glyph, curve_at (here, segment->p, step / 8.0));
          here = segment->op == LP_GLYPH_CURVE ? segment->p[2] : segment->p[0];
          assert_on_grid (glyph, here);
        }
    }
}

static void
test_every_kind (void)
{
  const LpCatalogue *catalogue = lp_catalogue_get_default ();
  for (guint i = 0; i < lp_catalogue_get_n_kinds (catalogue); i++)
    {
      const LpKind *kind = lp_catalogue_get_kind (catalogue, i);
      g_assert_cmpstr (lp_glyph_find (kind->glyph)->name, ==, kind->glyph);
    }
  g_assert_cmpstr (lp_glyph_find ("no-such-glyph")->name, ==, "generic");
  g_assert_cmpstr (lp_glyph_find (NULL)->name, ==, "generic");
}

static void
test_different (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (const char *const *name = lp_glyph_names (); *name != NULL; name++)
    {
      const LpGlyph *glyph = lp_glyph_find (*name);
      if (!g_hash_table_insert (seen, (gpointer) glyph->d, (gpointer) glyph->name))
        g_error ("%s is the same drawing as another glyph", glyph->name);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
}

/* Strokes only, in one weight: nothing but paths, and no style of their own. */
static void
test_files (void)
{
  g_auto (GStrv) paths = lp_resources_list ("glyphs");
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = lp_resources_load (paths[i], &error);
      g_autoptr (xmlDoc) doc = lp_xml_parse (bytes, paths[i], 1 << 16, &error);
      g_assert_no_error (error);
      xmlNode *root = xmlDocGetRootElement (doc);
      static const char *const expected[][2]
          = { { "fill", "none" },          { "stroke-width", "1.5" },       { "stroke-linecap", "round" },
              { "stroke-linejoin", "round" }, { "viewBox", "0 0 24 24" } };
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          g_autofree char *value = lp_xml_attribute (root, expected[j][0]);
          g_assert_cmpstr (value, ==, expected[j][1]);
        }
      for (xmlNode *node = root->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
          {
            g_assert_true (lp_xml_is (node, "path"));
            g_assert_null (node->properties->next);
          }
    }
}

static void
test_same_as_printed (void)
{
  for (const char *const *name = lp_glyph_names (); *name != NULL; name++)
    {
      const LpGlyph *glyph = lp_glyph_find (*name);
      g_autoptr (GArray) again = lp_glyph_parse (glyph->d);
      g_assert_nonnull (again);
      g_assert_cmpuint (again->len, ==, glyph->n_segments);
    }
}

static void
test_circle (void)
{
  g_autoptr (GArray) segments = lp_glyph_parse ("M4 12A8 8 0 1 1 20 12A8 8 0 1 1 4 12Z");
  g_assert_cmpuint (segments->len, ==, 6); /* move, four quarters, close */
  LpPoint here = { 4, 12 };
  for (guint i = 1; i < 5; i++)
    {
      const LpGlyphSegment *segment = &g_array_index (segments, LpGlyphSegment, i);
      g_assert_cmpint (segment->op, ==, LP_GLYPH_CURVE);
      for (int step = 0; step <= 8; step++)
        {
          LpPoint p = curve_at (here, segment->p, step / 8.0);
          g_assert_cmpfloat_with_epsilon (hypot (p.x - 12, p.y - 12), 8, 0.01);
        }
      here = segment->p[2];
    }
}

static void
assert_ends (const char *data, double x, double y)
{
  g_autoptr (GArray) segments = lp_glyph_parse (data);
  g_assert_nonnull (segments);
  const LpGlyphSegment *last = &g_array_index (segments, LpGlyphSegment, segments->len - 1);
  LpPoint p = last->op == LP_GLYPH_CURVE ? last->p[2] : last->p[0];
  g_assert_cmpfloat_with_epsilon (p.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (p.y, y, 1e-9);
}

static void
test_commands (void)
{
  assert_ends ("M1 2", 1, 2);
  assert_ends ("M1 2 3 4", 3, 4);
  assert_ends ("m1 2l3 4", 4, 6);
  assert_ends ("M1 2H5V7", 5, 7);
  assert_ends ("M1 2h5v7", 6, 9);
  assert_ends ("M1,2 c1 1 2 2 3 3s1 1 2 2", 6, 7);
  assert_ends ("M1 2q1 1 2 2t3 3", 6, 7);
  assert_ends ("M1 2a3 3 0 013 3", 4, 5);
  assert_ends ("M1 2l3 4z", 1, 2);
  static const char *const wrong[] = { "1 2", "L1 2", "M1", "M1 2X3", "M1 2A3 3 0 2 0 4 4", "M1 2Z3", "Mnan 1" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (lp_glyph_parse (wrong[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph/circle", test_circle);
  g_test_add_func ("/glyph/commands", test_commands);
  g_test_add_func ("/glyph/every-kind", test_every_kind);
  g_test_add_func ("/glyph/on-grid", test_on_grid);
  g_test_add_func ("/glyph/different", test_different);
  g_test_add_func ("/glyph/files", test_files);
  g_test_add_func ("/glyph/same-as-printed", test_same_as_printed);
  return g_test_run ();
}
