/* What a document says about itself as a whole: its title, what is required of the design, what people
 * remarked, and which findings they waived. Immutable once it is part of a document, like an element. */
#pragma once

#include "model/element.h"
#include "model/remark.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount refs;
  GRefString *title;          /* or NULL */
  LpProperties *requirements; /* never NULL */
  GPtrArray *comments;        /* of LpComment */
  GPtrArray *waivers;         /* of LpWaiver */
  JsonNode *extra;            /* or NULL */
} LpHeader;

LpHeader *lp_header_new (void);
LpHeader *lp_header_copy (const LpHeader *header);
LpHeader *lp_header_ref (LpHeader *header);
void lp_header_unref (LpHeader *header);
void lp_header_set_title (LpHeader *header, const char *title);
void lp_header_set_requirement (LpHeader *header, const char *name, JsonNode *value);
/* Take over the record. A comment whose id is there already gets another one. */
/* A member that this module does not know; NULL where there is none. Borrowed. */
JsonNode *lp_header_get_extra (const LpHeader *header, const char *name);
/* Takes over the value; NULL takes the member away. The others keep their order. */
void lp_header_set_extra (LpHeader *header, const char *name, JsonNode *value);
void lp_header_add_comment (LpHeader *header, LpComment *comment);
void lp_header_add_waiver (LpHeader *header, LpWaiver *waiver);
/* NULL where there is none. Borrowed. */
const LpComment *lp_header_find_comment (const LpHeader *header, const char *id);
/* An id that no comment has: "note-1" and so on. Free with g_free(). */
char *lp_header_free_comment_id (const LpHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpHeader, lp_header_unref)

G_END_DECLS
