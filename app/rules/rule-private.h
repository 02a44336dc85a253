/* What the files that read rules share. */
#pragma once

#include "rules/rule-expression.h"

G_BEGIN_DECLS

/* Refuses a kind that the catalogue does not know, and names the one that is meant. */
gboolean lp_rule_check_kind (const char *kind, const LpJsonPlace *place, GError **error);
gboolean lp_rule_read_fixes (
    LpRule *rule, JsonObject *root, const LpJsonPlace *place, const LpExprOptions *options, GError **error);
gboolean lp_rule_read_examples (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error);
gboolean lp_rule_read_references (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error);

G_END_DECLS
