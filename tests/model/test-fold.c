#include "designs.h"
#include "model/fold.h"

static LpDesign *
read_design (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"loadpath\": 1, %s}", members);
  return test_design (text);
}

/* "users vpc=3 db; users-a:users>vpc:×2" */
static char *
print (const LpFold *fold)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < lp_design_get_n_components (fold->shown); i++)
    {
      const LpComponent *component = lp_design_get_component (fold->shown, i);
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", component->id);
      if (lp_fold_get_n_held (fold, i) > 0)
        g_string_append_printf (out, "=%u", lp_fold_get_n_held (fold, i));
    }
  for (guint i = 0; i < lp_design_get_n_connections (fold->shown); i++)
    {
      const LpConnection *line = lp_design_get_connection (fold->shown, i);
      g_string_append_printf (out, "; %s:%s>%s", line->id, line->from, line->to);
      if (line->label != NULL)
        g_string_append_printf (out, ":%s", line->label);
    }
  return g_string_free (out, FALSE);
}

#define assert_prints(fold, expected)          \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *printed_ = print (fold);  \
    g_assert_cmpstr (printed_, ==, expected);  \
  }                                            \
  G_STMT_END

#define PARTS(vpc, net)                                                                             \
  "\"components\": [{\"id\": \"users\", \"kind\": \"users\"},"                                      \
  "{\"id\": \"vpc\", \"kind\": \"vpc\", \"size\": [400, 300]" vpc "},"                              \
  "{\"id\": \"net\", \"kind\": \"subnet\", \"in\": \"vpc\"" net "},"                                \
  "{\"id\": \"a\", \"kind\": \"ec2-instance\", \"in\": \"net\"},"                                   \
  "{\"id\": \"b\", \"kind\": \"ec2-instance\", \"in\": \"net\"},"                                   \
  "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"vpc\"}],"                                 \
  "\"connections\": ["                                                                              \
  "{\"id\": \"users-a\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"a\", \"label\": \"x\"}," \
  "{\"id\": \"users-b\", \"kind\": \"traffic\", \"from\": \"users\", \"to\": \"b\"},"               \
  "{\"id\": \"a-b\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"b\"},"                       \
  "{\"id\": \"a-db\", \"kind\": \"traffic\", \"from\": \"a\", \"to\": \"db\"},"                     \
  "{\"id\": \"b-users\", \"kind\": \"traffic\", \"from\": \"b\", \"to\": \"users\"},"               \
  "{\"id\": \"dns\", \"kind\": \"dns\", \"from\": \"users\", \"to\": \"b\"}]"

static void
test_open (void)
{
  g_autoptr (LpDesign) design = read_design (PARTS ("", ""));
  g_autoptr (LpFold) fold = lp_fold_new (design);
  g_assert_true (fold->shown == design);
  g_assert_cmpuint (lp_fold_find (fold, "a"), ==, 3);
  g_assert_cmpuint (lp_fold_find (fold, "nobody"), ==, LP_NONE);
  g_assert_cmpuint (lp_fold_find_connection (fold, "a-b"), ==, 2);
}

/* What joins the two inside is gone; lines of one kind and direction between the same two are one; a line that stands
 * alone keeps its label. */
static void
test_inner (void)
{
  g_autoptr (LpDesign) design = read_design (PARTS ("", ", \"collapsed\": true"));
  g_autoptr (LpFold) fold = lp_fold_new (design);
  assert_prints (fold, "users vpc net=2 db; users-a:users>net:×2; a-db:net>db; b-users:net>users; dns:users>net");
  g_assert_cmpuint (lp_fold_find (fold, "b"), ==, 2);
  g_assert_cmpuint (lp_fold_find_connection (fold, "users-b"), ==, lp_fold_find_connection (fold, "users-a"));
  g_assert_cmpuint (lp_fold_find_connection (fold, "a-b"), ==, LP_NONE);
}

/* The outermost counts, and the whole is not touched. */
static void
test_outer (void)
{
  g_autoptr (LpDesign) design = read_design (PARTS (", \"collapsed\": true", ", \"collapsed\": true"));
  g_autoptr (LpFold) fold = lp_fold_new (design);
  assert_prints (fold, "users vpc=4; users-a:users>vpc:×2; b-users:vpc>users; dns:users>vpc");
  g_assert_false (lp_design_get_component (fold->shown, 1)->has_size);
  g_assert_true (lp_design_get_component (design, 1)->has_size);
  g_assert_cmpstr (lp_design_get_connection (design, 0)->label, ==, "x");
}

static void
test_unfolded (void)
{
  g_autoptr (LpDesign) design = read_design (PARTS (", \"collapsed\": true", ""));
  g_autoptr (LpFold) fold = lp_fold_new_open (design);
  g_assert_true (fold->shown == design);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/open", test_open);
  g_test_add_func ("/fold/inner", test_inner);
  g_test_add_func ("/fold/outer", test_outer);
  g_test_add_func ("/fold/unfolded", test_unfolded);
  return g_test_run ();
}
