// The port that tells other nodes "board B has row N". It only rings; the row itself is read from storage.
export interface Bus {
  ring(board: string, n: number): void
  /** Calls back for each ring of another node; returns the way to stop. */
  listen(board: string, heard: (n: number) => void): () => void
  close(): Promise<void>
}
