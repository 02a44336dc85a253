/* Guarded reading of JSON: RFC 8259 to the letter, within limits, with positions for every complaint.
 *
 * The text is first walked by a strict scanner (json-glib's own parser takes comments, assignments and
 * duplicate keys, and keeps no positions), which remembers where every value stands. What is read then is either
 * json-glib's tree, made when it is first asked for, or the values where they stand (json-value.h). */
#pragma once

#include <json-glib/json-glib.h>

#include "base/diagnostic.h"

G_BEGIN_DECLS

typedef struct
{
  gsize max_bytes;
  guint max_depth;
  guint max_values; /* every object, array, string, number and literal counts */
} LpJsonLimits;

#define LP_JSON_LIMITS_DEFAULT ((LpJsonLimits){ .max_bytes = 256u << 20, .max_depth = 64, .max_values = 20000000u })

typedef struct _LpJsonText LpJsonText;

/* Parses `bytes`. `file` is the name to complain under. Refuses, in LP_READ_ERROR: SIZE, DEPTH, COUNT,
 * ENCODING, SYNTAX, DUPLICATE (a key twice in an object), NUMBER (does not fit a double, or an integer that
 * does not fit 64 bits). A byte-order mark is passed over. */
LpJsonText *lp_json_text_new (GBytes *bytes, const char *file, LpJsonLimits limits, GError **error);
void lp_json_text_free (LpJsonText *text);

/* Borrowed from the text. May be called by several threads. */
JsonNode *lp_json_text_get_root (LpJsonText *text);
const char *lp_json_text_get_file (LpJsonText *text);

/* A place inside the text while it is read: a chain on the caller's stack from the value to the root.
 * A link is either a member (`key`) or an item of an array (`key` NULL, `index`). */
typedef struct _LpJsonPlace LpJsonPlace;
struct _LpJsonPlace
{
  LpJsonText *text;
  const LpJsonPlace *up; /* NULL at the root */
  const char *key;
  guint index;
};

#define LP_JSON_ROOT(text_) ((LpJsonPlace){ .text = (text_) })
#define LP_JSON_MEMBER(up_, key_) ((LpJsonPlace){ .text = (up_)->text, .up = (up_), .key = (key_) })
#define LP_JSON_ITEM(up_, index_) ((LpJsonPlace){ .text = (up_)->text, .up = (up_), .index = (index_) })

/* "components[3].set.role"; "" for the root. Free with g_free(). */
char *lp_json_place_path (const LpJsonPlace *place);
LpPosition lp_json_place_position (const LpJsonPlace *place);

/* Sets `error` with the place's file, position and path, and returns FALSE. */
gboolean lp_json_fail (const LpJsonPlace *place, LpReadErrorCode code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Typed members of `object`, which stands at `place`. A member that is not there leaves *value alone and
 * is fine unless `required` (then MISSING); one of another type is refused (TYPE). What is returned is
 * borrowed from the object. */
gboolean lp_json_get_string (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                             const char **value, GError **error);
gboolean lp_json_get_boolean (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                              gboolean *value, GError **error);
gboolean lp_json_get_number (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                             double *value, GError **error);
gboolean lp_json_get_object (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                             JsonObject **value, GError **error);
gboolean lp_json_get_array (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                            JsonArray **value, GError **error);
/* A list of strings as a NULL-terminated vector; free with g_strfreev(). */
gboolean lp_json_get_strings (JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                              GStrv *value, GError **error);
/* Exactly `n` numbers. *present says whether the member is there. */
gboolean lp_json_get_numbers (JsonObject *object, const LpJsonPlace *place, const char *key, double *values,
                              guint n, gboolean *present, GError **error);
/* The node as an object, refused with TYPE where it is not one. */
JsonObject *lp_json_as_object (JsonNode *node, const LpJsonPlace *place, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpJsonText, lp_json_text_free)

G_END_DECLS
