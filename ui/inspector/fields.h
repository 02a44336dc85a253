/* The properties of one kind as a group of rows. */
#pragma once

#include "model/properties.h"
#include "ui/inspector/field.h"

G_BEGIN_DECLS

typedef struct _LpFields LpFields;

typedef void (*LpFieldEdited) (const char *property, JsonNode *value, gpointer data);

/* Appends a row for each property to the group. `edited` is called with NULL for "not known". */
LpFields *lp_fields_new (AdwPreferencesGroup *group, const LpPropertyKind *properties, guint n, LpFieldEdited edited,
                         gpointer data);
/* Before or after the end of the group; `edited` is not called any more. */
void lp_fields_free (LpFields *fields);
/* What the file has for the property, under whichever of its names; NULL where it has none. Borrowed. */
JsonNode *lp_fields_lookup (const LpProperties *values, const LpPropertyKind *property);
/* Shows the values; properties that are not there show as not known. */
void lp_fields_set_values (LpFields *fields, const LpProperties *values);
/* The field of a property, or NULL; borrowed. */
LpField *lp_fields_find (LpFields *fields, const char *property);

G_END_DECLS
