// The frame of every view before signing in: the name, the language and one card.
import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { AppearanceMenu } from '../../app/appearance-menu.tsx'
import { LanguageMenu } from '../../app/language-menu.tsx'
import { useT } from '../../i18n/i18n.ts'
import classes from './gate.module.css'

type Props = {
  title: string
  intro?: ReactNode
  station?: string | null
  wide?: boolean
  children: ReactNode
}

export const Gate = ({ title, intro, station, wide, children }: Props) => {
  const t = useT()
  const name = t('app:name')
  useEffect(() => {
    document.title = `${title} – ${name}`
  }, [title, name])
  return (
    <div className={classes.gate}>
      <header className={classes.header}>
        <Text fw={700} component="span">
          {name}
        </Text>
        {station ? <Text component="span">{station}</Text> : null}
        <Group gap="xs" ml="auto" className="no-print">
          <LanguageMenu />
          <AppearanceMenu />
        </Group>
      </header>
      <main className={classes.main} data-wide={wide}>
        <Paper withBorder p="lg" className={classes.card}>
          <Stack gap="md">
            <div>
              <Title order={1} tabIndex={-1} data-page-title>
                {title}
              </Title>
              {intro ? (
                <Text size="sm" c="dimmed" component="div">
                  {intro}
                </Text>
              ) : null}
            </div>
            {children}
          </Stack>
        </Paper>
      </main>
    </div>
  )
}
