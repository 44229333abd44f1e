// A thread that takes what it can get: `time`, or `memory`; or fails; or does its work.
import { parentPort, workerData } from 'node:worker_threads'

const { takes } = workerData as { readonly takes: 'time' | 'memory' | 'nothing' }
const kept: string[][] = []
while (takes === 'time') kept.length = 0
while (takes === 'memory') kept.push(Array.from({ length: 1_000 }, (_, n) => `${kept.length} ${n}`))
parentPort?.postMessage('done')
