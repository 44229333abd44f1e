// What the overview says around its parts: their names, and what each shows in a sentence.
import { translated } from '../../language/translated.ts'

export const overviewWords = translated('overview.overviewWords', {
  label: 'Parts of the overview',
  parts: {
    agenda: 'Check-in',
    risks: 'Risks',
    dependencies: 'Dependencies',
    gaps: 'Gaps',
    goals: 'Goals',
    drift: 'Drift',
    teams: 'Teams',
    alignment: 'Proposals',
    words: 'Own words',
    changes: 'Marks turned off',
  },
  about: {
    agenda: 'What this board would talk about, if it were asked now.',
    risks: 'How likely, how bad, and what makes it worse than it looks.',
    dependencies: 'Who needs what of whom, and whether both know it.',
    gaps: 'Where two cards do not meet, or something is missing between them.',
    goals: 'Where all of this leads, and what leads nowhere.',
    drift: 'What was agreed once and does not hold any more.',
    teams: 'What each team counts in, cannot do, and is believed to want.',
    alignment: 'The least that has to hold, step by step.',
    words: 'What each of you says a goal is.',
    changes: 'Doubt that went away without an answer.',
  },
  opening: 'Opening this part',
})
