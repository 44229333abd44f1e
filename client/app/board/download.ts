// Saves the board file on this computer, named for the board.
import { boardFile } from '../../session/api.ts'
import { showToast } from '../../ui/toasts.ts'
import { boardWords } from '../words.ts'

/** A file name that every system takes: "Live Dispatch launch" → "live-dispatch-launch.json". */
export function fileName(title: string): string {
  const words = title.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').split(/[^a-z0-9]+/).filter((word) => word !== '')
  return `${words.length === 0 ? 'board' : words.join('-').slice(0, 80)}.json`
}

export async function saveBoardFile(board: string, title: string): Promise<void> {
  try {
    const file = new Blob([`${JSON.stringify(await boardFile(board), null, 2)}\n`], { type: 'application/json' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = fileName(title)
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  } catch (error) {
    showToast(boardWords.downloadFailed(error instanceof Error ? error.message : ''))
  }
}
