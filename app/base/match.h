/* How a few typed letters name something: the one meaning of "search" for kinds, commands and components.
 * What matches how is told by a word, not by a number that nobody can predict. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Better ones later. */
typedef enum
{
  LP_MATCH_NONE,
  LP_MATCH_LETTERS,    /* the letters in order and close together, the first at the start of a word: "lmbda" */
  LP_MATCH_WORDS,      /* every word somewhere: "group scaling" */
  LP_MATCH_INSIDE,     /* in the middle of a word */
  LP_MATCH_INITIALS,   /* beginnings of words in order: "nlb", "netbal"; initial consonants: "ㅅㅂㄴ" */
  LP_MATCH_WORD_START, /* at the start of a word */
  LP_MATCH_START,
  LP_MATCH_WHOLE,
} LpMatch;

/* Lower case, words divided by one space, syllables taken apart so that a half-typed one is the beginning of the
 * whole: what lp_match() compares. Free with g_free(). */
char *lp_match_fold (const char *text);
/* Both folded. An empty needle matches whatever there is as LP_MATCH_START. */
LpMatch lp_match (const char *needle, const char *text);

G_END_DECLS
