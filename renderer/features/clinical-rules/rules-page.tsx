// Clinical limits and advice of the station. What the program ships is a proposal: a doctor reviews and approves it.
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { ClosingAdviceForm } from './closing-advice-form.tsx'
import { EarlyRiskForm } from './early-risk-form.tsx'

const RulesPage = () => {
  const t = useT()
  const earlyRisk = useRead('rules.earlyRisk', {})
  const advice = useRead('rules.closingAdvice', {})
  return (
    <Page title={t('rules:title')} intro={t('rules:intro')}>
      <Panel title={t('rules:earlyRisk.title')}>
        <ReadView query={earlyRisk}>{(saved) => <EarlyRiskForm saved={saved} />}</ReadView>
      </Panel>
      <Panel title={t('rules:advice.title')}>
        <ReadView query={advice}>{(saved) => <ClosingAdviceForm saved={saved} />}</ReadView>
      </Panel>
    </Page>
  )
}

export default RulesPage
