/* An open document as a tab shows it: the drawing, what floats over it, and the banners above it. */
#pragma once

#include <adwaita.h>

#include "session/session.h"
#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

#define LP_TYPE_DOCUMENT_VIEW (lp_document_view_get_type ())
G_DECLARE_FINAL_TYPE (LpDocumentView, lp_document_view, LP, DOCUMENT_VIEW, AdwBin)

/* Properties: "title" (string): of the document, with a dot before it while it is not saved.
 *             "tooltip" (string, Pango markup): where its file is, and whether it is saved, in words.
 * Signal "open-session" (LpSession): something in the view asks for it to be opened in a tab of its own. */

/* Holds the session; every part of ui/document/parts.c is added to it. */
LpDocumentView *lp_document_view_new (LpSession *session);
/* The same for a tab that is not selected: drawn when it is seen. */
LpDocumentView *lp_document_view_new_behind (LpSession *session);

/* Borrowed. */
LpSession *lp_document_view_get_session (LpDocumentView *view);
LpDocument *lp_document_view_get_document (LpDocumentView *view);
LpCanvas *lp_document_view_get_canvas (LpDocumentView *view);
gboolean lp_document_view_is_modified (LpDocumentView *view);
/* Whether closing it would lose something: what saves itself is written first. */
gboolean lp_document_view_needs_saving (LpDocumentView *view);
/* Nothing was ever drawn in it, and it has no file: another document may take its place. */
gboolean lp_document_view_is_pristine (LpDocumentView *view);

/* Floats over the drawing, where its halign and valign say. The controls for the zoom stand in the bottom end
 * corner, 12 pixels from the edges and less than 48 high. */
void lp_document_view_add_overlay (LpDocumentView *view, GtkWidget *widget);
/* Stands above the drawing, across its width, below the banners that are there. The widget is a GtkRevealer or has one as
 * its first child, and is visible while that is revealed. A GtkBox in it with the class "strip" stands on end in a
 * narrow window. */
void lp_document_view_add_banner (LpDocumentView *view, GtkWidget *widget);

/* Hides what floats over the drawing, for showing it to others, and brings it back. */
void lp_document_view_set_bare (LpDocumentView *view, gboolean bare);

/* The page of the panel that was last shown beside it: "review", "properties", ... */
const char *lp_document_view_get_panel_page (LpDocumentView *view);
void lp_document_view_set_panel_page (LpDocumentView *view, const char *name);

G_END_DECLS
