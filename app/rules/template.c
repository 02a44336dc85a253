#include <glib/gi18n.h>

#include "rules/rule.h"
#include "rules/survey.h"

typedef struct
{
  char *text;   /* before the expression */
  LpExpr *expr; /* NULL behind the last */
} LpPart;

struct _LpTemplate
{
  char *text;
  GArray *parts;
};

static void
part_clear (gpointer data)
{
  LpPart *part = data;
  g_free (part->text);
  g_clear_pointer (&part->expr, lp_expr_free);
}

void
lp_template_free (LpTemplate *template)
{
  if (template == NULL)
    return;
  g_array_unref (template->parts);
  g_free (template->text);
  g_free (template);
}

const char *
lp_template_get_text (const LpTemplate *template)
{
  return template->text;
}

/* The brace that closes an expression: braces and quoted text inside it are passed over. */
static const char *
find_end (const char *at)
{
  guint depth = 0;
  char quote = '\0';

  for (; *at != '\0'; at++)
    {
      if (quote != '\0')
        {
          if (*at == '\\' && at[1] != '\0')
            at++;
          else if (*at == quote)
            quote = '\0';
        }
      else if (*at == '\'' || *at == '"')
        quote = *at;
      else if (*at == '{')
        depth++;
      else if (*at == '}' && depth-- == 0)
        return at;
    }
  return NULL;
}

static void
add_part (LpTemplate *template, GString *text, LpExpr *expr)
{
  LpPart part = { g_strdup (text->str), expr };
  g_array_append_val (template->parts, part);
  g_string_truncate (text, 0);
}

LpTemplate *
lp_template_new (const char *text, const LpExprOptions *options, guint *offset, GError **error)
{
  g_autoptr (LpTemplate) template = g_new0 (LpTemplate, 1);
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *at = text;

  template->text = g_strdup (text);
  template->parts = g_array_new (FALSE, FALSE, sizeof (LpPart));
  g_array_set_clear_func (template->parts, part_clear);
  while (*at != '\0')
    {
      if ((at[0] == '{' && at[1] == '{') || (at[0] == '}' && at[1] == '}'))
        at++;
      else if (*at == '{')
        {
          const char *end = find_end (at + 1);
          *offset = g_utf8_strlen (text, at - text) + (end != NULL);
          if (end == NULL)
            {
              g_set_error (error, LP_EXPR_ERROR, LP_EXPR_ERROR_SYNTAX,
                           _("this { is never closed: close it with }, or write {{ for a brace"));
              return NULL;
            }
          LpExpr *expr = lp_expr_compile (lp_survey_schema (), at + 1, end - at - 1, options, error);
          if (expr == NULL)
            return NULL;
          add_part (template, plain, expr);
          at = end + 1;
          continue;
        }
      g_string_append_c (plain, *at++);
    }
  add_part (template, plain, NULL);
  return g_steal_pointer (&template);
}

/* More names than a person reads in a sentence. */
#define MAX_NAMES 6

/* "a, b and c" */
static void
write_list (LpExprRun *run, LpValue list, GString *out)
{
  guint shown = list.length <= MAX_NAMES ? list.length : MAX_NAMES - 1;
  gboolean english = lp_language () == LP_LANGUAGE_EN;

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (out, english && i + 1 == list.length ? " and " : ", ");
      lp_expr_run_write_text (run, lp_value_list_get (list, i), out);
    }
  if (shown < list.length)
    g_string_append_printf (out, english ? " and %u more" : " 외 %u개", list.length - shown);
}

char *
lp_template_expand (const LpTemplate *template, LpExprRun *run)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < template->parts->len; i++)
    {
      const LpPart *part = &g_array_index (template->parts, LpPart, i);
      g_string_append (out, part->text);
      if (part->expr == NULL)
        break;
      LpValue value = lp_expr_eval (part->expr, run);
      if (value.kind == LP_VALUE_UNKNOWN || value.kind == LP_VALUE_ERROR)
        g_string_append (out, "…");
      else if (value.kind == LP_VALUE_LIST)
        write_list (run, value, out);
      else
        lp_expr_run_write_text (run, value, out);
    }
  return g_string_free (out, FALSE);
}
