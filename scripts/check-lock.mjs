// `npm install` leaves out optional packages that the registry does not have, and writes a lock that `npm ci` then
// refuses on every new machine. Fails when an optional dependency of a locked package has no entry of its own.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const { packages } = JSON.parse(readFileSync(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8'))
const locked = Object.keys(packages)
const missing = Object.entries(packages).flatMap(([path, entry]) => Object.keys(entry.optionalDependencies ?? {})
  .filter((name) => !locked.some((other) => other.endsWith(`node_modules/${name}`)))
  .map((name) => `${path} wants ${name}`))
const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined).map(([path]) => `${path} names the address of a registry`)

for (const fault of [...missing, ...resolved]) process.stderr.write(`package-lock.json: ${fault}\n`)
process.exit(missing.length + resolved.length === 0 ? 0 : 1)
