/* The requirements of a design on one line: "Production · Recovery time (RTO) 15m". */
#pragma once

#include "catalogue/catalogue.h"
#include "model/header.h"

G_BEGIN_DECLS

/* The value of a property as a person reads it, in the program's language: a choice by its label, "99.9 %". Free with
 * g_free(). */
char *lp_property_describe (const LpPropertyKind *property, JsonNode *value);

/* In the program's language; "" where nothing is required. Free with g_free(). */
char *lp_requirements_line (const LpHeader *header, const LpCatalogue *catalogue);

G_END_DECLS
