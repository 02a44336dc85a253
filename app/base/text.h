/* What a person reads, in the languages that data files carry. */
#pragma once

#include "base/json-text.h"

G_BEGIN_DECLS

typedef enum
{
  LP_LANGUAGE_EN,
  LP_LANGUAGE_KO,
} LpLanguage;

#define LP_N_LANGUAGES 2

/* A text in every language; each is never NULL once read. */
typedef struct
{
  char *in[LP_N_LANGUAGES];
} LpText;

/* The text in the program's language, borrowed. */
const char *lp_text (const LpText *text);
void lp_text_clear (LpText *text);
/* Reads {"en": ..., "ko": ...}; both must be there (MISSING) and not empty (VALUE). */
gboolean lp_text_read (LpText *text, JsonObject *object, const LpJsonPlace *place, const char *key,
                       gboolean required, GError **error);
/* The same where one language is enough: it stands in for those that are not there. */
gboolean lp_text_read_any (LpText *text, JsonObject *object, const LpJsonPlace *place, const char *key,
                           gboolean required, GError **error);

/* The program's language: from the environment (LC_ALL, LC_MESSAGES, LANGUAGE, LANG) until it is set. */
LpLanguage lp_language (void);
void lp_language_set (LpLanguage language);
/* "en", "ko" */
const char *lp_language_code (LpLanguage language);
gboolean lp_language_from_code (const char *code, LpLanguage *language);

/* Binds the message catalogue and takes the language of the environment. Once, first thing in main(). */
void lp_language_init (void);

G_END_DECLS
