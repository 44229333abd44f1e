// Characters that nobody sees, and those that turn the direction of all that follows: in what people wrote they hide words,
// or make one name look like another. Two that join letters and emoji stay, which many languages need.

const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\u{E0000}-\u{E007F}]/gu

export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}

export function hasUnseen(text: string): boolean {
  return withoutUnseen(text) !== text
}
