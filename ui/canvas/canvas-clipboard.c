#include <glib/gi18n.h>

#include "model/edit.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/canvas-clipboard.h"
#include "ui/canvas/canvas-private.h"
#include "ui/canvas/clip-provider.h"
#include "ui/canvas/clip-reader.h"
#include "ui/canvas/copies.h"

/* --- copying ----------------------------------------------------------------------------------------- */

static void
offer (LpCanvas *self, LpDesign *clip, gboolean picture_only)
{
  g_autoptr (GdkContentProvider) provider = lp_clip_provider_new (clip, picture_only);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static gboolean
copy_selection (LpCanvas *self)
{
  g_autoptr (LpDesign) clip = lp_canvas_has_scene (self) ? lp_copies_take (self->stage) : NULL;

  if (clip != NULL)
    offer (self, clip, FALSE);
  else if (lp_canvas_has_scene (self))
    lp_stage_message (self->stage, _("Select components to copy them"));
  return clip != NULL;
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_selection (LP_CANVAS (widget));
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!copy_selection (self))
    return;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = lp_arrange_get_deletable (self->stage);
  lp_document_begin (self->stage->document, _("Cut"));
  lp_edit_delete (self->stage->document, (const char *const *) ids, &error);
  lp_stage_finish (self->stage, error);
}

/* What is selected, or all of it where nothing is. */
static void
copy_image_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self))
    return;
  g_autoptr (LpDesign) clip = lp_copies_take (self->stage);
  if (clip == NULL)
    clip = lp_document_snapshot (self->stage->document);
  offer (self, clip, TRUE);
}

/* --- pasting ----------------------------------------------------------------------------------------- */

typedef struct
{
  LpCanvas *canvas;
  LpStage *stage;  /* of the document that was open when it was asked for */
  gboolean has_at;
  LpPoint at;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->canvas);
  g_object_unref (paste->stage);
  g_free (paste);
}

/* Whether the pointer is over the drawing, whatever has the focus. */
static gboolean
is_pointed_at (LpCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  double x, y, left, top;

  if (pointer == NULL || !gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, &x, &y, NULL))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - left, y - top, &x, &y)
         && gtk_widget_contains (GTK_WIDGET (self), x, y);
}

static void
reveal_selection (LpCanvas *self)
{
  LpRect all = { 0, 0, 0, 0 }, area;

  for (guint i = 0; i < lp_selection_get_size (self->stage->selection); i++)
    if (lp_canvas_find_area (self, lp_selection_get (self->stage->selection, i), &area))
      all = lp_rect_union (all, area);
  if (all.w > 0)
    lp_viewport_reveal (self->stage->viewport, all, 48);
}

/* A picture and text of somebody else's become an image and a note. */
static gboolean
put (const Paste *paste, const LpPasted *pasted)
{
  const LpPoint *at = paste->has_at ? &paste->at : NULL;

  if (pasted->clip != NULL)
    return lp_copies_paste (paste->stage, pasted->clip, at);
  if (pasted->image != NULL)
    return lp_copies_paste_image (paste->stage, pasted->image, at);
  return pasted->text != NULL && lp_copies_paste_note (paste->stage, pasted->text, at);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LpPasted) pasted = lp_clip_read_finish (result, &error);

  /* Another document may be shown by now, or a drag be under way. */
  if (paste->canvas->stage == paste->stage && paste->stage->scene != NULL)
    {
      lp_stage_cancel (paste->stage);
      if (pasted == NULL)
        lp_stage_message (paste->stage, error->message);
      else if (put (paste, pasted))
        reveal_selection (paste->canvas);
    }
  paste_free (paste);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (!lp_canvas_has_scene (self))
    return;
  Paste *paste = g_new0 (Paste, 1);
  paste->canvas = g_object_ref (self);
  paste->stage = g_object_ref (self->stage);
  paste->has_at = is_pointed_at (self);
  paste->at = lp_viewport_to_diagram (self->stage->viewport, self->pointer);
  lp_clip_read_async (gtk_widget_get_clipboard (widget), NULL, on_read, paste);
}

/* --- beside each other ------------------------------------------------------------------------------- */

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (lp_canvas_has_scene (self) && lp_copies_duplicate (self->stage))
    reveal_selection (self);
}

static void
one_in_each_zone_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);

  if (lp_canvas_has_scene (self) && lp_copies_one_in_each_zone (self->stage))
    reveal_selection (self);
}

/* --- properties -------------------------------------------------------------------------------------- */

/* Beside the clipboard, not on it: what somebody copied stays there. */
#define HELD "loadpath-properties"

static void
copy_properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  const char *id = self->stage != NULL ? lp_selection_get_single (self->stage->selection) : NULL;
  const LpComponent *component = id != NULL ? lp_document_get_component (self->stage->document, id) : NULL;

  if (component != NULL)
    g_object_set_data_full (G_OBJECT (gtk_widget_get_clipboard (widget)), HELD,
                            lp_component_ref ((LpComponent *) component), (GDestroyNotify) lp_component_unref);
  else if (self->stage != NULL)
    lp_stage_message (self->stage, _("Select the component whose properties are to be copied"));
}

static void
paste_properties_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpCanvas *self = LP_CANVAS (widget);
  const LpComponent *from = g_object_get_data (G_OBJECT (gtk_widget_get_clipboard (widget)), HELD);

  if (self->stage != NULL && from != NULL)
    lp_copies_give_properties (self->stage, from);
  else if (self->stage != NULL)
    lp_stage_message (self->stage, _("No properties have been copied yet"));
}

void
lp_canvas_class_add_clipboard_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "canvas.copy", copy_action, GDK_KEY_c, GDK_CONTROL_MASK },
    { "canvas.cut", cut_action, GDK_KEY_x, GDK_CONTROL_MASK },
    { "canvas.paste", paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
    { "canvas.copy-image", copy_image_action, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "canvas.duplicate", duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
    { "canvas.one-in-each-zone", one_in_each_zone_action, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "canvas.copy-properties", copy_properties_action, GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK },
    { "canvas.paste-properties", paste_properties_action, GDK_KEY_v, GDK_CONTROL_MASK | GDK_ALT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (klass, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
}
