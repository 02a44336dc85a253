/* Values of facts by their unit. */
#pragma once

#include "rules/facts.h"

G_BEGIN_DECLS

/* Whether the JSON value is one in this unit, or a list of such. */
gboolean lp_fact_accepts (LpFactUnit unit, JsonNode *value);
gboolean lp_fact_unit_read (JsonObject *object, const LpJsonPlace *place, LpFactUnit *unit, GError **error);

G_END_DECLS
