// What may be written: a title is one paragraph without marks; a body has paragraphs, lists, line breaks, bold, italic,
// code and links. The same closed list as the server's gate, so that nothing typed here is ever refused there.
import { Node, type Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeHref } from '../../shared/board/schema.ts'

const OneParagraph = Node.create({ name: 'doc', topNode: true, content: 'paragraph' })

const NEVER = {
  blockquote: false, codeBlock: false, heading: false, horizontalRule: false, strike: false, underline: false,
  undoRedo: false, dropcursor: false, gapcursor: false, trailingNode: false,
} as const

export function titleExtensions(): Extensions {
  return [
    OneParagraph,
    StarterKit.configure({
      ...NEVER, document: false, bold: false, italic: false, code: false, link: false, hardBreak: false,
      bulletList: false, orderedList: false, listItem: false, listKeymap: false,
    }),
  ]
}

export function bodyExtensions(): Extensions {
  return [
    StarterKit.configure({
      ...NEVER,
      link: {
        openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: 'https',
        isAllowedUri: (url) => isSafeHref(url), shouldAutoLink: (url) => isSafeHref(url) || /^[\w-]+(\.[\w-]+)+/.test(url),
        HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer' },
      },
    }),
  ]
}
