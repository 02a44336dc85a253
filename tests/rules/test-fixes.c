/* The contract of every fix of every rule that is built in (rules/fix-check.h). A failure names rule, fix and example. */

#include "base/resources.h"
#include "io/native.h"
#include "rules/fix-check.h"

static void
test_rule (gconstpointer data)
{
  const LpRule *rule = data;
  g_autoptr (GPtrArray) wrong = lp_rule_check_fixes (rule, lp_pack_get_default (), lp_native_read, lp_native_write);

  for (guint i = 0; i < wrong->len; i++)
    g_test_message ("%s: %s", rule->id, (const char *) wrong->pdata[i]);
  g_assert_cmpuint (wrong->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  const LpPack *pack = lp_pack_get_default ();
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      g_autofree char *path = g_strconcat ("/rules/fixes/", rule->id, NULL);
      g_test_add_data_func (path, rule, test_rule);
    }
  return g_test_run ();
}
