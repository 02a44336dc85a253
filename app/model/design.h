/* A document at one revision, immutable and indexed: what the review, the layout, the drawing and the
 * reports read, on any thread. Components and connections are numbered 0 to n-1 in the document's order. */
#pragma once

#include "model/header.h"

G_BEGIN_DECLS

typedef struct _LpDesign LpDesign;

#define LP_NONE G_MAXUINT

/* A list of numbers inside the design, borrowed. */
typedef struct
{
  const guint *items;
  guint n;
} LpIndices;

/* Takes over the arrays (of LpComponent and LpConnection references). Every `in`, `from` and `to` names a
 * component of the list, ids are unique and containment has no cycle: the document and the readers see to it. */
LpDesign *lp_design_new (LpHeader *header, GPtrArray *components, GPtrArray *connections);
LpDesign *lp_design_ref (LpDesign *design);
void lp_design_unref (LpDesign *design);

const LpHeader *lp_design_get_header (const LpDesign *design);
guint lp_design_get_n_components (const LpDesign *design);
guint lp_design_get_n_connections (const LpDesign *design);
const LpComponent *lp_design_get_component (const LpDesign *design, guint component);
const LpConnection *lp_design_get_connection (const LpDesign *design, guint connection);

/* The number, or LP_NONE. */
guint lp_design_find (const LpDesign *design, const char *component_id);
guint lp_design_find_connection (const LpDesign *design, const char *connection_id);

/* The container's number, or LP_NONE at the top. */
guint lp_design_get_parent (const LpDesign *design, guint component);
guint lp_design_get_depth (const LpDesign *design, guint component);
/* Components directly inside, in the document's order; LP_NONE asks for the top level. */
LpIndices lp_design_get_children (const LpDesign *design, guint component);
/* Numbers of the connections that leave, or arrive at, the component. */
LpIndices lp_design_get_outgoing (const LpDesign *design, guint component);
LpIndices lp_design_get_incoming (const LpDesign *design, guint component);
guint lp_design_get_source (const LpDesign *design, guint connection);
guint lp_design_get_target (const LpDesign *design, guint connection);
/* The innermost container around both ends of the connection, or LP_NONE. */
guint lp_design_get_common_container (const LpDesign *design, guint connection);
/* The containers that it spans (those of `spans` that exist). */
LpIndices lp_design_get_spans (const LpDesign *design, guint component);
/* Those that span it. */
LpIndices lp_design_get_spanned_by (const LpDesign *design, guint component);
/* True where `ancestor` is `component` or contains it, at any depth. */
gboolean lp_design_is_within (const LpDesign *design, guint component, guint ancestor);

/* The same as above, without the watch below: for what a component or connection never changes, its id and kind, and
 * the ends of a connection. */
const LpComponent *lp_design_peek_component (const LpDesign *design, guint component);
const LpConnection *lp_design_peek_connection (const LpDesign *design, guint connection);

/* --- what is read ------------------------------------------------------------------------------------------ */

enum
{
  LP_READ_RECORD = 1 << 0,   /* a component's label and properties */
  LP_READ_ABOVE = 1 << 1,    /* what it stands in, at any depth */
  LP_READ_CHILDREN = 1 << 2, /* what stands in it */
  LP_READ_LINES = 1 << 3,    /* its connections, and what they carry */
  LP_READ_SPANS = 1 << 4,    /* what it spans, and what spans it */
  LP_READ_HEADER = 1 << 5,   /* of no component: the header */
  LP_READ_LIST = 1 << 6,     /* of no component: which components and connections there are */
};

typedef void (*LpDesignWatch) (guint component, guint parts);

/* On this thread, tells `watch` from here on what is read of designs; NULL ends it. For whoever must know what a result
 * rests on. */
void lp_design_set_watch (LpDesignWatch watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDesign, lp_design_unref)

G_END_DECLS
