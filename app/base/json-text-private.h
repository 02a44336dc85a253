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

G_END_DECLS
