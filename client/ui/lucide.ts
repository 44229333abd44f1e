// The icons taken from lucide that a board needs from the start, by the name that this product uses for them; the others
// are in later-icons.ts. One file each: the set's own index would load all 1,700 in an unbundled page. To add one, add its
// import and its name; own drawings are in glyphs.ts.
import type { IconNode } from 'lucide'
import check from 'lucide/dist/esm/icons/check.mjs'
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs'
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs'
import circleUserRound from 'lucide/dist/esm/icons/circle-user-round.mjs'
import cloudCheck from 'lucide/dist/esm/icons/cloud-check.mjs'
import cloudOff from 'lucide/dist/esm/icons/cloud-off.mjs'
import copy from 'lucide/dist/esm/icons/copy.mjs'
import download from 'lucide/dist/esm/icons/download.mjs'
import ear from 'lucide/dist/esm/icons/ear.mjs'
import ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs'
import eye from 'lucide/dist/esm/icons/eye.mjs'
import frame from 'lucide/dist/esm/icons/frame.mjs'
import hand from 'lucide/dist/esm/icons/hand.mjs'
import history from 'lucide/dist/esm/icons/rotate-ccw-clock.mjs'
import info from 'lucide/dist/esm/icons/info.mjs'
import keyboard from 'lucide/dist/esm/icons/keyboard.mjs'
import layoutGrid from 'lucide/dist/esm/icons/layout-grid.mjs'
import lines from 'lucide/dist/esm/icons/text-align-start.mjs'
import link from 'lucide/dist/esm/icons/link.mjs'
import map from 'lucide/dist/esm/icons/map.mjs'
import maximize from 'lucide/dist/esm/icons/maximize.mjs'
import minus from 'lucide/dist/esm/icons/minus.mjs'
import moon from 'lucide/dist/esm/icons/moon.mjs'
import mousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs'
import panelRight from 'lucide/dist/esm/icons/panel-right.mjs'
import plus from 'lucide/dist/esm/icons/plus.mjs'
import redo2 from 'lucide/dist/esm/icons/redo-2.mjs'
import refreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs'
import settings from 'lucide/dist/esm/icons/settings.mjs'
import smartphone from 'lucide/dist/esm/icons/smartphone.mjs'
import sun from 'lucide/dist/esm/icons/sun.mjs'
import table2 from 'lucide/dist/esm/icons/table-2.mjs'
import trash from 'lucide/dist/esm/icons/trash.mjs'
import undo2 from 'lucide/dist/esm/icons/undo-2.mjs'
import users from 'lucide/dist/esm/icons/users.mjs'
import wifiOff from 'lucide/dist/esm/icons/wifi-off.mjs'
import x from 'lucide/dist/esm/icons/x.mjs'

export const LUCIDE = {
  check,
  x,
  plus,
  minus,
  more: ellipsis,
  left: chevronLeft,
  right: chevronRight,
  undo: undo2,
  redo: redo2,
  hand,
  select: mousePointer2,
  frame,
  link,
  users,
  person: circleUserRound,
  copy,
  trash,
  download,
  map,
  fit: maximize,
  eye,
  'wifi-off': wifiOff,
  'cloud-off': cloudOff,
  saved: cloudCheck,
  saving: refreshCw,
  heard: ear,
  canvas: layoutGrid,
  table: table2,
  settings,
  sun,
  moon,
  keyboard,
  history,
  info,
  panel: panelRight,
  lines,
  phone: smartphone,
} as const satisfies Record<string, IconNode>
