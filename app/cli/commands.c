#include "cli/commands.h"

const LpCommand *const lp_commands[] = {
  &lp_command_check,
  &lp_command_eval,
  &lp_command_explain,
  &lp_command_export,
  &lp_command_facts,
  &lp_command_fmt,
  &lp_command_grade,
  &lp_command_import,
  &lp_command_kinds,
  &lp_command_layout,
  &lp_command_new,
  &lp_command_reference,
  &lp_command_rules,
  &lp_command_scenarios,
  &lp_command_test_rules,
  &lp_command_test_scenarios,
  &lp_command_thumbnail,
  NULL,
};

const LpCommand *
lp_command_find (const char *name)
{
  for (const LpCommand *const *command = lp_commands; *command != NULL; command++)
    if (g_str_equal ((*command)->name, name))
      return *command;
  return NULL;
}
