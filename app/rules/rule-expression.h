/* Expressions and sentences inside JSON, for rules and for what else carries them (scenarios). */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

/* An expression: a text, or a list of lines. NULL in *expr where the member is not there and not required. Refuses in
 * LP_READ_ERROR, at the place of the mistake inside the text. */
gboolean lp_rule_read_expression (JsonObject *object,
                                  const LpJsonPlace *place,
                                  const char *key,
                                  gboolean required,
                                  const LpExprOptions *options,
                                  LpExpr **expr,
                                  GError **error);
/* A text in one language or all, each a template; `templates` has room for LP_N_LANGUAGES. Refuses as above. */
gboolean lp_rule_read_templates (JsonObject *object,
                                 const LpJsonPlace *place,
                                 const char *key,
                                 gboolean required,
                                 const LpExprOptions *options,
                                 LpTemplate **templates,
                                 GError **error);
/* Refuses in LP_READ_ERROR what a "let" cannot define: small letters, digits and underscores are a name. */
gboolean lp_rule_check_name (const char *name, const LpJsonPlace *place, GError **error);
/* Refuses members of `object` that are not among `known` (NULL-terminated), at the first of them. */
gboolean lp_rule_check_members (JsonObject *object,
                                const LpJsonPlace *place,
                                const char *const *known,
                                GError **error);

G_END_DECLS
