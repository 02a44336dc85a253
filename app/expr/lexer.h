/* CEL's tokens. */
#pragma once

#include "expr/arena.h"
#include "expr/source.h"

G_BEGIN_DECLS

typedef enum
{
  LP_TOKEN_END,
  LP_TOKEN_NAME,        /* also reserved words; `value` is its text */
  LP_TOKEN_QUOTED_NAME, /* `in backticks`, for fields that are no names */
  LP_TOKEN_INT,     /* `value` holds the magnitude as a uint: the parser knows whether a minus is before it */
  LP_TOKEN_LITERAL, /* uint, double, string, bytes, true, false, null */
  LP_TOKEN_IN,
  LP_TOKEN_PUNCTUATION, /* `op` */
} LpTokenKind;

/* An operator of two characters is a number made of both. */
#define LP_PAIR(a_, b_) ((guint) (a_) << 8 | (guint) (b_))

typedef struct
{
  LpTokenKind kind;
  guint op;
  gsize at, length; /* in the source */
  LpValue value;
} LpToken;

typedef struct
{
  const LpSource *source;
  LpArena *arena; /* for literals */
  gsize at;
} LpLexer;

/* Reads the next token; at the end LP_TOKEN_END, again and again. Refuses with SYNTAX, OVERFLOW. */
gboolean lp_lexer_next (LpLexer *lexer, LpToken *token, GError **error);

/* A word that stays free for hosts of the language: no variable and no function may have it. */
gboolean lp_name_reserved (LpValue name);

G_END_DECLS
