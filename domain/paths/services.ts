// Services that a path may lead to: the first, editable directory. Codes are stable, names may be edited.
import { z } from 'zod'
import { holdsHetu } from '../clients/hetu-in-text.ts'

export const SERVICE_PROVIDERS = [
  'kela',
  'pension_insurer',
  'employment_area',
  'state',
  'county',
  'legal_aid',
  'municipality',
  'education',
  'employer',
  'association',
  'other',
] as const
export type ServiceProvider = (typeof SERVICE_PROVIDERS)[number]

export const service = z.strictObject({
  /** In the log as it is: nothing that could be somebody's henkilötunnus. */
  code: z
    .string()
    .regex(/^[A-Z0-9]+(-[A-Z0-9]+)?$/, 'code')
    .max(40, 'too-long')
    .refine((code) => !holdsHetu(code), 'contains-hetu'),
  name: z.string().trim().min(1, 'required').max(160, 'too-long'),
  provider: z.enum(SERVICE_PROVIDERS),
  /** Whom it is for or what it needs; to be verified before it is shown as a rule. */
  hint: z.string().max(300, 'too-long'),
  active: z.boolean(),
  validFrom: z.iso.date('date'),
  source: z.string().trim().min(1, 'required').max(300, 'too-long'),
  approved: z.boolean(),
})
export type Service = z.output<typeof service>

/** An edited directory as it is stored: each code once. */
export const serviceDirectory = z
  .array(service)
  .max(500)
  .refine((rows) => new Set(rows.map(({ code }) => code)).size === rows.length, 'repeated')

const KNOWLEDGE = 'Yleistietoa (tarkistettava)'
const of =
  (provider: ServiceProvider) =>
  (code: string, name: string, hint = '', source = KNOWLEDGE): Service => ({
    code,
    name,
    provider,
    hint,
    active: true,
    validFrom: '2025-01-01',
    source,
    approved: false,
  })

const kela = of('kela')
const area = of('employment_area')
const county = of('county')
const municipality = of('municipality')
const education = of('education')
const association = of('association')

export const SERVICES: readonly Service[] = [
  kela(
    'KELA-NUOTTI',
    'NUOTTI-valmennus',
    'Nuorille noin 16–29-vuotiaille, ei vaadi lääkärinlausuntoa',
    'kela.fi, hyvinvointiaskel.fi (ikäraja tarkistettava)',
  ),
  kela(
    'KELA-TEAK',
    'Työllistymistä edistävä ammatillinen kuntoutus (TEAK)',
    '30–64-vuotiailta B-lausunto',
    'coronaria.fi, muma.fi (tarkistettava)',
  ),
  kela('KELA-AKS', 'Ammatillinen kuntoutusselvitys', 'B-lausunto', 'syomishairioliitto.fi (tarkistettava)'),
  kela('KELA-TAITO', 'Taito-kuntoutus', '18–64-vuotiaille', 'syomishairioliitto.fi (tarkistettava)'),
  kela(
    'KELA-OMAVAYLA',
    'Oma väylä -kuntoutus',
    'Neuropsykiatriset häiriöt',
    'palvelupolku.khshp.fi (tarkistettava)',
  ),
  kela('KELA-KIILA', 'KIILA-kuntoutus', 'Työssä oleville'),
  kela('KELA-KOULKOK', 'Koulutuskokeilu tai työkokeilu'),
  kela('KELA-AMMKOUL', 'Ammatillinen koulutus kuntoutuksena', 'Kuntoutusraha'),
  kela('KELA-APUV', 'Opiskelun tai työn apuväline'),
  kela('KELA-ELINK', 'Elinkeinotuki', 'Yrittäjille'),
  kela('KELA-PSYK', 'Kuntoutuspsykoterapia', '16–67-vuotiaille, ensin 3 kuukauden hoito'),
  kela('KELA-SOPEUT', 'Sopeutumisvalmennus- ja kuntoutuskurssit'),
  kela('KELA-OSASV', 'Osasairauspäiväraha ja työkykyneuvonta'),
  of('pension_insurer')(
    'TYOEL-AMMK',
    'Työeläkekuntoutus',
    'Vakiintunut työhistoria',
    'muma.fi (tarkistettava)',
  ),
  area('TVT-HAKU', 'Työnhakijaksi rekisteröityminen ja palvelutarpeen arvio'),
  area('TVT-TYOKOK', 'Työkokeilu'),
  area('TVT-PALKKA', 'Palkkatuettu työ'),
  area('TVT-TUKI55', '55 vuotta täyttäneiden työllistämistuki'),
  area('TVT-TYKOORD', 'Työllisyysalueen työkykykoordinaattori'),
  area('TVT-VALM', 'Uravalmennus tai työhönvalmennus'),
  area('TVT-KOULUTUS', 'Työvoimakoulutus tai omaehtoinen opiskelu'),
  area('TVT-OSAAM', 'Osaamiskartoitus tai ammatinvalintapsykologi'),
  area('TVT-TYM', 'Työllistymisen monialainen tuki', '', 'Laki 381/2023 (tarkistettava)'),
  area('TVT-STARTTI', 'Starttiraha tai yritysneuvonta'),
  of('state')('VALTIO-KANAVA', 'Työkanava Oy', 'Osatyökykyisille'),
  county('HVA-KUNTY', 'Kuntouttava työtoiminta', '', 'Laki 189/2001, uudistus vireillä (tarkistettava)'),
  county('HVA-SOSKU', 'Sosiaalinen kuntoutus', '', 'Sosiaalihuoltolaki 17 § (tarkistettava)'),
  county('HVA-SOSOHJ', 'Sosiaaliohjaus tai aikuissosiaalityö'),
  county('HVA-TYOTOIM', 'Vammaisten työtoiminta tai työhönvalmennus'),
  county('HVA-TYKT', 'Työkyvyn tuen tiimi tai työkykykoordinaattori'),
  county('HVA-TYOKARV', 'Työkyvyn arviointi', 'Lääkäri, fysio- tai toimintaterapeutti, psykologi'),
  county('HVA-VASTAAN', 'Lääkärin tai hoitajan vastaanotto'),
  county('HVA-MIELI', 'Mielenterveys- ja päihdepalvelut'),
  county('HVA-SUU', 'Suun terveydenhuolto'),
  county('HVA-FYSIO', 'Fysioterapia tai kuntoutus'),
  county('HVA-RAVITS', 'Ravitsemus- ja elintapaohjaus'),
  county('HVA-TUPAKKA', 'Tupakasta vieroitus'),
  county('HVA-SEKS', 'Seksuaali- ja lisääntymisterveys'),
  county('HVA-ASUM', 'Asumisneuvonta tai asumisen tuki'),
  of('legal_aid')('HVA-VELKA', 'Talous- ja velkaneuvonta', 'Oikeusaputoimisto'),
  municipality('KUNTA-OHJ', 'Ohjaamo', 'Alle 30-vuotiaille'),
  municipality(
    'KUNTA-ETSIVA',
    'Etsivä nuorisotyö',
    'Alle 29-vuotiaille',
    'Nuorisolaki 1285/2016 (tarkistettava)',
  ),
  municipality('KUNTA-PAJA', 'Nuorten työpaja tai starttipaja'),
  municipality('KUNTA-LIIK', 'Liikuntaneuvonta'),
  municipality('KUNTA-KULTT', 'Kulttuuri- ja luontohyvinvointi'),
  education('KOUL-OPO', 'Opinto-ohjaus'),
  education('KOUL-ERIT', 'Erityinen tuki, HOKS tai opintopsykologi'),
  education('KOUL-TUVA', 'TUVA-koulutus'),
  education('KOUL-AMM', 'Ammatillinen koulutus tai tutkinnon osa'),
  education('KOUL-KORK', 'Korkeakoulu tai avoin korkeakoulu'),
  education('KOUL-KIELI', 'Suomen tai saamen kielen koulutus, kotoutuminen'),
  county('OPTH', 'Opiskeluterveydenhuolto', 'Opiskelijoille; korkeakouluissa YTHS'),
  of('employer')('TTH', 'Työterveyshuolto', 'Työssä oleville'),
  association('JARJ-VERT', 'Vertaistuki tai järjestötoiminta'),
  association('JARJ-KLUBI', 'Klubitalo'),
  association('JARJ-SAAM', 'Saamelaisten palvelut'),
  of('other')('MUU', 'Muu palvelu'),
]

/** The services that may be chosen on a day (YYYY-MM-DD). */
export const servicesOn = (day: string, services: readonly Service[] = SERVICES): Service[] =>
  services.filter(({ active, validFrom }) => active && validFrom <= day)
