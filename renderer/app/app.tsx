// What is on the screen by the state of the session.
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { createQueryClient } from '../api/queries.ts'
import { styleNonce } from '../api/strict-policy.ts'
import { Blocked } from '../features/session/blocked.tsx'
import { FirstRun } from '../features/session/first-run.tsx'
import { Recover } from '../features/session/recover.tsx'
import { SessionProvider, useSession } from '../features/session/session.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { Notices } from '../ui/notices.tsx'
import { cssVariables, theme } from '../ui/theme.ts'
import { Shell } from './shell.tsx'

const Locked = () => {
  const [recovering, setRecovering] = useState(false)
  return recovering ? (
    <Recover onBack={() => setRecovering(false)} />
  ) : (
    <SignIn onForgotten={() => setRecovering(true)} />
  )
}

const VIEW = { 'first-run': FirstRun, blocked: Blocked, locked: Locked, open: Shell }

const View = () => {
  const { status } = useSession()
  const Shown = VIEW[status.state]
  return <Shown />
}

export const App = () => {
  const [client] = useState(createQueryClient)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <Router hook={useHashLocation}>
          <SessionProvider>
            <View />
          </SessionProvider>
        </Router>
      </QueryClientProvider>
      <Notices />
    </MantineProvider>
  )
}
