/* A component or a connection in words: what somebody hears who does not see the drawing. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"
#include "model/finding.h"

G_BEGIN_DECLS

typedef struct _LpElementWords LpElementWords;

/* Borrows all of it; `review` may be NULL. Finds the findings of each element once. */
LpElementWords *lp_element_words_new (const LpDesign *design, const LpCatalogue *catalogue, LpReview *review);
void lp_element_words_free (LpElementWords *words);

/* "Orders, RDS DB instance". Free with g_free(). */
char *lp_element_words_name_component (LpElementWords *words, guint component);
/* Where it stands, what it holds, what it is connected with, and what the review says of it. Free with g_free(). */
char *lp_element_words_describe_component (LpElementWords *words, guint component);
/* "Front door calls web-1". Free with g_free(). */
char *lp_element_words_name_connection (LpElementWords *words, guint connection);
/* Its kind, its label, and what the review says of it. Free with g_free(). */
char *lp_element_words_describe_connection (LpElementWords *words, guint connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpElementWords, lp_element_words_free)

G_END_DECLS
