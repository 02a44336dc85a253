#include "cli/rule-options.h"

LpPack *
lp_command_load_rules (char **folders)
{
  g_autoptr (LpPack) pack = NULL;
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  if (folders == NULL)
    return lp_pack_ref (lp_pack_get_default ());
  pack = lp_pack_new (lp_pack_get_default ());
  for (guint i = 0; folders[i] != NULL; i++)
    lp_pack_add_folder (pack, folders[i], errors);
  for (guint i = 0; i < errors->len; i++)
    lp_command_input_error (NULL, errors->pdata[i]);
  return errors->len == 0 ? g_steal_pointer (&pack) : NULL;
}
