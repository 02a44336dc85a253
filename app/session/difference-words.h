/* What differs between two drawings, in words: "here" is one's own, "there" the other. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

/* Whose properties differ. */
typedef struct
{
  const char *name;             /* NULL: the design as a whole, of what is required */
  const LpKind *kind;           /* or NULL */
  const LpConnectionKind *line; /* or NULL */
} LpDifferenceSubject;

/* All of them: free with g_free(). */
/* "web-3 (EC2 instance), in app-c" */
char *lp_difference_say_component (const LpDesign *design, guint component);
/* "web-1 → orders (Traffic)" */
char *lp_difference_say_line (const LpDesign *design, guint connection);
char *lp_difference_say_kind (const LpComponent *own, const LpComponent *other);
char *lp_difference_say_place (const LpDesign *own, guint component, const LpDesign *other, guint there);
char *lp_difference_say_spans (const LpDesign *own, guint component, const LpDesign *other, guint there);
/* NULL values are not set. NULL where it is not for people to read. */
char *lp_difference_say_property (const LpDifferenceSubject *subject, const char *property, JsonNode *own, JsonNode *other);

G_END_DECLS
