/* The rules of a review: those that are built in, and those of folders that the user names. Immutable once it
 * is complete; threads may share it. */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount refs;
  GPtrArray *rules; /* of LpRule, by id */
} LpPack;

/* The built-in rules: read at the first call, which aborts where one is broken (a test reads them). Borrowed,
 * never freed, thread-safe. */
LpPack *lp_pack_get_default (void);
/* An empty pack, or a copy of another (nullable) to which folders are added; rules are shared. */
LpPack *lp_pack_new (LpPack *base);
LpPack *lp_pack_ref (LpPack *pack);
void lp_pack_unref (LpPack *pack);

/* Adds every *.json below a folder, or one file; a rule whose id is there already takes its place. Reads all of them, keeps
 * those that are right and adds to `errors` (of GError, in LP_READ_ERROR or G_IO_ERROR) what is wrong. FALSE where anything was. */
gboolean lp_pack_add (LpPack *pack, const char *path, GPtrArray *errors);

/* Adds the rules of another pack whose ids are not there yet. */
void lp_pack_join (LpPack *pack, const LpPack *other);

/* Those of its rules that are wanted, by id. Free with lp_pack_unref(). */
LpPack *lp_pack_filter (const LpPack *pack, gboolean (*wants) (const char *rule, gconstpointer data), gconstpointer data);

/* NULL where there is none. */
const LpRule *lp_pack_find (const LpPack *pack, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpPack, lp_pack_unref)

G_END_DECLS
