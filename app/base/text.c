#include "base/text.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "config.h"

static const char *const codes[LP_N_LANGUAGES] = { "en", "ko" };
static gint current = -1;

static LpLanguage
language_of_environment (void)
{
  const char *const *names = g_get_language_names ();
  for (; *names != NULL; names++)
    for (guint i = 0; i < LP_N_LANGUAGES; i++)
      if (g_str_has_prefix (*names, codes[i]))
        return i;
  return LP_LANGUAGE_EN;
}

LpLanguage
lp_language (void)
{
  int language = g_atomic_int_get (&current);
  if (language < 0)
    {
      language = language_of_environment ();
      g_atomic_int_set (&current, language);
    }
  return language;
}

void
lp_language_set (LpLanguage language)
{
  g_atomic_int_set (&current, language);
  g_setenv ("LANGUAGE", codes[language], TRUE);
  /* gettext keeps what it found until it is bound again */
  textdomain (LP_GETTEXT_DOMAIN);
}

const char *
lp_language_code (LpLanguage language)
{
  return codes[language];
}

gboolean
lp_language_from_code (const char *code, LpLanguage *language)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *language = i;
        return TRUE;
      }
  return FALSE;
}

void
lp_language_init (void)
{
  const char *folder = g_getenv ("LOADPATH_LOCALE_DIR");
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (LP_GETTEXT_DOMAIN, folder != NULL ? folder : LP_LOCALE_DIR);
  bind_textdomain_codeset (LP_GETTEXT_DOMAIN, "UTF-8");
  textdomain (LP_GETTEXT_DOMAIN);
}

const char *
lp_text (const LpText *text)
{
  return text->in[lp_language ()];
}

void
lp_text_clear (LpText *text)
{
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    g_clear_pointer (&text->in[i], g_free);
}

static gboolean
read_languages (LpText *text, JsonObject *languages, const LpJsonPlace *place, gboolean all, GError **error)
{
  const char *stand_in = NULL;
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    {
      const char *value = NULL;
      if (!lp_json_get_string (languages, place, codes[i], all, &value, error))
        return FALSE;
      if (value != NULL && *value == '\0')
        {
          LpJsonPlace here = LP_JSON_MEMBER (place, codes[i]);
          return lp_json_fail (&here, LP_READ_ERROR_VALUE, error, _("the text is empty; write it or leave it out"));
        }
      text->in[i] = g_strdup (value);
      stand_in = stand_in != NULL ? stand_in : text->in[i];
    }
  if (stand_in == NULL)
    return lp_json_fail (place, LP_READ_ERROR_MISSING, error, _("\"%s\" is missing here; add it"), codes[0]);
  for (guint i = 0; i < LP_N_LANGUAGES; i++)
    if (text->in[i] == NULL)
      text->in[i] = g_strdup (stand_in);
  return TRUE;
}

static gboolean
read_text (LpText *text, JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
           gboolean all, GError **error)
{
  JsonObject *languages = NULL;
  if (!lp_json_get_object (object, place, key, required, &languages, error))
    return FALSE;
  if (languages == NULL)
    return TRUE;
  LpJsonPlace here = LP_JSON_MEMBER (place, key);
  if (read_languages (text, languages, &here, all, error))
    return TRUE;
  lp_text_clear (text);
  return FALSE;
}

gboolean
lp_text_read (LpText *text, JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
              GError **error)
{
  return read_text (text, object, place, key, required, TRUE, error);
}

gboolean
lp_text_read_any (LpText *text, JsonObject *object, const LpJsonPlace *place, const char *key, gboolean required,
                  GError **error)
{
  return read_text (text, object, place, key, required, FALSE, error);
}
