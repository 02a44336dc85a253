/* Notes, texts, pictures and title blocks: how large they are. They are drawn, and take no part in the design. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/element.h"

G_BEGIN_DECLS

/* The connection from a note to what it is about. */
#define LP_CONNECTION_ANNOTATES "annotates"

typedef enum
{
  LP_ANNOTATION_NOTE, /* also any kind with the role that is none of the others */
  LP_ANNOTATION_TEXT,
  LP_ANNOTATION_IMAGE,
  LP_ANNOTATION_TITLE_BLOCK,
} LpAnnotation;

gboolean lp_kind_is_annotation (const LpKind *kind);
LpAnnotation lp_annotation_of (const LpKind *kind);

/* In units: what a note keeps free around its words, and the side of its folded corner. */
#define LP_NOTE_PADDING 12.0
#define LP_NOTE_FOLD 14.0
/* Below a picture, for what is written under it. */
#define LP_IMAGE_CAPTION 18.0
#define LP_TITLE_BLOCK_HEAD 48.0

/* How the words of a note or a text are set. */
typedef struct
{
  double size;
  guint weight;
  double line; /* from one baseline to the next */
} LpAnnotationFont;

LpAnnotationFont lp_annotation_font (const LpComponent *component, const LpKind *kind);
/* What people wrote, as lines: where they broke it, and where it would be wider than `width`. */
GStrv lp_annotation_wrap (const char *text, const LpAnnotationFont *font, double width);
/* The words, or "": an annotation without any is not called by its id. Borrowed. */
const char *lp_annotation_text (const LpComponent *component);

/* The size that it has: its own where it has one, but never too small for its words. */
void lp_annotation_measure (const LpComponent *component, const LpKind *kind, double *width, double *height);

G_END_DECLS
