/* The properties of a component, a connection or the requirements: names and JSON values, in the order in
 * which the file has them. Immutable once it is shared; a property that is not here is unknown. */
#pragma once

#include "base/json-value.h"

G_BEGIN_DECLS

typedef struct
{
  GRefString *name;
  JsonNode *value; /* sealed */
} LpProperty;

typedef struct _LpProperties LpProperties;

LpProperties *lp_properties_new (void);
LpProperties *lp_properties_ref (LpProperties *properties);
void lp_properties_unref (LpProperties *properties);

guint lp_properties_get_size (const LpProperties *properties);
const LpProperty *lp_properties_get (const LpProperties *properties, guint index);
/* The value, borrowed, or NULL where it is not set. NULL properties have none. */
JsonNode *lp_properties_lookup (const LpProperties *properties, const char *name);
/* The value where it is a string, else NULL. */
const char *lp_properties_lookup_string (const LpProperties *properties, const char *name);

/* A new list with the one property set (in its old place, or at the end) or, where `value` is NULL, unset.
 * `value` is taken over (transfer full) and sealed. */
LpProperties *lp_properties_with (const LpProperties *properties, const char *name, JsonNode *value);
/* All members of an object. */
LpProperties *lp_properties_read (LpJsonValue object);
gboolean lp_properties_equal (const LpProperties *a, const LpProperties *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpProperties, lp_properties_unref)

G_END_DECLS
