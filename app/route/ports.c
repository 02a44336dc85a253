#include "route/lanes.h"

/* Connectors keep this far from the corners of a tile, where marks stand, and of a container's frame. */
#define TILE_INSET 12
#define FRAME_INSET 16

void
lp_port_range (const LpSpace *space, guint box, LpSide side, double *low, double *high)
{
  LpAxis across = side == LP_SIDE_LEFT || side == LP_SIDE_RIGHT ? LP_ALONG_Y : LP_ALONG_X;
  LpRect port = space->port[box];
  double begin = lp_low (port, across), end = lp_high (port, across);
  if (space->container[box])
    {
      LpRect header = space->header[box];
      double left = header.x - begin, right = end - (header.x + header.w);
      if (side == LP_SIDE_TOP && header.w > 0 && MAX (left, right) > 3 * FRAME_INSET)
        {
          begin = right >= left ? header.x + header.w : begin;
          end = right >= left ? end : header.x;
        }
      if (side != LP_SIDE_BOTTOM && side != LP_SIDE_TOP && header.h > 0
          && header.h + 3 * FRAME_INSET < port.h)
        begin = header.y + header.h;
    }
  double inset = MIN (space->container[box] ? FRAME_INSET : TILE_INSET, (end - begin) / 3);
  *low = begin + inset;
  *high = end - inset;
}

LpPoint
lp_port_point (const LpSpace *space, guint box, LpSide side)
{
  LpRect port = space->port[box], rect = lp_rect_union (space->rect[box], port);
  double low, high;
  lp_port_range (space, box, side, &low, &high);
  double middle = (low + high) / 2;
  switch (side)
    {
    case LP_SIDE_LEFT:
      return (LpPoint){ port.x, middle };
    case LP_SIDE_RIGHT:
      return (LpPoint){ port.x + port.w, middle };
    case LP_SIDE_TOP:
      return (LpPoint){ middle, port.y };
    default:
      /* Below the label, which belongs to the box. */
      return (LpPoint){ middle, rect.y + rect.h };
    }
}
