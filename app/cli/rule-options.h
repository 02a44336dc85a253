/* What the commands about rules share. */
#pragma once

#include "cli/options.h"
#include "rules/pack.h"

G_BEGIN_DECLS

/* The built-in rules and those of `folders` (nullable). NULL where a rule file is wrong: every mistake has
 * then been written to standard error. Free with lp_pack_unref(). */
LpPack *lp_command_load_rules (char **folders);
/* Writes the text to a file or standard output; gives the exit status, `status` where it was written. Takes
 * over the string. */
int lp_command_finish (const char *output, GString *text, int status);

G_END_DECLS
