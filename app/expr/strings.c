/* Functions of strings, and size(). */
#define _GNU_SOURCE /* memmem() */

#include "expr/functions.h"
#include "expr/map.h"
#include "expr/pattern.h"
#include "expr/run-private.h"

static LpValue
size_of_string (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0];
  gint64 size = 0;

  if (!lp_expr_run_spend (run, text.length / 64))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < text.length; i++)
    size += ((guchar) text.string[i] & 0xc0) != 0x80;
  return lp_value_int (size);
}

static LpValue
size_of_items (LpExprRun *run, const LpCall *call)
{
  return lp_value_int (call->args[0].length);
}

static LpValue
size_of_map (LpExprRun *run, const LpCall *call)
{
  return lp_value_int (lp_map_size (call->args[0].map));
}

static LpValue
contains (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0], part = call->args[1];

  if (part.length == 0 || part.length > text.length)
    return lp_value_bool (part.length == 0);
  if (!lp_expr_run_spend (run, text.length / 64))
    return lp_expr_run_fail_limit (run);
  return lp_value_bool (memmem (text.string, text.length, part.string, part.length) != NULL);
}

static LpValue
starts_with (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0], part = call->args[1];

  return lp_value_bool (
      part.length == 0
      || (part.length <= text.length && memcmp (text.string, part.string, part.length) == 0));
}

static LpValue
ends_with (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0], part = call->args[1];

  return lp_value_bool (
      part.length == 0
      || (part.length <= text.length
          && memcmp (text.string + text.length - part.length, part.string, part.length) == 0));
}

/* The checker has put the pattern at the place of the call where it is a constant. */
static LpValue
matches (LpExprRun *run, const LpCall *call)
{
  LpValue text = call->args[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) made = NULL;
  const GRegex *regex = (const GRegex *) (gsize) call->site;

  if (!lp_expr_run_spend (run, (regex != NULL ? 50 : 500) + text.length / 8))
    return lp_expr_run_fail_limit (run);
  if (regex == NULL)
    regex = made = lp_pattern_compile (call->args[1], &error);
  if (regex == NULL)
    return lp_expr_run_fail (run, LP_EXPR_ERROR_REGEX, "%s", error->message);
  switch (lp_pattern_match (regex, text))
    {
    case LP_MATCH_YES:
      return lp_value_bool (TRUE);
    case LP_MATCH_NO:
      return lp_value_bool (FALSE);
    default:
      return lp_expr_run_fail_limit (run);
    }
}

static LpValue
map_ascii (LpExprRun *run, LpValue text, char (*change) (char))
{
  char *changed = lp_expr_run_alloc (run, text.length);

  if (changed == NULL || !lp_expr_run_spend (run, text.length / 64))
    return lp_expr_run_fail_limit (run);
  for (guint i = 0; i < text.length; i++)
    changed[i] = change (text.string[i]);
  return lp_value_string_n (changed, text.length);
}

static LpValue
lower_ascii (LpExprRun *run, const LpCall *call)
{
  return map_ascii (run, call->args[0], g_ascii_tolower);
}

static LpValue
upper_ascii (LpExprRun *run, const LpCall *call)
{
  return map_ascii (run, call->args[0], g_ascii_toupper);
}

#define SIZE(type_, call_)                                                                                   \
  { .name = "size", .n_params = 1, .params = { &lp_type_##type_ }, .result = &lp_type_int, .call = call_ },  \
  {                                                                                                          \
    .name = "size", .method = TRUE, .n_params = 1, .params = { &lp_type_##type_ }, .result = &lp_type_int,   \
    .call = call_                                                                                            \
  }
#define TEST(name_, call_)                                                                                   \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 2, .params = { &lp_type_string, &lp_type_string },            \
    .result = &lp_type_bool, .call = call_                                                                   \
  }
#define CHANGE(name_, call_)                                                                                 \
  {                                                                                                          \
    .name = name_, .method = TRUE, .n_params = 1, .params = { &lp_type_string }, .result = &lp_type_string,  \
    .call = call_                                                                                            \
  }

const LpFunction lp_string_functions[] = {
  SIZE (string, size_of_string),
  SIZE (bytes, size_of_items),
  SIZE (list_a, size_of_items),
  SIZE (map_ab, size_of_map),
  TEST ("contains", contains),
  TEST ("startsWith", starts_with),
  TEST ("endsWith", ends_with),
  TEST ("matches", matches),
  { .name = "matches",
    .n_params = 2,
    .params = { &lp_type_string, &lp_type_string },
    .result = &lp_type_bool,
    .call = matches },
  CHANGE ("lowerAscii", lower_ascii),
  CHANGE ("upperAscii", upper_ascii),
  { .name = NULL },
};
