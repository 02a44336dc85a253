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
/* The row of a subnet or zone (NULL: the first) that what is selected may reach into, or NULL; borrowed. */
GtkWidget *lp_properties_page_find_span (LpPropertiesPage *page, const char *container);
/* Brings the row where the property is told into sight and gives it the keyboard: that of the property, or, for a
 * zone or region, of what it reaches into. */
void lp_properties_page_ask (LpPropertiesPage *page, const char *property);

G_END_DECLS
