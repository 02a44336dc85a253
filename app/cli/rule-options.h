/* What the commands about rules share. */
#pragma once

#include "cli/options.h"
#include "rules/pack.h"

G_BEGIN_DECLS

/* An option that adds folders of rules to the built-in ones; `folders` is a char ** that is NULL. */
#define LP_OPTION_RULES(folders)                                                                                      \
  {                                                                                                                   \
    "rules", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(folders), N_("Add the rules of a folder, or one rule; may be repeated"), N_("DIR") \
  }

/* The built-in rules, with the user's own (rules/own-rules.h) where `own`, and those of the folders and files that `paths`
 * (nullable) names. Where a rule is wrong, every mistake is written to standard error, *status becomes LP_EXIT_INPUT, and
 * the pack has the others. Free with lp_pack_unref(). */
LpPack *lp_command_load_rules (gboolean own, char **paths, int *status);
/* The first of these steps alone. */
LpPack *lp_command_load_own_rules (int *status);
/* The last. */
void lp_command_add_rules (LpPack *pack, char **paths, int *status);

G_END_DECLS
