/** A situation as someone might tell it, the answers they would choose, and where these must lead. */
export interface Situation {
  says: string
  /** The answers' ids, one after another from the first question. */
  chooses: string
  /** The outcome's id. */
  reaches: string
  /** What it sends people to: a route of routes.json, a procedure of council.json, or what the outcome's kind says. */
  by: string
}

const row = (says: string, chooses: string, reaches: string, by: string): Situation => ({
  says,
  chooses,
  reaches,
  by,
})

/** The rows of DOMAIN 1.4, in its order, then others. Written by hand from what people say, not from the finder. */
export const situations: readonly Situation[] = [
  row(
    'The council voted to close our library.',
    'decision councillors',
    'committee-decision',
    'route committee-decision',
  ),
  row('I am taking you to court over my fence.', 'loss case', 'court', 'route court'),
  row('I tripped on a broken kerb and want money for it.', 'loss claim', 'insurance', 'route insurance'),
  row(
    'They want to build flats behind us, and you decide next month.',
    'decision planning open',
    'still-deciding',
    'route still-deciding',
  ),
  row(
    'I do not like the parking scheme that you are asking us about.',
    'decision other not-yet',
    'still-deciding',
    'route still-deciding',
  ),
  row(
    'You refused my loft extension.',
    'decision planning mine',
    'planning-decision',
    'route planning-decision',
  ),
  row(
    'You sent me an enforcement notice about my shed.',
    'decision planning stop',
    'planning-decision',
    'route planning-decision',
  ),
  row('I got a parking ticket though I had paid.', 'decision parking', 'parking-fine', 'route parking-fine'),
  row(
    'You stopped my Housing Benefit.',
    'decision money housing-benefit',
    'housing-benefit',
    'route housing-benefit',
  ),
  row('My council tax bill is wrong.', 'service money council-tax', 'council-tax', 'route council-tax'),
  row(
    'You will not help me to pay my council tax.',
    'decision money support',
    'council-tax',
    'route council-tax',
  ),
  row(
    'My daughter did not get into the school we chose.',
    'decision school place',
    'school-place',
    'route school-place',
  ),
  row('You will not give my son an EHC plan.', 'service school plan', 'ehc-plan', 'route ehc-plan'),
  row(
    'You say that I made myself homeless.',
    'decision housing homeless',
    'homelessness',
    'route homelessness',
  ),
  row(
    'Our group thinks that the decision broke the law.',
    'decision other court',
    'judicial-review',
    'route judicial-review',
  ),
  row(
    'I drove past a park in another town that looked a mess.',
    'service local not-me',
    'not-affected',
    'route not-affected',
  ),
  row('No street here was gritted in the snow.', 'service local everyone', 'widespread', 'route widespread'),
  row('My boy is bullied at school, and the head does nothing.', 'person school', 'school', 'route school'),
  row(
    'That officer should lose his job.',
    'person staff discipline',
    'staff-discipline',
    'route staff-discipline',
  ),
  row('I work for you, and my manager is unfair to me.', 'person work job', 'job', 'route job'),
  row('One of your staff takes money to hurry things up.', 'person staff dishonest', 'fraud', 'route fraud'),
  row('You have not paid my firm for its work.', 'person work contract', 'contract', 'route contract'),
  row(
    'It happened three years ago, but I was too ill to write.',
    'service local long-ago',
    'long-ago',
    'route long-ago',
  ),
  row(
    'You have sent your last word, and I still do not agree.',
    'again last-reply',
    'already-answered',
    'route already-answered',
  ),
  row('I have found a letter that proves me right.', 'again new-facts', 'new-facts', 'ask'),
  row('My councillor swore at me.', 'person councillor', 'councillor', 'route councillor'),
  row('Mum’s carer keeps coming late.', 'service care adult', 'adult-social-care', 'route adult-social-care'),
  row(
    'My foster son’s social worker never rings back.',
    'person carer child',
    'childrens-social-care',
    'route childrens-social-care',
  ),
  row(
    'I am 14, and my social worker does not listen to me.',
    'service care child',
    'childrens-social-care',
    'route childrens-social-care',
  ),
  row(
    'You sent my file to my neighbour.',
    'information mine',
    'personal-information',
    'route personal-information',
  ),
  row(
    'You would not answer my freedom of information request.',
    'information request',
    'information-request',
    'route information-request',
  ),
  row('The bus never comes.', 'service not-yours', 'another-organisation', 'route another-organisation'),
  row('They came back for the bin within an hour.', 'service local mended', 'put-right', 'route put-right'),
  row('I think that my neighbour’s child is being hit.', 'danger', 'urgent-help', 'urgent'),
  row('The care home and the hospital both let Dad down.', 'service care health', 'nhs', 'route nhs'),
  row(
    'My boiler has been broken for six weeks.',
    'service home repair',
    'council-home',
    'route council-home',
  ),

  row('My bin was missed today.', 'service local first-time', 'report', 'report'),
  row(
    'I rang about my bin three times, and it is still here.',
    'service local told',
    'complain',
    'procedure corporate',
  ),
  row('A tap in my council flat has begun to drip.', 'service home new-repair', 'report', 'report'),
  row(
    'The company that cuts the grass broke my gate and was rude.',
    'person contractor',
    'contractor',
    'procedure corporate',
  ),
  row('The man at the desk was rude.', 'person staff treated', 'complain', 'procedure corporate'),
  row(
    'I was treated worse because I am deaf.',
    'person staff unfair',
    'discrimination',
    'procedure corporate',
  ),
  row(
    'You let next door build that wall without looking at our letter.',
    'decision planning decided',
    'how-we-decided',
    'procedure corporate',
  ),
  row('I have sent a complaint and heard nothing.', 'again waiting', 'waiting', 'ask'),
  row('Your first reply missed the point.', 'again first-reply', 'look-again', 'ask'),
  row('You said that you would not look at it.', 'again refused', 'refused', 'ombudsman lgsco'),
  row('The lady at the library was so kind.', 'thanks', 'thanks-or-idea', 'feedback'),
  row('My mother is not safe in her care home tonight.', 'decision care danger', 'urgent-help', 'urgent'),
  row(
    'You lowered my place on the housing list.',
    'decision housing list',
    'how-we-decided',
    'procedure corporate',
  ),
  row(
    'My rent went up, and nobody told me why.',
    'decision housing tenant decision',
    'council-home',
    'route council-home',
  ),
  row('My ceiling fell on my bed in my council flat.', 'service home hurt', 'insurance', 'route insurance'),
  row(
    'My Universal Credit is late.',
    'service money other-benefit',
    'another-organisation',
    'route another-organisation',
  ),
]
