#include "ui/help/help-window.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

struct _LpHelpWindow
{
  AdwWindow parent_instance;
  GtkBox *topics;
};

G_DEFINE_FINAL_TYPE (LpHelpWindow, lp_help_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title;
  const char *paragraphs[6]; /* up to the first NULL */
} Topic;

static const Topic topics[] = {
  { N_("First steps"),
    { N_("Drag a component from the list on the left into the drawing. Regions, networks and zones are containers: "
         "what you drop into one belongs to it, and the container grows with it."),
      N_("Point at a component and drag from one of the small circles around it to another component: that connects "
         "them. Let go over empty paper to choose what comes next."),
      N_("The review runs while you draw. Its findings stand in the panel on the right and as marks on the drawing; "
         "nothing has to be started."),
      N_("Everything can be undone. What is not saved is kept, too: after a crash it is there again.") } },
  { N_("Drawing with keys alone"),
    { N_("Ctrl+K finds any kind of component, any command and anything in the drawing by name. Type, then Enter. A "
         "slash does the same for components only."),
      N_("Tab and Shift+Tab go from one component to the next, Enter goes into a container and Shift+Enter out of it."),
      N_("Ctrl+L connects what is selected, F2 renames it, the arrow keys move it, and Delete removes it. The menu key "
         "shows what else can be done with it."),
      N_("F6 leads back to the drawing from wherever you are. All keys are listed under Keyboard Shortcuts.") } },
  { N_("What the findings mean"),
    { N_("An octagon is an error: something that the requirements need is not met. A triangle is a warning, a circle "
         "is information."),
      N_("A diamond with a question mark is a question: the answer depends on something that is not filled in yet. "
         "Answer it beside the component or in the panel; leave it open if you do not know."),
      N_("F8 and Shift+F8 go through the findings one by one. What a finding is about lights up in the drawing, and "
         "the panel says what to do about it."),
      N_("How strict the review is depends on the page Requirements: whether it is for production, how long an outage "
         "may last, and how much data may be lost.") } },
  { N_("Files and sharing"),
    { N_("A drawing is a text file with one component in a line: it goes well with version control. The command "
         "“loadpath check” gives the same findings in a terminal."),
      N_("Export writes SVG, PNG or PDF. An SVG holds its drawing, and opens here again. Files of draw.io open as "
         "well."),
      N_("Shift+F11 shows the drawing alone on the whole screen, and F8 leads from one finding to the next.") } },
  { N_("Learning"),
    { N_("The start page, and Alt+Home, has scenarios to learn with: a need and a design to repair, to build, to choose "
         "or to look through. Type to search them. What was begun goes on where it was.") } },
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_topic (LpHelpWindow *self, const Topic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), new_label (_ (topic->title), "title-3"));
  for (guint i = 0; i < G_N_ELEMENTS (topic->paragraphs) && topic->paragraphs[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), new_label (_ (topic->paragraphs[i]), "body"));
  gtk_box_append (self->topics, box);
}

static void
lp_help_window_class_init (LpHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/help/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpHelpWindow, topics);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lp_help_window_init (LpHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    add_topic (self, &topics[i]);
}

void
lp_help_window_show (GtkApplication *application, GtkWindow *parent)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_HELP_WINDOW (l->data))
      {
        gtk_window_present (l->data);
        return;
      }
  gtk_window_present (g_object_new (LP_TYPE_HELP_WINDOW, "application", application, "transient-for", parent, NULL));
}
