/* A property as a row that edits it: a list of choices with "Not known" among them, or an entry that takes only
 * what the property may have. */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define LP_TYPE_FIELD (lp_field_get_type ())
G_DECLARE_FINAL_TYPE (LpField, lp_field, LP, FIELD, GObject)

/* Signal "edited" (JsonNode value): the person set it; NULL: made it unknown. Never for what is not valid. */

LpField *lp_field_new (const LpPropertyKind *property);
const LpPropertyKind *lp_field_get_property_kind (LpField *field);
/* The row; borrowed. */
GtkWidget *lp_field_get_row (LpField *field);
/* The line below the row that says what to write; hidden while there is nothing wrong. Borrowed. */
GtkWidget *lp_field_get_complaint (LpField *field);
/* Shows `value` (NULL: not known); no signal. An entry that has the keyboard keeps what is being typed where the
 * value is the one it had. */
void lp_field_set_value (LpField *field, JsonNode *value);

/* Of several things that differ: shows that, until one value is set for all of them; no signal. */
void lp_field_set_various (LpField *field);

/* Reads what a person typed. FALSE where the property does not take it; *complaint (translated, free with
 * g_free()) then says what to write. An empty text gives NULL: not known. */
gboolean lp_field_parse (const LpPropertyKind *property, const char *text, JsonNode **value, char **complaint);
/* What the entry shows for a value; "" for NULL. Free with g_free(). */
char *lp_field_format (const LpPropertyKind *property, JsonNode *value);

G_END_DECLS
