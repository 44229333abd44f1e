// What an element tells when something is pressed, and words that are typed into one.
import { oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'

export async function detailOf<T>(element: Element, event: string, press: () => unknown): Promise<T> {
  const told = oneEvent(element, event)
  press()
  return ((await told) as CustomEvent<T>).detail
}

export async function type(element: HTMLElement, words: string): Promise<void> {
  element.focus()
  await sendKeys({ type: words })
}
