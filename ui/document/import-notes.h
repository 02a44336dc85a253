/* The banner over an imported document: what was not understood, and the other pages of the file. */
#pragma once

#include "ui/document/document-view.h"

G_BEGIN_DECLS

#define LP_TYPE_IMPORT_NOTES (lp_import_notes_get_type ())
G_DECLARE_FINAL_TYPE (LpImportNotes, lp_import_notes, LP, IMPORT_NOTES, AdwBin)

/* A part of the view, where its session was imported with something to say. Another page that is chosen in it is
 * asked for with "open-session" of the view. */
void lp_import_notes_add (LpDocumentView *view);

G_END_DECLS
