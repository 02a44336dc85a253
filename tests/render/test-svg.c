#include "drawing.h"

#include "io/format.h"
#include "render/svg.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

static const LpSceneOptions everything = { .annotate = TRUE, .legend = TRUE, .title = TRUE, .numbers = TRUE };

static GBytes *
draw (LpDesign *design, LpExportOptions options)
{
  const char *const web[] = { "web-1", NULL }, *const db[] = { "db", NULL };
  g_autoptr (LpReview) review
      = test_review (test_finding ("HA-001", LP_SEVERITY_ERROR, LP_OUTCOME_FAIL, web),
                     test_finding ("BK-001", LP_SEVERITY_INFO, LP_OUTCOME_FAIL, db), NULL);
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), review, everything);
  return lp_svg_write (scene, &options);
}

static xmlDoc *
parse (GBytes *svg)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg), "test.svg", NULL,
                               XML_PARSE_NONET);
  g_assert_nonnull (doc);
  return doc;
}

static guint
count (xmlDoc *doc, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, context);
  guint n = found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return n;
}

static void
test_golden_bytes (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (GBytes) source = lp_native_write (design);
  g_autoptr (GBytes) light = draw (design, (LpExportOptions){ .format = "svg", .source = source });
  test_golden ("render/goldens/layers.svg", g_bytes_get_data (light, NULL), g_bytes_get_size (light));
  g_autoptr (GBytes) automatic = draw (design, (LpExportOptions){ .format = "svg", .auto_theme = TRUE });
  test_golden ("render/goldens/layers-auto.svg", g_bytes_get_data (automatic, NULL),
               g_bytes_get_size (automatic));
}

static void
test_says_what_it_shows (void)
{
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (GBytes) svg = draw (design, (LpExportOptions){ .format = "svg" });
  xmlDoc *doc = parse (svg);
  g_assert_cmpuint (
      count (doc,
             "//s:g[@data-id='web-1'][@data-kind='ec2-instance'][s:title='web-1'][s:desc='EC2 instance']"),
      ==, 1);
  g_assert_cmpuint (count (doc, "//s:g[@data-id='c1'][@data-kind='traffic']/s:title"), ==, 1);
  g_assert_cmpuint (count (doc, "//s:g[@data-rule='HA-001']/s:title"), ==, 1);
  g_assert_cmpuint (count (doc, "//s:text[.='Front door']"), ==, 1);
  g_assert_cmpuint (count (doc, "//s:metadata"), ==, 0);
  g_assert_cmpuint (count (doc, "/s:svg/s:title[.='Order service']"), ==, 1);
  xmlFreeDoc (doc);
}

/* What GTK.md found that one of librsvg, Inkscape and Chromium does not draw. */
static void
test_only_what_all_draw (void)
{
  static const char *const forbidden[]
      = { "var(", "foreignObject", "dominant-baseline", "textLength", "feDropShadow", "inline-size", " href=",
          "rgb(", ":root",         "<marker",           "NaN",        "nan",          "inf" };
  g_autoptr (LpDesign) design = test_design_file ("layers");
  g_autoptr (GBytes) svg = draw (design, (LpExportOptions){ .format = "svg", .auto_theme = TRUE });
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (text, forbidden[i]) != NULL)
      {
        g_test_message ("the SVG holds “%s”", forbidden[i]);
        g_test_fail ();
      }
  xmlDoc *doc = parse (svg);
  guint uses = count (doc, "//s:use"), symbols = count (doc, "//s:symbol");
  g_assert_cmpuint (uses, >=, symbols);
  g_assert_cmpuint (symbols, >=, 5);
  xmlFreeDoc (doc);
}

/* The document comes back out of the picture as it was. */
static void
reopen (LpDesign *design)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) source = lp_native_write (design);
  g_autoptr (GBytes) svg = draw (design, (LpExportOptions){ .format = "svg", .source = source });
  g_autoptr (LpImport) import = lp_import_bytes (svg, "picture.svg", lp_catalogue_get_default (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (import->format, ==, "loadpath");
  g_assert_cmpuint (import->parts->len, ==, 1);
  const LpImportPart *part = g_ptr_array_index (import->parts, 0);
  g_autoptr (GBytes) back = lp_native_write (part->design);
  g_assert_true (g_bytes_equal (source, back));
}

static void
test_reopen (void)
{
  g_autoptr (LpDesign) layers = test_design_file ("layers");
  g_autoptr (LpDesign) odd = test_design_file ("odd");
  g_autoptr (LpDesign) hostile
      = test_design ("{\"loadpath\": 1, \"title\": \"]]> & <b> \\u0001 \\uFFFE \\r\", \"components\": ["
                     "{\"id\": \"a\", \"kind\": \"alb\", \"label\": \"</text>\\u0002\\uFFFF\\\\u0041 "
                     "\\\"'\"}], \"connections\": []}");
  reopen (layers);
  reopen (odd);
  reopen (hostile);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lp_language_set (LP_LANGUAGE_EN);
  g_test_add_func ("/svg/golden", test_golden_bytes);
  g_test_add_func ("/svg/says-what-it-shows", test_says_what_it_shows);
  g_test_add_func ("/svg/only-what-all-draw", test_only_what_all_draw);
  g_test_add_func ("/svg/reopen", test_reopen);
  return g_test_run ();
}
