// What a view shows while it has nothing to show: waiting, empty, refused.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type ApiFailure, failureOf } from '../api/call-api.ts'
import { useT } from '../i18n/i18n.ts'
import { FailureAlert } from './call-form.tsx'

export const Loading = () => {
  const t = useT()
  return (
    <Group gap="xs" p="md" role="status">
      <Loader size="xs" />
      <Text size="sm">{t('ui:loading')}</Text>
    </Group>
  )
}

type EmptyProps = { title: string; help?: string; children?: ReactNode }

/** Nothing here yet, and what to do about it. */
export const Empty = ({ title, help, children }: EmptyProps) => (
  <Stack gap={4} p="md" align="flex-start" className="app-empty">
    <Text size="sm" fw={600}>
      {title}
    </Text>
    {help ? <Text size="sm">{help}</Text> : null}
    {children}
  </Stack>
)

type ReadViewProps<T> = {
  query: UseQueryResult<T, ApiFailure>
  /** Shown instead of `children` when the answer is an empty list. */
  empty?: ReactNode
  children: (data: T) => ReactNode
}

/** The three states of a read and then its answer. */
export const ReadView = <T,>({ query, empty, children }: ReadViewProps<T>) => {
  const t = useT()
  if (query.isPending) return <Loading />
  if (query.error)
    return (
      <FailureAlert failure={failureOf(query.error)}>
        <Button variant="default" size="xs" onClick={() => void query.refetch()}>
          {t('ui:tryAgain')}
        </Button>
      </FailureAlert>
    )
  if (empty && Array.isArray(query.data) && query.data.length === 0) return <>{empty}</>
  return <>{children(query.data)}</>
}
