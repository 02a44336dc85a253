/* The strict walk over JSON text behind json-text.h, and the tape that it leaves. Private to app/base. */
#pragma once

#include "base/json-text.h"

G_BEGIN_DECLS

typedef enum
{
  LP_TAPE_OBJECT, /* followed by its members: a string (the name), then the value */
  LP_TAPE_ARRAY,  /* followed by its items */
  LP_TAPE_STRING,
  LP_TAPE_INTEGER,
  LP_TAPE_NUMBER,
  LP_TAPE_TRUE,
  LP_TAPE_FALSE,
  LP_TAPE_NULL,
} LpTapeType;

/* One value where it stands in the text. Values follow each other in the order of the text, so that the one behind
 * a container and all that is in it is found by its `next`. */
typedef struct
{
  guint32 offset;
  guint32 next;
  guint32 type : 8;
  guint32 escaped : 1; /* a string that has a backslash */
} LpTapeEntry;

typedef struct
{
  LpReadErrorCode code;
  gsize offset;        /* where it is wrong */
  const char *message; /* translated, static */
} LpJsonFault;

/* Walks the whole text and appends its values (LpTapeEntry) to `tape`. FALSE: *fault says what is wrong. */
gboolean lp_json_scan (const char *text, gsize size, LpJsonLimits limits, GArray *tape, LpJsonFault *fault);

LpPosition lp_json_scan_position (const char *text, gsize size, gsize offset);

G_END_DECLS
