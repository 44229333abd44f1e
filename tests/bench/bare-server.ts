// The measure of the bench: a `ws` server that forwards every message to all others, with no document, no storage and
// no rights. `forward`: each message as a frame of its own. `merge`: all messages of one turn of the event loop
// behind one another in one frame for everybody.
import { WebSocketServer, type WebSocket } from 'ws'

const mode = process.argv[2]
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, maxPayload: 4_194_304 })
const clients = new Set<WebSocket>()
let gathered: Buffer[] = []

function forward(from: WebSocket, message: Buffer): void {
  for (const client of clients) if (client !== from) client.send(message)
}

function merge(message: Buffer): void {
  gathered.push(message)
  if (gathered.length > 1) return
  setImmediate(() => {
    const all = gathered.length === 1 ? message : Buffer.concat(gathered)
    gathered = []
    for (const client of clients) client.send(all)
  })
}

server.on('connection', (socket) => {
  clients.add(socket)
  socket.on('close', () => clients.delete(socket))
  socket.on('error', () => undefined)
  socket.on('message', (data) => {
    if (mode === 'merge') merge(data as Buffer)
    else forward(socket, data as Buffer)
  })
})
server.on('listening', () => {
  const address = server.address()
  process.stdout.write(`bare: http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
