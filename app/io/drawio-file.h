/* The pages of a draw.io file: <mxfile> with <diagram>s, plain or compressed, or a bare <mxGraphModel>. */
#pragma once

#include <libxml/tree.h>

#include "io/format.h"

G_BEGIN_DECLS

extern const LpFormat lp_format_drawio;

typedef struct
{
  char *name;     /* or NULL */
  xmlDoc *doc;    /* of a page that was compressed; else NULL */
  xmlNode *model; /* <mxGraphModel>; NULL for a page with nothing on it */
} LpDrawioSource;

typedef struct
{
  xmlDoc *doc;
  GPtrArray *pages; /* of LpDrawioSource, at least one */
} LpDrawioFile;

/* Refuses in LP_READ_ERROR: what lp_xml_parse() refuses, FORMAT (other XML), MISSING (no page), COUNT (too
 * many pages), DAMAGED and SIZE (a compressed page), each with the page as its path. */
LpDrawioFile *lp_drawio_file_read (GBytes *xml, const char *file, GError **error);
void lp_drawio_file_free (LpDrawioFile *file);

/* The whole way from the XML to designs, one part for each page. What carries the XML comes here. */
LpImport *lp_drawio_read (GBytes *xml, const char *file, const LpCatalogue *catalogue, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDrawioFile, lp_drawio_file_free)

G_END_DECLS
