/* What a document says about itself as a whole: its title, what is required of the design, what people
 * remarked, and which findings they waived. Immutable once it is part of a document, like an element. */
#pragma once

#include "model/element.h"

G_BEGIN_DECLS

typedef struct
{
  GRefString *rule;      /* id of the rule */
  GRefString *component; /* id of the component whose subtree it holds for; NULL: the whole document */
  GRefString *reason;    /* never empty */
  GRefString *author;    /* or NULL */
  GRefString *until;     /* YYYY-MM-DD, the last day on which it holds, or NULL */
  JsonObject *extra;     /* or NULL */
} LpWaiver;

typedef struct
{
  GRefString *text;
  GRefString *component; /* or NULL */
  GRefString *author;    /* or NULL */
  JsonObject *extra;     /* or NULL */
} LpComment;

typedef struct
{
  gatomicrefcount refs;
  GRefString *title;          /* or NULL */
  LpProperties *requirements; /* never NULL */
  GPtrArray *comments;        /* of LpComment */
  GPtrArray *waivers;         /* of LpWaiver */
  JsonObject *extra;          /* or NULL */
} LpHeader;

LpHeader *lp_header_new (void);
LpHeader *lp_header_copy (const LpHeader *header);
LpHeader *lp_header_ref (LpHeader *header);
void lp_header_unref (LpHeader *header);
void lp_header_set_title (LpHeader *header, const char *title);
void lp_header_set_requirement (LpHeader *header, const char *name, JsonNode *value);
void lp_header_add_comment (LpHeader *header, const char *component, const char *author, const char *text,
                            JsonObject *extra);
void lp_header_add_waiver (LpHeader *header, const char *rule, const char *component, const char *reason,
                           const char *author, const char *until, JsonObject *extra);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpHeader, lp_header_unref)

G_END_DECLS
