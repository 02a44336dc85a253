/* What people say of a design inside its document: comments, and waivers of findings. Immutable records, like an
 * element: an edit puts a changed copy in the place of one. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a remark is pinned to: a component with all that it holds, a connection, or neither: the whole document. */
typedef struct
{
  GRefString *component; /* id, or NULL */
  GRefString *connection; /* id, or NULL; never both */
} LpPin;

typedef struct
{
  GRefString *author; /* or NULL */
  GRefString *text;
  JsonNode *extra; /* an object of the members that this version does not know, or NULL */
} LpReply;

typedef struct
{
  gatomicrefcount refs;
  GRefString *id;    /* unique among the comments of a document */
  gboolean numbered; /* the file has no id for it: this one counts it, and is not written */
  LpPin pin;
  GRefString *author; /* or NULL */
  GRefString *text;
  gboolean resolved;
  GPtrArray *replies; /* of LpReply, oldest first */
  JsonNode *extra;    /* or NULL */
} LpComment;

LpComment *lp_comment_new (const char *id, const char *text);
LpComment *lp_comment_copy (const LpComment *comment);
LpComment *lp_comment_ref (LpComment *comment);
void lp_comment_unref (LpComment *comment);
/* For a new record or a copy only. `extra` (nullable) is referenced. */
void lp_comment_add_reply (LpComment *comment, const char *author, const char *text, JsonNode *extra);
gboolean lp_comment_equal (const LpComment *a, const LpComment *b);

typedef struct
{
  gatomicrefcount refs;
  GRefString *rule; /* id of a rule, or a topic: all of its rules */
  LpPin pin;
  GRefString *reason; /* never empty */
  GRefString *author; /* or NULL */
  GRefString *ticket; /* or NULL */
  GRefString *until;  /* YYYY-MM-DD, the last day on which it holds, or NULL */
  GStrv bases;        /* what the findings rested on that it was given for (rules/basis.h); NULL: whatever they rest on */
  JsonNode *extra;    /* or NULL */
} LpWaiver;

LpWaiver *lp_waiver_new (const char *rule, const char *reason);
LpWaiver *lp_waiver_copy (const LpWaiver *waiver);
LpWaiver *lp_waiver_ref (LpWaiver *waiver);
void lp_waiver_unref (LpWaiver *waiver);
gboolean lp_waiver_equal (const LpWaiver *a, const LpWaiver *b);

/* Puts an own copy of `text` (nullable) into a field of a new record or a copy. */
void lp_remark_set (GRefString **field, const char *text);
gboolean lp_pin_is (const LpPin *pin, const char *component, const char *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpComment, lp_comment_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpWaiver, lp_waiver_unref)

G_END_DECLS
