import { wordList } from './word-list.ts'

/** One way of saying it, and other ways that are brought to it, each also with the endings of its last word. */
const GROUPS: readonly (readonly [string, string])[] = [
  // people and bodies
  ['parent', 'moms and dads, mums and dads, mothers and fathers, fathers and mothers'],
  ['student', 'schoolchild, schoolchildren, schoolboy, schoolgirl, youngster, young learner'],
  ['child', 'kid, little one, infant'],
  ['school', 'campus'],
  ['upgraded', 'renovate, renovating, renovates'],
  ['nursery child', 'toddler, under three, under 3, below 3, younger than 3'],
  [
    'enrolled',
    'attend kindergarten, attending kindergarten, attend preschool, attending preschool, enrolment, enrollment, enrol, enroll, enrolling',
  ],
  ['upper secondary student', 'high schooler'],
  ['lower secondary student', 'middle schooler'],
  ['lower and upper secondary student', 'middle and high schooler'],
  ['preschool', 'nursery schools, infant school'],
  ['lower secondary', 'middle-school, grades 6-9, grades 6 to 9, grade 6-9'],
  ['upper secondary', 'high-school'],
  ['public school', 'state school, state-run school, state-owned school'],
  ['teacher', 'educator, schoolteacher, teaching staff'],
  [
    'manager',
    'school leader, school administrator, heads and deputies, heads and deputy heads, principals and deputies, principals and vice principals, heads and vice heads',
  ],
  [
    'principal',
    'head teacher, headteacher, headmaster, headmistress, head of school, heads of schools, school principal',
  ],
  ['committee', 'town hall, city hall, district hall'],
  ['inspection', 'inspect, inspected, inspects, inspecting'],
  ['health staff', 'school nurse, school doctor'],
  ['human resources', 'manpower, workforce'],
  // schooling
  ['education', 'schooling'],
  ['examination', 'entry test, entrance test'],
  [
    'grade 10 examination',
    'high school admission test, high school admission exam, high school entrance exam, high school entrance test, high school entry exam, exam to get into high school, entrance exam for high school',
  ],
  ['vocational centre', 'trade school, vocational school'],
  ['grade 1', 'year 1 pupil, year one pupil, 1st grade, first grade'],
  ['grade 5', 'year 5 pupil, year 5 kid, year five, 5th grade'],
  ['grade 9', 'year 9 pupil, year nine, 9th grade'],
  ['grade 12', 'year 12 pupil, year twelve, 12th grade'],
  ['accreditation', 'accrediting, accredit, accredited'],
  [
    'upper secondary graduation',
    'high school diploma, high-school diploma, get their diploma, getting their diploma, school-leaving diploma',
  ],
  ['grade 10', '10th grade, grade ten'],
  ['graduation examination', 'final exam, leaving exam, school leaving exam'],
  ['graduation', 'graduate, graduated, graduating, leaver, school leaver, school leaving'],
  ['passmark', 'pass mark, pass-mark, cut-off mark, cut-off score, benchmark score, floor score'],
  ['score', 'mark'],
  ['average score', 'mean mark, mean score, mean grade, average mark'],
  ['average', 'mean mark of'],
  ['contest', 'competition, compete, competed, competing'],
  ['gifted', 'talented, very able, brightest'],
  ['prize', 'award, medal, trophy'],
  ['devoted', 'dedicated'],
  [
    'prizewinners',
    'prize winner, prize-winner, prize-winning pupil, prize-winning student, prize-winning pupils',
  ],
  ['teacher training', 'training of teachers'],
  ['literacy', 'illiteracy, able to read, learn to read, learning to read'],
  ['theme', 'slogan, motto'],
  [
    '2 session day',
    'full-day, all-day, all day, whole day, mornings and afternoons, morning and afternoon, both halves of the day',
  ],
  [
    'promoted directly',
    'go straight up, goes straight up, go up directly, move straight up, move up directly, move up a class, move up a grade, promoted straight, moved up without resits, pass straight',
  ],
  [
    'complete grade',
    'pass their year, pass the year, pass their grade, get through their grade, get through the grade, get through the year, finish their grade, finish the grade, finish their year',
  ],
  ['complete', 'completes, completed, completing'],
  [
    'complete primary school',
    'finish elementary school, finish elementary, complete elementary school, finish primary school, finish primary education, leave primary school, leave elementary school, leave primary education',
  ],
  ['complete the preschool programme', 'finish preschool, finish kindergarten'],
  ['lifelong learning', 'learning all life long, learning throughout life'],
  ['continuing education', 'adult education, adult learning'],
  ['report book', 'report card'],
  ['practice paper', 'mock exam paper, mock paper, mock exam, sample paper, past paper'],
  ['meal', 'nutrition, canteen food, school food, lunch'],
  ['physical activity', 'exercise, workout'],
  ['rural', 'remote, outlying, far-off'],
  ['news', 'media, newspaper'],
  ['universal education', 'compulsory schooling, compulsory education, universal schooling'],
  ['health insurance', 'medical insurance, medical cover, covered for medical costs'],
  ['disease', 'epidemic, illness'],
  ['electronic record', 'paperless record, paperless files, paperless admin'],
  ['public lower secondary', 'state lower secondary, state middle'],
  ['public primary', 'state primary'],
  ['it festival', 'tech fair, technology fair, tech festival'],
  ['manners', 'etiquette, good behaviour'],
  // standards
  [
    'standard qualification',
    'required degree, required diploma, required qualification, proper qualification, right degree, right qualification, properly qualified, required level of training, required training level, proper degree',
  ],
  ['qualification', 'degree, diploma'],
  [
    'national standard',
    'state standard, nationally certified, nationally accredited, national-standard, national recognition, nationally recognised, nationally recognized, national accreditation, national benchmark, state benchmark, national certification, certified nationally, recognised nationally, recognized nationally',
  ],
  ['national', 'nationally, nationwide'],
  ['high quality', 'top quality, best quality, first-rate'],
  ['recognised', 'recognized, recognise, recognize, recognition, acknowledged, acknowledge, acknowledging'],
  ['new', 'newly, brand new, for the first time, first-time'],
  ['old programme', 'former programme'],
  [
    'renewed recognised',
    'recognition again, certified again, national standard again, recognised again, recognized again, confirmed again, recognised once more, re-confirmed, reconfirmed, re-certified, recertified, re-certify, recertify, re-recognised',
  ],
  ['rated good', 'judged good, found good, get a good mark, good grade, good mark'],
  ['places', 'ranking, rank, ranked'],
  ['above', 'beat, beats, beating, exceed, exceeds, exceeding'],
  ['admission', 'getting pupils into, getting students into, getting into, admitted, admit'],
  // teachers
  ['surplus', 'too many, excess, redundant, overstaffed'],
  ['shortage', 'too few, not enough, insufficient, scarcity, imbalance, short of'],
  ['recruit', 'hired, hires, recruited, recruits, employ, employs, employing, taking on, take on staff'],
  ['teaching post', 'teaching job, teaching position, vacancy, vacancies'],
  ['housing', 'homes, houses, flats, accommodation, lodging'],
  // money, land and buildings
  [
    'cashless payment',
    'pay without cash, paying without cash, paid without cash, payment without cash, pay cash-free',
  ],
  ['private investor', 'private company, private companies'],
  ['incentive', 'cheap, cheaper, preferential, perk'],
  [
    'cashless',
    'without using cash, electronic payment, pay electronically, paying electronically, pay fees electronically, bank transfer, contactless, cash-free, without banknotes, without notes',
  ],
  ['collect', 'gather, gathers, gathering, gathered, collects, collecting, collected, collection'],
  [
    'land use certificate',
    'land paper, papers for their land, papers for land, land title, land deed, red book',
  ],
  [
    'repair',
    'repaired, repairing, be fixed, being fixed, get fixed, getting fixed, fixed up, fix up, mend, mended, mending, refurbish, refurbished, patched up',
  ],
  [
    'worn',
    'run down, rundown, run-down, deteriorated, deteriorating, deterioration, dilapidated, worn out, crumbling, worn-out, falling apart',
  ],
  ['unsafe', 'dangerous, hazardous'],
  ['build', 'under construction, being built, putting up, building new, built anew'],
  ['better off', 'wealthy, wealthier, affluent, well off, well-off, richer'],
  ['on schedule', 'on time'],
  [
    'autonomy',
    'independence, independent, self-reliant, self-reliance, self-governing, self-financing, self-rule, self-management, self-managing, self-manage',
  ],
  // digital
  ['digital', 'digitally, digitised, digitized'],
  [
    'digital transformation',
    'digitalisation, digitalization, digitisation, digitization, going digital, go digital, digital change, digital shift, digital switch',
  ],
  ['electronic', 'electronically'],
  ['informatics', 'computing, computer science'],
  ['record', 'files, file, dossier'],
  [
    'online meeting',
    'video conference, video meeting, online conference, video call, videoconference, remote meeting, remote conference',
  ],
  ['equipment', 'device, appliance'],
  // doing things
  [
    'consolidate',
    'sum up, sums up, summing up, summarise, summarises, summarize, compile, compiles, collate, put together, puts together, consolidates, consolidating, consolidated',
  ],
  ['supervise', 'keep an eye on, keeps an eye on, keeping an eye on'],
  [
    'commitment',
    'commit themselves, commit themselves to, commits itself, pledge, promises of, promises, commitments',
  ],
  ['violation', 'breach, offence, wrongdoing'],
  ['difficulty', 'trouble'],
  ['movement', 'campaign, drive for'],
  ['pilot', 'try out, tries out, trying out, tried out, trial, piloted, piloting'],
  ['twin pair', 'partnership, partner school'],
  ['twinned', 'pair up, pairs up, pairing'],
  ['maintain', 'hold on to, holds on to, holding on to, hang on to, hangs on to'],
  ['forecast', 'predict, predicts, predicting, predicted, projection, forecasts, forecasting'],
  ['hear', 'listen to, listens to, listening to'],
  ['to what extent', 'to what degree'],
  ['technology', 'technology tool, digital tool, tech tool'],
  ['how often', 'how frequently, how regularly'],
  ['socio economic plan', 'economic plan, development plan'],
  ['historic site', 'historical place, historic place, historical site, heritage site, monument, relic'],
  ['food safety', 'clean food, safe food, hygienic food, food hygiene'],
  ['surveyed', 'asked for their opinion, asked their opinion, asked for opinions, polled, poll'],
  ['issued', 'publish, published, publishes, released, came out, sent out, send out'],
  [
    'signed',
    'signatory, signatories, signer, put their name to, put his name to, put her name to, put their name under, put his name under, put its name to, name stands under, name is under',
  ],
  ['recipients', 'distributed to, distributed, circulated to'],
  ['under which', 'on the basis of which, on the strength of which, by virtue of which'],
  ['basis', 'based on, rest on, rests on, built upon, founded on'],
  ['put into', 'written into, built into, integrated into, incorporated into'],
  ['groups of task', 'sets of tasks, set of tasks, task groups, blocks of tasks'],
  [
    'general goal',
    'overall goal, overall aim, overall objective, general aim, general objective, overarching goal, main goal',
  ],
  ['commit', 'sign up to, sign up for, signed up to'],
  [
    'purpose',
    'aim of the plan, aims of the plan, aim of this plan, objective of the plan, objectives of the plan, point of the plan, meant to achieve, meant to accomplish, supposed to achieve, supposed to accomplish, intended to do, intended to achieve, meant to do, hope to achieve, hopes to achieve, want to achieve',
  ],
]

const withEnding = (word: string): readonly string[] =>
  /[^aeiou]y$/.test(word)
    ? [word, `${word.slice(0, -1)}ies`]
    : [word, /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`]

/** English words as plans and questions use them, brought to one; read on both sides. */
export const ENGLISH: readonly (readonly [string, string])[] = GROUPS.flatMap(([one, others]) =>
  wordList(others).flatMap((other) =>
    withEnding(other.replaceAll('-', ' ')).map((word) => [word, one] as const),
  ),
)
