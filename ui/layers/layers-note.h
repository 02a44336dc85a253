/* Says over the drawing that layers are hidden, so that nobody misses what is there; a click shows them again. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

/* A part of a document's view. */
void lp_layers_note_add (LpDocumentView *view);

G_END_DECLS
