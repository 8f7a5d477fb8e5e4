import type { Portal } from '../complaints/ports.ts'
import type { OpenedSurvey, SurveyAnswers } from '../complaints/survey/ports.ts'
import { surveyKey } from '../complaints/survey/survey-key.ts'
import { StillUnhappy } from '../components/form/still-unhappy.tsx'
import { databaseRecord } from '../form/outputs/database-record.ts'
import { questionsOf } from '../form/journey.ts'
import { survey } from '../form/journeys/survey.ts'
import type { Fields } from '../form/question.ts'
import { dayInWords } from '../words/dates.ts'
import { seeOther } from './answer.ts'
import { editionFor, type Edition } from './edition.ts'
import { letterLink } from './letter-link.ts'
import type { FormPlace } from './receive-form.ts'
import { inItsPage, receiveShortForm, shortForm, type ShortPlace } from './short-form.tsx'

const surveyPlace: FormPlace = { journey: survey, action: '/api/survey', page: 'survey/' }

/** Answers the link of the invitation: the questions, with what was answered before. Opening it changes nothing. */
export async function openSurvey(request: Request, portal: Portal): Promise<Response> {
  const address = new URL(request.url)
  const way = letterLink('survey', portal)
  const on = await way.leadsTo(address)
  if (on) return seeOther(on)
  const link = await way.behind(address)
  const opened = link === null ? null : await portal.surveys.open(surveyKey(link, portal.keys))
  const edition = editionFor(opened?.language, portal)
  if (link === null || !opened) return gone(portal, edition)
  const place = placeOf(await way.carry(link), opened, edition)
  return shortForm(portal, edition, place, fieldsOf(opened.answers))
}

/** Answers `/api/survey`: keeps what was said, in place of what was said before. */
export const receiveSurvey = (request: Request, portal: Portal): Promise<Response> =>
  receiveShortForm(request, portal, surveyPlace, async (said, edition) => {
    const carried = { t: said('t') ?? '' }
    const link = await letterLink('survey', portal).carried(carried.t)
    if (link === null) return gone(portal, edition)
    const key = surveyKey(link, portal.keys)
    const opened = await portal.surveys.open(key)
    if (!opened) return gone(portal, edition)
    return {
      ...placeOf(carried, opened, edition),
      async keep({ outcome }) {
        const answers = databaseRecord(outcome.answers).survey as Partial<SurveyAnswers> | undefined
        const taken = await portal.surveys.answer(key, { ...nothing, ...answers })
        return taken ? seeOther(`${edition.root}survey/thanks/`) : gone(portal, edition)
      },
    }
  })

const nothing: SurveyAnswers = { found_out: null, kept_told: null, fair: null, easier: null }

/** Answers as the form has them, by where each question keeps its own. */
const fieldsOf = (answers: SurveyAnswers | null): Fields =>
  Object.fromEntries(
    questionsOf(survey).flatMap(({ id, record }) => {
      const answer = answers?.[record.split('.')[1] as keyof SurveyAnswers]
      return answer ? [[id, answer]] : []
    }),
  )

function placeOf(
  carried: { readonly t: string },
  opened: OpenedSurvey,
  { wording, root }: Edition,
): ShortPlace {
  const { t, language } = wording
  const day = dayInWords(opened.until, language)
  return {
    ...surveyPlace,
    carried,
    above: (
      <>
        <p>{t('survey.about', { service: wording.serviceName(opened.service) })}</p>
        <p>{t(opened.answers ? 'survey.again' : 'survey.until', { day })}</p>
        <p>{t('survey.apart')}</p>
      </>
    ),
    below: <StillUnhappy {...{ wording, root }} />,
  }
}

function gone(portal: Portal, edition: Edition): Response {
  const { wording, root, facts } = edition
  const { t } = wording
  const main = (
    <>
      <h1>{t('survey.gone.title')}</h1>
      <p class="lead">{t('survey.gone.lead')}</p>
      <p>{t('form.problem.ring', { phone: facts.intro.phone })}</p>
      <StillUnhappy {...{ wording, root }} />
    </>
  )
  return inItsPage(portal, edition, surveyPlace, t('survey.gone.title'), main, 410)
}
