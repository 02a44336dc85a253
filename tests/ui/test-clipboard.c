/* Two drawings in two windows, and what other programs put on the clipboard and get from it. */
#include <string.h>

#include "designs.h"
#include "io/native.h"
#include "io/pasted.h"
#include "model/edit.h"
#include "ui/canvas/canvas-note.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/clip-provider.h"

static const char source[]
    = "{\"loadpath\": 1, \"title\": \"Shop\", \"components\": ["
      "{\"id\": \"main\", \"kind\": \"vpc\", \"at\": [40, 40], \"size\": [400, 300]},"
      "{\"id\": \"web\", \"kind\": \"ec2-instance\", \"in\": \"main\", \"at\": [40, 60]},"
      "{\"id\": \"db\", \"kind\": \"rds-instance\", \"in\": \"main\", \"at\": [200, 60]}],"
      "\"connections\": [{\"id\": \"web-db\", \"kind\": \"traffic\", \"from\": \"web\", \"to\": \"db\"}]}";

typedef struct
{
  GtkWidget *window;
  LpCanvas *canvas;
  LpDocument *document;
  char *message;
} Side;

typedef struct
{
  Side from, to;
} Fixture;

static gboolean
on_timeout (gpointer data)
{
  g_error ("not within 20 seconds: %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

static void
wait_until (gboolean (*holds) (gpointer data), gpointer data, const char *what)
{
  guint timeout = g_timeout_add_seconds (20, on_timeout, (gpointer) what);

  while (!holds (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
on_message (LpCanvas *canvas, const char *message, Side *side)
{
  g_free (side->message);
  side->message = g_strdup (message);
}

static gboolean
is_shown (gpointer data)
{
  Side *side = data;
  LpStage *stage = lp_canvas_get_stage (side->canvas);

  return gtk_widget_get_mapped (GTK_WIDGET (side->canvas)) && stage->scene != NULL
         && lp_viewport_get_width (stage->viewport) > 1;
}

static void
open_side (Side *side, const char *text)
{
  side->document = test_document (text);
  g_autoptr (LpSession) session = lp_session_new (side->document, NULL);
  side->window = gtk_window_new ();
  side->canvas = g_object_new (LP_TYPE_CANVAS, NULL);
  g_signal_connect (side->canvas, "message", G_CALLBACK (on_message), side);
  lp_canvas_set_session (side->canvas, session);
  gtk_window_set_child (GTK_WINDOW (side->window), GTK_WIDGET (side->canvas));
  gtk_window_set_default_size (GTK_WINDOW (side->window), 600, 400);
  gtk_window_present (GTK_WINDOW (side->window));
  wait_until (is_shown, side, "the canvas is shown");
}

static void
close_side (Side *side)
{
  gtk_window_destroy (GTK_WINDOW (side->window));
  g_object_unref (side->document);
  g_free (side->message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_side (&fixture->from, source);
  open_side (&fixture->to, "{\"loadpath\": 1}");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_side (&fixture->from);
  close_side (&fixture->to);
}

/* --- steps ------------------------------------------------------------------------------------------- */

static GdkClipboard *
clipboard (void)
{
  return gdk_display_get_clipboard (gdk_display_get_default ());
}

static void
act (Side *side, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (side->canvas), action, NULL));
}

static void
select_ids (Side *side, const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  lp_selection_set_all (lp_canvas_get_stage (side->canvas)->selection, (const char *const *) list);
}

static gboolean
has_answered (gpointer data)
{
  Side *side = data;

  return lp_document_can_undo (side->document) || side->message != NULL;
}

static void
paste (Side *side)
{
  g_clear_pointer (&side->message, g_free);
  act (side, "canvas.paste");
  wait_until (has_answered, side, "what was pasted is there");
}

static const LpComponent *
get (Side *side, const char *id)
{
  const LpComponent *component = lp_document_get_component (side->document, id);
  g_assert_nonnull (component);
  return component;
}

static void
on_spliced (GObject *object, GAsyncResult *result, gpointer data)
{
  GBytes **bytes = data;
  g_autoptr (GError) error = NULL;
  g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error);
  g_assert_no_error (error);
  *bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  GBytes **bytes = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL,
                                on_spliced, bytes);
}

static gboolean
is_set (gpointer data)
{
  return *(GBytes **) data != NULL;
}

/* What another program gets that asks for this form. */
static GBytes *
read_clipboard (const char *mime_type)
{
  GBytes *bytes = NULL;
  gdk_clipboard_read_async (clipboard (), (const char *[]){ mime_type, NULL }, G_PRIORITY_DEFAULT, NULL, on_read,
                            &bytes);
  wait_until (is_set, &bytes, mime_type);
  return bytes;
}

static void
offer (const char *mime_type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (mime_type, bytes);
  gdk_clipboard_set_content (clipboard (), provider);
}

/* --- tests ------------------------------------------------------------------------------------------- */

static void
test_between_windows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->to.document);
  select_ids (&fixture->from, "main");
  act (&fixture->from, "canvas.copy");
  paste (&fixture->to);
  g_assert_cmpstr (get (&fixture->to, "web")->in, ==, "main");
  g_assert_nonnull (lp_document_get_connection (fixture->to.document, "web-db"));
  g_assert_null (lp_document_get_header (fixture->to.document)->title);
  g_assert_cmpstr (lp_selection_get_single (lp_canvas_get_stage (fixture->to.canvas)->selection), ==, "main");
  lp_document_undo (fixture->to.document);
  g_autofree char *after = test_text_of_document (fixture->to.document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = test_text_of_document (fixture->from.document);
  select_ids (&fixture->from, "web");
  act (&fixture->from, "canvas.cut");
  g_assert_null (lp_document_get_component (fixture->from.document, "web"));
  paste (&fixture->to);
  g_assert_null (get (&fixture->to, "web")->in);
  lp_document_undo (fixture->from.document);
  g_autofree char *after = test_text_of_document (fixture->from.document);
  g_assert_cmpstr (after, ==, before);
}

static void
test_cut_leaves_locked (Fixture *fixture, gconstpointer data)
{
  lp_document_begin (fixture->from.document, "Lock");
  lp_edit_set_locked (fixture->from.document, "web", TRUE, NULL);
  lp_document_commit (fixture->from.document);
  select_ids (&fixture->from, "web db");
  act (&fixture->from, "canvas.cut");
  g_assert_true (get (&fixture->from, "web")->locked);
  g_assert_null (lp_document_get_component (fixture->from.document, "db"));
}

/* Every form that is offered, as another program reads it. */
static void
test_forms (Fixture *fixture, gconstpointer data)
{
  select_ids (&fixture->from, "web db");
  act (&fixture->from, "canvas.copy");
  g_autoptr (GBytes) native = read_clipboard (LP_CLIP_MIME_TYPE), text = read_clipboard ("text/plain;charset=utf-8");
  g_autoptr (GBytes) svg = read_clipboard (LP_CLIP_SVG_TYPE), png = read_clipboard (LP_CLIP_PNG_TYPE);
  g_assert_true (g_bytes_equal (native, text));
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) clip = lp_native_read (native, "clip", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lp_design_get_n_components (clip), ==, 2);
  g_assert_cmpuint (lp_design_get_n_connections (clip), ==, 1);
  g_autoptr (LpDesign) carried = lp_pasted_read (svg, lp_catalogue_get_default (), &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = lp_native_write (carried);
  g_assert_true (g_bytes_equal (native, again));
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 200);
}

static void
test_picture_alone (Fixture *fixture, gconstpointer data)
{
  select_ids (&fixture->from, "");
  act (&fixture->from, "canvas.copy-image");
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard ());
  g_assert_true (gdk_content_formats_contain_mime_type (formats, LP_CLIP_PNG_TYPE));
  g_assert_false (gdk_content_formats_contain_mime_type (formats, LP_CLIP_MIME_TYPE));
  /* Pasted here, it is a picture. */
  paste (&fixture->to);
  g_assert_cmpstr (get (&fixture->to, "image")->kind, ==, "image");
  g_assert_nonnull (lp_properties_lookup_string (get (&fixture->to, "image")->set, "data"));
}

static void
test_foreign_text (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (clipboard (), "Order them\nby Friday");
  paste (&fixture->to);
  g_assert_cmpstr (get (&fixture->to, "note")->kind, ==, "note");
  g_assert_cmpstr (get (&fixture->to, "note")->label, ==, "Order them\nby Friday");
}

static void
test_foreign_texture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (40 * 32 * 4), 40 * 32 * 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (40, 32, GDK_MEMORY_R8G8B8A8, pixels, 40 * 4);
  gdk_clipboard_set_texture (clipboard (), texture);
  paste (&fixture->to);
  LpStage *stage = lp_canvas_get_stage (fixture->to.canvas);
  LpRect rect = lp_scene_get_placement (stage->scene)->rect[0];
  g_assert_cmpfloat (rect.w, ==, 40);
  g_assert_cmpfloat (rect.h, ==, 32);
}

static void
test_our_text (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (clipboard (), source);
  paste (&fixture->to);
  g_assert_cmpstr (get (&fixture->to, "db")->in, ==, "main");
}

static void
test_drawio_cells (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (clipboard (),
                          "%3CmxGraphModel%3E%3Croot%3E%3CmxCell%20id%3D%220%22%2F%3E%3CmxCell%20id%3D%221%22%20"
                          "parent%3D%220%22%2F%3E%3CmxCell%20id%3D%222%22%20value%3D%22Web%22%20style%3D%22shape%3D"
                          "mxgraph.aws4.resourceIcon%3BresIcon%3Dmxgraph.aws4.ec2%22%20vertex%3D%221%22%20parent%3D"
                          "%221%22%3E%3CmxGeometry%20x%3D%2240%22%20y%3D%2240%22%20width%3D%2278%22%20height%3D"
                          "%2278%22%20as%3D%22geometry%22%2F%3E%3C%2FmxCell%3E%3C%2Froot%3E%3C%2FmxGraphModel%3E");
  paste (&fixture->to);
  g_autoptr (LpDesign) design = lp_document_snapshot (fixture->to.document);
  g_assert_cmpuint (lp_design_get_n_components (design), ==, 1);
  g_assert_cmpstr (lp_design_get_component (design, 0)->kind, ==, "ec2-instance");
  g_assert_cmpstr (lp_design_get_component (design, 0)->label, ==, "Web");
}

/* Said in words, and nothing is changed. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  static const char *const damaged[]
      = { "", "{", "{\"loadpath\": 1, \"components\": [{\"id\": \"a\"}]}", "{\"loadpath\": 2}", "[]",
          "{\"loadpath\": 1, \"components\": [{\"id\": \"a\", \"kind\": \"vpc\", \"in\": \"a\"}]}", "{\"loadpath\": 1}" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      offer (LP_CLIP_MIME_TYPE, damaged[i]);
      paste (&fixture->to);
      g_assert_nonnull (fixture->to.message);
      g_assert_cmpuint (strlen (fixture->to.message), >, 10);
      g_assert_false (lp_document_can_undo (fixture->to.document));
    }
  offer ("application/x-something", "else");
  paste (&fixture->to);
  g_assert_cmpstr (fixture->to.message, ==, "There is nothing to paste");
}

/* A note is written in a text view over it, and kept in one step. */
static void
test_write_note (Fixture *fixture, gconstpointer data)
{
  gdk_clipboard_set_text (clipboard (), "one");
  paste (&fixture->to);
  g_assert_true (lp_canvas_write_note (fixture->to.canvas, FALSE));
  GtkWidget *view = lp_canvas_get_note_view (fixture->to.canvas);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "one\ntwo\n", -1);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER)));
  g_assert_cmpstr (get (&fixture->to, "note")->label, ==, "one\ntwo");
  lp_document_undo (fixture->to.document);
  g_assert_cmpstr (get (&fixture->to, "note")->label, ==, "one");
  select_ids (&fixture->from, "web");
  g_assert_false (lp_canvas_write_note (fixture->from.canvas, FALSE));
}

#define ADD(name, test) g_test_add ("/clipboard/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("between-windows", test_between_windows);
  ADD ("cut", test_cut);
  ADD ("cut-leaves-locked", test_cut_leaves_locked);
  ADD ("forms", test_forms);
  ADD ("picture-alone", test_picture_alone);
  ADD ("foreign-text", test_foreign_text);
  ADD ("foreign-texture", test_foreign_texture);
  ADD ("our-text", test_our_text);
  ADD ("drawio-cells", test_drawio_cells);
  ADD ("damaged", test_damaged);
  ADD ("write-note", test_write_note);
  return g_test_run ();
}
