/* What json-text.c and json-value.c share. Private to app/base. */
#pragma once

#include "base/json-scan.h"

G_BEGIN_DECLS

struct _LpJsonText
{
  GBytes *bytes;
  const char *text; /* behind the byte-order mark */
  gsize size;
  char *file;
  GArray *tape;       /* of LpTapeEntry */
  gsize parser; /* a JsonParser, made when the tree is first asked for, by whichever thread */
};

/* The member is of another type than `wanted` (translated); the member is not there. Both give FALSE. */
gboolean lp_json_fail_type (const LpJsonPlace *place, const char *key, const char *wanted, GError **error);
gboolean lp_json_fail_missing (const LpJsonPlace *place, const char *key, GError **error);

G_END_DECLS
