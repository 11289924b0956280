// The frame of the app for a signed-in person: who, where, the menu of their role, and the view.
import { Alert, Button, Group, Kbd, Menu, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Suspense, useState } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { LogBehind } from '../features/audit/log-behind.tsx'
import { useIdleLock } from '../features/session/idle-lock.ts'
import { useMay, useSession } from '../features/session/session.tsx'
import { useLanguage, useT } from '../i18n/i18n.ts'
import { LANGUAGES } from '../i18n/languages.ts'
import { LockIcon, SearchIcon, UserIcon } from '../ui/icons.tsx'
import { AppLink, Page } from '../ui/page.tsx'
import { Empty, Loading } from '../ui/states.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useKeptFocus } from './keep-focus.ts'
import { LanguageMenu } from './language-menu.tsx'
import { ROUTES } from './routes.tsx'
import classes from './shell.module.css'

const NotFound = () => {
  const t = useT()
  return (
    <Page title={t('app:notFound')}>
      <Empty title={t('app:notFoundHelp')}>
        <AppLink to="/">{t('app:toStart')}</AppLink>
      </Empty>
    </Page>
  )
}

const Broken = ({ retry }: { retry: () => void }) => {
  const t = useT()
  return (
    <Alert color="red" variant="outline" role="alert" title={t('app:broken')}>
      <Text size="sm" mb="xs">
        {t('app:brokenHelp')}
      </Text>
      <Button variant="default" onClick={retry}>
        {t('app:tryAgain')}
      </Button>
    </Alert>
  )
}

const Navigation = () => {
  const t = useT()
  const may = useMay()
  const [location] = useLocation()
  const shown = ROUTES.filter((route) => route.nav && may(route.needs))
  // Of `/clients` and `/clients/new` the longer one that fits is the present place.
  const current = shown
    .filter(({ path }) => location === path || location.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return (
    <nav aria-label={t('app:mainNavigation')} className={classes.nav}>
      <ul>
        {shown.map((route) => (
          <li key={route.path}>
            <Link to={route.path} aria-current={route === current ? 'page' : undefined}>
              {t(route.nav!.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const UserMenu = () => {
  const t = useT()
  const { status } = useSession()
  const [, navigate] = useLocation()
  const user = status.user!
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<UserIcon />}
          aria-label={t('app:userMenu', { name: user.displayName })}
        >
          {user.displayName}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(`app:role.${user.role}`)}</Menu.Label>
        <Menu.Item onClick={() => navigate('/password')}>{t('app:nav.ownPassword')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const Views = () => {
  const may = useMay()
  const allowed = ROUTES.filter((route) => may(route.needs))
  const start = allowed.find((route) => route.nav)
  return (
    <Switch>
      {start ? (
        <Route path="/">
          <Redirect to={start.path} replace />
        </Route>
      ) : null}
      {allowed.map((route) => (
        <Route key={route.path} path={route.path}>
          {(params) => <route.view params={params as Record<string, string>} />}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

export const Shell = () => {
  const t = useT()
  const { status, lock } = useSession()
  const language = useLanguage()
  const may = useMay()
  const [location] = useLocation()
  const [palette, setPalette] = useState(false)
  useIdleLock()
  useKeptFocus()
  useHotkeys(
    [
      ['mod+K', () => setPalette((open) => !open)],
      ['mod+L', () => void lock()],
    ],
    [],
  )
  const draft = LANGUAGES.some(({ code, approved }) => code === language && !approved)
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('app:skip')}
      </button>
      <header className={classes.header}>
        <span className={classes.name}>{t('app:name')}</span>
        <span className={classes.station}>{status.stationName}</span>
        <Button
          variant="default"
          size="compact-sm"
          className={classes.search}
          leftSection={<SearchIcon />}
          rightSection={<Kbd size="xs">Ctrl+K</Kbd>}
          onClick={() => setPalette(true)}
        >
          {t('app:palette.open')}
        </Button>
        <Group gap={4} ml="auto">
          <LanguageMenu />
          <AppearanceMenu />
          <UserMenu />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<LockIcon />}
            title={t('app:lockHint')}
            onClick={() => void lock()}
          >
            {t('app:lock')}
          </Button>
        </Group>
      </header>
      <Navigation />
      <main id="main" tabIndex={-1} className={classes.main}>
        {draft ? (
          <Alert color="yellow" variant="outline" role="note" mb="md" className="no-print">
            {t('app:draftLanguageNote')}
          </Alert>
        ) : null}
        {may('audit.anchored') ? <LogBehind /> : null}
        <ErrorBoundary resetKey={location} fallback={(retry) => <Broken retry={retry} />}>
          <Suspense fallback={<Loading />}>
            <Views />
          </Suspense>
        </ErrorBoundary>
      </main>
      <CommandPalette opened={palette} onClose={() => setPalette(false)} />
    </div>
  )
}
