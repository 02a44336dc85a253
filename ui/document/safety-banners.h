/* The banners about what is not saved: that it was restored after a crash, and that it cannot be kept now. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

/* A part of the view. Both are seen only as long as they are true. */
void lp_safety_banners_add (LpDocumentView *view);

G_END_DECLS
