/* Options that several commands take in the same way. */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

typedef enum
{
  LP_LIST_TEXT,
  LP_LIST_JSON,
} LpListFormat;

/* Sets the program's language; NULL leaves it. FALSE: *status is to be returned, the complaint is made. */
gboolean lp_command_take_language (const LpCommand *command, const char *code, int *status);
/* "text", "json"; NULL is text. */
gboolean lp_command_take_list_format (const LpCommand *command, const char *name, LpListFormat *format, int *status);

G_END_DECLS
