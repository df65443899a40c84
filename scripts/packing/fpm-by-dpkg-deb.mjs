#!/usr/bin/env node
// Stands in for fpm, which electron-builder calls to make a .deb: same arguments, done by Debian's own dpkg-deb.
// Understood are those that electron-builder gives for the target deb.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const SWITCHES = new Set(['--force', '--debug', '--verbose'])
const { options, mappings } = readArguments(process.argv.slice(2))
if (one('t') !== 'deb') throw new Error(`only deb can be made here, not ${one('t')}`)

const root = mkdtempSync(join(tmpdir(), 'deb-'))
try {
  for (const [from, to] of mappings) place(from, join(root, to))
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root])
  const kilobytes = execFileSync('du', ['-sk', '--apparent-size', root]).toString().split('\t')[0]
  const control = join(root, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(join(control, 'control'), fields(kilobytes))
  for (const [option, name] of [
    ['before-install', 'preinst'],
    ['after-install', 'postinst'],
    ['before-remove', 'prerm'],
    ['after-remove', 'postrm'],
  ]) {
    if (!one(option)) continue
    copyFileSync(one(option), join(control, name))
    chmodSync(join(control, name), 0o755)
  }
  const compression = one('deb-compression') ?? 'xz'
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '-b', root, one('package')], {
    stdio: 'inherit',
  })
} finally {
  rmSync(root, { recursive: true, force: true })
}

/** Options as name to values, and what goes where as pairs; `--name=value` and `--name value` both. */
function readArguments(args) {
  const read = { options: new Map(), mappings: [] }
  const rest = [...args]
  while (rest.length > 0) {
    const argument = rest.shift()
    if (SWITCHES.has(argument)) continue
    const option = /^--?([^=]+)(?:=(.*))?$/s.exec(argument)
    if (option) {
      const [, name, value = rest.shift()] = option
      read.options.set(name, [...(read.options.get(name) ?? []), value])
    } else {
      const at = argument.lastIndexOf('=')
      read.mappings.push([argument.slice(0, at), argument.slice(at + 1)])
    }
  }
  return read
}

function one(name) {
  return options.get(name)?.at(-1)
}

/** A folder given with a slash at its end means what is in it. */
function place(from, to) {
  const isContent = from.endsWith('/')
  mkdirSync(isContent ? to : dirname(to), { recursive: true })
  execFileSync('cp', ['-a', isContent ? `${from}.` : from, to])
}

function fields(kilobytes) {
  const description = (one('description') ?? one('name')).trim().replace(/\n\s*/g, '\n ')
  return Object.entries({
    Package: one('name'),
    Version: one('version'),
    Architecture: one('architecture'),
    Maintainer: one('maintainer'),
    'Installed-Size': kilobytes,
    Depends: options.get('d')?.join(', '),
    Recommends: options.get('deb-recommends')?.join(', '),
    Section: one('category') ?? 'misc',
    Priority: one('deb-priority') ?? 'optional',
    Homepage: one('url'),
    Description: description,
  })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}
