/* Options that several commands take in the same way. */
#pragma once

#include <json-glib/json-glib.h>

#include "cli/command.h"

G_BEGIN_DECLS

/* The option that lp_command_take_language() takes; `code` is a char * that is NULL. */
#define LP_OPTION_LANGUAGE(code)                                                                                      \
  {                                                                                                                   \
    "lang", 0, 0, G_OPTION_ARG_STRING, &(code), N_("Language: en or ko"), N_("LANG")                                   \
  }

/* The option that lp_command_take_list_format() takes. */
#define LP_OPTION_LIST_FORMAT(name)                                                                                   \
  {                                                                                                                   \
    "format", 'f', 0, G_OPTION_ARG_STRING, &(name), N_("text (the default) or json"), N_("FORMAT")                     \
  }

typedef enum
{
  LP_LIST_TEXT,
  LP_LIST_JSON,
} LpListFormat;

/* Sets the program's language; NULL leaves it. FALSE: *status is to be returned, the complaint is made. */
gboolean lp_command_take_language (const LpCommand *command, const char *code, int *status);
/* "text", "json"; NULL is text. */
gboolean lp_command_take_list_format (const LpCommand *command, const char *name, LpListFormat *format, int *status);
/* Prints a list as JSON, over lines; gives the exit status. Takes over the node. */
int lp_command_print_json (JsonNode *root);
/* Appends the text, filled up to `columns` and a space; letters of Korean take two. */
void lp_command_append_column (GString *out, const char *text, int columns);

G_END_DECLS
