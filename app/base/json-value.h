/* A value of a JSON text where it stands, without a copy: for documents, which may be large. Borrowed from the
 * text. (Data files, which are small, are read through json-glib's objects: json-text.h.) */
#pragma once

#include "base/json-text.h"

G_BEGIN_DECLS

typedef struct
{
  LpJsonText *text;
  guint entry;
} LpJsonValue;

LpJsonValue lp_json_text_get_value (LpJsonText *text);

gboolean lp_json_value_is_object (LpJsonValue value);
gboolean lp_json_value_is_array (LpJsonValue value);
gboolean lp_json_value_is_string (LpJsonValue value);

/* Walks over the members of an object or the items of an array. */
typedef struct
{
  LpJsonText *text;
  guint at, end;
} LpJsonWalk;

LpJsonWalk lp_json_value_walk (LpJsonValue container);
/* FALSE at the end. */
gboolean lp_json_walk_item (LpJsonWalk *walk, LpJsonValue *item);
/* `name` is a string value. */
gboolean lp_json_walk_member (LpJsonWalk *walk, LpJsonValue *name, LpJsonValue *value);

/* Whether a string is exactly `text`. */
gboolean lp_json_value_equals (LpJsonValue string, const char *text);
/* The string, decoded. Free with g_free(). */
char *lp_json_value_dup_string (LpJsonValue string);
/* A tree of json-glib's, sealed. */
JsonNode *lp_json_value_to_node (LpJsonValue value);

/* The member, or FALSE where it is not there. */
gboolean lp_json_value_find (LpJsonValue object, const char *key, LpJsonValue *value);

/* Typed members, as in json-text.h: fine where they are not there unless `required` (MISSING), refused where they
 * are of another type (TYPE). `place` is the object's. Strings are interned and the caller's own. */
gboolean lp_json_value_get_string (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required,
                                   GRefString **string, GError **error);
gboolean lp_json_value_get_number (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean required,
                                   double *number, GError **error);
/* Exactly `n` numbers. */
gboolean lp_json_value_get_numbers (LpJsonValue object, const LpJsonPlace *place, const char *key, double *numbers,
                                    guint n, gboolean *present, GError **error);
gboolean lp_json_value_get_boolean (LpJsonValue object, const LpJsonPlace *place, const char *key, gboolean *value,
                                    GError **error);
gboolean lp_json_value_get_object (LpJsonValue object, const LpJsonPlace *place, const char *key,
                                   LpJsonValue *member, gboolean *present, GError **error);
gboolean lp_json_value_get_array (LpJsonValue object, const LpJsonPlace *place, const char *key, LpJsonValue *member,
                                  gboolean *present, GError **error);

/* Exactly `n` numbers, of an array that stands at `place` and is, or belongs to, the member `key`. */
gboolean lp_json_value_read_numbers (LpJsonValue array, const LpJsonPlace *place, const char *key, double *numbers,
                                     guint n, GError **error);

/* Where each item of the array begins: an array of LpPosition, in order. One walk over the text. */
GArray *lp_json_value_item_positions (LpJsonValue array);

G_END_DECLS
