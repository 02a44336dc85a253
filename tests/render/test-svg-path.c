#include "render/svg-path.h"

static void
test_short (void)
{
  g_autoptr (GString) out = g_string_new ("before");
  LpSvgPath path = lp_svg_path_begin (out);
  lp_svg_path_move (&path, (LpPoint){ 10, -20 });
  lp_svg_path_line (&path, (LpPoint){ 30, -20 });
  lp_svg_path_line (&path, (LpPoint){ 30, -20.5 });
  lp_svg_path_line (&path, (LpPoint){ 30.001, -20.5 });
  lp_svg_path_curve (&path, (LpPoint){ 30, -16.63 }, (LpPoint){ 26.87, -13.5 }, (LpPoint){ 23, -13.5 });
  lp_svg_path_line (&path, (LpPoint){ 22, -12 });
  g_assert_cmpstr (out->str, ==, "M10-20h20v-.5c0 3.87-3.13 7-7 7l-1 1.5");
}

/* A thousand steps of a third each end where they should, to a hundredth. */
static void
test_no_drift (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  LpSvgPath path = lp_svg_path_begin (out);
  double x = 0;
  lp_svg_path_move (&path, (LpPoint){ 0, 0 });
  for (guint i = 1; i <= 1000; i++)
    lp_svg_path_line (&path, (LpPoint){ i / 3.0, 0 });
  for (const char *p = out->str + 4; *p != '\0';)
    x += g_ascii_strtod (p + 1, (char **) &p);
  g_assert_cmpfloat_with_epsilon (x, 1000 / 3.0, 0.0051);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/svg-path/short", test_short);
  g_test_add_func ("/render/svg-path/no-drift", test_no_drift);
  return g_test_run ();
}
