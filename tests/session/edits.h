/* Edits as a person makes them, at random but the same for the same seed. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* A step of the history: a transaction of one to a few edits, an undo, a redo, or a join. */
void edits_step (LpDocument *document, GRand *random);
/* SHA-256 of the document as it would be written. Free with g_free(). */
char *edits_checksum (LpDocument *document);
/* The same with one step taken back, and with one made again; "-" where there is none. The document is as before. */
char *edits_checksum_undone (LpDocument *document);
char *edits_checksum_redone (LpDocument *document);

G_END_DECLS
