// The frame of a view: one heading that takes the focus on arrival, panels, facts, a link within the app.
import { Anchor, type AnchorProps, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useT } from '../i18n/i18n.ts'
import classes from './page.module.css'

type PageProps = {
  title: string
  /** Where the heading names a client: the window's title shows in the task bar, in previews and on a shared screen. */
  windowTitle?: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A view with its only h1; the window's title follows it unless it is given. */
export const Page = ({ title, windowTitle = title, intro, actions, children }: PageProps) => {
  const t = useT()
  const name = t('app:name')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} – ${name}`
    // On arrival from the menu the reading goes on at the heading, unless the view has put the focus in a field.
    if (!document.activeElement?.closest('main, [role="dialog"]'))
      heading.current?.focus({ preventScroll: true })
  }, [windowTitle, name])
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} ref={heading} tabIndex={-1} data-page-title>
            {title}
          </Title>
          {intro ? (
            <Text size="sm" c="dimmed" component="div">
              {intro}
            </Text>
          ) : null}
        </div>
        {actions ? (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        ) : null}
      </Group>
      {children}
    </Stack>
  )
}

type PanelProps = {
  title?: string
  actions?: ReactNode
  children: ReactNode
  id?: string
  /** It appears as the answer to what was asked: reading goes on at its heading, unless one is in a field elsewhere. */
  answer?: boolean
}

/** A section with an h2. */
export const Panel = ({ title, actions, children, id, answer }: PanelProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const focused = document.activeElement
    if (answer && (!(focused instanceof HTMLElement) || focused === document.body || focused.tabIndex < 0))
      heading.current?.focus()
  }, [answer])
  return (
    <section className={classes.panel} id={id} aria-label={title}>
      {title ? (
        <Group justify="space-between" mb="xs" gap="sm">
          <Title order={2} ref={heading} tabIndex={answer ? -1 : undefined}>
            {title}
          </Title>
          {actions}
        </Group>
      ) : null}
      {children}
    </section>
  )
}

export type Fact = {
  label: string
  value: ReactNode
  /** Left out of prints. */
  screenOnly?: boolean
}

/** Labels and values in columns that fold when the window is narrow. */
type FactsProps = {
  facts: readonly (Fact | null | false)[]
  /** Each on a line of its own, for long answers. */
  wide?: boolean
}

export const Facts = ({ facts, wide }: FactsProps) => (
  <dl className={classes.facts} data-wide={wide || undefined}>
    {facts
      .filter((fact) => fact !== null && fact !== false)
      .map((fact) => (
        <div key={fact.label} className={fact.screenOnly ? 'no-print' : undefined}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
  </dl>
)

/** Fields side by side that fold when the window is narrow. */
export const FieldGrid = ({ children, columns = 2 }: { children: ReactNode; columns?: 2 | 3 | 4 }) => (
  <div className={classes.grid} data-columns={columns}>
    {children}
  </div>
)

/** A link to a view of the app. */
export const AppLink = ({ to, children, ...rest }: AnchorProps & { to: string; children: ReactNode }) => (
  <Anchor component={Link} to={to} fz="inherit" {...rest}>
    {children}
  </Anchor>
)
