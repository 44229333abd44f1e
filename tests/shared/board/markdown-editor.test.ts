// What is read from Markdown is what the editor's own schema holds: nothing of it is thrown away when a body is opened.
import { getSchema } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyExtensions } from '../../../client/editor/schema.ts'
import { fillMarkdown, markdownOf } from '../../../shared/board/markdown.ts'
import { plainText } from '../../../shared/board/text.ts'
import { runs } from './random-edits.ts'
import { aFragment, hostileFragment, hostileNodes, nastyText } from './random-text.ts'

const schema = getSchema(bodyExtensions())

/** Opens the fragment as the editor does; what its schema does not hold would be deleted from the document. */
function expectHeld(fragment: Y.XmlFragment): void {
  const { doc } = fragment
  const words = plainText(fragment)
  const before = doc === null ? undefined : Y.encodeStateAsUpdate(doc)
  const root = yXmlFragmentToProseMirrorRootNode(fragment, schema)
  root.check()
  expect(doc === null ? undefined : Y.encodeStateAsUpdate(doc)).toEqual(before)
  expect(plainText(fragment)).toBe(words)
  expect(root.textContent).toBe(words.replaceAll('\n', ''))
}

describe('Markdown and the editor', () => {
  it('[MD9] whatever is read from Markdown, the editor holds it and writes nothing when it opens', () => {
    fc.assert(fc.property(fc.oneof(nastyText, hostileNodes.map((nodes) => markdownOf(hostileFragment(nodes)))), (markdown) => {
      const fragment = aFragment()
      fillMarkdown(fragment, markdown)
      expectHeld(fragment)
    }), runs(400))
  })
})
