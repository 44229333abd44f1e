// The kinds of links by what they are about, for lists that somebody chooses from: what is drawn most comes first.
import type { LinkType } from '../../shared/board/records.ts'
import { linkGroupWords } from './words.ts'

export interface LinkGroup { readonly name: string; readonly types: readonly LinkType[] }

export const LINK_GROUPS: readonly LinkGroup[] = [
  { name: linkGroupWords.ground, types: ['rests_on', 'depends_on', 'needed_for', 'if_false'] },
  { name: linkGroupWords.aim, types: ['serves', 'threatens', 'mitigates', 'worsens', 'conflicts_with'] },
  { name: linkGroupWords.reason, types: ['because', 'evidence_for', 'evidence_against', 'tests', 'under_arrow'] },
  { name: linkGroupWords.decision, types: ['settles', 'pays_for', 'excluded_from'] },
  { name: linkGroupWords.subject, types: ['about', 'echoes'] },
]
