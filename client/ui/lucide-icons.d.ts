// The single icon files of lucide have no types of their own: each holds one icon's nodes.
declare module 'lucide/dist/esm/icons/*.mjs' {
  import type { IconNode } from 'lucide'
  const node: IconNode
  export { node as default }
}
