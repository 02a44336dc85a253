/* The table of subcommands. */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* In the order of the help, NULL-terminated. */
extern const LpCommand *const lp_commands[];

const LpCommand *lp_command_find (const char *name);

G_END_DECLS
