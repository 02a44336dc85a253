#include "ui/review/explain-window.h"

#include <glib/gi18n.h>

#include "io/native.h"
#include "report/explanation.h"
#include "rules/notes.h"
#include "rules/topic.h"
#include "session/session-rules.h"
#include "ui/review/drawing.h"
#include "ui/text/wrapping.h"

struct _LpExplainWindow
{
  AdwWindow parent_instance;
  AdwWindowTitle *heading;
  GtkLabel *name;
  GtkFlowBox *drawings;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (LpExplainWindow, lp_explain_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 92);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* --- drawings ---------------------------------------------------------------------------------------- */

static void
add_drawing (LpExplainWindow *self, const char *caption, const char *css_class, LpScene *scene)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *frame = gtk_frame_new (NULL);
  GtkWidget *drawing = lp_drawing_new (scene, caption), *label = new_label (caption, "heading");

  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_hexpand (drawing, TRUE);
  gtk_frame_set_child (GTK_FRAME (frame), drawing);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_flow_box_append (self->drawings, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
add_drawings (LpExplainWindow *self, const LpRule *rule)
{
  g_autoptr (LpExplanation) explanation = lp_explanation_new (rule, lp_native_read, NULL);

  if (explanation == NULL)
    return;
  add_drawing (self, explanation->found_caption, "error", explanation->found);
  add_drawing (self, explanation->sound_caption, "success", explanation->sound);
}

/* --- text -------------------------------------------------------------------------------------------- */

static GtkBox *
add_section (LpExplainWindow *self, const char *heading, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), new_label (heading, "heading"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), new_label (text, "body"));
  gtk_box_append (self->sections, box);
  return GTK_BOX (box);
}

static GtkWidget *
new_link (const char *url, const char *text)
{
  GtkWidget *link = gtk_link_button_new_with_label (url, text);

  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "in-text");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), 0);
  return link;
}

static void
add_notes (LpExplainWindow *self, const LpRule *rule)
{
  for (guint i = 0; rule->notes[i] != NULL; i++)
    {
      const LpNote *note = lp_note_find (rule->notes[i]);
      if (note == NULL)
        continue;
      g_autofree char *since
          = note->since != NULL ? g_strdup_printf (_("What holds since %s"), note->since) : g_strdup (_("What holds now"));
      add_section (self, _("What the exam's notes say"), lp_text (&note->then));
      GtkBox *now = add_section (self, since, lp_text (&note->now));
      gtk_box_append (now, new_link (note->source, _("Source")));
    }
}

static void
add_references (LpExplainWindow *self, const LpRule *rule)
{
  if (rule->references->len == 0 && rule->peers[0] == NULL)
    return;
  g_autofree char *peers = g_strjoinv (", ", rule->peers);
  GtkBox *box = add_section (self, _("See also"), peers[0] != '\0' ? peers : NULL);
  for (guint i = 0; i < rule->references->len; i++)
    {
      const LpReference *reference = rule->references->pdata[i];
      gtk_box_append (box, reference->url != NULL ? new_link (reference->url, reference->title)
                                                  : new_label (reference->title, "body"));
    }
}

static void
explain (LpExplainWindow *self, const LpRule *rule)
{
  g_autofree char *message = lp_explanation_message (rule, lp_native_read);
  g_autofree char *under
      = g_strdup_printf ("%s · %s", lp_severity_name (rule->severity), lp_topic_get_name (rule->topic));

  adw_window_title_set_title (self->heading, rule->id);
  adw_window_title_set_subtitle (self->heading, under);
  gtk_window_set_title (GTK_WINDOW (self), rule->id);
  gtk_label_set_label (self->name, lp_text (&rule->title));
  add_drawings (self, rule);
  add_section (self, _("What it says"), message);
  add_section (self, _("Why"), lp_text (&rule->why));
  add_section (self, _("How to mend it"), lp_template_get_text (rule->remedy[lp_language ()]));
  add_notes (self, rule);
  add_references (self, rule);
}

void
lp_explain_window_show (GtkWindow *parent, LpSession *session, const char *id)
{
  const LpPack *pack = session != NULL ? lp_session_get_pack (session) : lp_pack_get_default ();
  const LpRule *rule = lp_pack_find (pack, id);
  if (rule == NULL)
    return;
  LpExplainWindow *self = g_object_new (LP_TYPE_EXPLAIN_WINDOW, "transient-for", parent, NULL);
  explain (self, rule);
  gtk_window_present (GTK_WINDOW (self));
}

static void
lp_explain_window_class_init (LpExplainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/review/explain-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpExplainWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, LpExplainWindow, name);
  gtk_widget_class_bind_template_child (widget_class, LpExplainWindow, drawings);
  gtk_widget_class_bind_template_child (widget_class, LpExplainWindow, sections);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lp_explain_window_init (LpExplainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
