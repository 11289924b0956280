// The sections of the check with how far each one is. The state is told by mark and word, not by colour alone.
import { VisuallyHidden } from '@mantine/core'
import { memo, useEffect, useRef } from 'react'
import { useT } from '../../i18n/i18n.ts'
import classes from './check.module.css'
import { useCheckScope, useSettledAnswers } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { type SectionState, sectionStates } from './section-state.ts'

const MARKS: Record<SectionState, string> = { empty: '○', answered: '●', skipped: '–', problem: '!' }

type ItemProps = {
  id: string
  label: string
  state: SectionState | null
  current: boolean
  go: (id: string) => void
}

const Item = memo(({ id, label, state, current, go }: ItemProps) => {
  const t = useT()
  return (
    <li>
      <button
        type="button"
        className={classes.sectionLink}
        aria-current={current ? 'step' : undefined}
        data-state={state ?? undefined}
        onClick={() => go(id)}
      >
        <span aria-hidden className={classes.mark}>
          {state ? MARKS[state] : '✓'}
        </span>
        <span>{label}</span>
        {state ? <VisuallyHidden>{`, ${t(`checkScreen:sectionState.${state}`)}`}</VisuallyHidden> : null}
      </button>
    </li>
  )
})

/** Scrolls the list, and only the list, so far that the present section is seen with a neighbour on each side. */
const showCurrent = (list: HTMLElement | null): void => {
  const item = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !item) return
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()]
  const room = inner.height
  if (inner.top - room < outer.top) list.scrollTop += inner.top - room - outer.top
  else if (inner.bottom + room > outer.bottom) list.scrollTop += inner.bottom + room - outer.bottom
}

type Props = { sections: readonly string[]; current: string; go: (id: string) => void }

export const SIGN = 'sign'

export const SectionList = ({ sections, current, go }: Props) => {
  const { store, context, clientMode } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const answers = useSettledAnswers()
  const states = sectionStates(answers, store.typed(), context)
  const list = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the section changes
  useEffect(() => showCurrent(list.current), [current])
  return (
    <nav ref={list} aria-label={t('checkScreen:sections')} className={classes.sections}>
      <ol>
        {sections.map((id) => (
          <Item
            key={id}
            id={id}
            label={id === SIGN ? t('checkScreen:sign.title') : text(`section.${id}`)}
            state={
              id === SIGN ? null : clientMode && states.get(id) === 'problem' ? 'answered' : states.get(id)!
            }
            current={id === current}
            go={go}
          />
        ))}
      </ol>
    </nav>
  )
}
