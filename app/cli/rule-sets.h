/* Which rules hold for which file of a command: those that are built in, the user's own, those of its configuration,
 * and those of the command line. */
#pragma once

#include "cli/rule-options.h"
#include "rules/baseline.h"
#include "rules/configuration.h"

G_BEGIN_DECLS

/* The option; `file` is a char * that is NULL. */
#define LP_OPTION_CONFIG(file)                                                                                        \
  {                                                                                                                   \
    "config", 0, 0, G_OPTION_ARG_FILENAME, &(file),                                                                   \
        N_("Use this configuration instead of the .loadpath.json beside a document or above it; none for no one"),      \
        N_("FILE")                                                                                                    \
  }

typedef struct
{
  LpConfiguration *configuration; /* or NULL */
  LpPack *pack;
  LpBaseline *baseline; /* or NULL */
} LpRuleSet;

typedef struct _LpRuleSets LpRuleSets;

/* `folders` as lp_command_load_rules() takes them, `config` and `baseline` as the options have them: NULL, a path or
 * "none". What is wrong is written to standard error, once, *status becomes LP_EXIT_INPUT, and the rest is used. */
LpRuleSets *lp_rule_sets_new (char **folders, const char *config, const char *baseline, int *status);
void lp_rule_sets_free (LpRuleSets *sets);

/* For a document at `path`; "-" or NULL: in the current folder. Borrowed: the same for the same configuration. */
const LpRuleSet *lp_rule_sets_get (LpRuleSets *sets, const char *path);
/* All rules of all sets so far. Free with lp_pack_unref(). */
LpPack *lp_rule_sets_dup_pack (LpRuleSets *sets);
/* Of LpRuleSet, borrowed, in the order in which they were asked for. */
const GPtrArray *lp_rule_sets_get_all (LpRuleSets *sets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRuleSets, lp_rule_sets_free)

G_END_DECLS
