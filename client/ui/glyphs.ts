// Own drawings on a 16 px grid: the kinds of cards, the links, the brand. Same shape of data as lucide's nodes, so that
// one template draws both. Stroked with the current colour; `fill: 'currentColor'` marks what is filled.
import type { IconNode } from 'lucide'

const dot = (x: number, y: number): IconNode[number] => ['path', { d: `M${x} ${y}h.1`, 'stroke-width': 2 }]

export const GLYPHS = {
  // The brand: half of the ring is closed, half is still believed.
  tacit: [['path', { d: 'M8 2a6 6 0 0 1 0 12', 'stroke-width': 2.4 }], ['path', { d: 'M8 14A6 6 0 0 1 8 2', 'stroke-dasharray': '2 2.3' }]],

  goal: [['circle', { cx: 8, cy: 8, r: 5.8 }], ['circle', { cx: 8, cy: 8, r: 1.6, fill: 'currentColor' }]],
  assumption: [['path', { d: 'M8 2.2a5.8 5.8 0 0 1 0 11.6' }], ['path', { d: 'M8 13.8A5.8 5.8 0 0 1 8 2.2', 'stroke-dasharray': '1.8 2.4' }]],
  risk: [['path', { d: 'M8 2.2 14 13.4H2z' }], ['path', { d: 'M8 6.6v3M8 11.5v.1' }]],
  decision: [['path', { d: 'M8 1.8 14.2 8 8 14.2 1.8 8z' }], ['path', { d: 'm5.9 8 1.5 1.5 2.8-2.9' }]],
  question: [['path', { d: 'M5.8 6.1a2.3 2.3 0 1 1 3.4 2c-.9.5-1.2 1-1.2 1.8M8 12.3v.1' }], ['path', { d: 'M2.2 13.8V8A5.8 5.8 0 1 1 8 13.8z' }]],
  context: [['path', { d: 'M1.6 6.2h12.8' }], ['path', { d: 'M5.6 6.2 8 2.6l2.4 3.6M3.6 6.2 5 10.8l3 3 3.6-3.8.9-3.8' }]],
  commitment: [['circle', { cx: 3.8, cy: 8, r: 2 }], ['path', { d: 'M5.8 8h7.6M10.6 5.2 13.4 8l-2.8 2.8' }]],
  action: [['path', { d: 'M2.4 3.4 6.9 8l-4.5 4.6M8.6 3.4 13.1 8l-4.5 4.6' }]],
  metric: [['path', { d: 'M1.8 5.2h12.4v5.6H1.8z' }], ['path', { d: 'M4.6 5.4v2.2M8 5.4v3.2M11.4 5.4v2.2' }]],
  non_goal: [['circle', { cx: 8, cy: 8, r: 5.8 }], ['path', { d: 'm4 12 8-8' }]],
  value: [['path', { d: 'M8 13.6V6.2M8 6.2 4.4 2.6M8 6.2l3.6-3.6M4.4 13.6h7.2' }]],
  signal: [['path', { d: 'M3.4 14V2.6h9.2L10 5.8 12.6 9H3.4' }]],
  conflict: [['path', { d: 'M1.8 8h4M3.8 5.6 6.2 8l-2.4 2.4M14.2 8h-4M12.2 5.6 9.8 8l2.4 2.4M8 2.4v11.2' }]],
  why: [['path', { d: 'M2.4 3h4v4.4h4v4.4h3.2' }], ['path', { d: 'm11.4 9.4 2.4 2.4-2.4 2.4' }]],
  tradeoff: [['path', { d: 'M2.4 5.4h10.4M10.4 3l2.4 2.4-2.4 2.4M13.6 10.6H3.2M5.6 8.2l-2.4 2.4L5.6 13' }]],
  proposal: [['path', { d: 'M2.2 13.4v-3h3.9V7h3.9V3.6h3.8v9.8z' }]],
  note: [['path', { d: 'M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h6' }]],
  ink: [['path', { d: 'M2.4 11.4c2.2-5.6 4-7.8 5.2-6.8 1.4 1.2-2 5.6-.6 6.8 1.2 1 2.6-2.6 3.8-2.2.9.3.3 1.9 2.8 1.7' }]],
  image: [['path', { d: 'M2.2 3.2h11.6v9.6H2.2z' }], ['path', { d: 'm3 11.6 3.4-3.8 2.4 2.4 1.8-1.8 2.6 2.8' }], dot(10.6, 5.8)],
  text: [['path', { d: 'M3.4 4.6V3.2h9.2v1.4M8 3.2v9.6M6.2 12.8h3.6' }]],

  beam: [['rect', { x: 4.2, y: 2.8, width: 7.6, height: 5.4, rx: 1 }], ['path', { d: 'M1.8 12.2h12.4', 'stroke-width': 2.6 }]],
  card: [['rect', { x: 2.2, y: 3.2, width: 11.6, height: 9.6, rx: 2 }], ['path', { d: 'M8 6v4M6 8h4' }]],
  'link-rest': [['circle', { cx: 3.6, cy: 12.4, r: 1.8 }], ['path', { d: 'M5 11c2-2 4 0 6-2.5S11 4 14 3' }]],
  notequal: [['path', { d: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10' }]],
  unsure: [['path', { d: 'M5.2 5.9a2.8 2.8 0 1 1 4.2 2.5C8.4 9 8 9.6 8 10.6M8 13.4v.1' }]],
  own: [['path', { d: 'M2.2 3.6h11.6v7H7l-3 2.6v-2.6H2.2z' }], dot(5, 7), dot(8, 7), dot(11, 7)],
} as const satisfies Record<string, IconNode>
