#include "ui/canvas/canvas-note.h"

#include <glib/gi18n.h>

#include "model/edit.h"
#include "scene/annotation-shape.h"
#include "scene/label.h"
#include "ui/canvas/canvas-private.h"

/* In pixels. */
#define LEAST_WIDTH 240
#define LEAST_HEIGHT 96
#define MOST_WIDTH 560
#define MOST_HEIGHT 360

typedef struct
{
  LpCanvas *canvas;
  LpDocument *document;
  char *id;
  GtkTextBuffer *text;
  gboolean keep;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_object_unref (note->document);
  g_object_unref (note->text);
  g_free (note->id);
  g_free (note);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* It may have gone while it was being written. */
static void
keep (const Note *note)
{
  const LpComponent *component = lp_document_get_component (note->document, note->id);
  g_autofree char *text = dup_text (note->text);
  g_autoptr (GError) error = NULL;

  if (component == NULL || note->canvas->stage == NULL || note->canvas->stage->document != note->document
      || g_str_equal (text, lp_annotation_text (component)))
    return;
  lp_document_begin (note->document, _("Write"));
  lp_edit_set_label (note->document, note->id, text, &error);
  lp_stage_finish (note->canvas->stage, error);
}

static void
on_closed (GtkPopover *popover, Note *note)
{
  if (note->keep)
    keep (note);
  note->keep = FALSE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, Note *note)
{
  GtkWidget *popover = gtk_widget_get_ancestor (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key)),
                                                GTK_TYPE_POPOVER);
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  note->keep = enter;
  gtk_popover_popdown (GTK_POPOVER (popover));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_view (Note *note, const LpComponent *component)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (note->text);
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_text_buffer_set_text (note->text, lp_annotation_text (component), -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "top-margin", 6, "bottom-margin", 6, "left-margin", 8, "right-margin", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the note"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), note);
  gtk_widget_add_controller (view, key);
  return view;
}

static GtkWidget *
new_content (GtkWidget *view, int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (_("Ctrl+Enter keeps it, Escape does not"));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_size_request (scroller, width, height);
  gtk_widget_add_css_class (scroller, "note-editor");
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), hint);
  return box;
}

static gboolean
is_written (LpCanvas *self, const LpComponent *component)
{
  const LpKind *kind = component != NULL ? lp_kind_of (self->stage->catalogue, component) : NULL;

  if (kind == NULL || !lp_kind_is_annotation (kind))
    return FALSE;
  return lp_annotation_of (kind) == LP_ANNOTATION_NOTE || lp_annotation_of (kind) == LP_ANNOTATION_TEXT;
}

static void
place_cursor (GtkTextBuffer *text, gboolean at_end)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (text, &start, &end);
  gtk_text_buffer_select_range (text, at_end ? &end : &start, &end);
}

gboolean
lp_canvas_write_note (LpCanvas *self, gboolean at_end)
{
  const char *id = self->stage != NULL ? lp_selection_get_single (self->stage->selection) : NULL;
  const LpComponent *component = id != NULL ? lp_document_get_component (self->stage->document, id) : NULL;
  LpRect area;

  if (!is_written (self, component) || !lp_canvas_find_area (self, id, &area))
    return FALSE;
  lp_viewport_reveal (self->stage->viewport, area, 24);
  LpRect view = lp_viewport_rect_to_view (self->stage->viewport, area);
  Note *note = g_new0 (Note, 1);
  note->canvas = self;
  note->document = g_object_ref (self->stage->document);
  note->id = g_strdup (id);
  note->text = gtk_text_buffer_new (NULL);
  note->keep = TRUE;
  GtkWidget *popover = gtk_popover_new (), *text_view = new_view (note, component);
  gtk_popover_set_child (GTK_POPOVER (popover), new_content (text_view, CLAMP ((int) view.w, LEAST_WIDTH, MOST_WIDTH),
                                                             CLAMP ((int) view.h, LEAST_HEIGHT, MOST_HEIGHT)));
  g_object_set_data_full (G_OBJECT (popover), "note", note, note_free);
  g_object_set_data (G_OBJECT (popover), "note-view", text_view);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), note);
  lp_canvas_show_popover (self, popover, area);
  place_cursor (note->text, at_end);
  gtk_widget_grab_focus (text_view);
  return TRUE;
}

GtkWidget *
lp_canvas_get_note_view (LpCanvas *self)
{
  return self->popover != NULL ? g_object_get_data (G_OBJECT (self->popover), "note-view") : NULL;
}
