import { describe, expect, it } from 'vitest'
import { compile } from '../../../core/content/compile'
import { avoidedIn } from '../../../core/content/words-to-avoid'
import { SAMPLE_DAY, SAMPLE_PICTURES, samplePack } from '../../support/sample-pack'
import { translatedPack, withPiece } from '../../support/translated-pack'

describe('words that frighten, promise or comfort falsely are found', () => {
  it.each([
    ['en', 'Your spine is crumbling.', 'fear', 'crumbling'],
    ['en', 'Never bend your back.', 'fear', 'Never bend'],
    ['en', 'This guarantees relief.', 'promise', 'guarantees'],
    ['en', 'Insoles cure back pain.', 'promise', 'cure'],
    ['en', 'It is nothing serious.', 'comfort', 'nothing serious'],
    ['es', 'Su columna está desgastada.', 'fear', 'desgastada'],
    ['es', 'Nunca se agache.', 'fear', 'Nunca se agache'],
    ['es', 'La plantilla cura el dolor.', 'promise', 'cura'],
    ['es', 'Le garantizamos alivio.', 'promise', 'garantizamos'],
    ['es', 'No se preocupe.', 'comfort', 'No se preocupe'],
    ['zh-Hans', '您的脊柱已经退化。', 'fear', '退化'],
    ['zh-Hans', '千万别弯腰。', 'fear', '千万别弯腰'],
    ['zh-Hans', '鞋垫能治好腰背痛。', 'promise', '治好'],
    ['zh-Hans', '保证有用。', 'promise', '保证'],
    ['zh-Hans', '没什么大事。', 'comfort', '没什么大事'],
    ['ar', 'عظامك تعاني من التآكل.', 'fear', 'التآكل'],
    ['ar', 'يجب عدم الانحناء أبدا.', 'fear', 'عدم الانحناء أبدا'],
    ['ar', 'هذا التمرين يَشفي الظهر.', 'promise', 'يشفي'],
    ['ar', 'نتيجة مضمونة.', 'promise', 'مضمونة'],
    ['ar', 'لا داعي للقلق.', 'comfort', 'لا داعي للقلق'],
  ])('%s: %s', (tag, text, harm, found) => {
    expect(avoidedIn(text, tag)).toEqual({ found, harm })
  })
})

describe('words that only look like them are left alone', () => {
  it.each([
    ['en', 'It does not cure a pinched nerve.'],
    ['en', 'It counts even if it was cured.'],
    ['en', 'Bend your knees a little.'],
    ['es', 'No cura un nervio pinzado.'],
    ['es', 'Una oscura mancha.'],
    ['zh-Hans', '它不能治好受压的神经。'],
    ['zh-Hans', '即使已经治好，也算。'],
    ['ar', 'لكنه لا يشفي العصب المضغوط.'],
    ['ar', 'تتضمن الورقة التمارين.'],
    ['fr', 'Votre dos est crumbling.'],
  ])('%s: %s', (tag, text) => {
    expect(avoidedIn(text, tag)).toBeNull()
  })

  it('but a "not" of another sentence excuses nothing', () => {
    expect(avoidedIn('Do not rush. Insoles cure pain.', 'en')).toMatchObject({ found: 'cure' })
    expect(avoidedIn('不要急。鞋垫能治好痛。', 'zh-Hans')).toMatchObject({ found: '治好' })
  })
})

it('they are told with file and line in each language, and the slide is still shown', () => {
  const pack = withPiece(
    translatedPack(samplePack()),
    'words/es/story.yaml',
    'Your feet hold you up all day.',
    'Sus pies están desgastados.',
  )
  const { bundle, problems } = compile(pack, SAMPLE_PICTURES, SAMPLE_DAY)
  expect(problems).toEqual([
    {
      code: 'words-unsafe',
      severity: 'error',
      file: 'words/es/story.yaml',
      line: 7,
      field: 'slides.feet-first.body',
      message: '"desgastados" can frighten.',
      cure: 'Say what is seen, felt or known, without a picture of damage.',
    },
  ])
  expect(bundle?.words['es']?.story.slides['feet-first']?.body).toBe('Sus pies están desgastados.')
})
