#include "cli/rule-options.h"

LpPack *
lp_command_load_rules (char **paths, int *status)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  if (paths == NULL)
    return lp_pack_ref (lp_pack_get_default ());
  LpPack *pack = lp_pack_new (lp_pack_get_default ());
  for (guint i = 0; paths[i] != NULL; i++)
    {
      guint before = errors->len;
      lp_pack_add (pack, paths[i], errors);
      for (guint j = before; j < errors->len; j++)
        lp_command_input_error (paths[i], errors->pdata[j]);
    }
  if (errors->len > 0)
    *status = LP_EXIT_INPUT;
  return pack;
}
