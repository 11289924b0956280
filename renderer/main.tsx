// Entry of the screens. The first import must stay first: it prepares libraries for the strict policy.
import './api/strict-policy.ts'
import '@mantine/core/styles.css'
import './styles/app.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startTexts } from './i18n/i18n.ts'

startTexts()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
