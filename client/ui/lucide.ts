// The icons taken from lucide, by the name that this product uses for them. One file each: the set's own index would
// load all 1,700 in an unbundled page. To add one, add its import and its name; own drawings are in glyphs.ts.
import type { IconNode } from 'lucide'
import archive from 'lucide/dist/esm/icons/archive.mjs'
import archiveRestore from 'lucide/dist/esm/icons/archive-arrow-up.mjs'
import arrowDown from 'lucide/dist/esm/icons/arrow-down.mjs'
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs'
import arrowRight from 'lucide/dist/esm/icons/arrow-right.mjs'
import arrowUp from 'lucide/dist/esm/icons/arrow-up.mjs'
import bell from 'lucide/dist/esm/icons/bell.mjs'
import bold from 'lucide/dist/esm/icons/letter-b.mjs'
import calendar from 'lucide/dist/esm/icons/calendar.mjs'
import check from 'lucide/dist/esm/icons/check.mjs'
import checkCheck from 'lucide/dist/esm/icons/check-check.mjs'
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs'
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs'
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs'
import chevronUp from 'lucide/dist/esm/icons/chevron-up.mjs'
import circlePause from 'lucide/dist/esm/icons/circle-pause.mjs'
import circleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs'
import circleUserRound from 'lucide/dist/esm/icons/circle-user-round.mjs'
import clock from 'lucide/dist/esm/icons/clock.mjs'
import cloudCheck from 'lucide/dist/esm/icons/cloud-check.mjs'
import cloudOff from 'lucide/dist/esm/icons/cloud-off.mjs'
import code from 'lucide/dist/esm/icons/code.mjs'
import copy from 'lucide/dist/esm/icons/copy.mjs'
import download from 'lucide/dist/esm/icons/download.mjs'
import ear from 'lucide/dist/esm/icons/ear.mjs'
import ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs'
import externalLink from 'lucide/dist/esm/icons/external-link.mjs'
import eye from 'lucide/dist/esm/icons/eye.mjs'
import eyeOff from 'lucide/dist/esm/icons/eye-off.mjs'
import fileText from 'lucide/dist/esm/icons/file-text.mjs'
import folderOpen from 'lucide/dist/esm/icons/folder-open.mjs'
import frame from 'lucide/dist/esm/icons/frame.mjs'
import globe from 'lucide/dist/esm/icons/globe.mjs'
import gripVertical from 'lucide/dist/esm/icons/grip-vertical.mjs'
import hand from 'lucide/dist/esm/icons/hand.mjs'
import hatGlasses from 'lucide/dist/esm/icons/hat-glasses.mjs'
import history from 'lucide/dist/esm/icons/rotate-ccw-clock.mjs'
import hourglass from 'lucide/dist/esm/icons/hourglass.mjs'
import house from 'lucide/dist/esm/icons/house.mjs'
import info from 'lucide/dist/esm/icons/info.mjs'
import italic from 'lucide/dist/esm/icons/italic.mjs'
import keyRound from 'lucide/dist/esm/icons/key-round.mjs'
import keyboard from 'lucide/dist/esm/icons/keyboard.mjs'
import layoutGrid from 'lucide/dist/esm/icons/layout-grid.mjs'
import link from 'lucide/dist/esm/icons/link.mjs'
import list from 'lucide/dist/esm/icons/list.mjs'
import listFilter from 'lucide/dist/esm/icons/list-filter.mjs'
import listOrdered from 'lucide/dist/esm/icons/list-ordered.mjs'
import lock from 'lucide/dist/esm/icons/lock.mjs'
import logOut from 'lucide/dist/esm/icons/log-out.mjs'
import map from 'lucide/dist/esm/icons/map.mjs'
import maximize from 'lucide/dist/esm/icons/maximize.mjs'
import megaphone from 'lucide/dist/esm/icons/megaphone.mjs'
import messageCircle from 'lucide/dist/esm/icons/message-circle.mjs'
import minus from 'lucide/dist/esm/icons/minus.mjs'
import monitor from 'lucide/dist/esm/icons/monitor.mjs'
import moon from 'lucide/dist/esm/icons/moon.mjs'
import mousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs'
import panelRight from 'lucide/dist/esm/icons/panel-right.mjs'
import pencil from 'lucide/dist/esm/icons/pencil.mjs'
import pencilLine from 'lucide/dist/esm/icons/pencil-line.mjs'
import pin from 'lucide/dist/esm/icons/pin.mjs'
import plus from 'lucide/dist/esm/icons/plus.mjs'
import qrCode from 'lucide/dist/esm/icons/qr-code.mjs'
import quote from 'lucide/dist/esm/icons/quote.mjs'
import redo2 from 'lucide/dist/esm/icons/redo-2.mjs'
import refreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs'
import rotateCcw from 'lucide/dist/esm/icons/rotate-ccw.mjs'
import search from 'lucide/dist/esm/icons/search.mjs'
import send from 'lucide/dist/esm/icons/send.mjs'
import settings from 'lucide/dist/esm/icons/settings.mjs'
import smartphone from 'lucide/dist/esm/icons/smartphone.mjs'
import strikethrough from 'lucide/dist/esm/icons/strikethrough.mjs'
import sun from 'lucide/dist/esm/icons/sun.mjs'
import table2 from 'lucide/dist/esm/icons/table-2.mjs'
import tag from 'lucide/dist/esm/icons/tag.mjs'
import lines from 'lucide/dist/esm/icons/text-align-start.mjs'
import trash from 'lucide/dist/esm/icons/trash.mjs'
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs'
import type from 'lucide/dist/esm/icons/type.mjs'
import undo2 from 'lucide/dist/esm/icons/undo-2.mjs'
import unlink from 'lucide/dist/esm/icons/unlink.mjs'
import upload from 'lucide/dist/esm/icons/upload.mjs'
import user from 'lucide/dist/esm/icons/user.mjs'
import userPlus from 'lucide/dist/esm/icons/user-plus.mjs'
import userX from 'lucide/dist/esm/icons/user-x.mjs'
import users from 'lucide/dist/esm/icons/users.mjs'
import wifiOff from 'lucide/dist/esm/icons/wifi-off.mjs'
import x from 'lucide/dist/esm/icons/x.mjs'
import zoomIn from 'lucide/dist/esm/icons/zoom-in.mjs'

export const LUCIDE = {
  check,
  x,
  plus,
  minus,
  more: ellipsis,
  down: chevronDown,
  up: chevronUp,
  left: chevronLeft,
  right: chevronRight,
  undo: undo2,
  redo: redo2,
  hand,
  select: mousePointer2,
  frame,
  comment: messageCircle,
  search,
  bell,
  link,
  unlink,
  bold,
  italic,
  strike: strikethrough,
  list,
  'list-ordered': listOrdered,
  code,
  quote,
  calendar,
  user,
  users,
  'user-plus': userPlus,
  'user-x': userX,
  person: circleUserRound,
  copy,
  trash,
  download,
  upload,
  file: fileText,
  'folder-open': folderOpen,
  map,
  fit: maximize,
  eye,
  'eye-off': eyeOff,
  'wifi-off': wifiOff,
  'cloud-off': cloudOff,
  saved: cloudCheck,
  saving: refreshCw,
  heard: ear,
  send,
  canvas: layoutGrid,
  table: table2,
  settings,
  'log-out': logOut,
  sun,
  moon,
  monitor,
  keyboard,
  help: circleQuestionMark,
  lock,
  key: keyRound,
  pencil,
  edit: pencilLine,
  clock,
  history,
  'arrow-right': arrowRight,
  'arrow-left': arrowLeft,
  'arrow-up': arrowUp,
  'arrow-down': arrowDown,
  open: externalLink,
  'qr-code': qrCode,
  type,
  alert: triangleAlert,
  info,
  home: house,
  pin,
  grip: gripVertical,
  panel: panelRight,
  'zoom-in': zoomIn,
  ask: megaphone,
  anonymous: hatGlasses,
  seen: checkCheck,
  pause: circlePause,
  hourglass,
  filter: listFilter,
  lines,
  phone: smartphone,
  archive,
  restore: archiveRestore,
  globe,
  tag,
  rotate: rotateCcw,
} as const satisfies Record<string, IconNode>
