/* The requirements of a design on one line: "Production · Recovery time (RTO) 15m". */
#pragma once

#include "catalogue/catalogue.h"
#include "model/header.h"

G_BEGIN_DECLS

/* In the program's language; "" where nothing is required. Free with g_free(). */
char *lp_requirements_line (const LpHeader *header, const LpCatalogue *catalogue);

G_END_DECLS
