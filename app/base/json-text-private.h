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
  JsonParser *parser; /* made when the tree is first asked for */
};

G_END_DECLS
