// What comes out on paper: the page as A4, its text read back from the PDF.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** The text of the printed page and its number of pages; needs poppler's pdftotext and pdfinfo. */
export const printed = async (page: Page): Promise<{ text: string; pages: number; size: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  const file = join(folder, 'page.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return {
    text: text.replace(/[ \t\u00a0]+/g, ' '),
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    size: /Page size:.*\((.*)\)/.exec(info)?.[1] ?? '',
  }
}
