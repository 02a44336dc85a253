/* The subjects that rules are sorted by. */
#pragma once

#include "base/text.h"

G_BEGIN_DECLS

/* Its name in the program's language, from data/topics; the topic itself where it has none, as that of a
 * user's own rule may. */
const char *lp_topic_get_name (const char *topic);
/* The same in every language; NULL where it has none. Never freed. */
const LpText *lp_topic_get_text (const char *topic);

G_END_DECLS
