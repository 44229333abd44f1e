// Sharing: the links of a board, each right in words, a key that is shown once, and taking a link back.
import { expect, fixture, html } from '@open-wc/testing'
import '../../../client/panels/share-dialog.ts'
import type { TacitShareDialog } from '../../../client/panels/share-dialog.ts'
import type { SharingLink } from '../../../shared/protocol/http.ts'
import { until } from '../../support/local-session.ts'
import { dressPage } from '../support/dress.ts'
import { button, buttons, find, need, stillPage, textOf } from './shadow.ts'

const LINKS: readonly SharingLink[] = [
  { id: 'k1', right: 'own', name: '', createdAt: '2026-01-30T09:00:00Z' },
  { id: 'k2', right: 'view', name: 'Wiki', createdAt: '2026-01-30T09:00:00Z' },
  { id: 'k3', right: 'edit', name: 'Old', createdAt: '2026-01-30T09:00:00Z', revokedAt: '2026-01-31T09:00:00Z' },
]
const real = window.fetch

/** A server that keeps links as the real one does. */
function linkServer(more: readonly SharingLink[] = []): { asked: string[] } {
  let links = [...LINKS, ...more]
  const asked: string[] = []
  window.fetch = async (input, init) => {
    const path = String(input)
    if (!path.startsWith('/api/boards/b1/links')) return real(input, init)
    const method = init?.method ?? 'GET'
    asked.push(`${method} ${path} ${(init?.body as string | undefined) ?? ''}`.trim())
    if (method === 'POST') {
      const link = { id: 'k9', createdAt: '2026-02-02T09:00:00Z', name: '', ...(JSON.parse(init?.body as string) as { right: 'edit' }) }
      links = [...links, link]
      return Response.json({ ...link, key: 'SECRET', url: 'http://127.0.0.1:4310/b/b1#SECRET' }, { status: 201 })
    }
    if (method === 'DELETE') {
      links = links.map((link) => (path.endsWith(link.id) ? { ...link, revokedAt: '2026-02-02T10:00:00Z' } : link))
      return new Response(null, { status: 204 })
    }
    return Response.json(links)
  }
  return { asked }
}

async function open(more: Partial<TacitShareDialog> = {}): Promise<TacitShareDialog> {
  const element = await fixture<TacitShareDialog>(html`<tacit-share-dialog open board="b1" .owns=${more.owns ?? true} .first=${more.first} .owners=${more.owners ?? []} .now=${Date.parse('2026-02-02T12:00:00Z')}></tacit-share-dialog>`)
  if (element.owns) await until('the links are read', () => textOf(element).includes('Wiki'))
  return element
}

describe('share dialog', () => {
  before(() => {
    stillPage()
    return dressPage()
  })
  afterEach(() => { window.fetch = real })

  it('lists the links with their rights, the ended ones last and without a button', async () => {
    linkServer()
    const element = await open()
    const text = textOf(element)
    expect(text.indexOf('Wiki')).to.be.lessThan(text.indexOf('Old'))
    expect(text).to.contain('revoked')
    expect(buttons(element, /^Revoke /)).to.have.length(2)
  })

  it('names links without a name by their right, and tells those made with the board from later ones', async () => {
    linkServer([{ id: 'k4', right: 'edit', name: '', createdAt: '2026-01-30T09:00:00Z' }, { id: 'k5', right: 'edit', name: '', createdAt: '2026-02-01T09:00:00Z' }])
    const element = await open()
    const text = textOf(element)
    for (const name of ['Owner link made with the board', 'Edit link made with the board', 'Edit link without a name']) expect(text).to.contain(name)
    button(element, 'Revoke Edit link made with the board').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('Revoke “Edit link made with the board”?')
  })

  it('makes a link and shows its key once', async () => {
    const { asked } = linkServer()
    const element = await open()
    button(element, 'Make a link').click()
    await until('the link is there', () => find<HTMLInputElement>(element, 'input[readonly]')?.value === 'http://127.0.0.1:4310/b/b1#SECRET')
    expect(asked).to.contain('POST /api/boards/b1/links {"right":"edit"}')
    expect(textOf(element)).to.contain('Copy it now: it is shown this once.')
    need<HTMLElement & { close(): void }>(element, 'tacit-dialog').close()
    await until('the dialog has closed', () => find(element, 'input[readonly]') === undefined)
  })

  it('shows the four first links of a board that was just made', async () => {
    linkServer()
    const first = { own: 'http://h/b/b1#own', edit: 'http://h/b/b1#edit', contribute: 'http://h/b/b1#contribute', view: 'http://h/b/b1#view' }
    const element = await open({ first })
    expect(buttons(element, /^Copy the link/)).to.have.length(4)
    expect(textOf(element)).to.contain('Reads the board. Changes nothing and gives no name.')
  })

  it('asks once before it takes a link back', async () => {
    const { asked } = linkServer()
    const element = await open()
    button(element, 'Revoke Look, Wiki').click()
    await element.updateComplete
    expect(textOf(element)).to.contain('Revoke “Wiki”? Whoever came by it loses the board at once')
    expect(asked.some((line) => line.startsWith('DELETE'))).to.equal(false)
    button(element, 'Revoke').click()
    await until('it is revoked', () => buttons(element, /^Revoke /).length === 1)
    expect(asked).to.contain('DELETE /api/boards/b1/links/k2 {}')
  })

  it('tells others who can make links', async () => {
    const { asked } = linkServer()
    const element = await open({ owns: false, owners: ['Mara', 'Ines'] })
    expect(textOf(element)).to.contain('Owners: Mara and Ines')
    expect(asked).to.deep.equal([])
  })

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      linkServer()
      await dressPage(theme)
      const element = await open({ first: { own: 'http://h/b/b1#own', edit: 'http://h/b/b1#edit', contribute: 'http://h/b/b1#contribute', view: 'http://h/b/b1#view' } })
      await expect(element).to.be.accessible()
      await dressPage()
    })
  }
})
