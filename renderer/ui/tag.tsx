// A short mark beside a name, e.g. a state; `alarm` for what must not be missed. Never by colour alone: it is a word.
import type { ReactNode } from 'react'
import classes from './tag.module.css'

type Props = { tone?: 'plain' | 'alarm'; children: ReactNode }

export const Tag = ({ tone = 'plain', children }: Props) => (
  <span className={classes.tag} data-tone={tone}>
    {children}
  </span>
)
