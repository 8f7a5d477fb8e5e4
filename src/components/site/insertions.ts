import Advocacy from './advocacy.astro'
import Clock from './clock.astro'
import ComplainButton from './complain-button.astro'
import ContactDetails from './contact-details.astro'
import CouncilName from './council-name.astro'
import Example from './example.astro'
import NoHarm from './no-harm.astro'
import Ombudsman from './ombudsman.astro'
import OpeningHours from './opening-hours.astro'
import Phone from './phone.astro'
import Retention from './retention.astro'
import Stages from './stages.astro'
import TimeLimit from './time-limit.astro'
import UrgentHelp from './urgent-help.astro'

/** What a writer may put in a page by name, without an import: `<Stages procedure="corporate" />`. */
export const insertions = {
  Advocacy,
  Clock,
  ComplainButton,
  ContactDetails,
  CouncilName,
  Example,
  NoHarm,
  Ombudsman,
  OpeningHours,
  Phone,
  Retention,
  Stages,
  TimeLimit,
  UrgentHelp,
}
