/* What a document is made of: components and connections, as immutable records.
 *
 * A record is filled in while it is new, and never changes once it is part of a document: an edit puts a
 * changed copy in its place. So a snapshot is a list of pointers, an undo step is a before and an after, and
 * another thread can read both without a lock. */
#pragma once

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "model/properties.h"

G_BEGIN_DECLS

#define LP_KIND_GENERIC "generic" /* the kind of what was not understood */

typedef struct
{
  gatomicrefcount refs;
  GRefString *id;
  GRefString *kind;
  GRefString *in;         /* id of the container, or NULL at the top */
  GRefString *label;      /* or NULL */
  GRefString *origin;     /* where it was imported from, or NULL */
  GPtrArray *spans;       /* GRefString ids of the containers that it reaches into without standing in them; never NULL */
  LpProperties *set;      /* never NULL */
  JsonNode *extra;        /* an object of the members that this version does not know, or NULL */
  LpPoint at;             /* relative to the container; meaningful where has_at */
  double width, height;   /* meaningful where has_size */
  gboolean has_at, has_size;
  gboolean collapsed;     /* drawn as one box, without what it holds */
  gboolean locked;        /* gestures leave it where it is */
  LpPosition position;    /* in the file that it was read from */
} LpComponent;

LpComponent *lp_component_new (const char *id, const char *kind);
/* A copy to be changed: the only reference is the caller's. */
LpComponent *lp_component_copy (const LpComponent *component);
LpComponent *lp_component_ref (LpComponent *component);
void lp_component_unref (LpComponent *component);

/* For a new record or a copy only. Strings are copied; NULL unsets where a field may be NULL. */
void lp_component_set_kind (LpComponent *component, const char *kind);
void lp_component_set_in (LpComponent *component, const char *container);
void lp_component_set_label (LpComponent *component, const char *label);
void lp_component_set_origin (LpComponent *component, const char *origin);
void lp_component_set_at (LpComponent *component, LpPoint at);
void lp_component_set_size (LpComponent *component, double width, double height);
void lp_component_set_collapsed (LpComponent *component, gboolean collapsed);
void lp_component_set_locked (LpComponent *component, gboolean locked);
void lp_component_add_span (LpComponent *component, const char *container);
/* `value` is taken over; NULL makes the property unknown. */
void lp_component_set_property (LpComponent *component, const char *name, JsonNode *value);

/* The label, or the id where it has none: never empty. Borrowed. */
const char *lp_component_get_name (const LpComponent *component);
gboolean lp_component_equal (const LpComponent *a, const LpComponent *b);

typedef struct
{
  gatomicrefcount refs;
  GRefString *id;
  GRefString *kind;
  GRefString *from, *to;  /* ids of components */
  GRefString *label;      /* or NULL */
  GRefString *origin;     /* or NULL */
  LpPoint *via;           /* where the line was laid by hand, or NULL; counted from the origin of the innermost
                           * container around both ends: lp_design_get_common_container() */
  guint n_via;
  LpProperties *set;      /* never NULL */
  JsonNode *extra;        /* or NULL */
  LpPosition position;
} LpConnection;

LpConnection *lp_connection_new (const char *id, const char *kind, const char *from, const char *to);
LpConnection *lp_connection_copy (const LpConnection *connection);
LpConnection *lp_connection_ref (LpConnection *connection);
void lp_connection_unref (LpConnection *connection);
void lp_connection_set_kind (LpConnection *connection, const char *kind);
void lp_connection_set_ends (LpConnection *connection, const char *from, const char *to);
/* Points that the line passes in this order, straight between those that are level or plumb; none: it finds its own
 * way. */
void lp_connection_set_via (LpConnection *connection, const LpPoint *points, guint n);
void lp_connection_set_label (LpConnection *connection, const char *label);
void lp_connection_set_origin (LpConnection *connection, const char *origin);
void lp_connection_set_property (LpConnection *connection, const char *name, JsonNode *value);
gboolean lp_connection_equal (const LpConnection *a, const LpConnection *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpComponent, lp_component_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpConnection, lp_connection_unref)

/* An id that a person can read and that a file may hold: letters, digits, and - _ . : / behind the first,
 * at most 200 bytes. Letters of any script. */
gboolean lp_id_is_valid (const char *id);
/* The nearest valid id to `text`, lower case, words joined by hyphens; `fallback` where nothing is left. */
char *lp_id_from_text (const char *text, const char *fallback);

G_END_DECLS
