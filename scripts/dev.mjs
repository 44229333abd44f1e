// `npm run dev`: the server restarted on change, and Vite in front of it so that the client reloads on change.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env.PORT ?? 4310)
const clientPort = port + 1
const url = `http://127.0.0.1:${clientPort}`

const server = spawn(process.execPath, ['--watch', 'server/main.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PORT: String(port), TACIT_URL: url, TACIT_ORIGINS: `${url},http://localhost:${clientPort}` },
})

const target = `http://127.0.0.1:${port}`
const vite = await createServer({
  configFile: `${root}/vite.config.ts`,
  server: { host: '127.0.0.1', port: clientPort, strictPort: true, proxy: { '/api': target, '/healthz': target, '/sync': { target, ws: true } } },
})
await vite.listen()
process.stdout.write(`Tacit, with reload on change: ${url}\n`)

async function stop() {
  server.kill('SIGTERM')
  await vite.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
server.on('exit', (code) => process.exit(code ?? 1))
