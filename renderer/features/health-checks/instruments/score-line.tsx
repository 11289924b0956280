// The score as it stands while one answers: total, class, what is missing. A screening result, never a diagnosis.

import { scoreOf } from '../../../../domain/health-checks/scores.ts'
import type { Instrument } from '../../../../domain/instruments/instrument.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useAnswersPart } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import { bandKey } from './band-key.ts'
import classes from './instrument.module.css'

export const ScoreLine = ({ instrument }: { instrument: Instrument }) => {
  const text = useCheckText()
  const shown = useAnswersPart((answers, context) => {
    const score = scoreOf(answers, context, instrument.id)
    if (!score || instrument.scoring.kind === 'profile') return null
    if (score.total === null) return `\n${text('instrumentUi.notComputed', { count: score.missing })}`
    const percent = instrument.scoring.kind === 'percent' ? ' %' : ''
    const band = bandKey(instrument, score.band)
    const parts = [
      band ? text(band) : null,
      score.prorated ? text('instrumentUi.prorated') : null,
      text('instrumentUi.notDiagnosis'),
    ].filter((part) => part !== null)
    return `${formatNumber(score.total)}${percent}\n${parts.join(' · ')}`
  })
  if (shown === null) return null
  const [total, rest] = shown.split('\n')
  return (
    <output className={classes.score}>
      {total ? (
        <b>
          {text('instrumentUi.total')} {total}
        </b>
      ) : null}
      <span>{rest}</span>
    </output>
  )
}
