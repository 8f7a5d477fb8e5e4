import Advocates from '../easy-read/advocates.astro'
import Go from '../easy-read/go.astro'
import Idea from '../easy-read/idea.astro'
import TeamContact from '../easy-read/team-contact.astro'
import UrgentIdeas from '../easy-read/urgent-ideas.astro'
import WordList from '../easy-read/word-list.astro'
import Advocacy from './advocacy.astro'
import AdvocacyByNeed from './advocacy-by-need.astro'
import AnswerTime from './answer-time.astro'
import Checklist from './checklist.astro'
import Clock from './clock.astro'
import ComplainButton from './complain-button.astro'
import ContactDetails from './contact-details.astro'
import CouncilName from './council-name.astro'
import CouncilSite from './council-site.astro'
import Days from './days.astro'
import Editions from './editions.astro'
import Example from './example.astro'
import FormatContact from './format-contact.astro'
import Formats from './formats.astro'
import Helplines from './helplines.astro'
import KeptOtherwise from './kept-otherwise.astro'
import Leaflet from './leaflet.astro'
import Moment from './moment.astro'
import Next from './next.astro'
import NoHarm from './no-harm.astro'
import Ombudsman from './ombudsman.astro'
import OmbudsmanName from './ombudsman-name.astro'
import OmbudsmanPhone from './ombudsman-phone.astro'
import OmbudsmanTime from './ombudsman-time.astro'
import OpeningHours from './opening-hours.astro'
import Phone from './phone.astro'
import Procedures from './procedures.astro'
import Retention from './retention.astro'
import RouteIndex from './route-index.astro'
import RouteLimits from './route-limits.astro'
import Routes from './routes.astro'
import SafeguardingHours from './safeguarding-hours.astro'
import Signed from './signed.astro'
import Stages from './stages.astro'
import TeamPhone from './team-phone.astro'
import Template from './template.astro'
import TimeLimit from './time-limit.astro'
import Timeline from './timeline.astro'
import UrgentHelp from './urgent-help.astro'

/** What a writer may put in a page by name, without an import: `<Stages procedure="corporate" />`. */
export const insertions = {
  Advocacy,
  AdvocacyByNeed,
  Advocates,
  AnswerTime,
  Checklist,
  Clock,
  ComplainButton,
  ContactDetails,
  CouncilName,
  CouncilSite,
  Days,
  Editions,
  Example,
  FormatContact,
  Formats,
  Go,
  Helplines,
  Idea,
  KeptOtherwise,
  Leaflet,
  Moment,
  Next,
  NoHarm,
  Ombudsman,
  OmbudsmanName,
  OmbudsmanPhone,
  OmbudsmanTime,
  OpeningHours,
  Phone,
  Procedures,
  Retention,
  RouteIndex,
  RouteLimits,
  Routes,
  SafeguardingHours,
  Signed,
  Stages,
  TeamContact,
  TeamPhone,
  Template,
  TimeLimit,
  Timeline,
  UrgentHelp,
  UrgentIdeas,
  WordList,
}
