/* What the commands about rules share. */
#pragma once

#include "cli/options.h"
#include "rules/pack.h"

G_BEGIN_DECLS

/* An option that adds folders of rules to the built-in ones; `folders` is a char ** that is NULL. */
#define LP_OPTION_RULES(folders)                                                                                      \
  {                                                                                                                   \
    "rules", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(folders), N_("Add the rules of a folder; may be repeated"), N_("DIR") \
  }

/* The built-in rules and those of `folders` (nullable). NULL where a rule file is wrong: every mistake has
 * then been written to standard error. Free with lp_pack_unref(). */
LpPack *lp_command_load_rules (char **folders);

G_END_DECLS
