/* What a team sets for its documents, in a file `.loadpath.json` beside them or in a folder above (docs/configuration.md).
 * Immutable; threads may share it. */
#pragma once

#include "base/text.h"
#include "model/finding.h"
#include "rules/facts.h"
#include "rules/pack.h"

G_BEGIN_DECLS

#define LP_CONFIGURATION_NAME ".loadpath.json"

/* The least severity that fails a run. */
enum
{
  LP_FAIL_ON_NEVER = -1, /* else an LpSeverity */
  LP_FAIL_ON_UNSET = -2,
};

typedef struct _LpConfiguration LpConfiguration;

/* Reads a file. Refuses in LP_READ_ERROR, at the place of the mistake: all that json-text.h refuses, a member that there
 * is not, a value that it may not have, a fact that there is not or that is not adjustable. */
LpConfiguration *lp_configuration_load (const char *path, GError **error);
LpConfiguration *lp_configuration_ref (LpConfiguration *configuration);
void lp_configuration_unref (LpConfiguration *configuration);

/* The file for documents of this folder: there, or in the nearest folder above it that has one; NULL where none has. An
 * absolute path; free with g_free(). */
char *lp_configuration_find (const char *folder);

/* Absolute. */
const char *lp_configuration_get_path (const LpConfiguration *configuration);
/* NULL where no fact is set. */
LpFacts *lp_configuration_get_facts (const LpConfiguration *configuration);
int lp_configuration_get_fail_on (const LpConfiguration *configuration);
/* FALSE where none is set. */
gboolean lp_configuration_get_language (const LpConfiguration *configuration, LpLanguage *language);
/* An absolute path, or NULL. */
const char *lp_configuration_get_baseline (const LpConfiguration *configuration);

/* Whether the rule is not to be used: by its own entry, else by that of its topic. A NULL configuration sets nothing. */
gboolean lp_configuration_is_off (const LpConfiguration *configuration, const char *rule, const char *topic);
/* FALSE where the severity is left to the rule. */
gboolean lp_configuration_get_severity (const LpConfiguration *configuration, const char *rule, const char *topic,
                                        LpSeverity *severity);

/* Puts the severities that are set into the findings (of LpFinding) of a review, and leaves out what is off: a finding that
 * is changed is put in the place of the one that was there, which is left as it is. */
void lp_configuration_apply (const LpConfiguration *configuration, const LpPack *pack, GPtrArray *findings);

/* Adds the packs that it names, as lp_pack_add() does. */
gboolean lp_configuration_add_packs (const LpConfiguration *configuration, LpPack *pack, GPtrArray *errors);
/* Once the pack is complete: an error for every rule or topic that it names and that there is not. */
gboolean lp_configuration_check_names (const LpConfiguration *configuration, const LpPack *pack, GPtrArray *errors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpConfiguration, lp_configuration_unref)

G_END_DECLS
