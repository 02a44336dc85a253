#include "cli/rule-options.h"

#include "rules/own-rules.h"

static void
complain (const char *path, const GError *error, gpointer status)
{
  lp_command_input_error (path, error);
  *(int *) status = LP_EXIT_INPUT;
}

LpPack *
lp_command_load_own_rules (int *status)
{
  g_auto (GStrv) folders = lp_own_rules_list_folders (NULL);
  LpPack *pack = lp_pack_new (lp_pack_get_default ());

  lp_own_rules_add (pack, (const char *const *) folders, complain, status);
  return pack;
}

void
lp_command_add_rules (LpPack *pack, char **paths, int *status)
{
  if (paths != NULL)
    lp_own_rules_add (pack, (const char *const *) paths, complain, status);
}

LpPack *
lp_command_load_rules (gboolean own, char **paths, int *status)
{
  LpPack *pack = own ? lp_command_load_own_rules (status) : lp_pack_new (lp_pack_get_default ());

  lp_command_add_rules (pack, paths, status);
  return pack;
}
