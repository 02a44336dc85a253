/* What a document's view is put together from, besides the drawing. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

/* Adds a part to a new view, which has its session, with lp_document_view_add_overlay() or _add_banner(). The part
 * lives as long as the view. */
typedef void (*LpDocumentPart) (LpDocumentView *view);

/* From the bottom up, as overlays lie upon each other; NULL at the end. */
extern const LpDocumentPart lp_document_parts[];

G_END_DECLS
