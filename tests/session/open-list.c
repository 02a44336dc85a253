/* What was open is read as it was written, and what is no such file does no harm. */
#include "session/open-list.h"

#include <glib/gstdio.h>

#include "base/diagnostic.h"

static GPtrArray *
two_windows (void)
{
  GPtrArray *windows = lp_open_list_new ();
  LpOpenWindow *first = lp_open_window_new (), *second = lp_open_window_new ();
  LpOpenTab *tab = lp_open_tab_new ("file:///home/me/b%20%22c%22.loadpath");

  tab->placed = TRUE;
  tab->zoom = 1.25;
  tab->centre = (LpPoint){ -40.5, 300 };
  g_ptr_array_add (first->tabs, lp_open_tab_new ("file:///home/me/a.loadpath"));
  g_ptr_array_add (first->tabs, tab);
  first->selected = 1;
  g_ptr_array_add (second->tabs, lp_open_tab_new ("file:///c.loadpath"));
  g_ptr_array_add (windows, first);
  g_ptr_array_add (windows, second);
  return windows;
}

static void
assert_two_windows (GPtrArray *windows)
{
  g_assert_cmpuint (windows->len, ==, 2);
  const LpOpenWindow *first = windows->pdata[0], *second = windows->pdata[1];
  g_assert_cmpuint (first->tabs->len, ==, 2);
  g_assert_cmpuint (first->selected, ==, 1);
  const LpOpenTab *plain = first->tabs->pdata[0], *placed = first->tabs->pdata[1];
  g_assert_cmpstr (plain->uri, ==, "file:///home/me/a.loadpath");
  g_assert_false (plain->placed);
  g_assert_cmpstr (placed->uri, ==, "file:///home/me/b%20%22c%22.loadpath");
  g_assert_true (placed->placed);
  g_assert_cmpfloat (placed->zoom, ==, 1.25);
  g_assert_cmpfloat (placed->centre.x, ==, -40.5);
  g_assert_cmpfloat (placed->centre.y, ==, 300);
  g_assert_cmpuint (second->tabs->len, ==, 1);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) windows = two_windows ();
  g_autoptr (GBytes) bytes = lp_open_list_write (windows);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = lp_open_list_read (bytes, &error);

  g_assert_no_error (error);
  assert_two_windows (again);
}

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return lp_open_list_read (bytes, error);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", LP_READ_ERROR_SYNTAX },
    { "[]", LP_READ_ERROR_TYPE },
    { "{\"windows\": 3}", LP_READ_ERROR_TYPE },
    { "{\"windows\": [3]}", LP_READ_ERROR_TYPE },
    { "{\"windows\": [{\"tabs\": [{}]}]}", LP_READ_ERROR_MISSING },
    { "{\"windows\": [{\"tabs\": [{\"uri\": 1}]}]}", LP_READ_ERROR_TYPE },
    { "{\"windows\": [[[[[[[[[[]]]]]]]]]]}", LP_READ_ERROR_DEPTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) windows = read_text (cases[i].text, &error);
      g_assert_null (windows);
      g_assert_error (error, LP_READ_ERROR, cases[i].code);
    }
}

/* A number that names no tab selects the first. */
static void
test_selected_out_of_range (void)
{
  g_autoptr (GPtrArray) windows
      = read_text ("{\"windows\": [{\"selected\": 7, \"tabs\": [{\"uri\": \"file:///a\"}], \"new\": 1}]}", NULL);

  g_assert_cmpuint (windows->len, ==, 1);
  g_assert_cmpuint (((LpOpenWindow *) windows->pdata[0])->selected, ==, 0);
}

static void
test_file (void)
{
  g_autoptr (GPtrArray) windows = two_windows ();
  g_autofree char *path = lp_open_list_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = lp_open_list_load ();

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (lp_open_list_save (windows, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) again = lp_open_list_load ();
  assert_two_windows (again);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_autoptr (GPtrArray) broken = lp_open_list_load ();
  g_assert_cmpuint (broken->len, ==, 0);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("loadpath-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-list/round-trip", test_round_trip);
  g_test_add_func ("/open-list/refusals", test_refusals);
  g_test_add_func ("/open-list/selected-out-of-range", test_selected_out_of_range);
  g_test_add_func ("/open-list/file", test_file);
  return g_test_run ();
}
