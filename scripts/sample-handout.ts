import type { HandoutRequest } from '../core/schema/handout'

/** A handout as a visitor may ask for it: four exercises in English, on A4. */
export const SAMPLE_HANDOUT: HandoutRequest = {
  languages: ['en'],
  layout: 'one',
  paper: 'a4',
  points: 14,
  colour: false,
  tickDays: 14,
  items: ['calf-stretch', 'cat-cow', 'bird-dog', 'ball-roll'].map((id) => ({
    kind: 'exercise',
    id,
    version: 'main',
  })),
  learned: [],
  questions: [],
  triage: null,
  filter: { offers: 'all', signs: [], without: [] },
  date: '2026-11-25',
}
