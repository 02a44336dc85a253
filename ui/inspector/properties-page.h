/* The properties of what is selected. */
#pragma once

#include <adwaita.h>

#include "ui/canvas/stage.h"
#include "ui/inspector/field.h"

G_BEGIN_DECLS

#define LP_TYPE_PROPERTIES_PAGE (lp_properties_page_get_type ())
G_DECLARE_FINAL_TYPE (LpPropertiesPage, lp_properties_page, LP, PROPERTIES_PAGE, AdwBin)

/* Shows the selection of the stage, and edits its document. NULL: none. */
void lp_properties_page_set_stage (LpPropertiesPage *page, LpStage *stage);
/* The field of a property of what is selected, or NULL; borrowed. */
LpField *lp_properties_page_find_field (LpPropertiesPage *page, const char *property);

G_END_DECLS
