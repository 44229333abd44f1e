// Every sentence about people and teams: entering, presence, who is who, one's own profile and devices.
import type { Role } from '../../shared/board/records.ts'
import { listOf } from '../language/lists.ts'
import { translated } from '../language/translated.ts'

/** "Tomasz, Priya and 2 others" */
function names(all: readonly string[], shown = 3): string {
  const rest = all.length - shown
  if (rest > 1) return `${all.slice(0, shown).join(', ')} and ${rest} others`
  return listOf(all)
}

export const presenceWords = translated('people.presenceWords', {
  here: (others: readonly string[], you: boolean) => {
    if (others.length === 0) return you ? 'On this board now: only you' : 'Nobody is on this board now'
    return `On this board now: ${you ? 'you, ' : ''}${names(others)}`
  },
  more: (n: number) => `+${n}`,
  editing: (name: string) => `${name}, editing`,
  moving: (name: string) => `${name}, moving`,
  you: (name: string) => `${name}, you`,
  others: 'Also on this board',
  moreNames: (all: readonly string[]) => names(all, 8),
})

export const followWords = translated('people.followWords', {
  follow: (who: string) => `Follow ${who}`,
  following: (who: string) => `Following ${who}`,
  stop: 'Stop',
  stopFollowing: (who: string) => `Stop following ${who}`,
  started: (who: string) => `Following ${who}. Any movement of your own stops it.`,
  left: (who: string) => `${who} has left. You look where they looked last.`,
  followsYou: (who: string) => `${who} follows you, so there is nowhere to follow them to.`,
})

export const comingWords = translated('people.comingWords', {
  entered: (who: string, team: string) => (team === '' ? `${who} entered` : `${who} (${team}) entered`),
  manyEntered: (all: readonly string[]) => `${names(all)} entered`,
  claims: (who: string, as: string) => `${who} says: I am ${as} on this board`,
  asksIn: (who: string) => `${who} asks to be let in`,
  asking: (n: number) => (n === 1 ? '1 waits for you' : `${n} wait for you`),
  look: 'Look',
  isHere: (who: string) => `${who} is here`,
  hasLeft: (who: string) => `${who} has left`,
})

export const enterWords = translated('people.enterWords', {
  title: (board: string) => (board === '' ? 'Enter the board' : `Enter “${board}”`),
  intro: 'Answers count for a team, so the board asks who you are.',
  guestIntro: 'You can read, and add context and comments. Others see your name beside what you add.',
  name: 'Your name',
  nameMissing: 'Write the name that the others know you by.',
  team: 'Your team',
  noTeam: 'No team yet',
  newTeam: 'A new team',
  newTeamName: 'Name of the new team',
  newTeamMissing: 'Give the new team a name.',
  teamExists: 'There is a team of that name already. Choose it from the list.',
  enter: 'Enter',
  save: 'Save',
  cancel: 'Cancel',
  leave: 'All boards',
  failed: (sentence: string) => `You are not in yet. ${sentence}`,
  saveFailed: (sentence: string) => `Nothing was changed. ${sentence}`,
  profileTitle: 'Your name and team',
  profileIntro: 'Your earlier answers keep the team for which you gave them, and count only while you are in it.',
})

export const peopleWords = translated('people.peopleWords', {
  title: 'People and teams',
  people: 'People',
  teams: 'Teams',
  noPeople: 'Nobody has entered yet.',
  noTeams: 'No team yet. An assumption is confirmed by the teams that depend on it, so make the first one.',
  role: {
    guest: 'Guest', member: 'Member', facilitator: 'Facilitator', owner: 'Owner',
  } satisfies Record<Role, string>,
  roleOf: (name: string) => `Role of ${name}`,
  teamOf: (name: string) => `Team of ${name}`,
  noTeam: 'No team',
  you: 'you',
  hereNow: 'here now',
  remove: (name: string) => `Remove ${name} from the board`,
  bringBack: (name: string) => `Bring back ${name}`,
  bringBackShort: 'Bring back',
  failed: (sentence: string) => `Nothing was changed. ${sentence}`,
  addTeam: 'New team',
  editTeam: (team: string) => `Edit ${team}`,
  teamName: 'Name',
  teamCode: 'Code',
  teamCodeHint: 'Two letters, on the cards',
  codeTaken: (team: string) => `${team} has this code already.`,
  nameTaken: 'There is a team of that name already.',
  codeShape: 'One to three letters or digits.',
  teamColor: 'Colour',
  colorName: (n: number) => `Colour ${n}`,
  constraints: 'What this team cannot change, one a line',
  constraintsHint: 'For example: two on-call people until March',
  save: 'Save team',
  cancel: 'Cancel',
  removeTeam: 'Remove this team',
  membersOf: (n: number) => (n === 0 ? 'Nobody yet' : `${n} ${n === 1 ? 'person' : 'people'}`),
  answersCount: 'Only members, facilitators and owners can answer.',
})

export const askInWords = translated('people.askInWords', {
  title: 'You are in this board’s file',
  text: 'This board was made from a file with you in it. Nobody becomes one of its people unless an owner agrees, because the answers of that entry are then yours.',
  ask: 'Ask to be let in',
  asked: 'The owners see that you ask. This page opens the board when one of them admits you.',
  home: 'All boards',
  failed: (sentence: string) => `Nobody was asked. ${sentence}`,
})

export const selfWords = translated('people.selfWords', {
  isNew: 'new',
  sayWho: 'Say aloud who comes and who leaves',
  more: (name: string) => `More for ${name}`,
  rename: 'Rename',
  renameLabel: (name: string) => `New name of ${name}`,
  merge: 'Is the same person as',
  mergeLabel: (name: string) => `${name} is the same person as`,
  mergeHint: (name: string) => `What ${name} wrote is then theirs, so nobody confirms their own words. Confirmations count again when they say “That is me” themself. The browser of this entry leaves the board.`,
  mergeDo: 'Merge',
  save: 'Save',
  cancel: 'Cancel',
  choose: 'Choose a person',
  claim: 'That is me',
  claimTaken: 'An owner was asked. Until then you stay who you are.',
  claimAgreed: 'The answers of that entry are yours now.',
  claimBack: 'Take back',
  claiming: (as: string) => `You said: I am ${as}. An owner decides.`,
  waiting: 'Waiting for you',
  saysIs: (as: string) => `says: I am ${as}`,
  saysIn: 'is in the file this board was made from, and asks to be let in',
  admit: (name: string) => `Admit ${name}`,
  admitShort: 'Admit',
  decline: (name: string) => `Decline ${name}`,
  declineShort: 'Decline',
  isMerged: (into: string) => `the same person as ${into}`,
  isMergedUnsaid: (into: string) => `the same person as ${into}, who has not said so yet`,
  split: (name: string) => `Separate again, ${name}`,
  splitShort: 'Separate again',
  renamed: (name: string) => `Now called ${name}`,
  merged: (name: string, into: string) => `${name} is the same person as ${into}`,
  removed: (name: string) => `${name} was removed. What they said stays in the history and counts no longer.`,
  admitted: (name: string) => `${name} is admitted. To part the two again, use “Separate again”.`,
  declined: (name: string) => `${name} stays who they were`,
  undo: 'Undo',
})

export const deviceWords = translated('people.deviceWords', {
  title: 'Open on another device',
  intro: 'This link makes the other device you, on every board of this server. It works once.',
  making: 'Making the link',
  until: (time: string) => `Open it there before ${time}.`,
  copyShort: 'Copy',
  copied: 'Link copied',
  copyFailed: 'The browser did not allow copying. Select the link and copy it by hand.',
  qr: 'QR code of the link',
  link: 'One-time link',
  failed: (sentence: string) => `No link was made. ${sentence}`,
  again: 'Make a new link',
})
