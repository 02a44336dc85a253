#include "scene/palette.h"

#include <math.h>

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double
linear (guint32 byte)
{
  double c = byte / 255.0;
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 rgb)
{
  return 0.2126 * linear (rgb >> 16) + 0.7152 * linear (rgb >> 8 & 0xff) + 0.0722 * linear (rgb & 0xff);
}

static double
contrast (LpTheme theme, LpColour a, LpColour b)
{
  double la = luminance (lp_palette_get (theme, a)), lb = luminance (lp_palette_get (theme, b));
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
expect_contrast (LpColour a, LpColour b, double least)
{
  for (LpTheme theme = LP_THEME_LIGHT; theme < LP_N_THEMES; theme++)
    if (contrast (theme, a, b) < least)
      {
        g_test_message ("%s on %s, theme %d: %.2f, wanted %.1f", lp_palette_name (a), lp_palette_name (b),
                        theme, contrast (theme, a, b), least);
        g_test_fail ();
      }
}

/* What a name or a line may lie on. */
static const LpColour grounds[]
    = { LP_COLOUR_PAPER, LP_COLOUR_SUBNET_PUBLIC_FILL, LP_COLOUR_SUBNET_PRIVATE_FILL };

static void
expect_on_grounds (const LpColour *colours, guint n, double least)
{
  for (guint i = 0; i < n; i++)
    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
      expect_contrast (colours[i], grounds[g], least);
}

static void
test_contrast_of_text (void)
{
  static const LpColour inks[] = {
    LP_COLOUR_TEXT,        LP_COLOUR_TEXT_DIM,    LP_COLOUR_CLOUD_INK,         LP_COLOUR_REGION_INK,
    LP_COLOUR_ZONE_INK,    LP_COLOUR_VPC_INK,     LP_COLOUR_SUBNET_PUBLIC_INK, LP_COLOUR_SUBNET_PRIVATE_INK,
    LP_COLOUR_ACCOUNT_INK, LP_COLOUR_SCALING_INK, LP_COLOUR_GUARD_INK,         LP_COLOUR_FRAME_INK,
  };
  expect_on_grounds (inks, G_N_ELEMENTS (inks), 4.5);
  expect_contrast (LP_COLOUR_TEXT, LP_COLOUR_GENERIC_FILL, 4.5);
  expect_contrast (LP_COLOUR_TEXT, LP_COLOUR_NOTE, 4.5);
  expect_contrast (LP_COLOUR_TEXT_DIM, LP_COLOUR_NOTE, 4.5);
  expect_contrast (LP_COLOUR_ERROR_INK, LP_COLOUR_ERROR, 4.5);
  expect_contrast (LP_COLOUR_WARNING_INK, LP_COLOUR_WARNING, 4.5);
  expect_contrast (LP_COLOUR_INFO_INK, LP_COLOUR_INFO, 4.5);
  expect_contrast (LP_COLOUR_QUESTION_INK, LP_COLOUR_QUESTION, 4.5);
}

static void
test_contrast_of_lines (void)
{
  static const LpColour lines[] = {
    LP_COLOUR_CLOUD,         LP_COLOUR_REGION,         LP_COLOUR_ZONE,     LP_COLOUR_VPC,
    LP_COLOUR_SUBNET_PUBLIC, LP_COLOUR_SUBNET_PRIVATE, LP_COLOUR_ACCOUNT,  LP_COLOUR_SCALING,
    LP_COLOUR_GUARD,         LP_COLOUR_FRAME,          LP_COLOUR_GENERIC,  LP_COLOUR_TRAFFIC,
    LP_COLOUR_REPLICATES,    LP_COLOUR_BACKUP,         LP_COLOUR_PROTECTS, LP_COLOUR_PLAIN,
    LP_COLOUR_ERROR,         LP_COLOUR_WARNING_EDGE,   LP_COLOUR_INFO,     LP_COLOUR_QUESTION,
    LP_COLOUR_NOTE_EDGE,
  };
  expect_on_grounds (lines, G_N_ELEMENTS (lines), 3);
}

static void
test_contrast_of_tiles (void)
{
  for (LpColour colour = LP_COLOUR_COMPUTE; colour <= LP_COLOUR_GENERIC; colour++)
    {
      expect_contrast (LP_COLOUR_GLYPH, colour, 3);
      expect_contrast (colour, LP_COLOUR_PAPER, 3);
    }
  static const LpColour tags[] = {
    LP_COLOUR_CLOUD,   LP_COLOUR_REGION,  LP_COLOUR_VPC,   LP_COLOUR_SUBNET_PUBLIC, LP_COLOUR_SUBNET_PRIVATE,
    LP_COLOUR_ACCOUNT, LP_COLOUR_SCALING, LP_COLOUR_GUARD, LP_COLOUR_FRAME,
  };
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    expect_contrast (LP_COLOUR_TAG_GLYPH, tags[i], 3);
}

static void
test_names (void)
{
  for (LpColour colour = LP_COLOUR_NONE; colour < LP_N_COLOURS; colour++)
    g_assert_cmpint (lp_palette_find (lp_palette_name (colour)), ==, colour);
  g_assert_cmpint (lp_palette_find ("ultraviolet"), ==, LP_COLOUR_GENERIC);
  g_assert_cmphex (lp_palette_get (LP_THEME_LIGHT, lp_palette_find ("compute")), ==, 0xed7100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/names", test_names);
  g_test_add_func ("/palette/contrast/text", test_contrast_of_text);
  g_test_add_func ("/palette/contrast/lines", test_contrast_of_lines);
  g_test_add_func ("/palette/contrast/tiles", test_contrast_of_tiles);
  return g_test_run ();
}
