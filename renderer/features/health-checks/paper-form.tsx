// The pre-visit form on paper, the very fields that the client would fill in at the station.
import { Title } from '@mantine/core'
import type { Field, Section } from '../../../domain/health-checks/fields.ts'
import { BOOL3, optionTextKey } from '../../../domain/health-checks/fields.ts'
import { preVisitSections } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PaperLanguage, PaperLanguageChoice } from '../../ui/paper-language.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useSession } from '../session/session.tsx'
import classes from './check.module.css'
import { type CheckText, useCheckText, useText3 } from './check-text.ts'
import { PrintButtons } from './print-buttons.tsx'

const Options = ({ labels }: { labels: readonly string[] }) => (
  <div className={classes.paperOptions}>
    {labels.map((label) => (
      <span key={label}>
        <span className={classes.box} aria-hidden />
        {label}
      </span>
    ))}
  </div>
)

const Lines = ({ count }: { count: number }) =>
  Array.from({ length: count }, (_, at) => <span key={String(at)} className={classes.line} aria-hidden />)

/** More options than this are not listed: the answer is written. */
const MANY = 14

const answerSpace = (field: Field, text: CheckText) => {
  switch (field.type) {
    case 'enum':
      return field.options.values.length > MANY ? (
        <Lines count={1} />
      ) : (
        <Options labels={field.options.values.map((one) => text(optionTextKey(field, one)))} />
      )
    case 'multi':
      return <Options labels={field.options.values.map((one) => text(optionTextKey(field, one)))} />
    case 'bool':
      return <Options labels={['true', 'false'].map((one) => text(`option.bool.${one}`))} />
    case 'bool3':
      return <Options labels={BOOL3.map((one) => text(`option.bool3.${one}`))} />
    case 'list':
      return <Lines count={2} />
    case 'text':
      return <Lines count={field.multiline ? 2 : 1} />
    default:
      return 'scale' in field && field.scale ? (
        <Options labels={Array.from({ length: 11 }, (_, at) => String(at))} />
      ) : (
        <Lines count={1} />
      )
  }
}

/** Longest question and longest row of answers that stand side by side. */
const LABEL = 45
const ROW = 60

/** Half a line for what is short, question and few answers side by side, everything else over the whole width. */
const widthOf = (field: Field, text: CheckText): 'row' | 'full' | undefined => {
  switch (field.type) {
    case 'enum': {
      if (field.options.values.length > MANY) return undefined
      const answers = field.options.values.map((one) => text(optionTextKey(field, one))).join('')
      return answers.length <= ROW && text(`field.${field.key}`).length <= LABEL ? 'row' : 'full'
    }
    case 'bool':
    case 'bool3':
      return undefined
    case 'text':
      return field.multiline ? 'full' : undefined
    case 'int':
    case 'decimal':
      return field.scale ? 'full' : undefined
    case 'date':
    case 'month':
    case 'year':
      return undefined
    default:
      return 'full'
  }
}

const PaperInstrument = ({ id }: { id: string }) => {
  const text3 = useText3()
  const instrument = INSTRUMENTS.get(id)!
  return (
    <div className={classes.paperField}>
      {instrument.stem ? <p>{text3(instrument.stem)}</p> : null}
      {instrument.items.map((item) => (
        <div key={item.id} className={classes.paperField}>
          <p>{item.text ? text3(item.text) : null}</p>
          <Options
            labels={
              item.options
                ? item.options.map(({ label }) => text3(label))
                : (item.values as readonly number[]).map(String)
            }
          />
        </div>
      ))}
      {instrument.attribution ? <small>{instrument.attribution}</small> : null}
    </div>
  )
}

const Fields = ({ section }: { section: Section }) => {
  const text = useCheckText()
  const asked = section.fields.filter(({ showIf }) => !showIf)
  return asked.length === 0 ? null : (
    <div className={classes.paperFields}>
      {asked.map((field) => (
        <div key={field.key} className={classes.paperField} data-width={widthOf(field, text)}>
          <p>{text(`field.${field.key}`)}</p>
          {answerSpace(field, text)}
        </div>
      ))}
    </div>
  )
}

/** Only what every client is asked, and only instruments whose texts may be printed. */
const printable = (section: Section): Section['instruments'] =>
  section.instruments.filter(
    ({ id, optional, showIf }) => !optional && !showIf && INSTRUMENTS.get(id)!.licence !== 'score_only',
  )

const Form = ({ clientId }: { clientId: string }) => {
  const t = useT()
  const text = useCheckText()
  const { status } = useSession()
  return (
    <Page
      title={t('checkScreen:paper.title')}
      intro={status.stationName}
      actions={<PrintButtons clientId={clientId} document="pre-visit" back={`/clients/${clientId}/checks`} />}
    >
      <PaperLanguageChoice />
      <p>{t('checkScreen:paper.intro')}</p>
      <div className={classes.paperField}>
        <p>{t('checkScreen:paper.name')}</p>
        <Lines count={1} />
      </div>
      {preVisitSections().map((section) => (
        <section key={section.id}>
          <Title order={2} mb="xs">
            {text(`section.${section.id}`)}
          </Title>
          <Fields section={section} />
          {printable(section).map(({ id }) => (
            <PaperInstrument key={id} id={id} />
          ))}
        </section>
      ))}
    </Page>
  )
}

const PaperForm = ({ params }: ViewProps) => (
  <ReadView query={useRead('clients.open', { clientId: params.clientId! })}>
    {({ id, language }) => (
      <PaperLanguage client={language}>
        <Form clientId={id} />
      </PaperLanguage>
    )}
  </ReadView>
)

export default PaperForm
