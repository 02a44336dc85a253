/* The subnets and zones of the design that a component reaches into without standing in them, to be ticked. */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"
#include "model/document.h"

G_BEGIN_DECLS

typedef struct _LpSpansGroup LpSpansGroup;

/* Whether a component of this kind may reach into subnets or zones: load balancers, Auto Scaling groups, security
 * groups, databases. */
gboolean lp_spans_may (const LpCatalogue *catalogue, const char *kind);
/* Whether the unknown `property` of `element` is told by what it reaches into: the zone or the region of such a
 * component. `element` may be NULL. */
gboolean lp_spans_is_asked (LpDocument *document, const char *element, const char *property);

/* For the component with this id, which exists. Appends its group to the box. */
LpSpansGroup *lp_spans_group_new (LpDocument *document, const char *id, GtkBox *box);
void lp_spans_group_free (LpSpansGroup *spans);
/* Shows what the document now says. */
void lp_spans_group_update (LpSpansGroup *spans);
/* The row of a container, or the first one where `container` is NULL; NULL where there is none. Borrowed. */
GtkWidget *lp_spans_group_find_row (LpSpansGroup *spans, const char *container);

G_END_DECLS
