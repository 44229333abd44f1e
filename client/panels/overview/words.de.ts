// Was die Übersicht um ihre Teile herum sagt, auf Deutsch.
import type { overviewWords as english } from './words.ts'

export const overviewWords: typeof english = {
  label: 'Teile der Übersicht',
  parts: {
    agenda: 'Standortbestimmung',
    risks: 'Risiken',
    dependencies: 'Abhängigkeiten',
    gaps: 'Lücken',
    goals: 'Ziele',
    drift: 'Abweichung',
    teams: 'Teams',
    alignment: 'Vorschläge',
    words: 'Eigene Worte',
    changes: 'Erloschene Zeichen',
  },
  about: {
    agenda: 'Worüber diese Tafel reden würde, wenn man sie jetzt fragte.',
    risks: 'Wie wahrscheinlich, wie schlimm, und was es schlimmer macht, als es aussieht.',
    dependencies: 'Wer was von wem braucht, und ob beide es wissen.',
    gaps: 'Wo zwei Karten nicht zusammenkommen oder etwas zwischen ihnen fehlt.',
    goals: 'Wohin all das führt, und was nirgendwohin führt.',
    drift: 'Was einmal abgestimmt war und nicht mehr gilt.',
    teams: 'Worin jedes Team rechnet, was es nicht kann und was es nach Meinung der anderen will.',
    alignment: 'Das Mindeste, was gelten muss, Schritt für Schritt.',
    words: 'Was jedes von euch unter einem Ziel versteht.',
    changes: 'Zweifel, die ohne eine Antwort verschwunden sind.',
  },
  opening: 'Dieser Teil wird geöffnet',
}
