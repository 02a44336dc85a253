/* What words on a drawing say: a table of patterns, English, Korean and Japanese. */
#pragma once

#include "io/drawio-page.h"

G_BEGIN_DECLS

/* "1", "12", "3a", a letter alone, a circled digit: the number of a step. */
gboolean lp_drawio_words_are_number (const char *label);
/* The kind that a frame's name says ("Private subnet A", "us-east-1a"), or NULL. */
const LpKind *lp_drawio_words_find_frame (const LpCatalogue *catalogue, const char *label);
/* The same without what only the code of a region or zone says. */
const LpKind *lp_drawio_words_find_named_frame (const LpCatalogue *catalogue, const char *label);
/* Whether the words name a place of this kind at all: "VPC with two subnets" says vpc and subnet. */
gboolean lp_drawio_words_say_frame (const char *label, const char *kind);
/* The kind that a short name of a plain shape says ("ALB", "NAT Gateway", "Users"), or NULL. */
const LpKind *lp_drawio_words_find_tile (const LpCatalogue *catalogue, const char *label);
/* The kind that the name of a picture or a shape says: all of it, in the plural, or its end ("Systems manager parameter
 * store"); or NULL. */
const LpKind *lp_drawio_words_find_in_name (const LpCatalogue *catalogue, const char *name);
/* A closer kind than the shape's own where the label says so: an ELB icon labelled NLB. `kind` itself
 * else. */
const LpKind *lp_drawio_words_refine (const LpCatalogue *catalogue, const LpKind *kind, const char *label);
/* Sets the properties that the label says: a CIDR block, Multi-AZ, internal or internet-facing. */
void lp_drawio_words_set_properties (LpComponent *component, const LpKind *kind, const char *label);
/* 1 public, 0 private, -1 says nothing. */
int lp_drawio_words_say_public (const char *label);
/* The kind of connection that the label of a line says ("replication"), or NULL. */
const char *lp_drawio_words_find_connection (const char *label);

G_END_DECLS
