/* Everything that can be done here, by its name and its key: what the picker of commands lists. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  char *action; /* detailed: "win.save", "canvas.align::left" */
  char *title;  /* translated */
  char *keys;   /* an accelerator, or NULL */
} LpCommand;

/* The actions that need no parameter, or have one with a name, that `widget`, those around it, its window and its application have, each once: an
 * array of LpCommand, free with g_ptr_array_unref(). Those that cannot be done now are left out where GTK tells. */
GPtrArray *lp_commands_collect (GtkWidget *widget);

/* The translated name of an action; made from its id where it has none. Free with g_free(). */
char *lp_commands_dup_title (const char *action);
/* Whether the action has a name of its own. */
gboolean lp_commands_is_named (const char *action);

G_END_DECLS
