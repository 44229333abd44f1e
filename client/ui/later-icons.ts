// The icons taken from lucide that no board needs before its first card can be moved: they come with the first part that
// is fetched later and draws one, `iconSvg(later.search)`. Imported by such parts only, and there given by drawing, not by
// name: where this file is not loaded, none of them can be asked for.
import type { IconNode } from 'lucide'
import archive from 'lucide/dist/esm/icons/archive.mjs'
import archiveRestore from 'lucide/dist/esm/icons/archive-arrow-up.mjs'
import arrowDown from 'lucide/dist/esm/icons/arrow-down.mjs'
import arrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs'
import arrowUp from 'lucide/dist/esm/icons/arrow-up.mjs'
import bell from 'lucide/dist/esm/icons/bell.mjs'
import bold from 'lucide/dist/esm/icons/letter-b.mjs'
import calendar from 'lucide/dist/esm/icons/calendar.mjs'
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs'
import chevronUp from 'lucide/dist/esm/icons/chevron-up.mjs'
import circlePause from 'lucide/dist/esm/icons/circle-pause.mjs'
import circleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs'
import clock from 'lucide/dist/esm/icons/clock.mjs'
import code from 'lucide/dist/esm/icons/code.mjs'
import externalLink from 'lucide/dist/esm/icons/external-link.mjs'
import eyeOff from 'lucide/dist/esm/icons/eye-off.mjs'
import fileText from 'lucide/dist/esm/icons/file-text.mjs'
import folderOpen from 'lucide/dist/esm/icons/folder-open.mjs'
import globe from 'lucide/dist/esm/icons/globe.mjs'
import gripVertical from 'lucide/dist/esm/icons/grip-vertical.mjs'
import hatGlasses from 'lucide/dist/esm/icons/hat-glasses.mjs'
import hourglass from 'lucide/dist/esm/icons/hourglass.mjs'
import house from 'lucide/dist/esm/icons/house.mjs'
import italic from 'lucide/dist/esm/icons/italic.mjs'
import keyRound from 'lucide/dist/esm/icons/key-round.mjs'
import list from 'lucide/dist/esm/icons/list.mjs'
import listFilter from 'lucide/dist/esm/icons/list-filter.mjs'
import listOrdered from 'lucide/dist/esm/icons/list-ordered.mjs'
import lock from 'lucide/dist/esm/icons/lock.mjs'
import logOut from 'lucide/dist/esm/icons/log-out.mjs'
import megaphone from 'lucide/dist/esm/icons/megaphone.mjs'
import messageCircle from 'lucide/dist/esm/icons/message-circle.mjs'
import monitor from 'lucide/dist/esm/icons/monitor.mjs'
import pencil from 'lucide/dist/esm/icons/pencil.mjs'
import pencilLine from 'lucide/dist/esm/icons/pencil-line.mjs'
import pin from 'lucide/dist/esm/icons/pin.mjs'
import qrCode from 'lucide/dist/esm/icons/qr-code.mjs'
import quote from 'lucide/dist/esm/icons/quote.mjs'
import search from 'lucide/dist/esm/icons/search.mjs'
import send from 'lucide/dist/esm/icons/send.mjs'
import star from 'lucide/dist/esm/icons/star.mjs'
import strikethrough from 'lucide/dist/esm/icons/strikethrough.mjs'
import tag from 'lucide/dist/esm/icons/tag.mjs'
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs'
import type from 'lucide/dist/esm/icons/type.mjs'
import unlink from 'lucide/dist/esm/icons/unlink.mjs'
import upload from 'lucide/dist/esm/icons/upload.mjs'
import userPlus from 'lucide/dist/esm/icons/user-plus.mjs'
import userX from 'lucide/dist/esm/icons/user-x.mjs'
import zoomIn from 'lucide/dist/esm/icons/zoom-in.mjs'

export const later = {
  down: chevronDown,
  up: chevronUp,
  comment: messageCircle,
  search,
  bell,
  unlink,
  bold,
  italic,
  strike: strikethrough,
  list,
  'list-ordered': listOrdered,
  code,
  quote,
  calendar,
  'user-plus': userPlus,
  'user-x': userX,
  upload,
  file: fileText,
  'folder-open': folderOpen,
  'eye-off': eyeOff,
  send,
  'log-out': logOut,
  monitor,
  help: circleQuestionMark,
  lock,
  key: keyRound,
  pencil,
  edit: pencilLine,
  clock,
  'arrow-left': arrowLeft,
  'arrow-up': arrowUp,
  'arrow-down': arrowDown,
  open: externalLink,
  'qr-code': qrCode,
  type,
  alert: triangleAlert,
  home: house,
  pin,
  grip: gripVertical,
  'zoom-in': zoomIn,
  ask: megaphone,
  anonymous: hatGlasses,
  pause: circlePause,
  hourglass,
  filter: listFilter,
  archive,
  restore: archiveRestore,
  globe,
  tag,
  star,
} as const satisfies Record<string, IconNode>
