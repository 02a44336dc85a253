/* What the files of the fixes share. */
#pragma once

#include "rules/fix-edit.h"
#include "rules/rule-private.h"

G_BEGIN_DECLS

/* The edits of one fix while they are read. */
typedef struct
{
  const LpExprOptions *options; /* what the rule's expressions may name */
  GHashTable *names;            /* given with `as` by edits above */
} LpFixReading;

/* Reads every member of the edit that is there; its op is known and its shape checked. Refuses as
 * lp_rule_read(). */
gboolean lp_fix_read_members (
    LpFixReading *reading, LpFixEdit *edit, JsonObject *object, const LpJsonPlace *place, GError **error);

G_END_DECLS
