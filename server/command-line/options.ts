// The options of a command out of the words of its line. What is not understood is refused with the option's name.
import { parseArgs } from 'node:util'
import { Refusal } from './command.ts'

/** `value`: takes one, the last of several counts. `values`: takes one, and may be given again. */
export type OptionKind = 'flag' | 'value' | 'values'

export interface Given<O extends Readonly<Record<string, OptionKind>>> {
  readonly operands: readonly string[]
  readonly options: { readonly [name in keyof O]: O[name] extends 'flag' ? boolean : O[name] extends 'values' ? readonly string[] : string | undefined }
}

export function optionsOf<const O extends Readonly<Record<string, OptionKind>>>(command: string, args: readonly string[], known: O): Given<O> {
  const config = Object.fromEntries(Object.entries(known).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' as const : 'string' as const, multiple: kind === 'values' }]))
  const seeHelp = `See \`npx tacit ${command} --help\`.`
  const { tokens } = parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true })
  const operands: string[] = []
  const options: Record<string, boolean | string | string[] | undefined> = Object.fromEntries(Object.entries(known).map(([name, kind]) => [name, kind === 'flag' ? false : kind === 'values' ? [] : undefined]))
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (kind === undefined) throw new Refusal(`There is no option "${token.rawName}". ${seeHelp}`)
    if (kind === 'flag' && token.value !== undefined) throw new Refusal(`"${token.rawName}" takes no value. ${seeHelp}`)
    if (kind !== 'flag' && (token.value === undefined || token.value.trim() === '' || (!token.inlineValue && token.value.startsWith('--')))) throw new Refusal(`"${token.rawName}" needs a value. ${seeHelp}`)
    if (kind === 'values') (options[token.name] as string[]).push(token.value ?? '')
    else options[token.name] = kind === 'flag' ? true : token.value
  }
  return { operands, options: options as Given<O>['options'] }
}
