/* How the names of things say in which zone they are: "web-a" stands in "ap-northeast-2a". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells a zone from others: the end of its name. */
typedef struct
{
  char *name;   /* "ap-northeast-2a" */
  char *token;  /* "2a": its last word; "" where it has none */
  char *letter; /* "a": that of the token, or its number; "" where it has neither */
} LpZoneName;

void lp_zone_name_init (LpZoneName *zone, const char *name);
void lp_zone_name_clear (LpZoneName *zone);

/* The same text for another zone: "web-a" as "web-c", "Web A" as "Web C". NULL where it does not say which zone. Free
 * with g_free(). */
char *lp_zone_name_adapt (const char *text, const LpZoneName *from, const LpZoneName *to);
/* What is left of a name without zone and number, in lower case: things with the same stem do the same work. */
char *lp_zone_name_stem (const char *text, const LpZoneName *zone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LpZoneName, lp_zone_name_clear)

G_END_DECLS
