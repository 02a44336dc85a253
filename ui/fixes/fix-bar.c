#include "ui/fixes/fix-bar.h"

#include <glib/gi18n.h>

#include "session/mend.h"
#include "session/session-rules.h"
#include "ui/fixes/fix-choice.h"

/* More sentences than a person reads here. */
#define MOST_WORDS 6
#define WIDTH 420
#define WIDTH_CHARS 64

struct _LpFixBar
{
  AdwBin parent_instance;
  GtkLabel *title;
  LpFixChoice *choice;
  GtkLabel *words;
  GtkWidget *spinner;
  GtkWidget *signs[3];     /* what the marks on the drawing say: new, changed, gone */
  GtkWidget *apply;
  LpCanvas *canvas;        /* outlives it */
  LpSession *session;      /* of the view, which outlives it */
  LpFinding *finding;      /* NULL: everything that can be fixed */
  LpMendPreview *preview;  /* shown by the canvas; or NULL */
  GCancellable *pending;   /* the one that is being worked out; or NULL */
};

G_DEFINE_FINAL_TYPE (LpFixBar, lp_fix_bar, ADW_TYPE_BIN)

/* --- working it out ---------------------------------------------------------------------------------- */

typedef struct
{
  LpDesign *design;
  LpPack *pack;
  LpConfiguration *configuration; /* or NULL */
  LpFinding *finding;             /* or NULL */
  LpFixOffer offer;
  gboolean all;
  char *label;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  lp_design_unref (wish->design);
  lp_pack_unref (wish->pack);
  g_clear_pointer (&wish->configuration, lp_configuration_unref);
  if (wish->finding != NULL)
    lp_finding_unref (wish->finding);
  g_free (wish->offer.title);
  g_free (wish->label);
  g_free (wish);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  const LpReviewOptions options = { .configuration = wish->configuration };
  GError *error = NULL;
  LpMendPreview *preview
      = wish->all ? lp_mend_preview_new_all (wish->design, wish->pack, wish->finding != NULL ? wish->finding->rule : NULL,
                                             wish->offer.index, wish->label, &options, &error)
                  : lp_mend_preview_new (wish->design, wish->pack, wish->finding, &wish->offer, &options, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) lp_mend_preview_free);
  else
    g_task_return_error (task, error);
}

/* --- showing it -------------------------------------------------------------------------------------- */

static void
let_go (LpFixBar *self)
{
  if (self->pending != NULL)
    g_cancellable_cancel (self->pending);
  g_clear_object (&self->pending);
  if (self->preview == NULL)
    return;
  lp_canvas_show_mend (self->canvas, NULL);
  g_clear_pointer (&self->preview, lp_mend_preview_free);
}

static char *
join_words (const LpMendPreview *preview)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = preview->words->len, shown = n > MOST_WORDS ? MOST_WORDS - 1 : n;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", (const char *) preview->words->pdata[i]);
  if (shown < n)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more edit", "and %u more edits", n - shown), n - shown);
    }
  if (preview->n_fixed > 1)
    g_string_append_printf (text, ngettext ("\n\n%u finding is mended", "\n\n%u findings are mended", preview->n_fixed),
                            preview->n_fixed);
  if (preview->n_fixed > 0 && preview->n_asking > 0)
    g_string_append_printf (
        text, ngettext ("\n%u more is for a person to decide", "\n%u more are for a person to decide", preview->n_asking),
        preview->n_asking);
  return g_strdup (text->str);
}

static void
show_signs (LpFixBar *self, const LpMendPreview *preview)
{
  gtk_widget_set_visible (self->signs[0], preview != NULL && preview->added[0] != NULL);
  gtk_widget_set_visible (self->signs[1], preview != NULL && preview->changed[0] != NULL);
  gtk_widget_set_visible (self->signs[2], preview != NULL && preview->removed[0] != NULL);
}

static void
set_busy (LpFixBar *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->words), !busy);
  gtk_widget_set_sensitive (self->apply, !busy && self->preview != NULL);
}

static void
on_worked_out (GObject *source, GAsyncResult *result, gpointer data)
{
  LpFixBar *self = LP_FIX_BAR (source);
  g_autoptr (GError) error = NULL;
  LpMendPreview *preview = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean wanted = self->pending != NULL && g_task_get_cancellable (G_TASK (result)) == self->pending;

  if (!wanted)
    {
      g_clear_pointer (&preview, lp_mend_preview_free);
      return;
    }
  g_clear_object (&self->pending);
  self->preview = preview;
  g_autofree char *words = preview != NULL ? join_words (preview) : g_strdup (error->message);
  gtk_label_set_label (self->words, words);
  show_signs (self, preview);
  set_busy (self, FALSE);
  if (preview == NULL)
    return;
  lp_canvas_show_mend (self->canvas, preview);
  gtk_widget_grab_focus (self->apply);
}

static void
show_choice (LpFixBar *self)
{
  const LpFixOffer *offer = lp_fix_choice_get (self->choice);
  Wish *wish = g_new0 (Wish, 1);

  let_go (self);
  wish->design = lp_document_snapshot (lp_session_get_document (self->session));
  wish->pack = lp_pack_ref (lp_session_get_pack (self->session));
  if (lp_session_get_configuration (self->session) != NULL)
    wish->configuration = lp_configuration_ref (lp_session_get_configuration (self->session));
  wish->finding = self->finding != NULL ? lp_finding_ref (self->finding) : NULL;
  wish->all = self->finding == NULL || lp_fix_choice_is_for_all (self->choice);
  wish->label = self->finding != NULL ? g_strdup_printf (_("Fix All: %s"), self->finding->title) : g_strdup (_("Fix All"));
  if (offer != NULL)
    {
      wish->offer = *offer;
      wish->offer.title = g_strdup (offer->title);
    }
  self->pending = g_cancellable_new ();
  set_busy (self, TRUE);
  g_autoptr (GTask) task = g_task_new (self, self->pending, on_worked_out, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, work_out);
}

/* --- opening and closing ----------------------------------------------------------------------------- */

static void
close_bar (LpFixBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  let_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->finding, lp_finding_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_apply (LpFixBar *self)
{
  if (self->preview == NULL)
    return;
  g_autoptr (LpMendPreview) preview = g_steal_pointer (&self->preview);
  g_autofree char *message = g_strdup_printf (_("Done: %s"), preview->label);
  lp_canvas_show_mend (self->canvas, NULL);
  close_bar (self);
  lp_mend_preview_apply (preview, lp_session_get_document (self->session));
  lp_canvas_light_up (self->canvas, (const char *const *) preview->added);
  g_signal_emit_by_name (self->canvas, "message", message);
}

static guint
count_alike (LpFixBar *self, const LpReview *review)
{
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *other = review->findings->pdata[i];
      n += other->outcome == LP_OUTCOME_FAIL && other->waiver == NULL && g_str_equal (other->rule, self->finding->rule);
    }
  return n;
}

static void
open_bar (LpFixBar *self, GPtrArray *offers, guint n_alike, const char *title)
{
  lp_fix_choice_set (self->choice, offers, n_alike);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  show_choice (self);
}

static void
fix_all (LpFixBar *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  open_bar (self, none, 0, _("Fix all that needs no decision"));
}

static void
on_fix_wanted (LpFixBar *self, guint number)
{
  LpReview *review = lp_session_get_review (self->session);

  close_bar (self);
  if (number == G_MAXUINT || review == NULL || number >= review->findings->len)
    {
      fix_all (self);
      return;
    }
  g_autoptr (LpDesign) design = lp_document_snapshot (lp_session_get_document (self->session));
  LpFinding *finding = review->findings->pdata[number];
  const LpReviewOptions options = { .configuration = lp_session_get_configuration (self->session) };
  g_autoptr (GPtrArray) offers = lp_fix_list (lp_session_get_pack (self->session), design, finding, &options);
  if (offers->len == 0)
    {
      g_signal_emit_by_name (self->canvas, "message", _("There is no fix for this finding; it says what to do"));
      return;
    }
  self->finding = lp_finding_ref (finding);
  g_autofree char *title = g_strdup_printf ("%s · %s", finding->rule, finding->message);
  open_bar (self, offers, count_alike (self, review), title);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LpFixBar *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      close_bar (self);
      return TRUE;
    case GDK_KEY_Up:
      lp_fix_choice_step (self->choice, -1);
      return TRUE;
    case GDK_KEY_Down:
      lp_fix_choice_step (self->choice, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
new_label (gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  return label;
}

static GtkWidget *
new_heading (LpFixBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = GTK_LABEL (new_label (TRUE));
  gtk_label_set_lines (self->title, 2);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "small");
  gtk_widget_set_tooltip_text (close, _("Close without a change (Esc)"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_bar), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (row), close);
  return row;
}

static GtkWidget *
new_sign (const char *css_class, const char *sign, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (sign), *label = gtk_label_new (text);

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "fix-sign");
  gtk_widget_add_css_class (mark, css_class);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

/* What the marks on the drawing say, beside the button. */
static GtkWidget *
new_foot (LpFixBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->signs[0] = new_sign ("fix-new", "+", _("new"));
  self->signs[1] = new_sign ("fix-other", "~", _("changed"));
  self->signs[2] = new_sign ("fix-gone", "×", _("goes"));
  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    gtk_box_append (GTK_BOX (row), self->signs[i]);
  self->apply = gtk_button_new_with_mnemonic (_("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_hexpand (self->apply, TRUE);
  gtk_widget_set_halign (self->apply, GTK_ALIGN_END);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (on_apply), self);
  gtk_box_append (GTK_BOX (row), self->apply);
  return row;
}

static void
lp_fix_bar_dispose (GObject *object)
{
  LpFixBar *self = LP_FIX_BAR (object);

  if (self->pending != NULL)
    g_cancellable_cancel (self->pending);
  g_clear_object (&self->pending);
  g_clear_pointer (&self->preview, lp_mend_preview_free);
  g_clear_pointer (&self->finding, lp_finding_unref);
  G_OBJECT_CLASS (lp_fix_bar_parent_class)->dispose (object);
}

static void
lp_fix_bar_class_init (LpFixBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_fix_bar_dispose;
}

static void
lp_fix_bar_init (LpFixBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choice = LP_FIX_CHOICE (lp_fix_choice_new ());
  self->words = GTK_LABEL (new_label (TRUE));
  self->spinner = gtk_spinner_new ();
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_box_append (GTK_BOX (box), new_heading (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), self->spinner);
  gtk_box_append (GTK_BOX (box), new_foot (self));
  gtk_widget_add_css_class (box, "floating");
  gtk_widget_add_css_class (box, "fix-bar");
  gtk_widget_set_size_request (box, WIDTH, -1);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (show_choice), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
lp_fix_bar_add (LpDocumentView *view)
{
  LpFixBar *self = g_object_new (LP_TYPE_FIX_BAR, NULL);

  self->canvas = lp_document_view_get_canvas (view);
  self->session = lp_document_view_get_session (view);
  g_signal_connect_object (self->canvas, "fix-wanted", G_CALLBACK (on_fix_wanted), self, G_CONNECT_SWAPPED);
  /* Whatever else is edited meanwhile: what is shown would not be what comes of it. */
  g_signal_connect_object (lp_session_get_document (self->session), "changed", G_CALLBACK (close_bar), self,
                           G_CONNECT_SWAPPED);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
