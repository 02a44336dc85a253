/* What the files that read rules share. */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

/* Refuses members of `object` that are not among `known` (NULL-terminated), at the first of them. */
gboolean lp_rule_check_members (JsonObject *object,
                                const LpJsonPlace *place,
                                const char *const *known,
                                GError **error);
/* Refuses a kind that the catalogue does not know, and names the one that is meant. */
gboolean lp_rule_check_kind (const char *kind, const LpJsonPlace *place, GError **error);
/* An expression: a text, or a list of lines. NULL in *expr where the member is not there and not required. */
gboolean lp_rule_read_expression (JsonObject *object,
                                  const LpJsonPlace *place,
                                  const char *key,
                                  gboolean required,
                                  const LpExprOptions *options,
                                  LpExpr **expr,
                                  GError **error);
/* A text in one language or all, each a template. */
gboolean lp_rule_read_templates (JsonObject *object,
                                 const LpJsonPlace *place,
                                 const char *key,
                                 gboolean required,
                                 const LpExprOptions *options,
                                 LpTemplate **templates,
                                 GError **error);
gboolean lp_rule_read_fixes (
    LpRule *rule, JsonObject *root, const LpJsonPlace *place, const LpExprOptions *options, GError **error);
gboolean lp_rule_read_examples (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error);
gboolean lp_rule_read_references (LpRule *rule, JsonObject *root, const LpJsonPlace *place, GError **error);

G_END_DECLS
