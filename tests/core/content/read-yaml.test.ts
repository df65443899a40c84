import { describe, expect, it } from 'vitest'
import { readJson } from '../../../core/content/read-json'
import { MAX_FILE_BYTES, readYaml } from '../../../core/content/read-yaml'

const problemIn = (text: string) => readYaml('a.yaml', text).problem

describe('what is refused before anything else looks at it', () => {
  it.each([
    ['an open bracket', 'a: 1\nb: [1, 2\nc: 3\n', { code: 'yaml-broken', line: 3 }],
    ['a quote that is never closed', 'a: 1\nb: "c\nd: 2\n', { code: 'yaml-broken', line: 2 }],
    ['a tab as indent', 'a:\n\tb: 1\n', { code: 'yaml-broken', line: 2 }],
    ['an unknown tag', 'a: 1\nb: !secret x\n', { code: 'yaml-broken', line: 2 }],
    ['a second document', 'a: 1\n---\nb: 2\n', { code: 'yaml-broken', line: 2 }],
    ['an alias', 'a: &x [1]\nb:\n  - *x\n', { code: 'yaml-broken', line: 3, field: 'b.0' }],
    ['a list as a key', 'a: 1\n? [b]\n: 2\n', { code: 'yaml-broken', line: 2 }],
    ['__proto__', 'a:\n  - b: 1\n    __proto__: {}\n', { line: 3, field: 'a.0.__proto__' }],
    ['constructor', 'constructor: 1\n', { code: 'field-unknown', line: 1, field: 'constructor' }],
    ['prototype', '{ "prototype": 1 }', { code: 'field-unknown', field: 'prototype' }],
    ['a key that comes twice', 'a: 1\nb: 2\na: 3\n', { code: 'id-duplicate', line: 3, field: 'a' }],
    ['41 lists', `\n${'['.repeat(41)}${']'.repeat(41)}`, { code: 'nested-too-deep', line: 2 }],
    ['lists that never end', '- '.repeat(250_000), { code: 'nested-too-deep', line: 1 }],
    ['maps that never end', '{a: '.repeat(100_000), { code: 'nested-too-deep', line: 1 }],
  ])('%s', (_, text, problem) => {
    expect(problemIn(text)).toMatchObject(problem)
  })

  it('more than 512 KB, counted in bytes', () => {
    expect(problemIn(`"${'a'.repeat(MAX_FILE_BYTES - 2)}"`)).toBeNull()
    expect(problemIn(`"${'a'.repeat(MAX_FILE_BYTES - 1)}"`)).toMatchObject({
      code: 'file-too-large',
    })
    expect(problemIn(`"${'é'.repeat(MAX_FILE_BYTES / 2)}"`)).toMatchObject({
      code: 'file-too-large',
    })
  })

  it('nothing that is 40 deep', () => {
    expect(problemIn(`${'['.repeat(40)}${']'.repeat(40)}`)).toBeNull()
    expect(problemIn(`${'- '.repeat(40)}a`)).toBeNull()
  })
})

describe('lines', () => {
  const { file } = readYaml(
    'a.yaml',
    '# Note\na:\n  - b: 1\n    c: |\n      long\n      text\n  - b: 2\n',
  )

  it.each([
    [['a'], 2],
    [['a', 0], 3],
    [['a', 0, 'c'], 4],
    [['a', 1], 7],
    [['a', 1, 'b'], 7],
    [['a', 0, 'missing'], 3],
    [['a', 5], 2],
    [['missing', 'too'], 2],
    [[], 2],
  ])('of %j is %i', (path, line) => {
    expect(file?.lineOf(path)).toBe(line)
  })

  it('are found in an empty file', () => {
    expect(readYaml('a.yaml', '').file?.lineOf(['a'])).toBe(1)
  })
})

describe('JSON', () => {
  it('is read like YAML, with lines', () => {
    const { file } = readJson('a.json', '[\n  { "id": "x" }\n]\n')
    expect(file?.value).toEqual([{ id: 'x' }])
    expect(file?.lineOf([0, 'id'])).toBe(2)
  })

  it.each([
    ['a comma too many', '[\n  1,\n]', 3],
    ['a comma too few', '[\n  1\n  2\n]', 3],
    ['no quotes', '[\n  { a: 1 }\n]', 2],
    ['a comment', '[\n  1 // one\n]', 2],
    ['nothing', '', 1],
    ['half a file', '[\n  { "a": [', 2],
  ])('with %s is refused', (_, text, line) => {
    expect(readJson('a.json', text).problem).toMatchObject({ code: 'json-broken', line })
  })

  it('with a field that comes twice is refused', () => {
    const { problem } = readJson('a.json', '{\n "a": 1,\n "a": 2\n}')
    expect(problem).toMatchObject({ code: 'id-duplicate', line: 3 })
  })

  it('that is nested without end is refused', () => {
    const { problem } = readJson('a.json', '['.repeat(250_000))
    expect(problem).toMatchObject({ code: 'nested-too-deep' })
  })
})
