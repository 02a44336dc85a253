#include "session/journal-frame.h"

#include <string.h>

#define N_CHECKSUM 16
#define N_LENGTH 10 /* digits at most */

static void
make_checksum (const char *payload, gsize length, char checksum[N_CHECKSUM])
{
  g_autofree char *whole = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) payload, length);
  memcpy (checksum, whole, N_CHECKSUM);
}

void
lp_journal_frame_append (GString *out, const char *payload, gsize length)
{
  char checksum[N_CHECKSUM];
  make_checksum (payload, length, checksum);
  g_string_append_printf (out, "@%zu %.*s\n", length, N_CHECKSUM, checksum);
  g_string_append_len (out, payload, length);
  g_string_append_c (out, '\n');
}

/* Reads "@LENGTH " and gives how many bytes that is; 0 where `rest` ends before it does. */
static LpFrameState
read_length (const char *at, gsize rest, gsize *head, gsize *length)
{
  gsize i = 1;
  *length = 0;
  if (at[0] != '@')
    return LP_FRAME_DAMAGED;
  for (; i < rest && g_ascii_isdigit (at[i]) && i <= N_LENGTH; i++)
    *length = *length * 10 + (at[i] - '0');
  if (i == rest)
    return LP_FRAME_TORN;
  if (i == 1 || at[i] != ' ')
    return LP_FRAME_DAMAGED;
  *head = i + 1;
  return LP_FRAME_GOOD;
}

static LpFrameState
read_frame (const char *at, gsize rest, const char **payload, gsize *length, gsize *size)
{
  gsize head = 0;
  char checksum[N_CHECKSUM];
  LpFrameState state = read_length (at, rest, &head, length);
  if (state != LP_FRAME_GOOD)
    return state;
  for (gsize i = 0; i <= N_CHECKSUM; i++)
    if (head + i >= rest)
      return LP_FRAME_TORN;
    else if (i < N_CHECKSUM ? !g_ascii_isxdigit (at[head + i]) : at[head + i] != '\n')
      return LP_FRAME_DAMAGED;
  *payload = at + head + N_CHECKSUM + 1;
  *size = head + N_CHECKSUM + 1 + *length + 1;
  if (*size > rest)
    return LP_FRAME_TORN;
  make_checksum (*payload, *length, checksum);
  return (*payload)[*length] == '\n' && memcmp (checksum, at + head, N_CHECKSUM) == 0 ? LP_FRAME_GOOD
                                                                                      : LP_FRAME_DAMAGED;
}

/* A length that was damaged may reach behind the end: then whole frames follow what looks torn. */
static gboolean
is_followed (const char *at, gsize rest)
{
  const char *payload;
  gsize length, size;
  for (const char *p = memchr (at + 1, '@', rest - 1); p != NULL; p = memchr (p + 1, '@', at + rest - p - 1))
    if (p[-1] == '\n' && read_frame (p, at + rest - p, &payload, &length, &size) == LP_FRAME_GOOD)
      return TRUE;
  return FALSE;
}

/* A file that was made longer and not filled any more when the power went. */
static gboolean
is_all_zero (const char *at, gsize rest)
{
  while (rest > 0 && at[rest - 1] == '\0')
    rest--;
  return rest == 0;
}

LpFrameState
lp_journal_frame_next (const char *data, gsize size, gsize *offset, const char **payload, gsize *length)
{
  const char *at = data + *offset;
  gsize rest = size - *offset, whole = 0;
  if (rest == 0)
    return LP_FRAME_END;
  if (is_all_zero (at, rest))
    return LP_FRAME_TORN;
  LpFrameState state = read_frame (at, rest, payload, length, &whole);
  if (state == LP_FRAME_TORN && is_followed (at, rest))
    return LP_FRAME_DAMAGED;
  if (state == LP_FRAME_GOOD)
    *offset += whole;
  return state;
}
