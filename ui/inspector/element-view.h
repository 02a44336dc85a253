/* The rows for one component or connection: what it is called, its kind, its properties. */
#pragma once

#include <adwaita.h>

#include "model/document.h"
#include "ui/inspector/fields.h"
#include "ui/inspector/spans-group.h"

G_BEGIN_DECLS

typedef struct _LpElementView LpElementView;

/* For the component or connection with this id, which exists. Appends its groups to the box. */
LpElementView *lp_element_view_new (LpDocument *document, const char *id, GtkBox *box);
void lp_element_view_free (LpElementView *view);
const char *lp_element_view_get_id (LpElementView *view);
/* Shows what the document now says. FALSE where another view is needed: it is gone, or of another kind. */
gboolean lp_element_view_update (LpElementView *view);
LpField *lp_element_view_find_field (LpElementView *view, const char *property);
/* The rows of what it reaches into; NULL for what cannot. Borrowed. */
LpSpansGroup *lp_element_view_get_spans (LpElementView *view);

G_END_DECLS
