/* A cell's style: "shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.group_vpc;html=1;". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LpDrawioStyle LpDrawioStyle;

/* NULL stands for no style. */
LpDrawioStyle *lp_drawio_style_new (const char *text);
void lp_drawio_style_free (LpDrawioStyle *style);

/* The value of the key where it stands last, or NULL. Borrowed. */
const char *lp_drawio_style_get (const LpDrawioStyle *style, const char *key);
double lp_drawio_style_get_number (const LpDrawioStyle *style, const char *key, double fallback);
/* A name without "=": "text", "group", "ellipse". */
gboolean lp_drawio_style_has (const LpDrawioStyle *style, const char *name);
/* The colour under the key is there and is none. */
gboolean lp_drawio_style_is_none (const LpDrawioStyle *style, const char *key);

G_END_DECLS
