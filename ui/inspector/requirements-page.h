/* What is required of the design as a whole. */
#pragma once

#include <adwaita.h>

#include "model/document.h"

G_BEGIN_DECLS

#define LP_TYPE_REQUIREMENTS_PAGE (lp_requirements_page_get_type ())
G_DECLARE_FINAL_TYPE (LpRequirementsPage, lp_requirements_page, LP, REQUIREMENTS_PAGE, AdwBin)

/* NULL: none. */
void lp_requirements_page_set_document (LpRequirementsPage *page, LpDocument *document);

G_END_DECLS
