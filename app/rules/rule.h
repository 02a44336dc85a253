/* A rule: one JSON file of a pack, read and compiled (docs/rules.md). Immutable. */
#pragma once

#include "expr/expr.h"
#include "model/finding.h"
#include "base/text.h"

G_BEGIN_DECLS

/* A sentence with expressions in braces: "{group} run only in {group[0].zone().label}". */
typedef struct _LpTemplate LpTemplate;

typedef struct
{
  char *title;
  char *url;
} LpReference;

/* Edits that mend what the rule finds: rules/fix.h applies them. */
typedef struct
{
  LpTemplate *title[LP_N_LANGUAGES];
  LpExpr *when;               /* NULL: always */
  gboolean needs_replacement; /* the real service would have to be made anew */
  GPtrArray *edits;           /* of LpFixEdit (fix-edit.h), at least one */
} LpFix;

typedef struct
{
  LpOutcome outcome; /* what the document must give */
  LpText title;
  JsonNode *document;
} LpExample;

/* A name that a rule gives to an expression. */
typedef struct
{
  char *name;
  LpExpr *expr;
  gboolean once; /* rests on neither self nor group: worked out once for a review */
} LpDefinition;

typedef struct
{
  gatomicrefcount refs;
  char *file; /* as the errors name it */
  char *id;
  LpSeverity severity;
  LpExpr *error_when; /* NULL, or where it is an error whatever the severity */
  char *topic;
  char *since;
  LpText title, why;
  LpTemplate *message[LP_N_LANGUAGES], *remedy[LP_N_LANGUAGES];
  LpTemplate *question[LP_N_LANGUAGES]; /* NULL: made from what is not known */
  gboolean whole;                       /* looks at the design as a whole: self is null */
  GStrv kinds;                          /* that it looks at: never empty unless `whole`, or for all kinds */
  LpExpr *group;                        /* NULL: each component by itself */
  GArray *definitions;                  /* of LpDefinition */
  LpExpr *when;                         /* NULL: always */
  LpExpr *assertion;
  LpExpr *witness;       /* NULL: the group, or self */
  GPtrArray *references; /* of LpReference */
  GStrv peers;
  GStrv notes;         /* ids of notes (notes.h) that its findings show; never NULL */
  gboolean kind_notes; /* and the note of the kind that a finding is about */
  GPtrArray *fixes;    /* of LpFix */
  GPtrArray *examples; /* of LpExample */
} LpRule;

/* Reads one file. Refuses in LP_READ_ERROR, at the place of the mistake: all that json-text.h refuses, a
 * member that rules do not have, a text in no language, an expression that does not compile (at the
 * place inside its string), an edit or example of no known shape. */
LpRule *lp_rule_read (GBytes *bytes, const char *file, GError **error);
LpRule *lp_rule_ref (LpRule *rule);
void lp_rule_unref (LpRule *rule);

/* What the rule says it is for: "ec2-instance", "alb, nlb", "design". Free with g_free(). */
char *lp_rule_describe_for (const LpRule *rule);

/* Compiles the text; the expressions see the rule's locals. Refuses in LP_EXPR_ERROR; *offset is then how
 * many characters of `text` come before the expression at fault. */
LpTemplate *lp_template_new (const char *text, const LpExprOptions *options, guint *offset, GError **error);
void lp_template_free (LpTemplate *template);
/* As the rule's author wrote it. */
const char *lp_template_get_text (const LpTemplate *template);
/* The sentence; what is unknown or fails is left as "…". Free with g_free(). */
char *lp_template_expand (const LpTemplate *template, LpExprRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpRule, lp_rule_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTemplate, lp_template_free)

G_END_DECLS
