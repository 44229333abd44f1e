// A labelled input tells its value by events that leave its shadow root, and says what is wrong.
import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../../client/ui/field.ts'
import type { FieldType, TacitField } from '../../../client/ui/field.ts'
import { dressPage } from '../support/dress.ts'

const OPTIONS = [{ value: 'a', label: 'Product' }, { value: 'b', label: 'SRE' }]

describe('field', () => {
  before(() => dressPage())

  for (const type of ['text', 'multiline', 'date', 'number', 'choice'] as const satisfies readonly FieldType[]) {
    it(`of type ${type} has its label and its error, and passes axe`, async () => {
      const field = await fixture<TacitField>(html`<tacit-field label="Reason" type=${type} hint="In one line" error="Say why." .options=${OPTIONS}></tacit-field>`)
      const control = field.renderRoot.querySelector('.input')
      expect(control?.getAttribute('aria-invalid')).to.equal('true')
      expect(control?.getAttribute('aria-describedby')).to.equal('hint error')
      expect(field.renderRoot.querySelector('[role="alert"]')?.textContent?.trim()).to.equal('Say why.')
      await expect(field).to.be.accessible()
    })
  }

  it('sends the form that it stands in: Enter from one line, Ctrl+Enter from several', async () => {
    let sent = 0
    const form = await fixture<HTMLFormElement>(html`<form @submit=${(event: Event) => { event.preventDefault(); sent++ }}><tacit-field label="Name"></tacit-field><tacit-field type="multiline" label="Why"></tacit-field></form>`)
    const [name, why] = form.querySelectorAll<TacitField>('tacit-field')
    name?.focus()
    await sendKeys({ press: 'Enter' })
    expect(sent).to.equal(1)
    why?.focus()
    await sendKeys({ press: 'Enter' })
    expect(sent).to.equal(1)
    await sendKeys({ press: 'Control+Enter' })
    expect(sent).to.equal(2)
  })

  it('tells what is typed, outside of its shadow root', async () => {
    const field = await fixture<TacitField>(html`<tacit-field label="Name"></tacit-field>`)
    const heard: string[] = []
    field.addEventListener('input', () => heard.push(`input ${field.value}`))
    field.addEventListener('change', () => heard.push(`change ${field.value}`))
    field.focus()
    await sendKeys({ type: 'Ana' })
    await sendKeys({ press: 'Tab' })
    expect(heard).to.deep.equal(['input A', 'input An', 'input Ana', 'change Ana'])
  })

  it('gives a choice as its value', async () => {
    const field = await fixture<TacitField>(html`<tacit-field label="Team" type="choice" value="b" .options=${OPTIONS}></tacit-field>`)
    const select = field.renderRoot.querySelector('select')
    expect(select?.value).to.equal('b')
    if (select !== null) select.value = 'a'
    select?.dispatchEvent(new Event('change', { bubbles: true }))
    expect(field.value).to.equal('a')
  })
})
