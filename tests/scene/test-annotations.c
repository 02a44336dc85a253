#include "drawing.h"
#include "scene/annotation-shape.h"
#include "scene/bitmap.h"
#include "scene/metrics.h"

#include <string.h>

/* 4 by 2 pixels. */
static const char picture[] = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAE0lEQVR42mNgqDjxv+IElETmAACtqA39qKTt1wAAAABJRU5ErkJggg==";

static void
test_golden_drawing (void)
{
  g_autoptr (LpDesign) design = test_design_file ("annotations");
  LpSceneOptions options = { .annotate = TRUE, .legend = TRUE, .title = TRUE };
  g_autoptr (LpScene) scene = lp_scene_new (design, lp_catalogue_get_default (), NULL, options);
  g_autofree char *text = lp_draw_list_print (lp_scene_get_list (scene));
  test_golden ("scene/goldens/annotations.txt", text, strlen (text));
}

static LpRect
rect_of (const char *json)
{
  g_autoptr (LpDesign) design = test_design (json);
  g_autoptr (LpPlacement) placement = lp_placement_new (design, lp_catalogue_get_default ());
  g_assert_false (placement->is_frame[0]);
  g_assert_cmpfloat (placement->extent[0].h, ==, placement->rect[0].h);
  return placement->rect[0];
}

static void
test_sizes (void)
{
  LpRect empty = rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"note\"}]}");
  g_assert_cmpfloat (empty.w, ==, 184);
  g_assert_cmpfloat (empty.h, ==, 48);
  LpRect words = rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"note\","
                          "\"label\": \"one\\ntwo\\n\\nfour\"}]}");
  g_assert_cmpfloat (words.h, ==, 4 * 16 + 24);
  /* Never too small for its words, and as large as was wished otherwise. */
  LpRect small = rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"note\","
                          "\"label\": \"one\\ntwo\\n\\nfour\", \"at\": [0, 0], \"size\": [240, 10]}]}");
  g_assert_cmpfloat (small.w, ==, 240);
  g_assert_cmpfloat (small.h, ==, 4 * 16 + 24);
  LpRect title = rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"t\", \"kind\": \"text\","
                          "\"label\": \"Order service\", \"set\": {\"style\": \"title\"}}]}");
  g_assert_cmpfloat (title.h, ==, 31);
  g_assert_cmpfloat (title.w, ==, ceil (lp_text_width ("Order service", 24, LP_WEIGHT_BOLD)));
  /* Words in Hangul are broken between them. */
  LpAnnotationFont font = { 12, LP_WEIGHT_REGULAR, 16 };
  g_auto (GStrv) lines = lp_annotation_wrap ("웹 계층은 그대로 둡니다", &font, 60);
  g_assert_cmpstr (lines[0], ==, "웹 계층은");
  g_assert_cmpstr (lines[1], ==, "그대로");
}

/* Nothing that a document may hold makes them endless. */
static void
test_absurd (void)
{
  LpRect large = rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"note\", \"at\": [0, 0],"
                          "\"size\": [1e7, 1e7]}]}");
  g_assert_cmpfloat (large.w, ==, 1e5);
  g_autofree char *many = g_strnfill (100000, 'x');
  for (guint i = 1; i < 100000; i += 2)
    many[i] = '\n';
  LpAnnotationFont font = { 12, LP_WEIGHT_REGULAR, 16 };
  g_auto (GStrv) lines = lp_annotation_wrap (many, &font, 0);
  g_assert_cmpuint (g_strv_length (lines), <=, 2000);
  const char *data[] = { "", "nonsense", "iVBORw0KGgo=", "12", NULL };
  for (guint i = 0; data[i] != NULL; i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"image\", \"set\": {\"data\": \"%s\"}}]}", data[i]);
      g_assert_cmpfloat (rect_of (json).w, ==, 160);
    }
  rect_of ("{\"loadpath\": 1, \"components\": [{\"id\": \"n\", \"kind\": \"image\", \"set\": {\"data\": 12}}]}");
}

static void
test_bitmap (void)
{
  g_autoptr (LpBitmap) first = lp_bitmap_get (picture), second = lp_bitmap_get (picture);
  g_assert_nonnull (first);
  g_assert_true (first == second);
  g_assert_cmpuint (lp_bitmap_get_width (first), ==, 4);
  g_assert_cmpuint (lp_bitmap_get_height (first), ==, 2);
  g_assert_cmpstr (lp_bitmap_get_base64 (first), ==, picture);
  /* The same with white space in it is another text, but the same picture. */
  g_autofree char *spaced = g_strdup_printf ("%.20s\n%s", picture, picture + 20);
  g_autoptr (LpBitmap) third = lp_bitmap_get (spaced);
  g_assert_cmpuint (lp_bitmap_get_key (third), ==, lp_bitmap_get_key (first));
  g_assert_null (lp_bitmap_get (NULL));
  g_assert_null (lp_bitmap_get (""));
}

static void
test_bitmap_limits (void)
{
  guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
                    0,    0,   0x10, 0,  0,    0,    0x10, 0,   8, 2, 0, 0,  0 };
  guint width, height;
  g_assert_true (lp_bitmap_check (head, sizeof head, &width, &height));
  g_assert_cmpuint (width, ==, 4096);
  head[18] = 0x40; /* 16,384 wide */
  g_assert_false (lp_bitmap_check (head, sizeof head, &width, &height));
  head[18] = 0x20, head[22] = 0x20; /* too many together */
  g_assert_false (lp_bitmap_check (head, sizeof head, &width, &height));
  head[18] = 0; /* none */
  g_assert_false (lp_bitmap_check (head, sizeof head, &width, &height));
  g_assert_false (lp_bitmap_check (head, 20, &width, &height));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/golden", test_golden_drawing);
  g_test_add_func ("/annotations/sizes", test_sizes);
  g_test_add_func ("/annotations/absurd", test_absurd);
  g_test_add_func ("/annotations/bitmap", test_bitmap);
  g_test_add_func ("/annotations/bitmap-limits", test_bitmap_limits);
  return g_test_run ();
}
