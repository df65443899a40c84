import { z } from 'zod'

/** Ids of chapters, slides and labels: kebab-case, as short as the thing allows. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'use small letters, digits and single dashes, like tight-calf',
  )
  .max(60)

/** Ids of claims in `content/claims.yaml`: C and two digits, like C07. */
export const ClaimId = z.string().regex(/^C\d\d$/, 'write the claim as C and two digits, like C07')

/** Ids of references are the CSL-JSON ids in `content/references.json`, like menz-2013. */
export const ReferenceId = Id

/** A language as a BCP 47 tag, like en or zh-Hans. */
export const LanguageTag = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/,
    'write the language as a tag, like en or zh-Hans',
  )

/** A calendar day as YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD')
