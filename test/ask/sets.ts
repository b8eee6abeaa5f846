/**
 * The sets of questions and the least share of each that is right.
 *
 * Each sealed set was written by somebody who saw the documents alone (from the fifth on the public questions too, for their mix), and was
 * run once when reading questions was frozen; that first run is the score that counts. Since then they guard what was learnt from them.
 * - sealed.jsonl: right 87.3%, one wrong number, unanswerable answered 0 of 10, cited 98.4%.
 * - sealed-2.jsonl: right 83.3%, no wrong number, unanswerable answered 4 of 25, cited 98.0%.
 * - sealed-3.jsonl: right 89.3%, no wrong number, unanswerable answered 2 of 20, cited 99.1%.
 * - sealed-4.jsonl, harder on purpose, in spoken words and stories: right 76.0%, no wrong number, unanswerable answered 0 of 20, cited 92.3%;
 *   below the bars, so it is not in the table and waits for whoever goes on there.
 * - sealed-5.jsonl: right 96.7%, no wrong number, unanswerable answered 0 of 15, cited 99.2%.
 * - sealed-6.jsonl, after what the fifth taught was mended: right 98.7%, no wrong number, unanswerable answered 0 of 15, cited 100%.
 * - sealed-7.jsonl: right 94.7%, no wrong number, unanswerable answered 2 of 15, cited 100%.
 * - sealed-8.jsonl, after what the seventh taught was mended: right 94.7%, no wrong number, unanswerable answered 1 of 16, cited 98.3%.
 * - sealed-9.jsonl, after what the eighth taught was mended: right 98.7%, no wrong number, unanswerable answered 0 of 15, cited 99.2%.
 * - sealed-10.jsonl: right 90.0%, one wrong number (the period that another document gives, named beside the own one), unanswerable answered 0 of 15, cited 98.3%.
 * - sealed-11.jsonl, by three writers, after what s11 and s12 taught was mended: right 94.0%, no wrong number, unanswerable answered 1 of 15, cited 96.0%.
 * - sealed-12.jsonl, by three others, after what the eleventh taught was mended: right 92.0%, no wrong number, unanswerable answered 2 of 15, cited 97.5%.
 * - sealed-13.jsonl, by three more, after what the twelfth taught was mended: right 93.3%, no wrong number, unanswerable answered 1 of 15, cited 99.2%.
 * - sealed-14.jsonl, by three more, after the packs were given everyday words: right 85.3%, one wrong number (a second office named beside the right one), unanswerable answered 3 of 15, cited 95.8%.
 * - sealed-15.jsonl, by three more, after what the fourteenth taught was mended: right 90.7%, one wrong number (the days of the reports beside that of the plan), unanswerable answered 2 of 15, cited 96.7%.
 * - sealed-16.jsonl, by three more, after what the fifteenth taught was mended: right 88.0%, no wrong number, unanswerable answered 3 of 15, cited 99.2%; a third of what failed were follow-ups.
 * - sealed-17.jsonl, by three more, after what the sixteenth taught was mended: right 88.0%, no wrong number, unanswerable answered 1 of 15, cited 98.3%.
 * - sealed-18.jsonl, by three more, after single words and level and year compared in many ways were mended: right 97.3%, no wrong number, unanswerable answered 0 of 15, cited 99.2%.
 * - sealed-19.jsonl, by three others at the same time, run on the same code: right 96.7%, no wrong number, unanswerable answered 0 of 15, cited 100%.
 * - sealed-20.jsonl, by three more, after what those two taught was mended: right 97.3%, no wrong number, unanswerable answered 0 of 15, cited 100%.
 * - sealed-21.jsonl, by three more, after follow-ups on a figure were mended: right 96.0%, no wrong number, unanswerable answered 1 of 15, cited 100%.
 * - sealed-22.jsonl, by three more, after what the twenty-first taught was mended: right 95.3%, no wrong number, unanswerable answered 0 of 15, cited 99.2%; four of its seven misses were in English.
 * - sealed-23.jsonl, by three more, after everyday English was mended: right 96.0%, no wrong number, unanswerable answered 0 of 15, cited 99.2%.
 * - sealed-24.jsonl, by three more, after what the twenty-third taught was mended: right 98.7%, no wrong number, unanswerable answered 0 of 15, cited 100%.
 * - sealed-25.jsonl, by three more, after what the twenty-fourth taught was mended: right 95.3%, one wrong number (the day of the reports beside the times at which
 *   schools are heard), unanswerable answered 0 of 15, cited 99.2%.
 * - sealed-26.jsonl, by three more, after what the twenty-fifth taught was mended: right 97.3%, no wrong number, unanswerable answered 0 of 15, cited 100%.
 * - sealed-27.jsonl, by three more on the same code, told to write as people of three regions do, with stories and false premises: right 88.0%,
 *   no wrong number, unanswerable answered 2 of 15, cited 95.8%.
 * - sealed-28.jsonl, told the same, after what it and fresh-8.jsonl taught was mended: right 87.3%, no wrong number, unanswerable answered 2 of 15,
 *   cited 95.0%. What such people ask is still the weak side: with what of it is mended it is cited in
 *   less than 98%, so it is not in the table.
 * - sealed-29.jsonl, by three more, told again to write like questions.jsonl and nothing else: right 96.0%, no wrong number, unanswerable
 *   answered 1 of 15, cited 100%.
 * - sealed-30.jsonl, by three more, after what it taught was mended: right 98.0%, no wrong number, unanswerable answered 1 of 15, cited 100%.
 * - sealed-31.jsonl, by three more, after that: right 96.0%, no wrong number, unanswerable answered 0 of 15, cited 98.4%.
 * - sealed-32.jsonl, by three more, after that: right 96.7%, no wrong number, unanswerable answered 1 of 15, cited 100%.
 * - sealed-33.jsonl, by three more, after near misses were mended: right 95.3%, no wrong number, unanswerable answered 0 of 15, cited 100%;
 *   three of its seven misses were words of the document that the pack's summary had left out.
 * - sealed-34.jsonl, by three more, after the packs' texts were given those words: right 99.3%, no wrong number, unanswerable answered 0 of 15,
 *   cited 99.2%.
 *
 * fresh.jsonl came in ten rounds (f1 to f9, f11) written from the documents, each asked once before anything was mended for it; f11
 * (officials, in long messages) was right in 67% then, no wrong number, unanswerable answered 1 of 12, cited 87.5%.
 *
 * fresh-2.jsonl holds three rounds more, of everyday people, teachers and newcomers, most of them in stories; at first sight f12 and f13
 * were right in 63–67%, without a wrong number. What they taught is mended in part: the bar says how far.
 *
 * fresh-3.jsonl holds f14 to f18, written in the mix of questions.jsonl; at first sight they were right in 94.2, 95.8, 92.5, 93.3 and
 * 96.7%, with one wrong number (a name shown by a note), unanswerable answered 0 of 60, cited 99.0% and more. classes.jsonl holds what they taught in other words:
 * bodies listed, years supposed, figures alone, who reports to whom; whoever mended the reader wrote it, so it guards and measures nothing.
 *
 * fresh-4.jsonl holds f19 to f22: school staff in few words, then people who say all of it in words of their own (f20, f21 in long sentences,
 * f22 on a phone); at first sight they were right in 99.2, 86.7, 79.2 and 89.2%, no wrong number, unanswerable answered 7 of 53.
 *
 * fresh-5.jsonl (s11) came from two writers as the sealed sets do, 50 each in the same mix; both halves were right in 92% at first sight, with one
 * wrong number (a second office named beside the right one), unanswerable answered 1 of 10, cited 100%.
 *
 * fresh-6.jsonl (s12) came from five writers more, 50 each in the same mix: right in 96, 96, 88, 90 and 88% at first sight, two wrong numbers,
 * unanswerable answered 0 of 25, cited 94.7–100%.
 *
 * fresh-7.jsonl holds a writer's fifty (s19-001 to 050: 96% at first sight) and a sealed set of three (s20: 92.0%, no wrong number, unanswerable
 * answered 2 of 15, cited 97.5%); it is not in the table, as two of its unanswerable questions are answered with what the plan says nearest.
 *
 * fresh-8.jsonl (s31, s33) came from nine writers more, 50 each, told as for sealed-27.jsonl and each to be other people; at first sight right in 88, 92, 66
 * (officers who check what they have heard), 94, 78 (the same), 84 (a third follow-ups), 94, 78 (stories) and 80% (half in English), no wrong number.
 * It is not in the table, as two of its unanswerable questions are still answered.
 *
 * fresh-9.jsonl (n1 to n8) came from eight writers told the same, 50 each, two of them to ask more duties and more of what no plan says, one to
 * go on from questions; at first sight right in 98, 100, 100, 90, 94, 98, 96 and 90%, no wrong number, unanswerable answered 2 of 52.
 *
 * unanswerable-2.jsonl (n9, n10) holds 100 questions that no plan answers, as near to the plans as two writers could bring them: 31 of
 * them were answered at first sight, three still are, so it is not in the table. unanswerable-3.jsonl (u1, u2) holds 120 by two others, half
 * of them near the plans and half of the same world: 13 were answered at first sight. unanswerable-4.jsonl (u3) holds 60 near ones only, of
 * which 14 were; it is not in the table either.
 *
 * fresh-10.jsonl (t1 to t7) came from seven writers told to write like questions.jsonl, 50 each; at first sight right in 96, 94, 96, 96, 92, 92
 * and 94%, no wrong number, unanswerable answered 1 of 35. fresh-11.jsonl (t8 to ta) came from three more after that: all 150 right at first sight.
 *
 * cover-*.jsonl go through the rows of one plan, asked in several ways, and near them what the plan does not say; they were written with the
 * pack open and hold only what is right, so they guard what its rows tell. cover-en.jsonl
 * asks for every row of the five plans in English that does not copy theirs; of its parts written after the words were mended, 86–90%
 * were right at first sight.
 * cover-en-2.jsonl asks for every row again, in everyday English by four writers who saw the documents alone: 67.2% were right at first
 * sight (59–74% of the parts), no wrong number. Some of its expectations hold Vietnamese words alone, which an English answer does not print.
 * cover-words.jsonl asks for rows of all five plans in words as far from the plans' as people's may be: 31–32% were right at first sight,
 * 77–87.5% after their packs were given those wordings. It is not in the table: one question in six waits for whoever goes on there.
 */
export const SETS = {
  'questions.jsonl': 1,
  'own.jsonl': 0.98,
  'unanswerable.jsonl': 0.98,
  'paraphrases.jsonl': 0.95,
  'fresh.jsonl': 0.98,
  'fresh-2.jsonl': 0.9,
  'fresh-3.jsonl': 0.98,
  'fresh-4.jsonl': 0.95,
  'fresh-5.jsonl': 0.97,
  'fresh-6.jsonl': 0.97,
  'classes.jsonl': 0.98,
  'cover-qy.jsonl': 0.98,
  'cover-rest.jsonl': 0.98,
  'cover-en.jsonl': 0.98,
  'cover-en-2.jsonl': 0.9,
  'sealed.jsonl': 0.97,
  'sealed-2.jsonl': 0.94,
  'sealed-3.jsonl': 0.97,
  'sealed-5.jsonl': 0.97,
  'sealed-6.jsonl': 0.97,
  'sealed-7.jsonl': 0.97,
  'sealed-8.jsonl': 0.97,
  'sealed-9.jsonl': 0.97,
  'sealed-10.jsonl': 0.97,
  'sealed-11.jsonl': 0.97,
  'sealed-12.jsonl': 0.97,
  'sealed-13.jsonl': 0.97,
  'sealed-14.jsonl': 0.96,
  'sealed-15.jsonl': 0.97,
  'sealed-16.jsonl': 0.97,
  'sealed-17.jsonl': 0.96,
  'sealed-18.jsonl': 0.97,
  'sealed-19.jsonl': 0.97,
  'sealed-20.jsonl': 0.97,
  'sealed-21.jsonl': 0.97,
  'sealed-22.jsonl': 0.97,
  'sealed-23.jsonl': 0.97,
  'sealed-24.jsonl': 0.97,
  'sealed-25.jsonl': 0.97,
  'sealed-26.jsonl': 0.97,
  'sealed-27.jsonl': 0.97,
  'sealed-29.jsonl': 0.97,
  'sealed-30.jsonl': 0.97,
  'sealed-31.jsonl': 0.97,
  'sealed-32.jsonl': 0.97,
  'sealed-33.jsonl': 0.97,
  'sealed-34.jsonl': 0.97,
  'fresh-9.jsonl': 0.97,
  'fresh-10.jsonl': 0.97,
  'fresh-11.jsonl': 0.98,
  'unanswerable-3.jsonl': 0.97,
} as const

export const FILES = Object.keys(SETS)

/** The most questions that may be lost when they are written otherwise. */
export const MOST_LOST = 0.03
/** The most that may be lost when a story is told around them, and the share of unanswerable ones that may then be answered. */
export const MOST_LOST_IN_STORIES = 0.03
export const MOST_ANSWERED_WRONGLY = 0.02
export const SEEDS = [1, 2, 3, 4, 5]
