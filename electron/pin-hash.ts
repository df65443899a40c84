import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinHash } from './staff-file'

/** 64 MiB and about a quarter of a second for each guess (OWASP asks for N = 2^17 or the like). */
const COST = { N: 2 ** 16, r: 8, p: 1 }
const LENGTH = 32
/** Node's own limit, 32 MiB, refuses this cost. */
const MAX_MEMORY = 2 * 128 * COST.N * COST.r

/** Hashes a PIN with a salt of its own, off the main thread. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16)
  return { salt: salt.toString('hex'), hash: (await derive(pin, salt)).toString('hex') }
}

/** Is this the PIN of the hash? Takes as long whatever the answer. */
export async function isPinOf(pin: string, { salt, hash }: PinHash): Promise<boolean> {
  const [given, kept] = [await derive(pin, Buffer.from(salt, 'hex')), Buffer.from(hash, 'hex')]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, LENGTH, { ...COST, maxmem: MAX_MEMORY }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
