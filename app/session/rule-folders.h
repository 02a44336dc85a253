/* The user's own rules in every session of the program: the folder of rules/own-rules.h and further ones. Of the main
 * thread; what changes, in the choice or in the folders, is reviewed at once. */
#pragma once

#include "session/session.h"

G_BEGIN_DECLS

/* Further folders beside that one; NULL, as at the start: none. */
void lp_rule_folders_set (const char *const *folders);
/* All that are read now, as lp_own_rules_list_folders() gives them. Free with g_strfreev(). */
GStrv lp_rule_folders_list (void);

/* Calls back with `data`, on the main context, shortly after a file in one of them has changed or others were chosen.
 * Returns a number, above 0, for lp_rule_folders_unfollow(). */
guint lp_rule_folders_follow (void (*changed) (gpointer data), gpointer data);
void lp_rule_folders_unfollow (guint follower);

G_END_DECLS
