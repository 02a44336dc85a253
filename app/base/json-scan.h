/* The strict walk over JSON text behind json-text.h. Private to app/base. */
#pragma once

#include "base/json-text.h"

G_BEGIN_DECLS

/* A step of a path from the root: a member's name (decoded) or an item's index. */
typedef struct
{
  const char *key; /* NULL: an item */
  guint index;
} LpJsonStep;

typedef struct
{
  LpReadErrorCode code;
  gsize offset;       /* where it is wrong */
  const char *message; /* translated, static */
} LpJsonFault;

/* Walks the whole text. FALSE: *fault says what is wrong. */
gboolean lp_json_scan (const char *text, gsize size, LpJsonLimits limits, LpJsonFault *fault);

/* The offset of the value at the path, in a text that lp_json_scan() has passed; FALSE where there is none. */
gboolean lp_json_scan_find (const char *text, gsize size, const LpJsonStep *path, guint n_steps, gsize *offset);

/* The offsets (gsize) of the items of the array at the root's member `key`; NULL where there is none. */
GArray *lp_json_scan_items (const char *text, gsize size, const char *key);

LpPosition lp_json_scan_position (const char *text, gsize size, gsize offset);

G_END_DECLS
