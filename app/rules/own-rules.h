/* The rules that a person keeps for all documents: a folder in the user's data directory. */
#pragma once

#include "rules/pack.h"

G_BEGIN_DECLS

/* $XDG_DATA_HOME/loadpath/rules, whether it is there or not. Free with g_free(). */
char *lp_own_rules_dup_folder (void);
/* That folder where it is there, and then each of `further` (nullable), there or not. Free with g_strfreev(). */
GStrv lp_own_rules_list_folders (const char *const *further);

/* Is told what is wrong with a folder or with one of its rules; lp_error_format() makes a line of both. */
typedef void (*LpOwnRulesProblem) (const char *path, const GError *error, gpointer data);
/* Adds each of the folders as lp_pack_add() does. FALSE where anything was wrong, after `problem` was told all of it. */
gboolean lp_own_rules_add (LpPack *pack, const char *const *folders, LpOwnRulesProblem problem, gpointer data);

/* What one folder gives by itself. */
typedef struct
{
  char *path;
  gboolean exists;
  guint n_rules;
  GPtrArray *problems; /* lines for a person, with file, line and column */
} LpOwnFolder;

/* Reads its files. Free with lp_own_folder_free(). */
LpOwnFolder *lp_own_folder_read (const char *path);
void lp_own_folder_free (LpOwnFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpOwnFolder, lp_own_folder_free)

G_END_DECLS
