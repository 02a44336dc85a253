/* The pickers over the drawing: everything (Ctrl+K), kinds (/), and what follows a component. */

#include <glib/gi18n.h>
#include <string.h>

#include "catalogue/kind-search.h"
#include "model/edit.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/link-new.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/recent-kinds.h"
#include "ui/commands/commands.h"
#include "ui/commands/picker.h"

#define WIDTH 520
#define NARROW_WIDTH 360
#define HEIGHT 380
#define EDGE 16
/* More than anybody reads: typing narrows it. */
#define MAX_ROWS 200
/* Before anything is typed, the commands are not far away. */
#define KINDS_UNASKED 6

/* What a picker that is open picks for. */
typedef struct
{
  LpCanvas *canvas;
  char *from;             /* id of what the new component is connected from, or NULL */
  gboolean has_at;
  LpPoint at;             /* where it goes */
  const char *container;  /* its kind; of the place where a new component would go */
  GPtrArray *commands;    /* of LpCommand, or NULL */
  char *name;             /* that the new component gets: "alb: Front door"; or NULL */
} Pick;

static void
pick_free (gpointer data)
{
  Pick *pick = data;

  g_clear_pointer (&pick->commands, g_ptr_array_unref);
  g_free (pick->from);
  g_free (pick->name);
  g_free (pick);
}

static const LpKindIndex *
kind_index (void)
{
  static LpKindIndex *index;

  if (index == NULL)
    index = lp_kind_index_new (lp_catalogue_get_default ());
  return index;
}

/* --- searching --------------------------------------------------------------------------------------- */

/* A row with how well it was named: better ones first, then in the order in which they were found. */
typedef struct
{
  LpPickItem *item;
  LpMatch match;
  guint order;
} Found;

static void
add_found (GArray *found, LpPickItem *item, LpMatch match)
{
  Found one = { item, match, found->len };

  g_array_append_val (found, one);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;

  if (first->match != second->match)
    return first->match > second->match ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

static LpPickItem *
new_kind_item (const LpKind *kind)
{
  const LpKindGroup *group = lp_catalogue_find_group (lp_catalogue_get_default (), kind->group);

  return lp_pick_item_new (LP_PICK_KIND, kind->id, kind, lp_text (&kind->name),
                           group != NULL ? lp_text (&group->name) : NULL, NULL);
}

static void
find_kinds (const Pick *pick, const char *text, guint limit, GArray *found)
{
  const LpComponent *from
      = pick->from != NULL ? lp_document_get_component (pick->canvas->stage->document, pick->from) : NULL;
  LpKindContext context = { pick->container, from != NULL ? from->kind : NULL, lp_recent_kinds_get () };
  g_autoptr (GArray) kinds = lp_kind_index_search (kind_index (), text, &context);

  for (guint i = 0; i < MIN (kinds->len, limit); i++)
    {
      const LpFoundKind *one = &g_array_index (kinds, LpFoundKind, i);
      add_found (found, new_kind_item (one->kind), one->match);
    }
}

static void
find_commands (const Pick *pick, const char *needle, GArray *found)
{
  for (guint i = 0; i < pick->commands->len; i++)
    {
      const LpCommand *command = pick->commands->pdata[i];
      g_autofree char *title = lp_match_fold (command->title);
      g_autofree char *id = lp_match_fold (command->action + strcspn (command->action, ".") + 1);
      LpMatch match = MAX (lp_match (needle, title), lp_match (needle, id));
      if (match != LP_MATCH_NONE)
        add_found (found,
                   lp_pick_item_new (LP_PICK_COMMAND, command->action, NULL, command->title, _("Command"),
                                     command->keys),
                   match);
    }
}

static LpPickItem *
new_element_item (LpStage *stage, guint component)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpComponent *one = lp_design_get_component (design, component);
  const LpKind *kind = lp_catalogue_find (stage->catalogue, one->kind);
  guint parent = lp_design_get_parent (design, component);
  g_autofree char *where
      = parent != LP_NONE
            ? g_strdup_printf (_("In the drawing: %s"),
                               lp_component_get_name (lp_design_get_component (design, parent)))
            : g_strdup (_("In the drawing"));

  return lp_pick_item_new (LP_PICK_ELEMENT, one->id, kind, lp_component_get_name (one), where, NULL);
}

static void
find_elements (const Pick *pick, const char *needle, GArray *found)
{
  LpStage *stage = pick->canvas->stage;
  const LpDesign *design = lp_stage_get_design (stage);
  guint n = 0;

  for (guint i = 0; i < lp_design_get_n_components (design) && n < MAX_ROWS; i++)
    {
      g_autofree char *name = lp_match_fold (lp_component_get_name (lp_design_get_component (design, i)));
      LpMatch match = lp_match (needle, name);
      if (match <= LP_MATCH_LETTERS)
        continue;
      add_found (found, new_element_item (stage, i), match);
      n++;
    }
}

static GPtrArray *
items_of (GArray *found)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    if (i < MAX_ROWS)
      g_ptr_array_add (items, g_array_index (found, Found, i).item);
    else
      g_object_unref (g_array_index (found, Found, i).item);
  return items;
}

/* What stands before a colon; what stands behind it is the name of what will be placed. Free with g_free(). */
static char *
take_name (Pick *pick, const char *text)
{
  const char *colon = strchr (text, ':');

  g_free (pick->name);
  pick->name = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  return g_strstrip (colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text));
}

static GPtrArray *
search_kinds (const char *text, gpointer data)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree char *kind = take_name (data, text);

  find_kinds (data, kind, G_MAXUINT, found);
  return items_of (found);
}

static GPtrArray *
search_all (const char *text, gpointer data)
{
  Pick *pick = data;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree char *kind = take_name (pick, text), *needle = lp_match_fold (kind);

  if (pick->canvas->stage == NULL || pick->canvas->stage->scene == NULL)
    return items_of (found);
  gboolean drawn = gtk_widget_is_sensitive (GTK_WIDGET (pick->canvas));
  if (drawn)
    find_kinds (pick, kind, *needle != '\0' ? G_MAXUINT : KINDS_UNASKED, found);
  find_commands (pick, needle, found);
  if (drawn && *needle != '\0')
    find_elements (pick, needle, found);
  g_array_sort (found, compare_found);
  return items_of (found);
}

/* --- picking ----------------------------------------------------------------------------------------- */

/* Into the middle of the selected connection. FALSE where there is none, or it may not go there. */
static gboolean
insert_into_selected (LpStage *stage, const char *kind)
{
  const char *selected = lp_selection_get_single (stage->selection);
  guint line = selected != NULL ? lp_design_find_connection (lp_stage_get_design (stage), selected) : LP_NONE;
  guint n;

  if (line == LP_NONE)
    return FALSE;
  const LpPoint *route = lp_scene_get_route (stage->scene, line, &n);
  if (n < 2)
    return FALSE;
  LpPoint a = route[(n - 1) / 2], b = route[(n - 1) / 2 + 1], at = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
  g_autofree char *refusal = lp_link_insert_refusal (stage, line, kind, at);
  g_autofree char *id = refusal == NULL ? lp_link_insert (stage, line, kind, at) : NULL;
  return id != NULL;
}

/* What was just placed, which is selected; in the same undo step. */
static void
name_placed (LpStage *stage, const char *name, guint64 before)
{
  const char *id = lp_selection_get_single (stage->selection);
  guint64 placed = lp_document_get_revision (stage->document);
  g_autoptr (GError) error = NULL;

  if (name == NULL || *name == '\0' || id == NULL || placed == before)
    return;
  lp_document_begin (stage->document, _("Rename"));
  lp_edit_set_label (stage->document, id, name, &error);
  if (lp_stage_finish (stage, error))
    lp_document_join (stage->document);
}

static void
place (Pick *pick, const char *kind)
{
  LpCanvas *canvas = pick->canvas;
  LpStage *stage = canvas->stage;
  guint from = pick->from != NULL ? lp_design_find (lp_stage_get_design (stage), pick->from) : LP_NONE;
  g_autofree char *id = NULL;

  if (from != LP_NONE)
    id = lp_link_place_next (stage, from, kind, pick->has_at ? &pick->at : NULL);
  else if (insert_into_selected (stage, kind))
    return;
  else
    {
      lp_canvas_place (canvas, kind);
      return;
    }
  LpRect area;
  if (id != NULL && lp_canvas_find_area (canvas, id, &area))
    lp_viewport_reveal (stage->viewport, area, 48);
}

static void
run_command (LpCanvas *self, const char *detailed)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &action, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

static void
on_picked (LpPicker *picker, LpPickItem *item, Pick *pick)
{
  LpCanvas *canvas = pick->canvas;
  const char *id = lp_pick_item_get_id (item);

  /* Before the pick: it may open another popover, and it needs the keyboard back. What the popover holds is still
   * there, as it is taken away when all is done. */
  if (canvas->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (canvas->popover));
  if (canvas->stage == NULL || canvas->stage->scene == NULL)
    return;
  switch (lp_pick_item_get_pick_type (item))
    {
    case LP_PICK_KIND:
      {
        guint64 before = lp_document_get_revision (canvas->stage->document);
        place (pick, id);
        name_placed (canvas->stage, pick->name, before);
        break;
      }
    case LP_PICK_COMMAND:
      run_command (canvas, id);
      break;
    case LP_PICK_ELEMENT:
      lp_canvas_show_element (canvas, id);
      break;
    }
}

static void
on_cancelled (LpPicker *picker, Pick *pick)
{
  if (pick->canvas->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (pick->canvas->popover));
}

/* --- opening ----------------------------------------------------------------------------------------- */

/* A strip in the middle of the top edge. */
static LpRect
top_of_view (LpCanvas *self)
{
  LpRect visible = lp_viewport_get_visible (self->stage->viewport);

  return (LpRect){ visible.x + visible.w / 2, visible.y + lp_stage_units (self->stage, EDGE), 0, 0 };
}

static void
open_picker (Pick *pick, const char *placeholder, LpPickerSearch search, LpRect area)
{
  LpCanvas *canvas = pick->canvas;
  GtkWidget *popover = gtk_popover_new (), *picker = lp_picker_new (placeholder, search, pick);
  int width = gtk_widget_get_width (GTK_WIDGET (canvas)) - 2 * EDGE;

  gtk_widget_set_size_request (picker, CLAMP (width, 1, pick->commands != NULL ? WIDTH : NARROW_WIDTH), HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "picker");
  g_object_set_data_full (G_OBJECT (popover), "pick", pick, pick_free);
  g_signal_connect (picker, "picked", G_CALLBACK (on_picked), pick);
  g_signal_connect (picker, "cancelled", G_CALLBACK (on_cancelled), pick);
  lp_canvas_show_picker (canvas, popover, picker, area);
}

/* The kind of container in which a new component would go; NULL: the top level. */
static const char *
container_at_hand (LpStage *stage)
{
  /* A kind that fits nowhere asks for the innermost place, one that fits everywhere gets it. */
  guint container = lp_arrange_find_container (stage, LP_KIND_GENERIC);

  return container != LP_NONE ? lp_design_get_component (lp_stage_get_design (stage), container)->kind : NULL;
}

static Pick *
new_pick (LpCanvas *self)
{
  Pick *pick = g_new0 (Pick, 1);

  pick->canvas = self;
  pick->container = g_intern_string (container_at_hand (self->stage));
  return pick;
}

static void
keep_those_of_the_window (GPtrArray *commands)
{
  for (guint i = commands->len; i-- > 0;)
    if (g_str_has_prefix (((LpCommand *) commands->pdata[i])->action, "canvas."))
      g_ptr_array_remove_index (commands, i);
}

/* Where nothing can be drawn, there are still the commands that are not about the drawing. */
void
lp_canvas_pick_command (LpCanvas *self)
{
  gboolean drawn = gtk_widget_is_sensitive (GTK_WIDGET (self));

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  Pick *pick = new_pick (self);
  pick->commands = lp_commands_collect (GTK_WIDGET (self));
  if (!drawn)
    keep_those_of_the_window (pick->commands);
  open_picker (pick, drawn ? _("Component, command, or name in the drawing") : _("Command"), search_all,
               top_of_view (self));
}

void
lp_canvas_pick_kind (LpCanvas *self)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  open_picker (new_pick (self), _("Component to place, as “alb” or “alb: Front door”"), search_kinds, top_of_view (self));
}

void
lp_canvas_pick_next (LpCanvas *self, const char *from, const LpPoint *at)
{
  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  LpStage *stage = self->stage;
  const LpDesign *design = lp_stage_get_design (stage);
  guint component = lp_design_find (design, from);
  g_return_if_fail (component != LP_NONE);
  guint container = lp_link_find_container (stage, component, LP_KIND_GENERIC, at);
  Pick *pick = g_new0 (Pick, 1);

  pick->canvas = self;
  pick->from = g_strdup (from);
  pick->has_at = at != NULL;
  pick->at = at != NULL ? *at : (LpPoint){ 0, 0 };
  pick->container = container != LP_NONE ? g_intern_string (lp_design_get_component (design, container)->kind) : NULL;
  LpRect area = at != NULL ? (LpRect){ at->x, at->y, 0, 0 } : lp_scene_get_placement (stage->scene)->rect[component];
  open_picker (pick, _("To place and connect, as “rds” or “rds: Orders”"), search_kinds, area);
}

/* --- actions ----------------------------------------------------------------------------------------- */

static void
pick_command_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_pick_command (LP_CANVAS (widget));
}

static void
pick_kind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lp_canvas_pick_kind (LP_CANVAS (widget));
}

static void
connect_new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (self->stage == NULL || self->stage->scene == NULL)
    return;
  guint from = lp_handles_get_selected (self->stage);
  if (from == LP_NONE)
    {
      g_signal_emit_by_name (self, "message", _("Select the component that the connection starts from"));
      return;
    }
  lp_canvas_pick_next (self, lp_design_get_component (lp_stage_get_design (self->stage), from)->id, NULL);
}

void
lp_canvas_class_add_pick_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.commands", NULL, pick_command_action);
  gtk_widget_class_install_action (klass, "canvas.pick-kind", NULL, pick_kind_action);
  gtk_widget_class_install_action (klass, "canvas.connect-new", NULL, connect_new_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_slash, 0, "canvas.pick-kind", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Divide, 0, "canvas.pick-kind", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.connect-new",
                                       NULL);
}
