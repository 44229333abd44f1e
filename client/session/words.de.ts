// Was die Verbindung zu Menschen sagt, auf Deutsch.
import type { words as english } from './words.ts'

export const words: typeof english = {
  noBoard: 'Diese Tafel ist nicht hier, oder der Link zu ihr gilt nicht mehr.',
  noRight: 'Dein Link zu dieser Tafel erlaubt das nicht mehr.',
  tooLarge: 'Die letzte Änderung ist zu groß für den Server.',
  refused: (changes: number): string =>
    changes === 1
      ? 'Der Server hat die letzte Änderung abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.'
      : `Der Server hat die letzten ${changes} Änderungen abgelehnt. Deine Worte stehen hier noch zum Kopieren; die Tafel zeigt, was der Server hat.`,
  unreachable: 'Der Server ist nicht erreichbar. Nichts wurde geändert.',
  unreadable: 'Der Server hat etwas Unlesbares geantwortet. Versuch es noch einmal.',
  failed: (status: number): string => `Der Server hat mit ${status} geantwortet.`,
}
