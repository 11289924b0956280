// Finds a henkilötunnus in free text however it was typed: with spaces, without its sign, with signs that nobody sees.
import { checkCharacter, normaliseHetu } from './hetu.ts'

/** Format characters, such as the soft hyphen and zero-width spaces, and selectors: not seen, and often pasted along. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u034F/gu

/**
 * Day, month, year, what stands between, the individual number and the check character. Breaks within the date only where
 * a date has them, so that a telephone number in groups of three is none.
 */
const SHAPE =
  /(?<!\d)(\d{2})([ .]?)(\d{2})([ .]?)(\d{2})(\s*[-+A-FU-Y]\s*|\s*)(\d{3})(\s?)([0-9A-Z])(?=([0-9A-Z])?)/g

const isHetu = (match: RegExpExecArray): boolean => {
  const [, day, gap1, month, gap2, year, sign, number, gap3, check, next] = match as unknown as string[]
  const signed = sign!.trim() !== ''
  // A wrong check character is a typing error in a code that is still somebody's.
  if (signed && `${gap1}${gap2}${gap3}` === '' && sign!.length === 1 && next === undefined) return true
  if (next !== undefined && /\d/.test(next)) return false
  const isDate = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  // Digits alone may be a telephone number.
  const isNumber = !signed && /\d/.test(check!)
  return isDate && !isNumber && checkCharacter(`${day}${month}${year}${number}`) === check
}

/**
 * Whether a text holds a henkilötunnus. Written whole and with its sign, any check character counts; with gaps, without
 * the sign or run together with a word, the date and the check character must be right.
 */
export const holdsHetu = (text: string): boolean => {
  const typed = normaliseHetu(text.replace(INVISIBLE, ''))
  SHAPE.lastIndex = 0
  for (let match = SHAPE.exec(typed); match; match = SHAPE.exec(typed)) {
    if (isHetu(match)) return true
    // The next may begin within this one.
    SHAPE.lastIndex = match.index + 1
  }
  return false
}
