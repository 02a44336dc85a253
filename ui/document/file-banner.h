/* The banner that says what has become of the document's file: changed or deleted by another program, or one that
 * may only be read; with what to do about it. */
#pragma once

#include "session/file-watch.h"
#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_FILE_BANNER (lp_file_banner_get_type ())
G_DECLARE_FINAL_TYPE (LpFileBanner, lp_file_banner, LP, FILE_BANNER, AdwBin)

/* A part of the view. */
void lp_file_banner_add (LpDocumentView *view);
/* What it says now, or NULL where it is hidden; borrowed. For tests. */
const char *lp_file_banner_get_text (LpFileBanner *banner);

G_END_DECLS
