#include "cli/options.h"

#include "base/json-write.h"
#include "base/text.h"

gboolean
lp_command_take_language (const LpCommand *command, const char *code, int *status)
{
  LpLanguage language;
  if (code == NULL)
    return TRUE;
  if (!lp_language_from_code (code, &language))
    {
      *status = lp_command_usage_error (command, _("“%s” is not a language of this program: write en or ko"), code);
      return FALSE;
    }
  lp_language_set (language);
  return TRUE;
}

gboolean
lp_command_take_list_format (const LpCommand *command, const char *name, LpListFormat *format, int *status)
{
  if (name == NULL || g_str_equal (name, "text"))
    *format = LP_LIST_TEXT;
  else if (g_str_equal (name, "json"))
    *format = LP_LIST_JSON;
  else
    {
      *status = lp_command_usage_error (command, _("“%s” is not a format of this list: write text or json"), name);
      return FALSE;
    }
  return TRUE;
}

int
lp_command_print_json (JsonNode *root)
{
  GString *text = g_string_new (NULL);
  lp_json_write_pretty (text, root, 0);
  g_string_append_c (text, '\n');
  json_node_unref (root);
  return lp_command_finish (NULL, text, LP_EXIT_OK);
}

void
lp_command_append_column (GString *out, const char *text, int columns)
{
  g_string_append (out, text);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    columns -= g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  g_string_append_printf (out, "%*s", MAX (columns, 0) + 1, "");
}
